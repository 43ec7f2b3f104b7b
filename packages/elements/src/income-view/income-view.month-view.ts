import {
  addMonths,
  formatAmount,
  formatMonths,
  lastDayOf,
  monthOf,
  overlap,
  sumOre,
  type IncomeStatement,
  type Month,
  type Ore,
  type Period,
  type Source,
  type SourceCode,
} from '@medborgarnavet/model';
import type { IncomeViewTexts } from '../localize/income-view.texts.ts';
import type { Entry } from './income-view.entries.ts';

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
  readonly paid: ReadonlyMap<SourceCode, Ore>;
  readonly planned: ReadonlyMap<SourceCode, Ore>;
  /** Who could not be checked or was not asked, by name. */
  readonly missing: readonly string[];
  readonly entries: readonly Entry[];
}

/** `nothing` only when everyone has answered: a failure is never shown as zero (DESIGN rule 3). */
export type MonthStanding = 'paid' | 'only-planned' | 'not-counted' | 'nothing' | 'unknown' | 'not-fetched';

export interface MonthInput {
  readonly statement: IncomeStatement;
  /** What the page asks about, where it is more than what was fetched. */
  readonly period: Period | undefined;
  /** Whom the host asks. */
  readonly asked: readonly SourceCode[];
  readonly texts: IncomeViewTexts;
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
  const names = [...missing.unchecked, ...missing.notAsked];
  const standing = standingOf(sums, entries, isFetched, names.length > 0);
  return {
    key: month,
    label: formatMonth(month),
    figure: figureOf(standing, sums.paid, texts),
    sentence: sentenceOf(standing, sums.paid, texts),
    notes: [
      ...notesOf(sums, texts),
      ...(isFetched || entries.length === 0 ? [] : [texts.month.otherMonth(formatMonths(statement.period))]),
    ],
    gaps: [
      ...(missing.unchecked.length > 0 ? [texts.month.unchecked(missing.unchecked.join(', '))] : []),
      ...(missing.notAsked.length > 0 ? [texts.month.notAsked(missing.notAsked.join(', '))] : []),
      ...(names.length > 0 && sums.paid.size > 0 ? [texts.month.maybeMore] : []),
    ],
    standing,
    paid: sums.paid,
    planned: sums.planned,
    missing: names,
    entries,
  };
}

function toUndated(entries: readonly Entry[], texts: IncomeViewTexts): MonthView {
  const sums = sumsOf(entries);
  return {
    key: UNDATED,
    label: texts.month.undated,
    figure: formatAmount(sumOre(sums.paid.values())),
    sentence: texts.month.undatedSentence,
    notes: notesOf(sums, texts),
    gaps: [],
    standing: standingOf(sums, entries, true, false),
    paid: sums.paid,
    planned: sums.planned,
    missing: [],
    entries,
  };
}

interface Sums {
  readonly paid: Map<SourceCode, Ore>;
  readonly planned: Map<SourceCode, Ore>;
  /** Told twice. */
  readonly notCounted: readonly Ore[];
}

function sumsOf(entries: readonly Entry[]): Sums {
  const paid = new Map<SourceCode, Ore>();
  const planned = new Map<SourceCode, Ore>();
  const notCounted: Ore[] = [];
  for (const { payment, setAside } of entries) {
    if (setAside === 'possible-duplicate') {
      notCounted.push(payment.net);
      continue;
    }
    const sums = payment.status === 'paid' ? paid : planned;
    const before = sums.get(payment.source);
    sums.set(payment.source, before === undefined ? payment.net : sumOre([before, payment.net]));
  }
  return { paid, planned, notCounted };
}

function notesOf({ planned, notCounted }: Sums, { month }: IncomeViewTexts): string[] {
  return [
    ...(planned.size > 0 ? [month.planned(formatAmount(sumOre(planned.values())))] : []),
    ...(notCounted.length > 0 ? [month.notCounted(formatAmount(sumOre(notCounted)))] : []),
  ];
}

function standingOf(
  { paid, planned }: Sums,
  entries: readonly Entry[],
  isFetched: boolean,
  hasGaps: boolean,
): MonthStanding {
  if (paid.size > 0) return 'paid';
  if (!isFetched && entries.length === 0) return 'not-fetched';
  if (hasGaps) return 'unknown';
  if (planned.size > 0) return 'only-planned';
  return entries.length > 0 ? 'not-counted' : 'nothing';
}

function figureOf(standing: MonthStanding, paid: Sums['paid'], { month }: IncomeViewTexts): string {
  if (standing === 'paid') return formatAmount(sumOre(paid.values()));
  if (standing === 'unknown') return month.unknownFigure;
  return standing === 'not-fetched' ? month.notFetchedFigure : month.noFigure;
}

function sentenceOf(standing: MonthStanding, paid: Sums['paid'], { month, source }: IncomeViewTexts): string {
  const names = [...paid.keys()].map((code) => source.names[code]);
  return {
    paid: month.from(names.join(', '), names.length),
    'only-planned': month.onlyPlanned,
    'not-counted': month.onlyNotCounted,
    nothing: month.nothing,
    unknown: month.unknown,
    'not-fetched': month.notFetched,
  }[standing];
}

/** Who has not told of all of these days: failed, in part, for a shorter time, or never asked. */
function missingIn(
  days: Period,
  { statement, asked, texts }: MonthInput,
): { unchecked: string[]; notAsked: string[] } {
  const sources = new Map(statement.sources.map((source) => [source.source, source]));
  const codes = [...new Set([...sources.keys(), ...asked])];
  const name = (code: SourceCode): string => texts.source.names[code];
  return {
    unchecked: codes.flatMap((code) => {
      const source = sources.get(code);
      return source ? gapsOf(source, days, statement.period, name(code)) : [];
    }),
    notAsked: codes.filter((code) => (sources.get(code)?.verdict ?? 'not-asked') === 'not-asked').map(name),
  };
}

function gapsOf(source: Source, days: Period, whole: Period, name: string): string[] {
  if (source.verdict === 'unchecked') return [name];
  const meant = overlap(days, whole);
  const told = source.asked && meant ? overlap(source.asked, meant) : meant;
  if (told?.from !== meant?.from || told?.to !== meant?.to) return [name];
  return source.sections
    .filter(({ verdict }) => verdict === 'unchecked')
    .map((section) => (source.source === 'SO' ? section.name : `${name} (${section.name})`));
}

export function groupBy<Key, T>(items: readonly T[], keyOf: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
