import type { Deliver, HandedInMessage, OutboxStore } from '@medborgarnavet/host';
import assert from 'node:assert/strict';

/** How a receiver takes a message. `take late`: not until it is aborted, and then it is too late to say so. */
export const MANNERS = ['take', 'fail', 'lose the answer', 'hang', 'heed', 'take late'] as const;
export type Manner = (typeof MANNERS)[number];

/** A receiver that several servers deliver to, which keeps an id once and sees to it that none comes twice at a time. */
export function createReceiver(clock: () => Date) {
  const kept = new Map<string, HandedInMessage>();
  const leaseEnds = new Map<string, number>();
  /** Until when nobody else may be at it. */
  const underWay = new Map<string, number>();
  const faults: string[] = [];
  const manners: Manner[] = [];

  const keep = (message: HandedInMessage): void => {
    const earlier = kept.get(message.id);
    if (earlier) assert.deepEqual(message, earlier);
    kept.set(message.id, message);
  };
  const begin = (id: string): void => {
    const now = clock().getTime();
    const ends = leaseEnds.get(id) ?? 0;
    if (now >= ends) faults.push(`${id} came after its lease`);
    if (now < (underWay.get(id) ?? 0)) faults.push(`${id} came twice at a time`);
    underWay.set(id, ends);
  };

  const deliver: Deliver = async (message, { signal }) => {
    const { id } = message;
    begin(id);
    const manner = manners.shift() ?? 'take';
    if (manner === 'hang' || manner === 'heed' || manner === 'take late')
      await new Promise<void>((resolve) => {
        if (manner !== 'hang') signal.addEventListener('abort', () => resolve());
      });
    else await Promise.resolve();
    if (manner !== 'fail' && manner !== 'heed') keep(message);
    underWay.delete(id);
    if (manner !== 'take') throw new Error(manner);
  };

  return {
    deliver,
    kept,
    faults,
    /** How it takes those that come next; well, when nothing is said. */
    manners,
    /** An outbox that lets it know of the leases. */
    watched: (outbox: OutboxStore): OutboxStore => ({
      ...outbox,
      async lease(now, ends) {
        const entry = await outbox.lease(now, ends);
        if (entry) leaseEnds.set(entry.id, ends);
        return entry;
      },
    }),
  };
}
