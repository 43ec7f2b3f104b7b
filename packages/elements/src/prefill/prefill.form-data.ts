import {
  CorrectionReason,
  isCalendarDate,
  oreFromKronor,
  OWN_INCOME_TYPES,
  toKronorText,
  type Row,
} from '@medborgarnavet/model';
import type { OwnIncomeValue, PrefillRowValue, PrefillValue } from './prefill.value.ts';

/**
 * What the form posts, in kronor with a decimal point: for every row with any value
 * `<name>.<row key>.retrieved|corrected|effective|comment|reason` and `.disputed` once for each payment; for own incomes
 * `<name>.egna.<number>.typ|belopp|datum`; `<name>.har-inkomster` `ja` or `nej`; and `<name>.statement`, the statement's id.
 */
export function toFormData(name: string, { statement, hasIncome, rows, own }: PrefillValue): FormData {
  const data = new FormData();
  const append = (field: string, value: string | undefined): void => {
    if (value !== undefined) data.append(`${name}.${field}`, value);
  };
  append('har-inkomster', hasIncome && { yes: 'ja', no: 'nej' }[hasIncome]);
  for (const row of rows) {
    for (const field of ['retrieved', 'corrected', 'effective'] as const) {
      const amount = row[field];
      append(`${row.key}.${field}`, amount === undefined ? undefined : toKronorText(amount));
    }
    append(`${row.key}.comment`, row.comment);
    append(`${row.key}.reason`, row.reason);
    for (const id of row.disputed) append(`${row.key}.disputed`, id);
  }
  for (const [index, { type, amount, date }] of own.entries()) {
    append(`egna.${index + 1}.typ`, type);
    append(`egna.${index + 1}.belopp`, amount === undefined ? undefined : toKronorText(amount));
    append(`egna.${index + 1}.datum`, date);
  }
  append('statement', statement);
  return data;
}

/** Reads back what {@link toFormData} posted, so that a page can be shown again. What is not of that kind is left out. */
export function fromFormFields(
  name: string,
  fields: Iterable<readonly [string, string]>,
  rows: readonly Row[],
): PrefillValue {
  const values = new Map<string, string[]>();
  for (const [field, value] of fields) {
    if (!field.startsWith(`${name}.`)) continue;
    const key = field.slice(name.length + 1);
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  const one = (key: string): string | undefined => values.get(key)?.[0];
  const answer = one('har-inkomster');
  return {
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
): PrefillRowValue {
  const retrieved = oreFromKronor(one(`${key}.retrieved`) ?? '');
  const corrected = oreFromKronor(one(`${key}.corrected`) ?? '');
  const reason = CorrectionReason.safeParse(one(`${key}.reason`)).data;
  const comment = one(`${key}.comment`);
  return {
    key,
    ...(retrieved !== undefined && { retrieved }),
    ...(corrected !== undefined && { corrected }),
    ...(comment !== undefined && { comment }),
    ...(reason && { reason }),
    disputed,
  };
}

function readOwn(number: number, one: (field: string) => string | undefined): OwnIncomeValue {
  const type = OWN_INCOME_TYPES.find((each) => each === one(`egna.${number}.typ`));
  const amount = oreFromKronor(one(`egna.${number}.belopp`) ?? '');
  const date = one(`egna.${number}.datum`) ?? '';
  return {
    ...(type && { type }),
    ...(amount !== undefined && { amount }),
    ...(isCalendarDate(date) && { date }),
  };
}

function ownNumbers(keys: Iterable<string>): number[] {
  const numbers = [...keys].flatMap((key) => /^egna\.(\d{1,3})\./.exec(key)?.[1] ?? []);
  return [...new Set(numbers.map(Number))].sort((one, other) => one - other);
}
