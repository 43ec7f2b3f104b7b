import type {
  AuditEntry,
  AuditHeads,
  AuditStore,
  ChainCut,
  ChainEnds,
  ChainLink,
} from '@medborgarnavet/host';

/** What an audit's database holds, to be edited as somebody with the right to write in it could. */
export interface Held {
  readonly entries: readonly AuditEntry[];
  readonly ends: ChainEnds;
}

export const NO_CUT: ChainCut = { sequence: 0, proof: '' };
export const EMPTY: Held = { entries: [], ends: { last: { sequence: 0, hash: '' }, cut: NO_CUT } };

export interface MemoryAudit extends AuditStore {
  held: Held;
  proof: string | undefined;
}

/** An audit's database in memory. It reads what it has been given as a database would, and nothing else. */
export function memoryAudit(held: Held = EMPTY): MemoryAudit {
  const store: MemoryAudit = {
    held,
    proof: undefined,
    keyProof: () => Promise.resolve(store.proof),
    keepKeyProof: (proof) => Promise.resolve((store.proof ??= proof)),
    append: (content, link) => {
      const { entries, ends } = store.held;
      const last = link(ends.last);
      store.held = { entries: [...entries, { ...content, ...last }], ends: { ...ends, last } };
      return Promise.resolve(last);
    },
    ofCase: ({ subject, application }, limit) =>
      Promise.resolve(
        store.held.entries
          .filter((entry) => entry.subject === subject && entry.application === application)
          .slice(-limit),
      ),
    after(sequence, limit) {
      const { entries } = store.held;
      // Only the array is kept in order, so that a test can do what a database's own order would hide.
      const first = entries.findIndex((entry) => entry.sequence > sequence);
      return Promise.resolve(first === -1 ? [] : entries.slice(first, first + limit));
    },
    ends: () => Promise.resolve(store.held.ends),
    cutTo(cut) {
      const { entries, ends } = store.held;
      if (cut.sequence > ends.cut.sequence)
        store.held = {
          entries: entries.filter(({ sequence }) => sequence > cut.sequence),
          ends: { ...ends, cut },
        };
      return Promise.resolve();
    },
  };
  return store;
}

export function memoryHeads(head?: ChainLink): AuditHeads & { kept: ChainLink | undefined } {
  const heads = {
    kept: head,
    read: () => Promise.resolve(heads.kept),
    keep(next: ChainLink) {
      if (!heads.kept || heads.kept.sequence < next.sequence) heads.kept = next;
      return Promise.resolve();
    },
  };
  return heads;
}
