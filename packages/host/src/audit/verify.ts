import type { KeyObject } from 'node:crypto';
import type { Keys } from '../kommunikationsyta/keys.ts';
import {
  AuditUnreadable,
  type AuditEntry,
  type AuditStore,
  type ChainEnds,
  type ChainLink,
} from './audit-store.ts';
import { entriesAfter, faultIn, isSameLink, openCut } from './chain.ts';
import { HeadsUnreadable, type AuditHeads } from './heads.ts';

/**
 * How the audit is not what was written.
 * - `entry-changed`: an entry is not the one that was written there
 * - `entry-missing`: there should be an entry
 * - `entry-added`: there is an entry that should not be
 * - `end-changed`: the end of the chain is not where the database says
 * - `cut-forged`: the beginning has been taken away, and not at the end of its retention
 * - `older-than-head`: a head that was kept apart is of a later entry
 * - `not-of-head`: a head that was kept apart is of another chain
 * - `unreadable`: there is what no program has written
 */
export const AUDIT_FAULTS = [
  'entry-changed',
  'entry-missing',
  'entry-added',
  'end-changed',
  'cut-forged',
  'older-than-head',
  'not-of-head',
  'unreadable',
] as const;
export type AuditFault = (typeof AUDIT_FAULTS)[number];

/** `at` is the first sequence that is not as it was, as far as that can be told. */
export type AuditVerdict =
  | { readonly kind: 'intact'; readonly entries: number; readonly last: number }
  | { readonly kind: 'broken'; readonly at: number; readonly why: AuditFault };

export interface VerifyOptions {
  readonly store: Pick<AuditStore, 'after' | 'ends'>;
  readonly keys: Pick<Keys, 'pseudonyms'>;
  /** Of every server that writes, or has written. */
  readonly heads: readonly Pick<AuditHeads, 'read'>[];
}

/**
 * Looks whether the audit is what was written, nothing more and nothing less. What is written meanwhile is no fault, and is for the
 * next time.
 * @throws HeadsUnreadable when there is no head to compare with.
 */
export async function verifyAudit({ store, keys, heads }: VerifyOptions): Promise<AuditVerdict> {
  // Before the database, which then is no older than they are.
  const kept = await Promise.all(heads.map(headIn));
  if (kept.length === 0) throw new HeadsUnreadable('The audit cannot be verified without a head.');
  try {
    let ends = await store.ends();
    for (;;) {
      const verdict = await follow(store, keys.pseudonyms, ends, kept);
      if (verdict.kind === 'intact') return verdict;
      const now = await store.ends();
      // Otherwise retention has taken away what was being looked at.
      if (now.cut.sequence <= ends.cut.sequence) return verdict;
      ends = now;
    }
  } catch (error) {
    if (error instanceof AuditUnreadable) return broken(error.sequence, 'unreadable');
    throw error;
  }
}

async function headIn(heads: Pick<AuditHeads, 'read'>): Promise<ChainLink> {
  const head = await heads.read();
  if (!head) throw new HeadsUnreadable('A head of the audit is not there.');
  return head;
}

async function follow(
  store: VerifyOptions['store'],
  key: KeyObject,
  { last, cut }: ChainEnds,
  heads: readonly ChainLink[],
): Promise<AuditVerdict> {
  const beginning = openCut(key, cut);
  if (!beginning) return broken(cut.sequence, 'cut-forged');
  const isOfHeads = (link: ChainLink): boolean =>
    heads.every((head) => head.sequence !== link.sequence || head.hash === link.hash);
  let at = beginning;
  let entries = 0;
  let beyond: AuditEntry | undefined;
  // From before any sequence: what has been put before the beginning is found too.
  for await (const entry of entriesAfter(store, Number.MIN_SAFE_INTEGER)) {
    const fault = faultIn(key, at, entry);
    if (fault) return broken(Math.min(entry.sequence, at.sequence + 1), fault);
    if (at.sequence >= last.sequence) {
      beyond = entry;
      break;
    }
    at = entry;
    entries += 1;
    if (!isOfHeads(at)) return broken(at.sequence, 'not-of-head');
  }
  if (at.sequence < last.sequence) return broken(at.sequence + 1, 'entry-missing');
  if (!isSameLink(at, last)) return broken(at.sequence, 'end-changed');
  if (!isOfHeads(beginning)) return broken(beginning.sequence, 'not-of-head');
  if (heads.some(({ sequence }) => sequence > at.sequence)) return broken(at.sequence + 1, 'older-than-head');
  // One that was written meanwhile has moved the end.
  if (beyond && (await store.ends()).last.sequence < beyond.sequence)
    return broken(beyond.sequence, 'end-changed');
  return { kind: 'intact', entries, last: at.sequence };
}

function broken(at: number, why: AuditFault): AuditVerdict {
  return { kind: 'broken', at, why };
}
