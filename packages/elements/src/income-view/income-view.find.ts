import { formatAmount, formatDate, type SourceCode } from '@medborgarnavet/model';
import { wordsOf, type Entry } from './income-view.entries.ts';
import { UNDATED } from './income-view.month-view.ts';

/** What a person looks for. Empty means all. */
export interface Find {
  readonly text: string;
  /** A month, or `undated`. */
  readonly month: string;
  readonly source: SourceCode | '';
  readonly status: 'paid' | 'planned' | '';
}

export const ALL: Find = { text: '', month: '', source: '', status: '' };

export function isSearching({ text, month, source, status }: Find): boolean {
  return text.trim() !== '' || month !== '' || source !== '' || status !== '';
}

export function findIn(
  entries: readonly Entry[],
  find: Find,
  sourceName: (code: SourceCode) => string,
): Entry[] {
  const words = find.text.trim().split(/\s+/).map(plain);
  return entries.filter((entry) => {
    const { payment, month } = entry;
    if (find.month !== '' && (month ?? UNDATED) !== find.month) return false;
    if (find.source !== '' && payment.source !== find.source) return false;
    if (find.status !== '' && payment.status !== find.status) return false;
    if (find.text.trim() === '') return true;
    const said = plain(
      [
        ...wordsOf(entry),
        sourceName(payment.source),
        payment.date ?? '',
        payment.date === undefined ? '' : formatDate(payment.date),
        formatAmount(payment.net),
      ].join('|'),
    );
    return words.every((word) => said.includes(word));
  });
}

/** As it is compared: `2 650 kr` is found by `2650`, and minus by the key that everybody has. */
function plain(text: string): string {
  return text.toLocaleLowerCase('sv').replace(/\s/g, '').replaceAll('\u2212', '-');
}
