import {
  createVault,
  readMessageContent,
  writeMessageContent,
  type HandedInMessage,
  type Vault,
} from '@medborgarnavet/host';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { retryAfter } from '../../../packages/host/src/submission/retry.ts';
import { fakeClock, KEYS, startKind, type Kind, type Opened } from '../kommunikationsyta/stores.ts';
import { delivering, gate, handIn, HOUR, messageOf, MINUTE } from './delivering.ts';

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the delivery', () => {
  let kind: Kind;
  let store: Opened;
  let clock = fakeClock();
  let vault: Vault;
  let got: HandedInMessage[] = [];
  before(async () => (kind = await startKind('SQLite')));
  after(() => kind.end());
  beforeEach(async () => {
    store = await (await kind.place()).open();
    clock = fakeClock();
    vault = createVault({ store, keys: KEYS, clock });
    got = [];
  });
  afterEach(() => store.close());

  const take = (message: HandedInMessage) => {
    got.push(message);
    return Promise.resolve();
  };
  const ids = () => got.map(({ id }) => id);
  const putIn = (id: string) => handIn(vault, clock, messageOf(id));
  const start = (more: Partial<Parameters<typeof delivering>[0]> = {}) =>
    delivering({ outbox: store.outbox, clock, deliver: take, ...more });

  test('delivers what waits at start, what is handed in when it is nudged, and the rest at its interval', async () => {
    await putIn('one');
    const delivery = start();
    await delivery.rest();
    assert.deepEqual(got, [messageOf('one')]);
    await putIn('two');
    await delivery.round();
    await putIn('three');
    const resting = delivery.rest();
    delivery.timers.ring();
    await resting;
    assert.deepEqual(ids(), ['one', 'two', 'three']);
    assert.deepEqual(await store.outbox.waiting(), { count: 0 });
    assert.deepEqual([delivery.delivered(), delivery.failures()], [3, []]);
    assert.deepEqual(delivery.timers.waiting(), []);
    await delivery.stop();
  });

  test('takes one at a time, and looks again when it is nudged meanwhile', async () => {
    const first = gate();
    let atOnce = 0;
    let most = 0;
    await putIn('one');
    const delivery = start({
      deliver: async (message) => {
        most = Math.max(most, (atOnce += 1));
        if (message.id === 'one') await first.opened;
        atOnce -= 1;
        return take(message);
      },
    });
    await settled();
    await putIn('two');
    delivery.nudge();
    delivery.timers.ring();
    const resting = delivery.rest();
    first.open();
    await resting;
    assert.deepEqual([ids(), most], [['one', 'two'], 1]);
    await delivery.stop();
  });

  test('tries again for as long as it fails, later each time, and lets the others through', async () => {
    await putIn('one');
    const delivery = start({
      deliver: (message) =>
        message.id === 'one' ? Promise.reject(new Error('189001019802')) : take(message),
    });
    await delivery.rest();
    for (let attempt = 1; attempt <= 30; attempt += 1) {
      assert.deepEqual(delivery.failures(), ['delivery-failed']);
      const wait = Math.min(5000 * 2 ** (attempt - 1), HOUR);
      clock.pass(wait - 1);
      await putIn(`other-${attempt}`);
      await delivery.round();
      assert.equal(ids().at(-1), `other-${attempt}`);
      assert.deepEqual(delivery.failures(), []);
      clock.pass(1);
      await delivery.round();
    }
    assert.equal((await store.outbox.waiting()).count, 1);
    await delivery.stop();
  });

  test('waits at most as long as it may, and at least half of that', () => {
    const anyChance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), anyChance, (attempt, chance) => {
        const wait = retryAfter(attempt, () => chance);
        const longest = retryAfter(attempt, () => 0);
        assert.ok(Number.isInteger(wait) && wait <= longest && wait >= longest / 2);
        assert.ok(longest <= HOUR && longest <= retryAfter(attempt + 1, () => 0));
      }),
    );
    assert.deepEqual(
      [1, 2, 3, 10, 11, 5000].map((attempt) => retryAfter(attempt, () => 0)),
      [5000, 10_000, 20_000, 2_560_000, HOUR, HOUR],
    );
  });

  test('aborts what takes half of the lease, and lets nobody have it before the lease has ended', async () => {
    await putIn('one');
    let isAborted = false;
    let isHanging = true;
    const hanging = gate();
    const delivery = start({
      deliver: (message, { signal }) => {
        if (!isHanging) return take(message);
        signal.addEventListener('abort', () => (isAborted = true));
        hanging.open();
        // Does not heed it.
        return new Promise(() => undefined);
      },
    });
    await hanging.opened;
    assert.deepEqual(delivery.timers.waiting(), [MINUTE / 2]);
    await putIn('two');
    isHanging = false;
    clock.pass(MINUTE / 2);
    const resting = delivery.rest();
    delivery.timers.elapse();
    await resting;
    assert.deepEqual([isAborted, delivery.failures(), ids()], [true, ['delivery-timeout'], ['two']]);
    clock.pass(MINUTE / 2 - 1);
    await delivery.round();
    assert.deepEqual(ids(), ['two']);
    clock.pass(1);
    await delivery.round();
    assert.deepEqual(ids(), ['two', 'one']);
    await delivery.stop();
  });

  test('does not begin with what was so slow to take that too little of the lease is left', async () => {
    await putIn('one');
    let isSlow = true;
    const delivery = start({
      outbox: {
        ...store.outbox,
        async lease(...args) {
          const entry = await store.outbox.lease(...args);
          if (isSlow) clock.pass(MINUTE / 2);
          isSlow = false;
          return entry;
        },
      },
    });
    await delivery.rest();
    assert.deepEqual([ids(), delivery.failures()], [[], ['delivery-timeout']]);
    clock.pass(MINUTE / 2);
    await delivery.round();
    assert.deepEqual(ids(), ['one']);
    await delivery.stop();
  });

  test('tells of a message that cannot be read, tries it again after an hour and delivers the others', async () => {
    const unreadable = { ...messageOf('one'), html: 1 } as unknown as HandedInMessage;
    await handIn(vault, clock, unreadable);
    await putIn('two');
    const delivery = start();
    await delivery.rest();
    assert.deepEqual([ids(), delivery.failures()], [['two'], ['message-refused']]);
    clock.pass(HOUR - 1);
    await delivery.round();
    assert.deepEqual(delivery.failures(), []);
    clock.pass(1);
    await delivery.round();
    assert.deepEqual(delivery.failures(), ['message-refused']);
    assert.equal((await store.outbox.waiting()).count, 1);
    await delivery.stop();
  });

  test('tries again at its interval when the database fails', async () => {
    await putIn('one');
    let isDown = true;
    const delivery = start({
      outbox: {
        ...store.outbox,
        lease: (...args) => (isDown ? Promise.reject(new Error('no database')) : store.outbox.lease(...args)),
      },
    });
    await delivery.rest();
    assert.deepEqual(delivery.failures(), ['store-failed']);
    isDown = false;
    await delivery.round();
    assert.deepEqual(ids(), ['one']);
    await delivery.stop();
  });

  test('delivers again, after the lease, what was delivered when the outbox could not be told', async () => {
    await putIn('one');
    let isDown = true;
    const delivery = start({
      outbox: {
        ...store.outbox,
        settle: (entry) => (isDown ? Promise.reject(new Error('no database')) : store.outbox.settle(entry)),
      },
    });
    await delivery.rest();
    assert.deepEqual(delivery.failures(), ['store-failed']);
    isDown = false;
    clock.pass(MINUTE - 1);
    await delivery.round();
    assert.deepEqual(ids(), ['one']);
    clock.pass(1);
    await delivery.round();
    assert.deepEqual([ids(), delivery.delivered()], [['one', 'one'], 1]);
    assert.deepEqual(await store.outbox.waiting(), { count: 0 });
    await delivery.stop();
  });

  test('that is stopped waits for what is under way and takes nothing more', async () => {
    await putIn('one');
    await putIn('two');
    const begun = gate();
    const end = gate();
    const delivery = start({
      deliver: async (message) => {
        begun.open();
        await end.opened;
        return take(message);
      },
    });
    await begun.opened;
    let isOver = false;
    const over = delivery.stop().then(() => (isOver = true));
    await settled();
    assert.equal(isOver, false);
    end.open();
    await over;
    assert.equal(got.length, 1);
    delivery.nudge();
    await delivery.stop();
    assert.equal((await store.outbox.waiting()).count, 1);
    assert.deepEqual(delivery.timers.waiting(), []);
  });

  test('that is stopped aborts what does not end soon, and it comes again after the next start', async () => {
    await putIn('one');
    const begun = gate();
    const delivery = start({
      deliver: (_, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('aborted')));
          begun.open();
        }),
    });
    await begun.opened;
    const over = delivery.stop();
    delivery.timers.elapse();
    await over;
    assert.deepEqual(delivery.failures(), ['delivery-timeout']);
    clock.pass(MINUTE);
    const next = start();
    await next.rest();
    assert.deepEqual(ids(), ['one']);
    await next.stop();
  });

  test('that is stopped while it takes something gives it back at once', async () => {
    await putIn('one');
    const slow = gate();
    const delivery = start({
      outbox: {
        ...store.outbox,
        async lease(...args) {
          const entry = await store.outbox.lease(...args);
          await slow.opened;
          return entry;
        },
      },
    });
    const over = delivery.stop();
    slow.open();
    await over;
    assert.deepEqual(ids(), []);
    const next = start();
    await next.rest();
    assert.deepEqual(ids(), ['one']);
    await next.stop();
  });

  test('gives the message that was handed in, to the byte', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(
        fc.record(
          {
            id: fc.string({ minLength: 1 }),
            reference: anyText,
            json: anyText,
            html: anyText,
            signed: anyText,
          },
          { noNullPrototype: true },
        ),
        (message) => assert.deepEqual(readMessageContent(writeMessageContent(message)), message),
      ),
    );
    for (const text of ['', '{}', 'null', '{"id":""}'])
      assert.throws(() => readMessageContent(Buffer.from(text)));
  });
});
