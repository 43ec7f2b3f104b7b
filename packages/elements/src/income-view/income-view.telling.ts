import type {
  BackgroundFact,
  BackgroundFactOf,
  CalendarDate,
  OpenPeriod,
  Period,
} from '@medborgarnavet/model';
import type { IncomeViewTexts } from '../localize/income-view.texts.ts';
import { formatNumber, formatSpan } from './income-view.span.ts';

/** In what words it is told, and seen from when. */
export interface Telling {
  readonly texts: IncomeViewTexts;
  /** The day that it was fetched. */
  readonly today: CalendarDate;
  /** The time that was asked about. */
  readonly period: Period;
}

/** Undefined where nothing is known. */
export type Sentence = string | undefined;
export type Say<Kind extends BackgroundFact['kind']> = (
  fact: BackgroundFactOf<Kind>,
  telling: Telling,
) => Sentence[];

/** Says it of what is known. */
export function known<T>(value: T | undefined, say: (value: T) => Sentence): Sentence {
  return value === undefined ? undefined : say(value);
}

export const percent = (value: number): string => `${formatNumber(value)}\u00a0%`;

/** The authority's own word as it stands in a sentence, or a plainer one for it. */
export function word(text: string, words: Readonly<Record<string, string>>): string {
  const lower = text.toLocaleLowerCase('sv');
  return Object.hasOwn(words, lower) ? (words[lower] ?? lower) : lower;
}

/** When it holds, or held. */
export function valid(period: OpenPeriod | undefined, { texts, today }: Telling): Sentence {
  if ((period?.from ?? period?.to) === undefined || !period) return undefined;
  const { valid: holds, ended } = texts.background.facts;
  const isOver = period.to !== undefined && period.to < today;
  return (isOver ? ended : holds)(formatSpan(period, texts.span));
}
