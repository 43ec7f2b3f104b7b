import type { CaseAddress } from '../kommunikationsyta/record-store.ts';

/** What an entry tells, in pseudonyms and fixed words. */
export interface AuditContent extends CaseAddress {
  /** Milliseconds since 1970 in UTC. */
  readonly at: number;
  readonly action: string;
  readonly outcome: string;
  /** JSON of fixed words. */
  readonly detail: string;
}

/** A place in the chain. The one before the first entry has sequence 0 and an empty hash. */
export interface ChainLink {
  readonly sequence: number;
  /** Over the entry and the hash before it. */
  readonly hash: string;
}

export interface AuditEntry extends AuditContent, ChainLink {}

/** Where the chain begins: the last entry that was taken away at the end of its retention, sequence 0 when none was. */
export interface ChainCut {
  readonly sequence: number;
  /** The entry's hash, and what shows that it was taken away by who has the key. Empty when none was. */
  readonly proof: string;
}

export interface ChainEnds {
  readonly last: ChainLink;
  readonly cut: ChainCut;
}

/** What no program has written: a number that is none, or no ends of the chain. */
export class AuditUnreadable extends Error {
  override readonly name = 'AuditUnreadable';
  /** Of the entry, or 0. */
  readonly sequence: number;

  constructor(sequence: number) {
    super('The audit holds what no program has written.');
    this.sequence = sequence;
  }
}

/** The newest entry of one case, kept beside the entries: without it nobody could see that the newest were deleted. */
export interface CaseEnd {
  /** NaN when the database holds what is no number. */
  readonly sequence: number;
  /** What shows that it was written by who has the key. */
  readonly proof: string;
}

/** What a new entry is written after. */
export interface BeforeEntry {
  readonly chain: ChainLink;
  /** Undefined when nothing has been written of the case. */
  readonly ofCase: CaseEnd | undefined;
}

/** An entry of one case, with the hash of the entry before it in the chain, whosever that is. */
export interface CaseEntry extends AuditEntry {
  /** Undefined when there is no entry before it. */
  readonly hashBefore: string | undefined;
}

/** All that the database holds of one case, as it was at one instant. A number that is none is NaN in it: it does not pass for what was written. */
export interface CaseRows {
  /** The oldest first. */
  readonly entries: readonly CaseEntry[];
  readonly end: CaseEnd | undefined;
  readonly cut: ChainCut;
}

/**
 * Keeps entries in the order in which they were written. Every method rejects with the database's own error when that fails, and
 * those that read with {@link AuditUnreadable}.
 */
export interface AuditStore {
  /** Writes an entry after the last one, whoever else writes. It is then on disk. Nothing is written when `link` throws. The case's end moves with it. */
  append(
    of: CaseAddress,
    link: (before: BeforeEntry) => { readonly entry: AuditEntry; readonly end: CaseEnd },
  ): Promise<ChainLink>;
  /** The entries of one case, at most `limit`: the newest of them. */
  ofCase(of: CaseAddress, limit: number): Promise<CaseRows>;
  /** Entries for checking the chain: those after a sequence, in order. */
  after(sequence: number, limit: number): Promise<readonly AuditEntry[]>;
  ends(): Promise<ChainEnds>;
  /** Takes away the beginning of the chain up to and with an entry, all or nothing. Does nothing when that has been done. */
  cutTo(cut: ChainCut): Promise<void>;
  /** What shows which key the chain is made with; undefined before the first. */
  keyProof(): Promise<string | undefined>;
  /** Keeps that unless there is one, whoever else does, and gives the one that is kept then. */
  keepKeyProof(proof: string): Promise<string>;
}
