import { parseTypedAmount, type TypedAmount } from '@medborgarnavet/model';

/** What the person has written in a row, as it was written. */
export interface Entry {
  readonly correction: string;
  readonly comment: string;
}

/** By row key. No fetch ever writes here (DESIGN rule 2). */
export type Entries = ReadonlyMap<string, Entry>;

const EMPTY: Entry = { correction: '', comment: '' };

export function entryOf(entries: Entries, key: string): Entry {
  return entries.get(key) ?? EMPTY;
}

export function isEmpty({ correction, comment }: Entry): boolean {
  return correction.trim() === '' && comment.trim() === '';
}

export function withEntry(entries: Entries, key: string, change: Partial<Entry>): Entries {
  return new Map(entries).set(key, { ...entryOf(entries, key), ...change });
}

/** The first correction that is no amount, and why. */
export function firstUnreadable(
  entries: Entries,
): { readonly key: string; readonly why: (TypedAmount & { kind: 'unreadable' })['why'] } | undefined {
  for (const [key, { correction }] of entries) {
    const typed = parseTypedAmount(correction);
    if (typed.kind === 'unreadable') return { key, why: typed.why };
  }
  return undefined;
}
