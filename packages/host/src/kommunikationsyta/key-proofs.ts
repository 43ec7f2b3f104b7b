import type { KeyObject } from 'node:crypto';
import { pseudonym } from './pseudonym.ts';

/** What a key is for: names and the audit, wrapping what is kept, or sealing statements. */
export type KeyPurpose = 'pseudonyms' | 'wrapping' | 'seal';

export interface KeyName {
  readonly purpose: KeyPurpose;
  readonly id: string;
}

/** Shows which key something was made with, and tells nothing of the key. */
export interface KeyProof extends KeyName {
  readonly proof: string;
}

/** A record's own key as it is stored, with what it is bound to. */
export interface WrappedSample {
  readonly wrappedKey: Uint8Array;
  readonly belonging: readonly (string | number)[];
}

/** What a database knows of the keys that it has been written with. Rejects with the database's own error. */
export interface KeyProofStore {
  kept(): Promise<readonly KeyProof[]>;
  /** Keeps a proof unless there is one of that name, and gives the one that is kept then. */
  keep(proof: KeyProof): Promise<string>;
  /** The ids of the wrapping keys of what waits in the outbox and of what is kept and not past its limit at `now`. */
  inUse(now: number): Promise<readonly string[]>;
  /** A few of what is wrapped with a key, to try that key on. */
  samples(id: string): Promise<readonly WrappedSample[]>;
}

/** The one name of the key that makes pseudonyms and the chain of the audit. */
export const PSEUDONYMS: KeyName = { purpose: 'pseudonyms', id: 'pseudonyms' };

/** HMAC-SHA-256 of the key's name, in a domain of its own. */
export function proofOf(key: KeyObject, { purpose, id }: KeyName): KeyProof {
  return { purpose, id, proof: pseudonym(key, 'key-proof', [purpose, id]) };
}

/** Keys that do not belong to the database, or are missing. Its sentence is for who runs the host, and holds no part of a key. */
export class KeysRefused extends Error {
  override readonly name = 'KeysRefused';
}

const WHERE: Readonly<Record<KeyPurpose, string>> = {
  pseudonyms: 'KOMMUNIKATIONSYTA_KEYS',
  wrapping: 'KOMMUNIKATIONSYTA_KEYS',
  seal: 'SEAL_KEY',
};

export function otherKey({ purpose, id }: KeyName): KeysRefused {
  return new KeysRefused(
    `The key ${id} in ${WHERE[purpose]} is not the one that this database has been written with: give the right key, or another database (docs/drift.md).`,
  );
}

export function missingKey(id: string): KeysRefused {
  return new KeysRefused(
    `The key ${id} is not in ${WHERE.wrapping}, and something in this database is still encrypted with it: put it back, or name it in KOMMUNIKATIONSYTA_LOST_KEYS if it is lost for good (docs/drift.md).`,
  );
}
