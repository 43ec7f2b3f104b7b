import {
  arrange,
  EKBIST_ROWS,
  formatAmount,
  formatDate,
  isComplete,
  OTHER_INCOME,
  parseTypedAmount,
  rowFor,
  type FilledRow,
  type Payment,
  type RowGroup,
  type Section,
  type SetAside,
  type Source,
  type SourceCode,
} from '@medborgarnavet/model';
import type { Texts } from '../localize/texts.ts';
import { entryOf, isEmpty, type Entries } from './prefill.entries.ts';
import { statementOf, type PrefillState } from './prefill.state.ts';

export interface SourceLine {
  readonly name: string;
  readonly verdict: Source['verdict'];
  readonly text: string;
  /** Why, what to do, and what the parts of the source said. */
  readonly details: readonly string[];
}

export interface RowView {
  readonly key: string;
  readonly label: string;
  /** The amount; absent when nothing was retrieved, and then `notes` says why. Never a made-up zero. */
  readonly amount?: string;
  readonly notes: readonly string[];
  readonly correction: string;
  readonly comment: string;
  /** What to write instead of what stands in the correction. */
  readonly error?: string;
}

export interface GroupView {
  readonly group: RowGroup;
  readonly heading: string;
  readonly rows: readonly RowView[];
}

export interface PrefillView {
  /** Who is asked, by name. */
  readonly asked: readonly string[];
  readonly sources: readonly SourceLine[];
  /** How the fetch came out as a whole; undefined before anything has been fetched. */
  readonly outcome?: string;
  readonly groups: readonly GroupView[];
  /** Whether there is anything to correct. */
  readonly hasAmounts: boolean;
  /** What was retrieved and is in no row, each with the reason. */
  readonly setAside: readonly string[];
}

const GROUPS: readonly RowGroup[] = ['FK', 'PM', 'CSN', 'other'];

export interface PrefillInput {
  readonly state: PrefillState;
  readonly entries: Entries;
  /** Whom the host asks. */
  readonly asked: readonly SourceCode[];
  /** Groups that have been shown already: they stay, so that nothing disappears under the person's hands. */
  readonly shown?: ReadonlySet<RowGroup>;
  readonly texts: Texts;
}

/** Decides all that the element shows of its data. */
export function toPrefillView({ state, entries, asked, shown, texts }: PrefillInput): PrefillView {
  const statement = statementOf(state);
  const { rows, setAside } = arrange(statement ?? { sources: [], period: { from: '', to: '' } });
  const sources = new Map(statement?.sources.map((source) => [source.source, source] as const));
  return {
    asked: asked.map((source) => texts.source.names[source]),
    sources: statement?.sources.map((source) => toSourceLine(source, texts)) ?? [],
    ...(statement && { outcome: outcomeOf(statement.sources, texts) }),
    groups: GROUPS.filter((group) => shown?.has(group) === true || isShown(group, sources, entries)).map(
      (group) => ({
        group,
        heading: texts.prefill.groups[group],
        rows: rows
          .filter(({ row }) => row.group === group)
          .map((filled) =>
            toRowView(filled, {
              sources,
              entries,
              texts,
              asked,
              isFetched: statement !== undefined,
              setAside,
            }),
          ),
      }),
    ),
    hasAmounts: rows.some(({ retrieved }) => retrieved !== undefined),
    setAside: setAside.map((item) => toSetAsideText(item, texts)),
  };
}

function outcomeOf(sources: readonly Source[], { prefill }: Texts): string {
  if (!sources.every(isComplete)) return prefill.incomplete;
  return sources.some(({ verdict }) => verdict === 'answered')
    ? prefill.complete
    : prefill.completeWithNothing;
}

/** Pensionsmyndigheten has a group of its own where it answers for itself, or where the person has written there. */
function isShown(group: RowGroup, sources: ReadonlyMap<SourceCode, Source>, entries: Entries): boolean {
  if (group !== 'PM') return true;
  const verdict = sources.get('PM')?.verdict;
  if (verdict === 'answered' || verdict === 'unchecked') return true;
  return EKBIST_ROWS.some((row) => row.group === 'PM' && !isEmpty(entryOf(entries, row.key)));
}

