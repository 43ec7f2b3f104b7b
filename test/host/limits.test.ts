import { createLimits, type Limits, type LimitsOptions } from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { describe, mock, test } from 'node:test';
import { inspect } from 'node:util';
import { PERSON } from './host.ts';

const OTHER_PERSON = '189001109801';
const START = Date.parse('2026-11-21T08:00:00Z');

/** Takes as many calls as are allowed, and gives what the next one is told. */
async function takeAll(limits: Limits, call: string, allowed: number, person = PERSON) {
  for (let count = 1; count <= allowed; count += 1) {
    assert.equal(await limits.take(call, person), undefined, `${call} ${count}`);
  }
  return limits.take(call, person);
}

/** Runs with a clock that stands still until it is moved. */
async function withClock(work: (pass: (milliseconds: number) => void) => Promise<void>): Promise<void> {
  mock.timers.enable({ apis: ['Date', 'setTimeout'], now: START });
  try {
    await work((milliseconds) => mock.timers.tick(milliseconds));
  } finally {
    mock.timers.reset();
  }
}

describe('the limits', () => {
  test('let a person ask the authorities ten times in ten minutes, whichever way', () =>
    withClock(async (pass) => {
      const limits = createLimits();
      assert.equal(await limits.take('POST /background', PERSON), undefined);
      assert.deepEqual(await takeAll(limits, 'POST /income', 9), { retryAfterSeconds: 600 });
      pass(599_001);
      assert.deepEqual(await limits.take('POST /background', PERSON), { retryAfterSeconds: 1 });
      pass(999);
      assert.equal(await limits.take('POST /income', PERSON), undefined);
    }));

  test('let a person hand in twenty times in ten minutes, and do everything else 300 times in a minute', () =>
    withClock(async () => {
      const limits = createLimits();
      assert.deepEqual(await takeAll(limits, 'POST /submission', 20), { retryAfterSeconds: 600 });
      assert.deepEqual(await takeAll(limits, 'PUT /draft', 300), { retryAfterSeconds: 60 });
      assert.deepEqual(await limits.take('GET /income', PERSON), { retryAfterSeconds: 60 });
      assert.equal(await limits.take('POST /income', PERSON), undefined);
    }));

  test('give back what no authority has answered, twice as many as there may be and no more', () =>
    withClock(async (pass) => {
      const limits = createLimits({ asking: { calls: 3, seconds: 60 } });
      const made = async (): Promise<number> => {
        let count = 0;
        while (!(await limits.take('POST /income', PERSON))) {
          count += 1;
          await limits.giveBack?.('POST /income', PERSON);
        }
        return count;
      };
      assert.equal(await made(), 9);
      pass(60_000);
      assert.equal(await made(), 9);
    }));

  test('are never more than they are for what is given back too often, too late or of something else', () =>
    withClock(async (pass) => {
      const limits = createLimits({ asking: { calls: 2, seconds: 60 } });
      await Promise.all([limits.take('POST /income', PERSON), limits.take('POST /income', PERSON)]);
      pass(60_000);
      await Promise.all([1, 2, 3].map(async () => limits.giveBack?.('POST /income', PERSON)));
      assert.deepEqual(await takeAll(limits, 'POST /income', 2), { retryAfterSeconds: 60 });
      await limits.giveBack?.('PUT /draft', PERSON);
      assert.deepEqual(await limits.take('POST /income', PERSON), { retryAfterSeconds: 60 });
    }));

  test('of one person are not those of another', () =>
    withClock(async () => {
      const limits = createLimits({ asking: { calls: 1, seconds: 30 } });
      assert.deepEqual(await takeAll(limits, 'POST /income', 1), { retryAfterSeconds: 30 });
      assert.equal(await limits.take('POST /income', OTHER_PERSON), undefined);
    }));

  test('do not make who goes on calling wait longer', () =>
    withClock(async (pass) => {
      const limits = createLimits({ asking: { calls: 1, seconds: 10 } });
      await takeAll(limits, 'POST /income', 1);
      pass(9000);
      assert.deepEqual(await limits.take('POST /income', PERSON), { retryAfterSeconds: 1 });
      pass(1000);
      assert.equal(await limits.take('POST /income', PERSON), undefined);
    }));

  test('hold no personnummer, and forget who has not called for as long as they last', () =>
    withClock(async (pass) => {
      const kept = mock.method(Map.prototype, 'set');
      const forgotten = mock.method(Map.prototype, 'delete');
      try {
        await createLimits().take('GET /income', PERSON);
        const isRecord = ({ arguments: [, record] }: { arguments: unknown[] }): boolean =>
          inspect(record).startsWith('Record');
        const keys = kept.mock.calls.filter(isRecord).map((call) => String(call.arguments[0]));
        assert.equal(keys.length, 1);
        assert.ok(!keys[0]?.includes(PERSON));
        pass(60_000);
        assert.ok(forgotten.mock.calls.some((call) => call.arguments[0] === keys[0]));
      } finally {
        kept.mock.restore();
        forgotten.mock.restore();
      }
    }));

  test('are refused at once when they are absurd', () => {
    const absurd: [LimitsOptions, RegExp][] = [
      [{ asking: { calls: 0, seconds: 60 } }, /^The limit of asking must be 1 to 100000 calls in 1 to 86400/],
      [{ submission: { calls: 1.5, seconds: 60 } }, /^The limit of submission /],
      [{ other: { calls: 10, seconds: 0 } }, /^The limit of other /],
      [{ other: { calls: 10, seconds: 86_401 } }, /^The limit of other /],
      [{ other: { calls: Number.NaN, seconds: 60 } }, /^The limit of other /],
      [{ other: { calls: Infinity, seconds: 60 } }, /^The limit of other /],
    ];
    for (const [options, message] of absurd) assert.throws(() => createLimits(options), { message });
  });
});
