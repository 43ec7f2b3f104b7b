import { isComplete, type IncomeStatement, type Source } from '@medborgarnavet/model';
import type { ReviewTexts } from '../localize/review.texts.ts';

/** What could not be checked: said before anything else, and never as nothing. */
export interface UncheckedView {
  readonly heading: string;
  readonly names: readonly string[];
  readonly advice: string;
}

/** @param isHandedIn whether it is too late to fill anything in. */
export function toUncheckedView(
  statement: IncomeStatement | undefined,
  isHandedIn: boolean,
  { unchecked: words, receipt }: Pick<ReviewTexts, 'unchecked' | 'receipt'>,
): UncheckedView | undefined {
  const gaps = (statement?.sources ?? []).filter((source) => !isComplete(source));
  if (gaps.length === 0) return undefined;
  const isAll = statement?.sources.every(({ verdict }) => verdict === 'unchecked') === true;
  const isPart = gaps.some(({ verdict }) => verdict === 'answered');
  return {
    heading: isAll ? words.all : words.some,
    names: gaps.flatMap((source) => namesIn(source, words)),
    advice: isHandedIn ? receipt.unchecked : isPart ? words.partAdvice : words.advice,
  };
}

/** A source, one of those that it answers for, or a part of the time. */
function namesIn(
  { source, verdict, sections, asked }: Source,
  words: ReviewTexts['unchecked'],
): readonly string[] {
  const name = words.sources[source];
  if (verdict === 'unchecked') return [name];
  return [
    ...sections
      .filter((section) => section.verdict === 'unchecked')
      .map((section) => words.part(name, section.name)),
    ...(asked ? [words.partOfTime(name)] : []),
  ];
}
