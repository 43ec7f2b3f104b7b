import type { LeasedEntry } from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { ALSO_POOLED, startKind, type Kind, type Opened, type Place } from './stores.ts';

const NOW = 1_000_000;
const sealed = (byte: number) => ({
  keyId: 'old',
  wrappedKey: Buffer.alloc(60, byte),
  content: Buffer.alloc(5000, byte),
});

for (const name of ALSO_POOLED) {
  describe(`the outbox in ${name}`, () => {
    let kind: Kind;
    let place: Place;
    let store: Opened;
    before(async () => (kind = await startKind(name)));
    after(() => kind.end());
    beforeEach(async () => {
      place = await kind.place();
      store = await place.open();
    });
    afterEach(() => store.close());

    async function put(id: string, handedInAt: number): Promise<void> {
      const address = { subject: 'subject', application: id };
      const state = { ...(await store.reserve(address, { now: NOW, expiresAt: NOW + 1000 })), removal: 0 };
      const entry = { id, handedInAt, sealed: sealed(id.length) };
      assert.ok(
        await store.handIn(address, { receipt: { ...state, sealed: sealed(1) }, entry, expected: {} }),
      );
    }
    const lease = (now: number, opened = store) => opened.outbox.lease(now, now + 100);

    test('gives what has been due the longest, as it was put there, and each once', async () => {
      await put('second', NOW + 2);
      await put('first', NOW + 1);
      await put('not yet', NOW + 50);
      assert.equal(await lease(NOW), undefined);
      const { sealed: found, ...first } = (await lease(NOW + 10))!;
      assert.deepEqual(first, { id: 'first', handedInAt: NOW + 1, attempt: 1 });
      assert.deepEqual(Buffer.from(found.content), sealed(5).content);
      assert.deepEqual(Buffer.from(found.wrappedKey), sealed(5).wrappedKey);
      assert.equal((await lease(NOW + 10))?.id, 'second');
      assert.equal(await lease(NOW + 10), undefined);
      assert.deepEqual(await store.outbox.waiting(), { count: 3, oldest: NOW + 1 });
    });

    test('gives it again when its lease has ended or been given back, with the number of the attempt', async () => {
      await put('one', NOW);
      const first = (await lease(NOW))!;
      assert.equal(await lease(NOW + 99), undefined);
      const second = (await lease(NOW + 100))!;
      assert.deepEqual([first.attempt, second.attempt], [1, 2]);
      await store.outbox.postpone(second, NOW + 110);
      assert.equal(await lease(NOW + 109), undefined);
      assert.equal((await lease(NOW + 110))?.attempt, 3);
    });

    test('lets nobody settle or postpone what has gone to somebody else', async () => {
      await put('one', NOW);
      const late = (await lease(NOW))!;
      const mine = (await lease(NOW + 100))!;
      await store.outbox.settle(late);
      await store.outbox.postpone(late, NOW);
      assert.equal(await lease(NOW + 150), undefined);
      await store.outbox.settle(mine);
      await store.outbox.settle(mine);
      await store.outbox.postpone(mine, NOW);
      assert.deepEqual(await store.outbox.waiting(), { count: 0 });
    });

    test('gives two servers that ask at the same time nothing twice', async () => {
      const other = await place.open();
      const ids = Array.from({ length: 30 }, (_, index) => `id-${index}`);
      for (const id of ids) await put(id, NOW);
      const given: string[] = [];
      const take = async (opened: Opened): Promise<void> => {
        for (let entry: LeasedEntry | undefined; (entry = await lease(NOW, opened));) given.push(entry.id);
      };
      await Promise.all([store, other, store, other].map(take));
      assert.deepEqual(given.sort(), ids.sort());
      await other.close();
    });
  });
}
