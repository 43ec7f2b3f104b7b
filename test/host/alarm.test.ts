import { startDelivery } from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { test } from 'node:test';

test('What fails while nobody waits for it is told on stderr by a word, when no other place has been chosen', async (context) => {
  const told: string[] = [];
  const heard = new Promise<void>((resolve) => {
    context.mock.method(process.stderr, 'write', (line: string) => {
      told.push(line);
      resolve();
      return true;
    });
  });
  const outbox = {
    lease: () => Promise.reject(new Error('secret address of the database')),
    settle: () => Promise.resolve(),
    postpone: () => Promise.resolve(),
    waiting: () => Promise.resolve({ count: 0 }),
  };
  const delivery = startDelivery({
    outbox,
    keys: { ring: new Map() },
    clock: () => new Date(),
    deliver: () => Promise.resolve(),
    every: () => () => undefined,
  });
  await heard;
  await delivery.stop();
  const { time, ...entry } = JSON.parse(told[0] ?? '{}') as Record<string, unknown>;
  assert.deepEqual(entry, { failure: 'store-failed' });
  assert.equal(new Date(String(time)).toISOString(), time);
  assert.equal(told.length, 1);
});
