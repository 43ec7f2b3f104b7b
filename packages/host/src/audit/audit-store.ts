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

/** Keeps entries in the order in which they were written. Every method rejects with the database's own error when that fails. */
export interface AuditStore {
  /** Writes an entry after the last one, whoever else writes. It is then on disk. */
  append(content: AuditContent, link: (before: ChainLink) => ChainLink): Promise<ChainLink>;
  /** The entries of one case, the oldest first, at most `limit`: the newest of them. */
  ofCase(address: CaseAddress, limit: number): Promise<readonly AuditEntry[]>;
  /** Entries for checking the chain: those after a sequence, in order. */
  after(sequence: number, limit: number): Promise<readonly AuditEntry[]>;
  /** The last entry written, and the last one taken away at the end of its retention. */
  ends(): Promise<{ readonly last: ChainLink; readonly cut: ChainLink }>;
  /** Takes away what was written before an instant, from the beginning of the chain on. */
  cutBefore(at: number): Promise<void>;
}
