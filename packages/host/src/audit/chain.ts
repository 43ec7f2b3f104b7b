import type { KeyObject } from 'node:crypto';
import { pseudonym } from '../kommunikationsyta/pseudonym.ts';
import type { AuditContent, AuditEntry, AuditStore, ChainCut, ChainLink } from './audit-store.ts';

/** Before the first entry. */
export const BEGINNING: ChainLink = { sequence: 0, hash: '' };

const PAGE = 1000;

/** The place of an entry. Its hash is over all that the entry tells and the hash before it, and takes the key to make. */
export function linkAfter(key: KeyObject, before: ChainLink, content: AuditContent): ChainLink {
  const { at, subject, application, action, outcome, detail } = content;
  const sequence = before.sequence + 1;
  const parts = [before.hash, sequence, at, subject, application, action, outcome, detail];
  return { sequence, hash: pseudonym(key, 'audit-entry', parts) };
}

export function isSameLink(one: ChainLink, other: ChainLink): boolean {
  return one.sequence === other.sequence && one.hash === other.hash;
}

/** What is wrong with an entry that stands after another; undefined when it was written there. */
export function faultIn(
  key: KeyObject,
  before: ChainLink,
  entry: AuditEntry,
): 'entry-missing' | 'entry-added' | 'entry-changed' | undefined {
  if (entry.sequence > before.sequence + 1) return 'entry-missing';
  if (entry.sequence <= before.sequence) return 'entry-added';
  return isSameLink(linkAfter(key, before, entry), entry) ? undefined : 'entry-changed';
}

/**
 * Where the chain is cut, with what shows that it was cut there by who has the key: without that, anybody who can write in the
 * database could take entries away and say that they had become too old.
 */
export function sealCut(key: KeyObject, { sequence, hash }: ChainLink): ChainCut {
  return { sequence, proof: `${hash}.${pseudonym(key, 'audit-cut', [sequence, hash])}` };
}

/** The place after which the chain begins; undefined when the cut is a forgery. */
export function openCut(key: KeyObject, { sequence, proof }: ChainCut): ChainLink | undefined {
  if (sequence === BEGINNING.sequence && proof === '') return BEGINNING;
  const [hash = ''] = proof.split('.');
  const link = { sequence, hash };
  return sealCut(key, link).proof === proof ? link : undefined;
}

/**
 * The entries after a sequence, in order, read in pages. Each page begins with the last entry of the one before, so that what has
 * been given its sequence is not passed over between them.
 */
export async function* entriesAfter(
  store: Pick<AuditStore, 'after'>,
  sequence: number,
): AsyncGenerator<AuditEntry> {
  let last: AuditEntry | undefined;
  for (;;) {
    const page = await store.after(last ? last.sequence - 1 : sequence, PAGE);
    const [first] = page;
    const next = last && first && isSameLink(first, last) ? page.slice(1) : page;
    yield* next;
    last = next.at(-1);
    if (!last) return;
  }
}

/** Whether the chain goes on unbroken from one place to a later one. */
export async function leadsTo(
  store: Pick<AuditStore, 'after'>,
  key: KeyObject,
  from: ChainLink,
  to: ChainLink,
): Promise<boolean> {
  let at = from;
  if (at.sequence < to.sequence) {
    for await (const entry of entriesAfter(store, at.sequence)) {
      if (faultIn(key, at, entry)) return false;
      at = entry;
      if (at.sequence === to.sequence) break;
    }
  }
  return isSameLink(at, to);
}
