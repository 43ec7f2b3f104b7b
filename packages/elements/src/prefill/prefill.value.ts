import {
  arrange,
  formatTypedAmount,
  isCalendarDate,
  readAmount,
  type IncomeStatement,
  type Ore,
  type PostedIncomes,
  type PostedRow,
  type Row,
} from '@medborgarnavet/model';
import { effectiveOf, entryOf, NOTHING_WRITTEN, type Entry, type Written } from './prefill.written.ts';

/**
 * What the element holds: what was retrieved, and what the person has written.
 * @param standsOn the id of the statement, also while that cannot be shown.
 */
export function toValue(
  statement: IncomeStatement | undefined,
  written: Written,
  rows: readonly Row[],
  standsOn = statement?.id,
): PostedIncomes {
  const { rows: filled } = arrange(statement ?? { sources: [], period: { from: '', to: '' } }, rows);
  const values = filled.map((each): PostedRow => {
    const { correction, comment, reason } = entryOf(written, each.row.key);
    const { amount: corrected, typed } = readAmount(correction);
    const effective = effectiveOf(each, written);
    return {
      key: each.row.key,
      ...(each.retrieved !== undefined && { retrieved: each.retrieved }),
      ...(corrected !== undefined && { corrected }),
      ...(typed !== undefined && { typed }),
      ...(effective !== undefined && { effective }),
      ...(comment.trim() !== '' && { comment: comment.trim() }),
      ...(reason !== '' && (corrected ?? typed) !== undefined && { reason }),
      ...disputesIn(each.row.key, written),
    };
  });
  return {
    ...(standsOn !== undefined && { statement: standsOn }),
    ...(written.hasIncome !== '' && { hasIncome: written.hasIncome }),
    rows: values.filter(hasValue),
    own: written.own.map(({ type, amount, date }) => ({
      ...(type !== '' && { type }),
      ...readAmount(amount),
      ...(isCalendarDate(date) && { date }),
    })),
  };
}

/** Also of payments that are off screen: what was said of them stands. */
function disputesIn(key: string, { disputes }: Written): Pick<PostedRow, 'disputed' | 'disputeReasons'> {
  const ofRow = [...disputes].filter(([, { row }]) => row === key);
  const reasons = ofRow.flatMap(([id, { reason }]) => (reason === '' ? [] : [[id, reason] as const]));
  return {
    disputed: ofRow.map(([id]) => id),
    ...(reasons.length > 0 && { disputeReasons: Object.fromEntries(reasons) }),
  };
}

/** More than its key and an empty list. */
function hasValue(row: PostedRow): boolean {
  return row.disputed.length > 0 || Object.keys(row).length > 2;
}

/** What the person had written. What was retrieved is taken only as that which a correction was written beside. */
export function fromValue({ hasIncome, rows, own }: PostedIncomes): Written {
  const entries = rows.map(({ key, corrected, typed, comment = '', reason, retrieved }) => {
    const correction = write(corrected, typed);
    const entry: Entry = {
      correction,
      comment,
      reason: reason ?? '',
      ...(correction !== '' && retrieved !== undefined && { base: retrieved }),
    };
    return [key, entry] as const;
  });
  return {
    ...NOTHING_WRITTEN,
    hasIncome: hasIncome ?? '',
    entries: new Map(entries),
    disputes: new Map(
      rows.flatMap(({ key: row, disputed, disputeReasons }) =>
        disputed.map((id) => [id, { row, reason: disputeReasons?.[id] ?? '' }] as const),
      ),
    ),
    own: own.map(({ type, amount, typed, date }, index) => ({
      id: index + 1,
      type: type ?? '',
      amount: write(amount, typed),
      date: date ?? '',
    })),
  };
}

function write(amount: Ore | undefined, typed = ''): string {
  return amount === undefined ? typed : formatTypedAmount(amount);
}
