import type { SealedContent } from './record-store.ts';
import type { Belonging } from './sealed-content.ts';

/** What has been handed in and is on its way. Instants are milliseconds since 1970 in UTC. */
export interface OutboxEntry {
  /** Of the handing in: random, and says nothing. */
  readonly id: string;
  readonly handedInAt: number;
  readonly sealed: SealedContent;
}

/** An entry that is one's own to deliver until its lease ends. */
export interface LeasedEntry extends OutboxEntry {
  /** The number of this attempt, from 1. */
  readonly attempt: number;
}

/** Keeps opaque entries until they are delivered. They are put there by {@link RecordStore.handIn} and by nothing else. */
export interface OutboxStore {
  /** The entry that has been due the longest at `now`, which nobody else then gets before `leaseEnds`. */
  lease(now: number, leaseEnds: number): Promise<LeasedEntry | undefined>;
  /** Destroys it: it is delivered. Does nothing when the lease of that attempt has gone to somebody else. */
  settle(entry: Pick<LeasedEntry, 'id' | 'attempt'>): Promise<void>;
  /** Gives the lease back: it is to be tried again then. Does nothing when it has gone to somebody else. */
  postpone(entry: Pick<LeasedEntry, 'id' | 'attempt'>, dueAt: number): Promise<void>;
  /** How many wait, and since when the oldest was handed in. */
  waiting(): Promise<{ readonly count: number; readonly oldest?: number }>;
}

/** What the content of an entry belongs to. */
export function outboxBelonging(id: string, handedInAt: number): Belonging {
  return ['outbox', id, handedInAt];
}
