import type { Case } from '../asking.ts';
import { CaseClosed } from './case-closed.ts';
import type { Keys } from './keys.ts';
import { hasExpired, lifetimeOf, limitOf } from './lifetime.ts';
import { caseAddress, pseudonym } from './pseudonym.ts';
import {
  recordBelonging,
  type PurgeOutcome,
  type RecordAddress,
  type RecordKind,
  type RecordState,
  type RecordStore,
} from './record-store.ts';
import { openContent, sealContent } from './sealed-content.ts';
import { outboxBelonging } from './outbox-store.ts';

export interface VaultOptions {
  readonly store: RecordStore;
  readonly keys: Keys;
  readonly clock: () => Date;
  /** How long a case is kept, from the first thing kept of it: 1 to 14 days, seven unless given. */
  readonly lifetimeDays?: number;
}

/** What is kept. */
export interface Kept extends RecordState {
  readonly content: Uint8Array;
}

/** Whether something is kept, and of which version. After a removal a version is left, and `isKept` is false. */
export interface Standing extends Pick<RecordState, 'version' | 'removal'> {
  readonly isKept: boolean;
}

export interface HandingInContent {
  readonly receipt: Uint8Array;
  /** For whom the outbox delivers to. */
  readonly message: Uint8Array;
  /** Of this handing in: random, and says nothing. */
  readonly id: string;
  readonly at: Date;
  /** How what was handed in stood when it was read. */
  readonly after: Readonly<Partial<Record<RecordKind, Standing>>>;
}

const NOTHING: Standing = { version: 0, removal: 0, isKept: false };

/** The kommunikationsyta: what is kept of a case for a limited time, readable by nothing but this. */
export interface Vault {
  /** Nothing at or after the limit. Does not read the content. */
  standing(of: Case, kind: RecordKind): Promise<Standing>;
  /** Undefined when nothing is kept. @throws RecordRefused when it is not what was written. */
  read(of: Case, kind: RecordKind): Promise<Kept | undefined>;
  /** Whether the case has been handed in or removed as a whole: nothing is written to it any more. */
  isClosed(of: Case): Promise<boolean>;
  /**
   * Keeps the content in place of what has that standing. Undefined when that is not how it stands.
   * @throws CaseClosed when the case is closed.
   */
  write(of: Case, kind: RecordKind, content: Uint8Array, after: Standing): Promise<RecordState | undefined>;
  /** Forgets it, and marks that it was removed, also when there was nothing. */
  remove(of: Case, kind: RecordKind): Promise<void>;
  /** Forgets all that is kept of a case, and closes it. Its limit stays, and so do the marks of what was removed. */
  removeAll(of: Case): Promise<void>;
  /** Forgets the case itself: what is kept of it from then on has a limit of its own. */
  forget(of: Case): Promise<void>;
  /**
   * Hands in: leaves the receipt, puts the message in the outbox and forgets everything else of the case, all or nothing.
   * Undefined when a receipt was there already, or something does not stand as it is said to.
   * @throws CaseClosed when the case has been removed.
   */
  handIn(of: Case, handedIn: HandingInContent): Promise<RecordState | undefined>;
  /** Names a version to a page, and says nothing. */
  etag(of: Case, kind: RecordKind, version: number): string;
  /** Destroys what is past its limit. */
  purge(): Promise<PurgeOutcome>;
  /** When that was last done, by whichever server; undefined before the first time. */
  lastPurge(): Promise<Date | undefined>;
}

/** @throws Error with one sentence when the lifetime is not from 1 to 14 days. */
export function createVault({ store, keys, clock, lifetimeDays }: VaultOptions): Vault {
  const lifetime = lifetimeOf(lifetimeDays);

  const addressOf = (of: Case, kind: RecordKind): RecordAddress => ({ ...caseAddress(keys, of), kind });
  const reserve = (address: RecordAddress): Promise<Pick<RecordState, 'version' | 'expiresAt'>> => {
    const now = clock();
    return store.reserve(address, { now: now.getTime(), expiresAt: limitOf(now, lifetime) });
  };
  const find = async (address: RecordAddress) => {
    const record = await store.read(address);
    return record && !hasExpired(record.expiresAt, clock()) ? record : undefined;
  };

  return {
    async standing(of, kind) {
      const record = await find(addressOf(of, kind));
      if (!record) return NOTHING;
      return { version: record.version, removal: record.removal, isKept: record.sealed !== undefined };
    },
    async read(of, kind) {
      const address = addressOf(of, kind);
      const record = await find(address);
      if (!record?.sealed) return undefined;
      const { sealed, ...state } = record;
      return { ...state, content: openContent(sealed, recordBelonging(address, state), keys.ring) };
    },
    isClosed: async (of) => (await find(addressOf(of, 'receipt'))) !== undefined,
    async write(of, kind, content, { version: expected, removal }) {
      const address = addressOf(of, kind);
      const state: RecordState = { ...(await reserve(address)), removal };
      const sealed = sealContent(content, recordBelonging(address, state), keys.current);
      return (await store.write(address, { ...state, sealed }, expected)) ? state : undefined;
    },
    async remove(of, kind) {
      const address = addressOf(of, kind);
      await reserve(address);
      await store.remove(address);
    },
    async removeAll(of) {
      const address = addressOf(of, 'draft');
      await reserve(address);
      await store.removeAll(address);
    },
    forget: (of) => store.forget(addressOf(of, 'draft')),
    async handIn(of, { receipt, message, id, at, after }) {
      const address = addressOf(of, 'receipt');
      const before = await find(address);
      if (before?.sealed) return undefined;
      if (before) throw new CaseClosed();
      const state: RecordState = { ...(await reserve(address)), removal: 0 };
      const handedInAt = at.getTime();
      const isDone = await store.handIn(address, {
        receipt: { ...state, sealed: sealContent(receipt, recordBelonging(address, state), keys.current) },
        entry: {
          id,
          handedInAt,
          sealed: sealContent(message, outboxBelonging(id, handedInAt), keys.current),
        },
        expected: {
          ...Object.fromEntries(Object.entries(after).map(([kind, { version }]) => [kind, version])),
          receipt: 0,
        },
      });
      return isDone ? state : undefined;
    },
    etag: (of, kind, version) => {
      const { subject, application } = addressOf(of, kind);
      return `"${pseudonym(keys.pseudonyms, 'etag', [subject, application, kind, version]).slice(0, 22)}"`;
    },
    purge: () => store.purge(clock().getTime()),
    async lastPurge() {
      const last = await store.lastPurge();
      return last === undefined ? undefined : new Date(last);
    },
  };
}
