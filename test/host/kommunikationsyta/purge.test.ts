import { startKommunikationsyta, startPurge, type PurgeOutcome } from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memoryHeads } from '../audit/memory-audit.ts';
import { seal } from '../host.ts';
import { FORM, keptHost, signer } from '../kept.ts';
import { KEYS } from './stores.ts';

const HOUR = 60 * 60 * 1000;

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
    const vault = {
      purge: () => new Promise<'done'>((resolve) => waiting.push(() => resolve('done'))),
    };
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

  test('tells of each that did not do all that it is for, and tries again', async () => {
    const timer = handTimer();
    const outcomes = ['skipped', 'bytes-left', 'done', 'failed', 'done'] as const;
    const failures: string[] = [];
    let purges = 0;
    const vault = {
      purge(): Promise<PurgeOutcome> {
        const outcome = outcomes[purges]!;
        purges += 1;
        return outcome === 'failed' ? Promise.reject(new Error('no database')) : Promise.resolve(outcome);
      },
    };
    const stop = startPurge({ vault, every: timer.every, onFailure: (failure) => failures.push(failure) });
    for (let turn = 1; turn < outcomes.length; turn += 1) {
      await settled();
      timer.ring();
    }
    await stop();
    assert.equal(purges, outcomes.length);
    assert.deepEqual(failures, ['purge-skipped', 'purge-bytes-left', 'purge-failed']);
  });
});

test('a kommunikationsyta tells when the last purge was, and that it is late after three hours without one', async () => {
  await using kept = await keptHost();
  const { stores, now } = kept;
  let isAway = false;
  const records = {
    ...stores.records,
    purge: (at: number) => (isAway ? Promise.reject(new Error('away')) : stores.records.purge(at)),
  };
  const { watched, vault, close } = await startKommunikationsyta({
    stores: { ...stores, records, close: () => Promise.resolve() },
    ...{ keys: KEYS, seal, signer, clock: now, form: FORM, heads: memoryHeads() },
    deliver: () => Promise.resolve(),
    municipality: 'Exempelköpings kommun',
    newId: () => 'inlamning-1',
  });
  // At start, and nobody tells when it is done.
  while ((await watched.purge()).last === undefined);
  const first = now();
  assert.deepEqual(await watched.purge(), { last: first, isLate: false });
  isAway = true;
  now.pass(3 * HOUR);
  await assert.rejects(vault.purge());
  assert.deepEqual(await watched.purge(), { last: first, isLate: false });
  now.pass(1);
  assert.deepEqual(await watched.purge(), { last: first, isLate: true });
  isAway = false;
  await vault.purge();
  assert.deepEqual(await watched.purge(), { last: now(), isLate: false });
  await close();
});
