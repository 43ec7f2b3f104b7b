import type { RecordAddress, RecordStore, WritableRecord } from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { NAMES, startKind, type Kind, type Opened, type Place } from './stores.ts';

const CASE = { subject: 'subject', application: 'application' };
const DRAFT: RecordAddress = { ...CASE, kind: 'draft' };
const NOW = 1_000_000;
const LIMIT = { now: NOW, expiresAt: NOW + 1000 };

const sealed = (byte: number, length = 5000) => ({
  keyId: 'old',
  wrappedKey: Buffer.alloc(60, byte),
  content: Buffer.alloc(length, byte),
});

/** Writes in one step what the vault writes in two. */
async function put(store: RecordStore, expected: number, byte = 7, address = DRAFT, limit = LIMIT) {
  const state = { ...(await store.reserve(address, limit)), removal: 0 };
  const record: WritableRecord = { ...state, sealed: sealed(byte) };
  return (await store.write(address, record, expected)) ? state.version : undefined;
}

for (const name of NAMES) {
  describe(`records in ${name}`, () => {
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

    test('are what was written, under the version that was reserved', async () => {
      assert.equal(await store.read(DRAFT), undefined);
      const version = await put(store, 0);
      const read = await store.read(DRAFT);
      const { keyId, wrappedKey, content } = read!.sealed!;
      assert.deepEqual(
        { ...read, sealed: { keyId, wrappedKey: Buffer.from(wrappedKey), content: Buffer.from(content) } },
        { version, removal: 0, expiresAt: NOW + 1000, sealed: sealed(7) },
      );
    });

    test('are written only after the version that they follow', async () => {
      const first = (await put(store, 0))!;
      assert.equal(await put(store, 0), undefined);
      assert.equal(await put(store, first + 1), undefined);
      const second = (await put(store, first, 8))!;
      assert.ok(second > first);
      assert.equal(await put(store, first), undefined);
      assert.equal((await store.read(DRAFT))?.sealed?.content[0], 8);
    });

    test('are each at an address of their own', async () => {
      await put(store, 0);
      for (const other of [
        { ...DRAFT, subject: 'other' },
        { ...DRAFT, application: 'other' },
        { ...DRAFT, kind: 'statement' as const },
      ])
        assert.equal(await store.read(other), undefined);
    });

    test('are nothing but a version when they have been removed, and no version comes back', async () => {
      const first = (await put(store, 0))!;
      await store.remove(DRAFT);
      const removed = await store.read(DRAFT);
      assert.equal(removed?.sealed, undefined);
      assert.equal(removed?.removal, removed?.version);
      assert.ok(removed!.version > first);
      assert.equal(await put(store, first), undefined);
      const [row] = await place.sql('SELECT key_id, wrapped_key, content FROM kommunikationsyta_record');
      assert.deepEqual(row, { key_id: null, wrapped_key: null, content: null });
      await store.purge(NOW + 1000);
      assert.equal(await store.read(DRAFT), undefined);
      assert.ok((await put(store, 0))! > removed!.version);
    });

    test('are removed with all of the case, and no other case', async () => {
      const other = { ...DRAFT, application: 'other' };
      await put(store, 0);
      await put(store, 0, 9, { ...CASE, kind: 'statement' });
      await put(store, 0, 9, other);
      await store.removeAll(CASE);
      for (const kind of ['draft', 'statement'] as const)
        assert.equal((await store.read({ ...CASE, kind }))?.sealed, undefined);
      assert.ok((await store.read(other))?.sealed);
      await store.remove({ ...DRAFT, subject: 'nobody' });
      assert.equal(await store.read({ ...DRAFT, subject: 'nobody' }), undefined);
    });

    test('have the limit of their case, which nothing moves', async () => {
      await put(store, 0);
      const later = { now: NOW + 999, expiresAt: NOW + 5000 };
      const { expiresAt, version } = await store.reserve({ ...CASE }, later);
      assert.equal(expiresAt, NOW + 1000);
      const moved = { version, removal: 0, expiresAt: NOW + 5000, sealed: sealed(1) };
      assert.equal(await store.write({ ...CASE, kind: 'statement' }, moved, 0), false);
    });

    test('are dropped when the case begins anew after its limit', async () => {
      const first = (await put(store, 0))!;
      const { expiresAt } = await store.reserve(CASE, { now: NOW + 1000, expiresAt: NOW + 2000 });
      assert.equal(expiresAt, NOW + 2000);
      assert.equal(await store.read(DRAFT), undefined);
      assert.equal(await put(store, first, 7, DRAFT, { now: NOW + 1000, expiresAt: NOW + 2000 }), undefined);
    });

    test('are purged at their limit and not before', async () => {
      await put(store, 0);
      await store.purge(NOW + 999);
      assert.ok((await store.read(DRAFT))?.sealed);
      await store.purge(NOW + 1000);
      assert.equal(await store.read(DRAFT), undefined);
      assert.deepEqual(await place.sql('SELECT * FROM kommunikationsyta_record'), []);
      assert.deepEqual(await place.sql('SELECT * FROM kommunikationsyta_case'), []);
    });

    test('that were cut off while being removed are removed by the next purge', async () => {
      await put(store, 0);
      await place.sql('UPDATE kommunikationsyta_record SET wrapped_key = NULL');
      assert.equal((await store.read(DRAFT))?.sealed, undefined);
      await store.purge(NOW);
      const [row] = await place.sql('SELECT content FROM kommunikationsyta_record');
      assert.deepEqual(row, { content: null });
    });

    test('of two servers lose no write', async () => {
      const other = await place.open();
      let written = 0;
      const write = async (store: RecordStore): Promise<void> => {
        for (let attempt = 0; attempt < 15; attempt += 1) {
          const found = await store.read(DRAFT);
          const state = { ...(await store.reserve(DRAFT, LIMIT)), removal: 0 };
          const content = Buffer.from([(found?.sealed?.content[0] ?? 0) + 1]);
          const record = { ...state, sealed: { ...sealed(0), content } };
          if (await store.write(DRAFT, record, found?.version ?? 0)) written += 1;
        }
      };
      await Promise.all([store, other, store, other].map(write));
      assert.equal((await store.read(DRAFT))?.sealed?.content[0], written);
      assert.ok(written >= 15, `${written}`);
      await other.close();
    });

    test('are purged by one server at a time, and it does no harm that several try', async () => {
      const other = await place.open();
      await put(store, 0);
      await Promise.all([store.purge(NOW + 1000), other.purge(NOW + 1000), store.purge(NOW + 1000)]);
      assert.equal(await other.read(DRAFT), undefined);
      await other.close();
    });

    test('are not purged by a server while another one is at it', { skip: name === 'SQLite' }, async () => {
      await put(store, 0);
      await place.sql('SELECT pg_advisory_lock(5904861002)');
      await store.purge(NOW + 1000);
      assert.ok((await store.read(DRAFT))?.sealed);
      await place.sql('SELECT pg_advisory_unlock(5904861002)');
      await store.purge(NOW + 1000);
      assert.equal(await store.read(DRAFT), undefined);
    });

    test('are purged also when PostgreSQL gives the purge up once', { skip: name === 'SQLite' }, async () => {
      const hold = (application: string) =>
        place.sql('UPDATE kommunikationsyta_record SET removal = 0 WHERE application = $1', [application]);
      await put(store, 0, 7, { ...DRAFT, application: 'first' });
      await put(store, 0, 7, { ...DRAFT, application: 'second' });
      await place.sql("SET deadlock_timeout = '1min'");
      await place.sql('BEGIN');
      await hold('second');
      const purged = store.purge(NOW + 1000);
      // It has the first and waits for the second.
      while ((await place.sql('SELECT 1 FROM pg_locks WHERE NOT granted')).length === 0);
      await hold('first');
      await place.sql('COMMIT');
      await purged;
      assert.deepEqual(await place.sql('SELECT * FROM kommunikationsyta_record'), []);
    });
  });
}
