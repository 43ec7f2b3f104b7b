import { startPurge } from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

/** A timer that the test rings. */
function handTimer() {
  let ring = (): void => undefined;
  let stopped = 0;
  return {
    every: (_: number, run: () => void) => {
      ring = run;
      return () => void (stopped += 1);
    },
    ring: () => ring(),
    stopped: () => stopped,
  };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the purge', () => {
  test('runs at start, at every interval, and not twice at a time', async () => {
    const timer = handTimer();
    const waiting: (() => void)[] = [];
    const vault = { purge: () => new Promise<void>((resolve) => waiting.push(resolve)) };
    const stop = startPurge({ vault, every: timer.every });
    assert.equal(waiting.length, 1);
    timer.ring();
    assert.equal(waiting.length, 1);
    waiting[0]!();
    await settled();
    timer.ring();
    assert.equal(waiting.length, 2);
    let isOver = false;
    const over = stop().then(() => (isOver = true));
    await settled();
    assert.deepEqual([isOver, timer.stopped()], [false, 1]);
    waiting[1]!();
    await over;
  });

  test('tells of a failure, and tries again', async () => {
    const timer = handTimer();
    let attempts = 0;
    let failures = 0;
    const vault = {
      purge: () => ((attempts += 1) === 1 ? Promise.reject(new Error('no database')) : Promise.resolve()),
    };
    const stop = startPurge({ vault, every: timer.every, onFailure: () => (failures += 1) });
    await settled();
    timer.ring();
    await stop();
    assert.deepEqual([attempts, failures], [2, 1]);
  });
});
