import { randomInt } from 'node:crypto';
import { alarmOnStderr } from '../alarm.ts';
import type { Keys } from '../kommunikationsyta/keys.ts';
import { outboxBelonging, type LeasedEntry, type OutboxStore } from '../kommunikationsyta/outbox-store.ts';
import { openContent } from '../kommunikationsyta/sealed-content.ts';
import { everyInterval, type Every } from '../repeating.ts';
import { afterTimeout, attemptDelivery, type After, type Attempt } from './attempt.ts';
import { readMessageContent } from './message-content.ts';
import type { Deliver, HandedInMessage } from './message.ts';
import { retryAfter } from './retry.ts';

/**
 * Why something is still waiting.
 * - `delivery-failed`: the one who delivers rejected
 * - `delivery-timeout`: it had not ended when its time was over, or when the server was stopped
 * - `message-refused`: what lies in the outbox is not what was put there, or its key is gone
 * - `store-failed`: the database did not answer
 */
export type DeliveryFailure = 'delivery-failed' | 'delivery-timeout' | 'message-refused' | 'store-failed';

export interface DeliveryOptions {
  readonly outbox: OutboxStore;
  readonly keys: Pick<Keys, 'ring'>;
  readonly clock: () => Date;
  readonly deliver: Deliver;
  /** Milliseconds between looks for what is due; 5,000 unless given. */
  readonly interval?: number;
  /** Runs something every so many milliseconds, and gives a function that stops it. Node's own timer unless given. */
  readonly every?: Every;
  readonly after?: After;
  /** From 0 up to 1: how much earlier than at the latest something is tried again. */
  readonly random?: () => number;
  /** How long an entry is one server's own; a minute unless given. The signal is aborted when half of it has passed. */
  readonly leaseMilliseconds?: number;
  /** Told each time. Whatever it is, the message stays in the outbox and is tried again. A line of JSON on stderr unless given. */
  readonly onFailure?: (failure: DeliveryFailure) => void;
  readonly onDelivered?: () => void;
}

export interface Delivery {
  /** Something has been handed in: looks for what is due now. */
  readonly nudge: () => void;
  /** Takes nothing more. Waits a little for the delivery that is under way, and aborts it then; it comes again after the next start. */
  readonly stop: () => Promise<void>;
}

const INTERVAL = 5000;
const LEASE = 60_000;
const HOUR = 60 * 60 * 1000;
/** As long as a server that is told to end usually has. */
const GRACE = 5000;

/**
 * Delivers what is due in the outbox, one at a time, at start, when nudged and now and then. Nothing is ever given up. A message comes again when
 * it was delivered and the outbox could not be told: who gets it keeps an id once.
 */
export function startDelivery({
  outbox,
  keys,
  clock,
  deliver,
  interval = INTERVAL,
  every = everyInterval,
  after = afterTimeout,
  random = () => randomInt(2 ** 32) / 2 ** 32,
  leaseMilliseconds = LEASE,
  onFailure = alarmOnStderr(clock),
  onDelivered = () => undefined,
}: DeliveryOptions): Delivery {
  let nudges = 0;
  let isStopped = false;
  let running: Promise<void> | undefined;
  let underWay: Attempt | undefined;

  const nudge = (): void => {
    nudges += 1;
    running ??= deliverDue();
  };

  async function deliverDue(): Promise<void> {
    try {
      for (let heard = 0; heard !== nudges;) {
        heard = nudges;
        while (await deliverNext());
      }
    } finally {
      running = undefined;
    }
  }

  /** Tells whether there may be more. */
  async function deliverNext(): Promise<boolean> {
    if (isStopped) return false;
    try {
      const now = clock().getTime();
      const leaseEnds = now + leaseMilliseconds;
      const entry = await outbox.lease(now, leaseEnds);
      if (entry) await deliverLeased(entry, leaseEnds);
      return entry !== undefined;
    } catch {
      onFailure('store-failed');
      return false;
    }
  }

  async function deliverLeased(entry: LeasedEntry, leaseEnds: number): Promise<void> {
    // Stopped while it was taken: another server may have it at once.
    if (isStopped) return outbox.postpone(entry, clock().getTime());
    const message = messageOf(entry, keys);
    const outcome = message ? await attempt(message, leaseEnds) : 'message-refused';
    if (outcome === 'delivered') {
      await outbox.settle(entry);
      onDelivered();
      return;
    }
    onFailure(outcome);
    await outbox.postpone(entry, dueAfter(outcome, entry.attempt, leaseEnds));
  }

  async function attempt(message: HandedInMessage, leaseEnds: number): Promise<Awaited<Attempt['outcome']>> {
    // Taking it may have been slow.
    const left = leaseEnds - leaseMilliseconds / 2 - clock().getTime();
    if (left <= 0) return 'delivery-timeout';
    underWay = attemptDelivery(deliver, message, after, left);
    try {
      return await underWay.outcome;
    } finally {
      underWay = undefined;
    }
  }

  function dueAfter(failure: DeliveryFailure, attempts: number, leaseEnds: number): number {
    const now = clock().getTime();
    if (failure === 'message-refused') return now + HOUR;
    const retry = now + retryAfter(attempts, random);
    // Who did not heed the signal may still be at it: nobody else gets it any sooner than if the server had stopped.
    return failure === 'delivery-timeout' ? Math.max(retry, leaseEnds) : retry;
  }

  nudge();
  const stopTimer = every(interval, nudge);
  return {
    nudge,
    async stop() {
      isStopped = true;
      stopTimer();
      const callOff = after(GRACE, () => underWay?.abort());
      await running;
      callOff();
    },
  };
}

/** Undefined when it cannot be opened or read: one such entry must not stop the others. */
function messageOf(
  { id, handedInAt, sealed }: LeasedEntry,
  { ring }: Pick<Keys, 'ring'>,
): HandedInMessage | undefined {
  try {
    return readMessageContent(openContent(sealed, outboxBelonging(id, handedInAt), ring));
  } catch {
    return undefined;
  }
}
