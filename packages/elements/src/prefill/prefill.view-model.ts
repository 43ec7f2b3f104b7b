import {
  arrange,
  dateInSweden,
  formatAmount,
  formatDate,
  isComplete,
  NO_CHANGES,
  readAmount,
  RowGroup,
  sumOre,
  type CalendarDate,
  type IncomeStatement,
  type Row,
  type SetAside,
  type SourceCode,
} from '@medborgarnavet/model';
import type { Texts } from '../localize/texts.ts';
import { faultsIn, type FaultView } from './prefill.faults.ts';
import { ownIncomeTotal } from './prefill.own-income.ts';
import { toRowView, type RowView } from './prefill.row-view.ts';
import { arrivingLines, toSourceLine, type SourceLine } from '../source-line.ts';
import { statementOf, type PrefillState } from './prefill.state.ts';
import { effectiveOf, entryOf, isEmpty, type Written } from './prefill.written.ts';

export interface GroupView {
  readonly group: RowGroup;
  readonly heading: string;
  readonly rows: readonly RowView[];
}

export interface TotalView {
  /** Absent when there is no amount to sum up. */
  readonly text?: string;
  /** What the sum does not have, though something is written there. */
  readonly lacks?: string;
  /** All could not be checked. */
  readonly isIncomplete: boolean;
}

export interface PrefillView {
  /** Who is asked, by name. */
  readonly asked: readonly string[];
  readonly sources: readonly SourceLine[];
  /** How the fetch came out as a whole; undefined before anything has been fetched. */
  readonly outcome?: string;
  readonly groups: readonly GroupView[];
  /** How many rows are folded away. */
  readonly folded: number;
  /** Whether there is anything to correct. */
  readonly hasAmounts: boolean;
  /** The person has answered that there are no incomes, and there are some. */
  readonly isContradicted: boolean;
  /** The sum of all that counts; absent when nothing does and nothing is written. */
  readonly total?: TotalView;
  /** What was retrieved and is in no row, each with the reason. */
  readonly setAside: readonly string[];
  /** What was told at the fetch before and is not told any more. */
  readonly gone: readonly string[];
  readonly faults: readonly FaultView[];
  /** Whether wages have a place in the rows, or can be fetched: then they are no income to add. */
  readonly coversWages: boolean;
  /** How many days old what is shown is, where it was fetched at an earlier visit and on an earlier day. */
  readonly age?: number;
}

export interface PrefillInput {
  readonly state: PrefillState;
  readonly written: Written;
  readonly rows: readonly Row[];
  /** Whom the host asks. */
  readonly asked: readonly SourceCode[];
  /** Groups that have been shown already: they stay, so that nothing disappears under the person's hands. */
  readonly shown?: ReadonlySet<RowGroup>;
  /** Whether rows that are empty everywhere are folded away. */
  readonly folds?: boolean;
  /** The ids of the fields where a part of a date stands: the browser tells nobody what. */
  readonly halfDates?: ReadonlySet<string> | undefined;
  readonly rules: { readonly reason: boolean; readonly answer: boolean };
  /** Today in Sweden. */
  readonly today: CalendarDate;
  readonly texts: Texts;
}

const NOTHING: Pick<IncomeStatement, 'sources' | 'period'> = { sources: [], period: { from: '', to: '' } };

/** Decides all that the element shows of its data. */
export function toPrefillView(input: PrefillInput): PrefillView {
  const { state, written, asked, texts } = input;
  const statement = statementOf(state);
  const { rows: filled, setAside } = arrange(statement ?? NOTHING, input.rows);
  const groups = toGroups(filled, setAside, input);
  const folds = input.folds === true && statement !== undefined;
  const shown = groups.map((group) => ({
    ...group,
    rows: folds ? group.rows.filter(({ isEmpty }) => !isEmpty) : group.rows,
  }));
  const count = (all: readonly GroupView[]): number => all.reduce((sum, { rows }) => sum + rows.length, 0);
  const hasAmounts = filled.some(({ retrieved }) => retrieved !== undefined);
  const changes = state.kind === 'answered' ? state.changes : NO_CHANGES;
  return {
    asked: asked.map((source) => texts.source.names[source]),
    sources: sourceLines(state, texts),
    ...(statement && { outcome: outcomeOf(statement, texts) }),
    groups: shown.filter(({ rows }) => rows.length > 0),
    folded: count(groups) - count(shown),
    hasAmounts,
    isContradicted: written.hasIncome === 'no' && totalOf(filled, statement, input).total !== undefined,
    ...totalOf(filled, statement, input),
    setAside: setAside.map((item) => toSetAsideText(item, texts)),
    gone: changes.gone.map((payment) => texts.changes.gone(describe(payment))),
    faults: faultsIn(filled, input),
    coversWages: asked.includes('SKV') || input.rows.some(({ key }) => key === 'andra.lon'),
    ...ageOf(input),
  };
}

