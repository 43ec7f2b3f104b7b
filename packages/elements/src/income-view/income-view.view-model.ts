import {
  formatInstant,
  isComplete,
  type IncomeProblemKind,
  type IncomeStatement,
  type Period,
  type SourceCode,
} from '@medborgarnavet/model';
import type { IncomeViewTexts } from '../localize/income-view.texts.ts';
import { sv } from '../localize/sv.ts';
import { isClosedHere } from '../problems.ts';
import { toSourceLine, type SourceLine } from '../source-line.ts';
import { entriesOf } from './income-view.entries.ts';
import { findIn, isSearching, type Find } from './income-view.find.ts';
import type { AskedTime } from './income-view.payment-view.ts';
import { isSamePeriod, toMonths, type MonthView } from './income-view.month-view.ts';

/** All that is shown of a statement. */
export interface StatementView {
  readonly fetched: string;
  readonly outcome: string;
  readonly isComplete: boolean;
  readonly sources: readonly SourceLine[];
  /** All months. */
  readonly months: readonly MonthView[];
  /** The months that are listed: while searching, those with something that was found, and only that in them. */
  readonly listed: readonly MonthView[];
  readonly isSearching: boolean;
  readonly count: number;
  readonly found: number;
  /** The time that was asked about. */
  readonly time: AskedTime;
}

export interface StatementInput {
  readonly statement: IncomeStatement;
  readonly period: Period | undefined;
  readonly asked: readonly SourceCode[];
  readonly find: Find;
  readonly texts: IncomeViewTexts;
}

export function toStatementView(input: StatementInput): StatementView {
  const { statement, find, texts } = input;
  const entries = entriesOf(statement);
  const months = toMonths(entries, input);
  const searching = isSearching(find);
  const found = searching ? new Set(findIn(entries, find, (code) => texts.source.names[code])) : undefined;
  const listed = found
    ? months
        .map((month) => ({ ...month, entries: month.entries.filter((entry) => found.has(entry)) }))
        .filter((month) => month.entries.length > 0)
    : months;
  const isWhole = months.every(({ missing }) => missing.length === 0) && statement.sources.every(isComplete);
  return {
    fetched: texts.view.fetched(formatInstant(statement.fetchedAt)),
    outcome: outcomeOf(isWhole, entries.length, texts),
    isComplete: isWhole,
    sources: statement.sources.map((source) => toSourceLine(source, { ...sv, source: texts.source })),
    months,
    listed,
    isSearching: searching,
    count: entries.length,
    found: found?.size ?? entries.length,
    time: { period: statement.period, isApplication: isSamePeriod(statement.period, input.period) },
  };
}

function outcomeOf(isWhole: boolean, count: number, { view }: IncomeViewTexts): string {
  if (!isWhole) return view.incomplete;
  return count > 0 ? view.complete : view.completeWithNothing;
}

/** A mistake of the page: pressing again changes nothing. */
/** The authorities have been asked, so they can be asked again. */
const ASK_AGAIN: readonly IncomeProblemKind[] = [
  ...(['upstream-unavailable', 'upstream-timeout', 'too-many-requests'] as const),
];

/** Looking again asks no authority, so it is what is offered after most problems. */
export function wayOn(problem: IncomeProblemKind, hasPeriod: boolean): 'fetch' | 'look' | undefined {
  if (isClosedHere(problem) || problem === 'invalid-input') return undefined;
  return hasPeriod && ASK_AGAIN.includes(problem) ? 'fetch' : 'look';
}
