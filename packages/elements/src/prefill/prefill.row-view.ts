import {
  formatAmount,
  formatDate,
  isComplete,
  OTHER_INCOME,
  parseTypedAmount,
  rowFor,
  type CorrectionReason,
  type FilledRow,
  type Payment,
  type SetAside,
  type Source,
  type SourceCode,
} from '@medborgarnavet/model';
import { toPaymentView, type PaymentView, type PaymentViewInput } from './prefill.payment-view.ts';
import { differs, effectiveOf, entryOf, isEmpty, type Entry } from './prefill.written.ts';

export interface RowView {
  readonly key: string;
  readonly label: string;
  /** The amount; absent when nothing was retrieved, and then `notes` says why. Never a made-up zero. */
  readonly amount?: string;
  readonly notes: readonly string[];
  /** What the amount is made of. */
  readonly payments: readonly PaymentView[];
  readonly correction: string;
  /** Less than zero is a likely amount here: money has been taken back, or the person has written so. */
  readonly mayBeNegative: boolean;
  readonly comment: string;
  readonly reason: CorrectionReason | '';
  /** Exactly when the person's amount differs from the retrieved one. */
  readonly asksReason: boolean;
  /** What the row comes to, where that is not the retrieved amount itself. */
  readonly effective?: string;
  /** The retrieved amount is not any more what the correction was written beside. */
  readonly moved?: string;
  /** How many of its payments are said not to be right. */
  readonly disputed?: string;
  /** Who mends what is wrong with the authority, where something is said to be wrong. */
  readonly contact?: string;
  readonly step?: 'take-back' | 'undo';
  /** What to write instead of what stands in the correction. */
  readonly error?: string;
  /** Nothing was retrieved, nothing is written, and nothing is left unchecked. */
  readonly isEmpty: boolean;
}

export interface RowViewInput extends PaymentViewInput {
  readonly sources: ReadonlyMap<SourceCode, Source>;
  readonly asked: readonly SourceCode[];
  readonly isFetched: boolean;
  readonly setAside: readonly SetAside[];
}

export function toRowView(filled: FilledRow, input: RowViewInput): RowView {
  const { written, texts } = input;
  const { key, label } = filled.row;
  const { retrieved, payments } = filled;
  const entry = entryOf(written, key);
  const typed = parseTypedAmount(entry.correction);
  const effective = effectiveOf(filled, written);
  const disputed = payments.filter(({ id }) => written.disputes.has(id)).length;
  const isWrong = differs(filled, written) || disputed > 0;
  const notes = retrieved === undefined ? notesOnNothing(filled, input) : notesOn(filled, input);
  const [contact] = isWrong ? payments.map(({ source }) => texts.source.contacts[source]) : [];
  const moved = movedNote(filled, entry, input);
  const step = stepOf(filled, entry, input);
  return {
    key,
    label,
    ...(retrieved !== undefined && { amount: formatAmount(retrieved) }),
    notes,
    payments: payments.map((payment) => toPaymentView(payment, input)),
    correction: entry.correction,
    mayBeNegative: payments.some(({ net }) => net < 0) || (typed.kind === 'amount' && typed.ore < 0),
    comment: entry.comment,
    reason: entry.reason,
    asksReason: differs(filled, written),
    ...(effective !== undefined &&
      effective !== retrieved && { effective: texts.row.effective(formatAmount(effective)) }),
    ...(moved !== undefined && { moved }),
    ...(disputed > 0 && { disputed: texts.row.disputed(disputed) }),
    ...(contact !== undefined && { contact: texts.row.contact(contact) }),
    ...(step && { step }),
    ...(typed.kind === 'unreadable' && { error: texts.amount[typed.why] }),
    isEmpty: retrieved === undefined && isEmpty(entry) && !notes.includes(texts.row.unchecked),
  };
}

/** Why there is no amount. "Nothing", "could not be checked" and "cannot be fetched" are three sentences. */
function notesOnNothing(
  { row }: FilledRow,
  { sources, texts, asked, isFetched, setAside }: RowViewInput,
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

function notesOn({ row, payments }: FilledRow, { sources, texts, changes }: RowViewInput): string[] {
  const payers = [...new Set(payments.map(({ payer }) => payer))];
  const names = [...new Set(payments.map(({ benefit }) => benefit.name))].filter(
    (name) => !row.label.toLowerCase().includes(name.toLowerCase()),
  );
  const mayTell = new Set<string>([...Object.keys(row.takes), ...payments.map(({ source }) => source)]);
  const gaps = [...sources.values()].some((source) => mayTell.has(source.source) && !isComplete(source));
  const isChanged = payments.some(({ id }) => changes.changed.has(id));
  const isNew = payments.some(({ id }) => changes.added.has(id));
  return [
    ...(names.length > 0 ? [names.join(', ')] : []),
    texts.row.from(payers.join(', ')),
    when(payments, texts.row),
    ...(isChanged ? [texts.row.changed] : isNew ? [texts.row.added] : []),
    ...(gaps ? [texts.row.maybeMore] : []),
  ].filter((note) => note !== '');
}

function when(payments: readonly Payment[], texts: RowViewInput['texts']['row']): string {
  const [first, ...others] = payments;
  if (!first) return '';
  if (others.length > 0) return texts.severalPayments(payments.length);
  if (first.date === undefined) return '';
  const date = formatDate(first.date);
  return first.status === 'planned' ? texts.plannedFor(date) : texts.paidOn(date);
}

/** Both are shown where the base has moved under a correction (DESIGN rule 2). */
function movedNote(
  { retrieved }: FilledRow,
  { correction, base }: Entry,
  { isFetched, texts }: RowViewInput,
): string | undefined {
  if (base === undefined || base === retrieved || correction.trim() === '' || !isFetched) return undefined;
  const before = formatAmount(base);
  return retrieved === undefined
    ? texts.row.movedToNothing(correction.trim(), before)
    : texts.row.moved(correction.trim(), before, formatAmount(retrieved));
}

function stepOf(
  { row, retrieved }: FilledRow,
  { correction }: Entry,
  { written }: RowViewInput,
): RowView['step'] {
  if (written.takenBack.has(row.key)) return 'undo';
  return retrieved !== undefined && correction.trim() !== '' ? 'take-back' : undefined;
}
