import {
  addMonths,
  dateInSweden,
  formatAmount,
  formatMonths,
  lastDayOf,
  monthOf,
  overlap,
  sumOre,
  type Month,
  type Ore,
  type Period,
} from '@medborgarnavet/model';
import type { IncomeViewTexts } from '../localize/income-view.texts.ts';
import type { Entry } from './income-view.entries.ts';
import { missingIn, type MissingInput } from './income-view.missing.ts';
import { namesOf, notesOf, paidSentence, sumsOf, type Sums } from './income-view.month-sums.ts';
import { groupBy, type Origin } from './income-view.origin.ts';

/** One month: a sentence, a figure, and what is to be said beside it. */
export interface MonthView {
  /** The month, or `undated`. */
  readonly key: string;
  readonly label: string;
  readonly figure: string;
  readonly sentence: string;
  /** What is not in the figure, and why. */
  readonly notes: readonly string[];
  /** What is not known. With any of these the figure is not the whole truth. */
  readonly gaps: readonly string[];
  readonly standing: MonthStanding;
  /** What came from each, in whole öre. */
  readonly paid: ReadonlyMap<Origin, Ore>;
  readonly planned: ReadonlyMap<Origin, Ore>;
  /** What each is called. */
  readonly names: ReadonlyMap<Origin, string>;
  /** Who could not be checked or was not asked, by name. */
  readonly missing: readonly string[];
  readonly entries: readonly Entry[];
}

/**
 * `nothing` only when everyone has answered: a failure is never shown as zero (DESIGN rule 3). And only when the month is
 * over: before that it is `nothing-yet`.
 */
export type MonthStanding =
  'paid' | 'only-planned' | 'not-counted' | 'nothing' | 'nothing-yet' | 'unknown' | 'not-fetched';

export interface MonthInput extends MissingInput {
  /** What the page asks about, where it is more than what was fetched. */
  readonly period: Period | undefined;
}

export const UNDATED = 'undated';

/** The months asked about and those with payments, newest first; last what has no date. Nothing is left out. */
export function toMonths(entries: readonly Entry[], input: MonthInput): MonthView[] {
  const { statement, period } = input;
  const byMonth = groupBy(entries, ({ month }) => month ?? UNDATED);
  const months = new Set([
    ...monthsOf(statement.period),
    ...(period ? monthsOf(period) : []),
    ...[...byMonth.keys()].filter((key) => key !== UNDATED),
  ]);
  const dated = [...months].sort().reverse();
  const undated = byMonth.get(UNDATED);
  return [
    ...dated.map((month) => toMonth(month, byMonth.get(month) ?? [], input)),
    ...(undated ? [toUndated(undated, input.texts)] : []),
  ];
}

export function monthsOf({ from, to }: Period): Month[] {
  const last = monthOf(to);
  const months: Month[] = [];
  for (let month = monthOf(from); month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

export function formatMonth(month: Month): string {
  const text = formatMonths({ from: `${month}-01`, to: `${month}-01` });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function toMonth(month: Month, entries: readonly Entry[], input: MonthInput): MonthView {
  const { statement, texts } = input;
  const days: Period = { from: `${month}-01`, to: lastDayOf(month) };
  const isFetched = overlap(days, statement.period) !== undefined;
  const missing = isFetched ? missingIn(days, input) : { unchecked: [], notAsked: [] };
  const sums = sumsOf(entries);
  const missed = [...missing.unchecked, ...missing.notAsked];
  const today = monthOf(dateInSweden(new Date(statement.fetchedAt)));
  const time = month > today ? 'coming' : month === today ? 'running' : 'over';
  const standing = standingOf(sums, entries, {
    isFetched,
    hasGaps: missed.length > 0,
    isOver: time === 'over',
  });
  return {
    key: month,
    label: formatMonth(month),
    figure: figureOf(standing, sums.paid, time, texts),
    sentence: sentenceOf(standing, sums.paid, entries, time, texts),
    notes: [...notesOf(sums, texts), ...(isFetched || entries.length === 0 ? [] : [otherMonth(input)])],
    gaps: [
      ...(missing.unchecked.length > 0 ? [texts.month.unchecked(missing.unchecked.join(', '))] : []),
      ...(missing.notAsked.length > 0 ? [texts.month.notAsked(missing.notAsked.join(', '))] : []),
      ...(missed.length > 0 && sums.paid.size > 0 ? [texts.month.maybeMore] : []),
    ],
    standing,
    paid: sums.paid,
    planned: sums.planned,
    names: namesOf(sums, entries, texts),
    missing: missed,
    entries,
  };
}

/** When the month is, seen from when it was fetched. */
type Time = 'over' | 'running' | 'coming';

/** Only what the page asks about is the time of the application. */
function otherMonth({ statement, period, texts }: MonthInput): string {
  return texts.month.otherMonth(formatMonths(statement.period), isSamePeriod(statement.period, period));
}

export function isSamePeriod(a: Period, b: Period | undefined): boolean {
  return a.from === b?.from && a.to === b.to;
}

function toUndated(entries: readonly Entry[], texts: IncomeViewTexts): MonthView {
  const sums = sumsOf(entries);
  const standing = standingOf(sums, entries, { isFetched: true, hasGaps: false, isOver: true });
  return {
    key: UNDATED,
    label: texts.month.undated,
    figure: figureOf(standing, sums.paid, 'coming', texts),
    sentence: texts.month.undatedSentence,
    notes: notesOf(sums, texts),
    gaps: [],
    standing,
    paid: sums.paid,
    planned: sums.planned,
    names: namesOf(sums, entries, texts),
    missing: [],
    entries,
  };
}

function standingOf(
  { paid, planned }: Sums,
  entries: readonly Entry[],
  known: { readonly isFetched: boolean; readonly hasGaps: boolean; readonly isOver: boolean },
): MonthStanding {
  if (paid.size > 0) return 'paid';
  if (!known.isFetched && entries.length === 0) return 'not-fetched';
  if (known.hasGaps) return 'unknown';
  if (planned.size > 0) return 'only-planned';
  if (entries.length > 0) return 'not-counted';
  return known.isOver ? 'nothing' : 'nothing-yet';
}

/** A month that is not over is never said to have brought 0 kr. */
function figureOf(
  standing: MonthStanding,
  paid: Sums['paid'],
  time: Time,
  { month }: IncomeViewTexts,
): string {
  if (standing === 'paid') return formatAmount(sumOre(paid.values()));
  if (standing === 'unknown') return month.unknownFigure;
  if (standing === 'not-fetched') return month.notFetchedFigure;
  return time === 'over' ? month.noFigure : month.notYetFigure;
}

function sentenceOf(
  standing: MonthStanding,
  paid: Sums['paid'],
  entries: readonly Entry[],
  time: Time,
  texts: IncomeViewTexts,
): string {
  const { month } = texts;
  if (standing === 'paid') return paidSentence(paid, entries, texts);
  return {
    'only-planned': month.onlyPlanned,
    'not-counted': month.onlyNotCounted,
    nothing: month.nothing,
    'nothing-yet': time === 'coming' ? month.notBegun : month.notOver,
    unknown: month.unknown,
    'not-fetched': month.notFetched,
  }[standing];
}