function toSourceLine(source: Source, texts: Texts): SourceLine {
  const reason = source.verdict === 'unchecked' ? texts.source.reasons[source.reason] : undefined;
  const asked =
    source.asked && texts.source.asked(formatDate(source.asked.from), formatDate(source.asked.to));
  return {
    name: texts.source.names[source.source],
    verdict: source.verdict,
    text: verdictText(source.verdict, texts),
    details: [
      ...(reason ? [`${reason.why} ${reason.advice}`] : []),
      ...(asked ? [asked] : []),
      ...source.sections.map((section) => toSectionText(section, texts)),
    ],
  };
}

function toSectionText(section: Section, texts: Texts): string {
  const verdict = verdictText(section.verdict, texts).toLowerCase();
  const text = texts.source.section(section.name, verdict);
  if (section.verdict !== 'unchecked') return `${text}.`;
  const { why, advice } = texts.source.reasons[section.reason];
  return `${text}. ${why} ${advice}`;
}

function verdictText(verdict: Source['verdict'], { source }: Texts): string {
  return {
    answered: source.answered,
    nothing: source.nothing,
    unchecked: source.unchecked,
    'not-asked': source.notAsked,
  }[verdict];
}

interface RowInput {
  readonly sources: ReadonlyMap<SourceCode, Source>;
  readonly entries: Entries;
  readonly texts: Texts;
  readonly asked: readonly SourceCode[];
  readonly isFetched: boolean;
  readonly setAside: readonly SetAside[];
}

function toRowView(filled: FilledRow, input: RowInput): RowView {
  const { key, label } = filled.row;
  const entry = entryOf(input.entries, key);
  const typed = parseTypedAmount(entry.correction);
  return {
    key,
    label,
    ...(filled.retrieved !== undefined && { amount: formatAmount(filled.retrieved) }),
    notes: filled.retrieved === undefined ? notesOnNothing(filled, input) : notesOn(filled, input),
    correction: entry.correction,
    comment: entry.comment,
    ...(typed.kind === 'unreadable' && { error: input.texts.amount[typed.why] }),
  };
}

/** Why there is no amount. "Nothing", "could not be checked" and "cannot be fetched" are three sentences. */
function notesOnNothing(
  { row }: FilledRow,
  { sources, texts, asked, isFetched, setAside }: RowInput,
): string[] {
  if (setAside.some(({ payment }) => rowFor(payment) === row)) return [texts.row.setAside];
  // Any source may bring other income, so there is nothing to say of it until one has.
  if (row.key === OTHER_INCOME) return [];
  const code = asked.find((source) => row.takes[source] !== undefined);
  if (code === undefined) return [texts.row.notCovered];
  if (!isFetched) return [];
  const source = sources.get(code);
  if (!source || source.verdict === 'not-asked') return [texts.row.notFetched];
  return [isComplete(source) ? texts.row.nothing : texts.row.unchecked];
}

function notesOn({ row, payments }: FilledRow, { sources, texts }: RowInput): string[] {
  const payers = [...new Set(payments.map(({ payer }) => payer))];
  const names = [...new Set(payments.map(({ benefit }) => benefit.name))].filter(
    (name) => !alike(name, row.label),
  );
  const gaps = payments.some(({ source }) => {
    const told = sources.get(source);
    return told !== undefined && !isComplete(told);
  });
  return [
    ...(names.length > 0 ? [names.join(', ')] : []),
    texts.row.from(payers.join(', ')),
    when(payments, texts),
    ...(gaps ? [texts.row.maybeMore] : []),
  ].filter((note) => note !== '');
}

function alike(name: string, label: string): boolean {
  return label.toLowerCase().includes(name.toLowerCase());
}

function when(payments: readonly Payment[], texts: Texts): string {
  const [first, ...others] = payments;
  if (!first) return '';
  if (others.length > 0) return texts.row.severalPayments(payments.length);
  if (first.date === undefined) return '';
  const date = formatDate(first.date);
  return first.status === 'planned' ? texts.row.plannedFor(date) : texts.row.paidOn(date);
}

function toSetAsideText({ payment, reason }: SetAside, texts: Texts): string {
  const when = payment.date === undefined ? '' : `, ${formatDate(payment.date)}`;
  return `${payment.benefit.name}, ${payment.payer}${when}: ${formatAmount(payment.net)}, ${texts.setAside.reasons[reason]}`;
}
