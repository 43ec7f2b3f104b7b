import {
  arrange,
  parseTypedAmount,
  type FilledRow,
  type IncomeStatement,
  type Ore,
  type Row,
} from '@medborgarnavet/model';
import type { Texts } from '../../localize/texts.ts';
import type { Filling } from '../prefill.events.ts';
import type { FaultView } from '../prefill.faults.ts';
import type { RowView } from '../prefill.row-view.ts';
import type { PrefillView } from '../prefill.view-model.ts';
import { entryOf, type Entry, type Written } from '../prefill.written.ts';

/**
 * What stands in the page's field for a retrieved amount: nothing, the amount that we put there, or what is the
 * person's own. A field that we filled and that has been changed or emptied since is the person's own.
 */
export type Holding = 'nothing' | 'retrieved' | 'written';

/** A retrieved amount in a field, and how the page writes it. */
export interface Put {
  readonly amount: Ore;
  readonly text: string;
}

/** Whether it is that amount, in whatever way the page writes it. */
export function isPut(text: string, { amount, text: put }: Put): boolean {
  return text === put || isAmount(text, amount);
}

/** @param isTheirs the person has changed this very field. */
export function holdingOf(text: string, put: Put | undefined, isTheirs: boolean): Holding {
  if (put && isPut(text, put)) return 'retrieved';
  return text.trim() !== '' || put || isTheirs ? 'written' : 'nothing';
}

function isAmount(text: string, amount: Ore | undefined): boolean {
  const typed = parseTypedAmount(text);
  return typed.kind === 'amount' && typed.ore === amount;
}

export function filledRows(
  statement: IncomeStatement | undefined,
  rows: readonly Row[],
): readonly FilledRow[] {
  return arrange(statement ?? { sources: [], period: { from: '', to: '' } }, rows).rows;
}

/**
 * What the person has written with what they typed in the page's fields for retrieved amounts, which counts as a
 * correction where there is no other. The retrieved amount itself corrects nothing.
 * @param typed by row key.
 */
export function withTyped(
  written: Written,
  typed: ReadonlyMap<string, string>,
  filled: readonly FilledRow[],
): Written {
  if (typed.size === 0) return written;
  const entries = new Map(written.entries);
  for (const { row, retrieved } of filled) {
    const entry = entryOf(written, row.key);
    const text = typed.get(row.key) ?? '';
    if (text === '' || entry.correction.trim() !== '' || isAmount(text, retrieved)) continue;
    entries.set(row.key, { ...entry, correction: text });
  }
  return { ...written, entries };
}

/** What the host is told before its fields are filled. */
export function fillingsOf(
  filled: readonly FilledRow[],
  amountOf: (key: string) => { readonly field: Filling['field']; readonly holding: Holding } | undefined,
): Filling[] {
  return filled.flatMap(({ row: { key }, retrieved, payments }) => {
    if (retrieved === undefined) return [];
    const { field, holding } = amountOf(key) ?? {};
    const sources = [...new Set(payments.map(({ source }) => source))];
    return [{ key, amount: retrieved, sources, field, isWritten: holding === 'written' }];
  });
}

export interface RowSituation {
  readonly filled: FilledRow;
  readonly row: RowView | undefined;
  /** What is written in the fields for a correction and a comment. */
  readonly entry: Entry;
  readonly holding: Holding;
  /** What stands in the page's field for the amount. */
  readonly text: string;
  /** The page lets nobody write in that field, or there is none. */
  readonly isClosed: boolean;
  readonly demandsReason: boolean;
  readonly texts: Texts;
}

/**
 * What stands beside a field: where its amount is from, or why there is none, or what the authority says where
 * something else stands in it. Never an amount that nobody has told.
 */
export function markOf({ filled, row, entry, holding, text, texts }: RowSituation): string {
  if (!row) return '';
  const payers = [...new Set(filled.payments.map(({ payer }) => payer))].join(', ');
  const isShown = holding === 'retrieved' && isAmount(text, filled.retrieved);
  const notes =
    isShown || row.amount === undefined
      ? row.notes
      : [
          texts.fills.told(payers, row.amount),
          ...row.notes.filter((note) => note !== texts.row.from(payers)),
        ];
  // Less what the person has disputed: nothing else on the page tells it.
  const counts = holding !== 'written' && entry.correction.trim() === '' ? row.effective : undefined;
  return [...notes, row.moved, counts]
    .filter((note) => note !== undefined)
    .map((note) => (note.endsWith('.') ? note : `${note}.`))
    .join(' ');
}

/** Whether a field for a correction is needed, where the page has none. */
export function needsCorrection({ filled, entry, holding, isClosed }: RowSituation): boolean {
  if (holding === 'retrieved' || entry.correction.trim() !== '') return true;
  return filled.retrieved !== undefined && isClosed;
}

/** Whether a field for a comment is needed, where the page has none. */
export function needsComment({ row, entry, demandsReason }: RowSituation): boolean {
  return entry.comment.trim() !== '' || (demandsReason && row?.asksReason === true);
}

/** The page has no list of reasons: a comment is the way out. */
export function faultsInFields(
  faults: readonly FaultView[],
  keys: ReadonlySet<string>,
  { fills }: Texts,
): FaultView[] {
  return faults.map((fault) =>
    keys.has(fault.key) && fault.field === `reason-${fault.key}`
      ? { ...fault, field: `comment-${fault.key}`, text: fills.commentMissing }
      : fault,
  );
}

/** What has no field in the page and must not be lost from sight. */
export function restOf(view: PrefillView, keys: ReadonlySet<string>): PrefillView {
  const isLost = ({ key, amount, correction, comment, step }: RowView): boolean =>
    !keys.has(key) &&
    [amount, step, correction.trim() || undefined, comment.trim() || undefined].some(Boolean);
  const groups = view.groups.map((group) => ({ ...group, rows: group.rows.filter(isLost) }));
  return { ...view, folded: 0, groups: groups.filter(({ rows }) => rows.length > 0) };
}
