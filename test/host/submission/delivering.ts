import {
  startDelivery,
  writeMessageContent,
  type DeliveryFailure,
  type DeliveryOptions,
  type HandedInMessage,
  type Vault,
} from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { KEYS } from '../kommunikationsyta/stores.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

export const messageOf = (id: string, text = 'text'): HandedInMessage => ({
  id,
  reference: `EK-${id}`,
  json: JSON.stringify({ text }),
  html: `<p>${text}</p>`,
  signed: 'a.b.c',
});

/** Hands in a case of its own. */
export async function handIn(vault: Vault, clock: () => Date, message: HandedInMessage): Promise<void> {
  const { id, reference } = message;
  const state = await vault.handIn(
    { personnummer: '189001019802', reference },
    { receipt: Buffer.from('receipt'), message: writeMessageContent(message), id, at: clock(), after: {} },
  );
  assert.ok(state);
}

/** Timers that the test rings. */
export function handTimers() {
  let ring = (): void => undefined;
  const waiting = new Map<() => void, number>();
  return {
    every: (_: number, run: () => void) => {
      ring = run;
      return () => (ring = () => undefined);
    },
    after: (milliseconds: number, run: () => void) => {
      const call = (): void => run();
      waiting.set(call, milliseconds);
      return () => void waiting.delete(call);
    },
    ring: () => ring(),
    /** What has been set to run once, in milliseconds. */
    waiting: () => [...waiting.values()],
    /** Lets all of them run. */
    elapse: () => {
      const calls = [...waiting.keys()];
      waiting.clear();
      for (const call of calls) call();
    },
  };
}

type Given = Pick<DeliveryOptions, 'outbox' | 'clock' | 'deliver'> & Partial<DeliveryOptions>;

/** Delivers, with timers of the test's own, and tells what comes of it. */
export function delivering({ outbox, ...given }: Given) {
  const timers = handTimers();
  const failures: DeliveryFailure[] = [];
  let delivered = 0;
  let waiters: (() => void)[] = [];
  const atRest = (): void => {
    for (const tell of waiters) tell();
    waiters = [];
  };
  const watched: DeliveryOptions['outbox'] = {
    ...outbox,
    async lease(...args) {
      const entry = await outbox.lease(...args);
      if (!entry) atRest();
      return entry;
    },
  };
  const delivery = startDelivery({
    outbox: watched,
    keys: KEYS,
    random: () => 0,
    every: timers.every,
    after: timers.after,
    onFailure: (failure) => {
      failures.push(failure);
      if (failure === 'store-failed') atRest();
    },
    onDelivered: () => (delivered += 1),
    ...given,
  });
  /** When it next finds nothing that is due, or the database fails. */
  const rest = (): Promise<void> => new Promise((resolve) => waiters.push(resolve));
  return {
    ...delivery,
    timers,
    rest,
    /** Nudges it, and waits until it has found nothing more. */
    async round(): Promise<void> {
      const resting = rest();
      delivery.nudge();
      await resting;
    },
    /** What it has told since it was last asked. */
    failures: () => failures.splice(0),
    delivered: () => delivered,
  };
}

/** Something that a test lets happen. */
export function gate() {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
