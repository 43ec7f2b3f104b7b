import { sumOre, ore, oreFromKronor, toKronorText, type Ore } from './money.ts';
import type { FilledRow } from './arrange.ts';
import { CorrectionReason } from './correction.ts';
import { OWN_INCOME_TYPES, type OwnIncomeType } from './own-income.ts';
import { isCalendarDate, type CalendarDate } from './period.ts';
import type { Row } from './rows.ts';
import { parseTypedAmount } from './typed-amount.ts';

/** A row with any value. Amounts are whole öre. */
export interface PostedRow {
  readonly key: string;
  readonly retrieved?: Ore;
  readonly corrected?: Ore;
  /** What stands in place of `corrected` and cannot be read as an amount. It is posted as it was typed. */
  readonly typed?: string;
  /** What the row comes to. Absent with `typed`: nobody knows. */
  readonly effective?: Ore;
  readonly comment?: string;
  readonly reason?: CorrectionReason;
  /** The ids of the payments that the person says are not right. */
  readonly disputed: readonly string[];
  /** Why, by the payment's id, where a reason is given. */
  readonly disputeReasons?: Readonly<Record<string, CorrectionReason>>;
}

/** An income that the person has added. Without an amount that can be read it has none. */
export interface PostedOwnIncome {
  readonly type?: OwnIncomeType;
  readonly amount?: Ore;
  /** As in a row. */
  readonly typed?: string;
  readonly date?: CalendarDate;
}

/**
 * What a form with incomes posts. **Retrieved and effective amounts are not to be trusted**: a post can say anything. A
 * host takes retrieved amounts from its own statement, and works out the rest with {@link effectiveAmount}.
 */
export interface PostedIncomes {
  /** The id of the statement that the retrieved amounts are from. */
  readonly statement?: string;
  readonly hasIncome?: 'yes' | 'no';
  readonly rows: readonly PostedRow[];
  readonly own: readonly PostedOwnIncome[];
}

/**
 * What a row comes to in öre: the person's own amount, else what was retrieved less the payments that they say are not
 * right. Undefined where nothing is known, and where what they typed cannot be read: it is not agreed to by silence
 * (DESIGN rule 10).
 */
export function effectiveAmount(
  { retrieved, payments }: Pick<FilledRow, 'retrieved' | 'payments'>,
  { corrected, typed, disputed }: Pick<PostedRow, 'corrected' | 'typed' | 'disputed'>,
): Ore | undefined {
  if (corrected !== undefined) return corrected;
  if (retrieved === undefined || typed !== undefined) return undefined;
  return ore(retrieved - sumOre(payments.filter(({ id }) => disputed.includes(id)).map(({ net }) => net)));
}

/** A field as a post has it. */
export type PostedField = readonly [name: string, value: string];

/**
 * The fields that a form posts, in kronor with a decimal point: for every row with any value
 * `<name>.<row key>.retrieved|corrected|effective|comment|reason` and `.disputed` once for each payment,
 * with `.disputed.<id>` for the reason; for own incomes
 * `<name>.egna.<number>.typ|belopp|datum`; `<name>.har-inkomster` `ja` or `nej`; and `<name>.statement`, the statement's id.
 * What was typed and cannot be read as an amount is posted as it stands, in `corrected` or `belopp`; the row then has no
 * `effective`.
 */
