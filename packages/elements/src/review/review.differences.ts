import {
  formatAmount,
  reviewIncomes,
  type IncomeStatement,
  type PostedIncomes,
  type ReviewedLine,
  type Row,
} from '@medborgarnavet/model';
import type { ReviewTexts } from '../localize/review.texts.ts';

/** What a row has now that it had not when it was read. */
export interface Difference {
  readonly key: string;
  readonly text: string;
  /** The same, at the row itself. Absent for a row that is gone. */
  readonly note?: string;
}

/** Row by row, what was retrieved then and now. What cannot be checked now is never said to be gone. */
export function differencesBetween(
  before: IncomeStatement | undefined,
  now: IncomeStatement | undefined,
  rows: readonly Row[],
  { differences }: Pick<ReviewTexts, 'differences'>,
): Difference[] {
  const earlier = new Map(linesOf(before, rows).map((line) => [line.key, line.retrieved] as const));
  return linesOf(now, rows).flatMap(({ key, label, retrieved, missing = 'nothing' }): Difference[] => {
    const was = earlier.get(key);
    if (was === retrieved) return [];
    if (was === undefined) {
      const amount = retrieved === undefined ? '' : formatAmount(retrieved);
      return [{ key, text: differences.added(label, amount), note: differences.isNew }];
    }
    const had = formatAmount(was);
    return retrieved === undefined
      ? [{ key, text: differences.gone(label, had, missing) }]
      : [
          {
            key,
            text: differences.changed(label, had, formatAmount(retrieved)),
            note: differences.was(had),
          },
        ];
  });
}

/** All rows, also those with nothing in them. */
function linesOf(statement: IncomeStatement | undefined, rows: readonly Row[]): readonly ReviewedLine[] {
  const all: PostedIncomes = { rows: rows.map(({ key }) => ({ key, comment: '', disputed: [] })), own: [] };
  return reviewIncomes(statement, all, rows).lines;
}