function toGroups(
  filled: ReturnType<typeof arrange>['rows'],
  setAside: readonly SetAside[],
  { state, written, asked, shown, texts }: PrefillInput,
): GroupView[] {
  const statement = statementOf(state);
  const input = {
    sources: new Map(statement?.sources.map((source) => [source.source, source] as const)),
    written,
    texts,
    asked,
    isFetched: statement !== undefined,
    setAside,
    period: (statement ?? NOTHING).period,
    changes: state.kind === 'answered' ? state.changes : NO_CHANGES,
  };
  return RowGroup.options
    .filter((group) => group !== 'PM' || shown?.has('PM') === true || hasPensionGroup(filled, input))
    .map((group) => ({
      group,
      heading: texts.prefill.groups[group],
      rows: filled.filter(({ row }) => row.group === group).map((each) => toRowView(each, input)),
    }));
}

/** Pensionsmyndigheten has a group of its own where it answers for itself, or where the person has written there. */
function hasPensionGroup(
  filled: ReturnType<typeof arrange>['rows'],
  {
    sources,
    written,
  }: { readonly sources: ReadonlyMap<SourceCode, { readonly verdict: string }>; readonly written: Written },
): boolean {
  const verdict = sources.get('PM')?.verdict;
  if (verdict === 'answered' || verdict === 'unchecked') return true;
  return filled.some(({ row }) => row.group === 'PM' && !isEmpty(entryOf(written, row.key)));
}

/** While asking, those who have come and those who are waited for; but only where the host tells of them. */
function sourceLines(state: PrefillState, texts: Texts): SourceLine[] {
  if (state.kind !== 'asking' || state.asked.length === 0) {
    return statementOf(state)?.sources.map((source) => toSourceLine(source, texts)) ?? [];
  }
  return arrivingLines(state, texts, texts.prefill.waiting);
}

function outcomeOf({ sources }: IncomeStatement, { prefill }: Texts): string {
  if (!sources.every(isComplete)) return prefill.incomplete;
  return sources.some(({ verdict }) => verdict === 'answered')
    ? prefill.complete
    : prefill.completeWithNothing;
}

/** What was fetched at an earlier visit may be old: it says so, and demands nothing. */
function ageOf({ state, today }: PrefillInput): Pick<PrefillView, 'age'> {
  if (state.kind !== 'answered' || !state.isResumed) return {};
  const fetched = dateInSweden(new Date(state.statement.fetchedAt));
  const age = Math.round((Date.parse(today) - Date.parse(fetched)) / 86_400_000);
  return age > 0 ? { age } : {};
}

/** No total looks whole when a source is missing (DESIGN rule 3), or an amount cannot be read (rule 10). */
function totalOf(
  filled: ReturnType<typeof arrange>['rows'],
  statement: IncomeStatement | undefined,
  { written, texts }: PrefillInput,
): Pick<PrefillView, 'total'> {
  const own = ownIncomeTotal(written);
  const counted = filled.map((row) => effectiveOf(row, written)).filter((amount) => amount !== undefined);
  const lacks = unreadIn(filled, written, texts);
  const amounts = [...counted, ...(own === undefined ? [] : [own])];
  if (amounts.length === 0 && lacks.length === 0) return {};
  return {
    total: {
      ...(amounts.length > 0 && { text: texts.prefill.total(formatAmount(sumOre(amounts))) }),
      ...(lacks.length > 0 && { lacks: texts.prefill.totalLacks(lacks) }),
      isIncomplete: statement?.sources.every(isComplete) === false,
    },
  };
}

/** By name, where an amount is written that cannot be read. */
function unreadIn(
  filled: ReturnType<typeof arrange>['rows'],
  written: Written,
  texts: Texts,
): readonly string[] {
  const isUnread = (text: string): boolean => readAmount(text).typed !== undefined;
  return [
    ...filled.flatMap(({ row }) => (isUnread(entryOf(written, row.key).correction) ? [row.label] : [])),
    ...written.own.flatMap(({ amount }, index) => (isUnread(amount) ? [texts.own.legend(index + 1)] : [])),
  ];
}

function toSetAsideText({ payment, reason }: SetAside, texts: Texts): string {
  return `${describe(payment)}, ${texts.setAside.reasons[reason]}`;
}

function describe({ benefit, payer, date, net }: SetAside['payment']): string {
  const when = date === undefined ? '' : `, ${formatDate(date)}`;
  return `${benefit.name}, ${payer}${when}: ${formatAmount(net)}`;
}
