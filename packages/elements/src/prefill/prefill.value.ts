import {
  arrange,
  formatTypedAmount,
  isCalendarDate,
  parseTypedAmount,
  type IncomeStatement,
  type PostedIncomes,
  type PostedRow,
  type Row,
} from '@medborgarnavet/model';
import { effectiveOf, entryOf, NOTHING_WRITTEN, type Entry, type Written } from './prefill.written.ts';

export function toValue(
  statement: IncomeStatement | undefined,
  written: Written,
  rows: readonly Row[],
): PostedIncomes {
  const { rows: filled } = arrange(statement ?? { sources: [], period: { from: '', to: '' } }, rows);
  const values = filled.map((each): PostedRow => {
    const { correction, comment, reason } = entryOf(written, each.row.key);
    const typed = parseTypedAmount(correction);
    const effective = effectiveOf(each, written);
    return {
      key: each.row.key,
      ...(each.retrieved !== undefined && { retrieved: each.retrieved }),
      ...(typed.kind === 'amount' && { corrected: typed.ore }),
      ...(effective !== undefined && { effective }),
      ...(comment.trim() !== '' && { comment: comment.trim() }),
      ...(reason !== '' && typed.kind === 'amount' && { reason }),
      disputed: each.payments.filter(({ id }) => written.disputes.has(id)).map(({ id }) => id),
    };
  });
  return {
    ...(statement && { statement: statement.id }),
    ...(written.hasIncome !== '' && { hasIncome: written.hasIncome }),
    rows: values.filter(hasValue),
    own: written.own.map(({ type, amount, date }) => {
      const typed = parseTypedAmount(amount);
      return {
        ...(type !== '' && { type }),
        ...(typed.kind === 'amount' && { amount: typed.ore }),
        ...(isCalendarDate(date) && { date }),
      };
    }),
  };
}

/** More than its key and an empty list. */
function hasValue(row: PostedRow): boolean {
  return row.disputed.length > 0 || Object.keys(row).length > 2;
}

/** What the person had written. What was retrieved is taken only as that which a correction was written beside. */
export function fromValue({ hasIncome, rows, own }: PostedIncomes): Written {
  const entries = rows.map(({ key, corrected, comment = '', reason, retrieved }) => {
    const entry: Entry = {
      correction: corrected === undefined ? '' : formatTypedAmount(corrected),
      comment,
      reason: reason ?? '',
      ...(corrected !== undefined && retrieved !== undefined && { base: retrieved }),
    };
    return [key, entry] as const;
  });
  return {
    ...NOTHING_WRITTEN,
    hasIncome: hasIncome ?? '',
    entries: new Map(entries),
    disputes: new Map(rows.flatMap(({ disputed }) => disputed.map((id) => [id, ''] as const))),
    own: own.map(({ type, amount, date }, index) => ({
      id: index + 1,
      type: type ?? '',
      amount: amount === undefined ? '' : formatTypedAmount(amount),
      date: date ?? '',
    })),
  };
}