export function toPostedFields(
  name: string,
  { statement, hasIncome, rows, own }: PostedIncomes,
): PostedField[] {
  const fields: (readonly [string, string | undefined])[] = [
    ['har-inkomster', hasIncome && { yes: 'ja', no: 'nej' }[hasIncome]],
    ...rows.flatMap((row): (readonly [string, string | undefined])[] => [
      [`${row.key}.retrieved`, kronor(row.retrieved)],
      [`${row.key}.corrected`, kronor(row.corrected) ?? row.typed],
      [`${row.key}.effective`, kronor(row.effective)],
      [`${row.key}.comment`, row.comment],
      [`${row.key}.reason`, row.reason],
      ...row.disputed.map((id) => [`${row.key}.disputed`, id] as const),
      ...row.disputed.map((id) => [`${row.key}.disputed.${id}`, row.disputeReasons?.[id]] as const),
    ]),
    ...own.flatMap(({ type, amount, typed, date }, index): (readonly [string, string | undefined])[] => [
      [`egna.${index + 1}.typ`, type],
      [`egna.${index + 1}.belopp`, kronor(amount) ?? typed],
      [`egna.${index + 1}.datum`, date],
    ]),
    ['statement', statement],
  ];
  return fields.flatMap(([field, value]) =>
    value === undefined ? [] : [[`${name}.${field}`, value] as const],
  );
}

function kronor(amount: Ore | undefined): string | undefined {
  return amount === undefined ? undefined : toKronorText(amount);
}

/** Reads back what {@link toPostedFields} posted, so that a page can be shown again. What is not of that kind is left out. */
export function readPostedFields(
  name: string,
  fields: Iterable<PostedField>,
  rows: readonly Row[],
): PostedIncomes {
  const values = new Map<string, string[]>();
  for (const [field, value] of fields) {
    if (!field.startsWith(`${name}.`)) continue;
    const key = field.slice(name.length + 1);
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  const one = (key: string): string | undefined => values.get(key)?.[0];
  const answer = one('har-inkomster');
  const statement = one('statement');
  return {
    ...(statement !== undefined && { statement }),
    ...(answer === 'ja' && { hasIncome: 'yes' }),
    ...(answer === 'nej' && { hasIncome: 'no' }),
    rows: rows.map(({ key }) => readRow(key, one, values.get(`${key}.disputed`) ?? [])),
    own: ownNumbers(values.keys()).map((number) => readOwn(number, one)),
  };
}

function readRow(
  key: string,
  one: (field: string) => string | undefined,
  disputed: readonly string[],
): PostedRow {
  const retrieved = oreFromKronor(one(`${key}.retrieved`) ?? '');
  const { amount: corrected, typed } = readAmount(one(`${key}.corrected`));
  const reason = CorrectionReason.safeParse(one(`${key}.reason`)).data;
  const comment = one(`${key}.comment`);
  const reasons = disputed.flatMap((id) => {
    const why = CorrectionReason.safeParse(one(`${key}.disputed.${id}`)).data;
    return why ? [[id, why] as const] : [];
  });
  return {
    key,
    ...(retrieved !== undefined && { retrieved }),
    ...(corrected !== undefined && { corrected }),
    ...(typed !== undefined && { typed }),
    ...(comment !== undefined && { comment }),
    ...(reason && { reason }),
    disputed,
    ...(reasons.length > 0 && { disputeReasons: Object.fromEntries(reasons) }),
  };
}

function readOwn(number: number, one: (field: string) => string | undefined): PostedOwnIncome {
  const type = OWN_INCOME_TYPES.find((each) => each === one(`egna.${number}.typ`));
  const date = one(`egna.${number}.datum`) ?? '';
  return {
    ...(type && { type }),
    ...readAmount(one(`egna.${number}.belopp`)),
    ...(isCalendarDate(date) && { date }),
  };
}

/** Nothing that was typed is lost: what is no amount, or could be two, is kept as it is. */
export function readAmount(text = ''): { readonly amount?: Ore; readonly typed?: string } {
  const read = parseTypedAmount(text);
  if (read.kind === 'amount') return { amount: read.ore };
  return read.kind === 'unreadable' ? { typed: text } : {};
}

function ownNumbers(keys: Iterable<string>): number[] {
  const numbers = [...keys].flatMap((key) => /^egna\.(\d{1,3})\./.exec(key)?.[1] ?? []);
  return [...new Set(numbers.map(Number))].sort((one, other) => one - other);
}
