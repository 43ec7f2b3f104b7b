import type { AuditStore } from '../audit/audit-store.ts';
import type { KeyProofStore } from './key-proofs.ts';
import type { OutboxEntry, OutboxStore } from './outbox-store.ts';
import type { Belonging } from './sealed-content.ts';

/** The case of one person, told in pseudonyms: never a personnummer, never an application's reference. */
export interface CaseAddress {
  readonly subject: string;
  readonly application: string;
}

/**
 * What can be kept of a case. One record of each. `application` is the host's own, and `receipt` is what is left when the case has been
 * handed in.
 */
export const RECORD_KINDS = ['draft', 'statement', 'application', 'receipt'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export interface RecordAddress extends CaseAddress {
  readonly kind: RecordKind;
}

/** What a store may know of a record. Instants are milliseconds since 1970 in UTC. */
export interface RecordState {
  /** Of this write, or of this removal. Drawn from one count for the whole store, so no version ever occurs twice. */
  readonly version: number;
  /** The version of the last removal; 0 when it has never been removed. */
  readonly removal: number;
  /** The limit of the whole case. */
  readonly expiresAt: number;
}

/** What only {@link Vault} can read. */
export interface SealedContent {
  /** Which key-encryption key the record's own key is wrapped with. */
  readonly keyId: string;
  readonly wrappedKey: Uint8Array;
  readonly content: Uint8Array;
}

/** A record. Without `sealed` it has been removed, and only its version is left until the case's limit. */
export interface StoredRecord extends RecordState {
  readonly sealed?: SealedContent;
}

export interface WritableRecord extends RecordState {
  readonly sealed: SealedContent;
}

/**
 * - `done`
 * - `bytes-left`: destroyed, but the bytes are in the files until the next time, since others held the tables
 * - `skipped`: nothing was done, since another server is at it
 */
export type PurgeOutcome = 'done' | 'bytes-left' | 'skipped';

export interface HandedInRecords {
  readonly receipt: WritableRecord;
  readonly entry: OutboxEntry;
  readonly expected: Readonly<Partial<Record<RecordKind, number>>>;
}

/**
 * Keeps opaque records, each at an address that has to be known: nothing can be listed or searched for. It does not look at
 * the clock; who reads checks the limit. Every method rejects with the database's own error when that fails.
 */
export interface RecordStore {
  /**
   * Draws a version for a write, and tells the limit that the case has. A case without one gets the limit given; what is
   * left of a case whose limit has passed at `now` is dropped first.
   */
  reserve(
    address: CaseAddress,
    limit: { readonly now: number; readonly expiresAt: number },
  ): Promise<Pick<RecordState, 'version' | 'expiresAt'>>;
  /** Undefined when there is neither a record nor a mark of one that was removed. */
  read(address: RecordAddress): Promise<StoredRecord | undefined>;
  /**
   * Writes what has a reserved version, if the record's version still is `expectedVersion` (0 for none) and the case
   * still has the record's limit. Tells whether it was written; it is then on disk.
   * @throws CaseClosed when the case has been handed in or removed as a whole, whatever version is expected: looked at in the same
   * transaction, so that nothing is ever kept of what is over.
   */
  write(address: RecordAddress, record: WritableRecord, expectedVersion: number): Promise<boolean>;
  /** Destroys the key and then the content, and leaves a mark with a version of its own. Nothing when there is no case. */
  remove(address: RecordAddress): Promise<void>;
  /** The same of every kind: from then on the case is closed, and nothing is written to it until its limit, or until it is forgotten. */
  removeAll(address: CaseAddress): Promise<void>;
  /** The case itself with all its records and marks, as if there had never been any. */
  forget(address: CaseAddress): Promise<void>;
  /**
   * Hands in, all or nothing: writes the receipt, puts the entry in the outbox and destroys every other record of the case, if each
   * record named in `expected` still has that version (0 for none) and the case still has the receipt's limit. Tells whether
   * it was done; it is then on disk.
   */
  handIn(address: CaseAddress, handedIn: HandedInRecords): Promise<boolean>;
  /**
   * Destroys every case whose limit is at or before `now`: first the keys, then the rows, then their bytes in the files. One server at a
   * time: a lease says which, and ends by itself when that server has died.
   */
  purge(now: number): Promise<PurgeOutcome>;
  /** The `now` of the last purge that destroyed what it should; undefined before the first. */
  lastPurge(): Promise<number | undefined>;
}

/** Where everything is kept that outlives a request. */
export interface Stores {
  readonly records: RecordStore;
  readonly outbox: OutboxStore;
  readonly audit: AuditStore;
  readonly keyProofs: KeyProofStore;
  /** Rejects when the database does not answer. */
  readonly check: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What the content of a record belongs to. */
export function recordBelonging(
  { subject, application, kind }: RecordAddress,
  { version, removal, expiresAt }: RecordState,
): Belonging {
  return [kind, subject, application, version, removal, expiresAt];
}
