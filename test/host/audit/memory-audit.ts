import type {
  AuditEntry,
  AuditHeads,
  AuditStore,
  CaseAddress,
  CaseEnd,
  ChainCut,
  ChainEnds,
  ChainLink,
} from '@medborgarnavet/host';

/** What an audit's database holds, to be edited as somebody with the right to write in it could. */
export interface Held {
  readonly entries: readonly AuditEntry[];
  readonly ends: ChainEnds;
  /** Of each case, by its address in JSON. */
  readonly cases?: Readonly<Record<string, CaseEnd>>;
}

export const NO_CUT: ChainCut = { sequence: 0, proof: '' };
export const EMPTY: Held = { entries: [], ends: { last: { sequence: 0, hash: '' }, cut: NO_CUT } };

export interface MemoryAudit extends AuditStore {
  held: Held;
  proof: string | undefined;
}

const nameOf = ({ subject, application }: CaseAddress): string => JSON.stringify([subject, application]);

/** An audit's database in memory. It reads what it has been given as a database would, and nothing else. */
export function memoryAudit(held: Held = EMPTY): MemoryAudit {
  const store: MemoryAudit = {
    held,
    proof: undefined,
    keyProof: () => Promise.resolve(store.proof),
    keepKeyProof: (proof) => Promise.resolve((store.proof ??= proof)),
    append: (of, link) => {
      const { entries, ends, cases = {} } = store.held;
      const { entry, end } = link({ chain: ends.last, ofCase: cases[nameOf(of)] });
      const { sequence, hash } = entry;
      const last = { sequence, hash };
      store.held = {
        entries: [...entries, entry],
        ends: { ...ends, last },
        cases: { ...cases, [nameOf(of)]: end },
      };
      return Promise.resolve(last);
    },
    ofCase(of, limit) {
      const { entries, ends, cases = {} } = store.held;
      const own = entries.filter((entry) => nameOf(entry) === nameOf(of)).slice(-limit);
      return Promise.resolve({
        entries: own.map((entry) => ({
          ...entry,
          hashBefore: entries.find(({ sequence }) => sequence === entry.sequence - 1)?.hash,
        })),
        end: cases[nameOf(of)],
        cut: ends.cut,
      });
    },
    after(sequence, limit) {
      const { entries } = store.held;
      // Only the array is kept in order, so that a test can do what a database's own order would hide.
      const first = entries.findIndex((entry) => entry.sequence > sequence);
      return Promise.resolve(first === -1 ? [] : entries.slice(first, first + limit));
    },
    ends: () => Promise.resolve(store.held.ends),
    cutTo(cut) {
      const { entries, ends, ...rest } = store.held;
      if (cut.sequence > ends.cut.sequence)
        store.held = {
          entries: entries.filter(({ sequence }) => sequence > cut.sequence),
          ends: { ...ends, cut },
          ...rest,
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
