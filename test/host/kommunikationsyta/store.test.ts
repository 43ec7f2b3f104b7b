import type { RecordAddress, RecordStore, WritableRecord } from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { ALSO_POOLED, startKind, type Kind, type Opened, type Place } from './stores.ts';

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

for (const name of ALSO_POOLED) {
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

    test('are not purged by a server while another one is at it, which is told, and not for longer than that can take', async () => {
      await put(store, 0);
      assert.equal(await store.lastPurge(), undefined);
      const held = NOW + 1000 + 600_000;
      await place.sql(`UPDATE kommunikationsyta_purge SET owner = 'another', leased_until = ${held}`);
      assert.equal(await store.purge(NOW + 1000), 'skipped');
      assert.ok((await store.read(DRAFT))?.sealed);
      assert.equal(await store.lastPurge(), undefined);
      // The other one has died.
      assert.equal(await store.purge(held), 'done');
      assert.equal(await store.read(DRAFT), undefined);
      assert.equal(await store.lastPurge(), held);
    });

    test('are purged although the last purge was by a server whose clock was ahead, and which died', async () => {
      await put(store, 0);
      await place.sql(
        `UPDATE kommunikationsyta_purge SET owner = 'another', leased_until = ${NOW + 86_400_000}`,
      );
      assert.equal(await store.purge(NOW + 1000), 'done');
      assert.equal(await store.read(DRAFT), undefined);
    });

    test('are purged every time, one purge after another, by several servers', async () => {
      const others = await Promise.all([place.open(), place.open(), place.open()]);
      for (const [turn, each] of [...others, store, ...others].entries()) {
        await put(store, 0, 7, { ...DRAFT, application: `case ${turn}` });
        assert.equal(await each.purge(NOW + 1000), 'done');
        assert.deepEqual(await place.sql('SELECT 1 FROM kommunikationsyta_record'), []);
      }
      await Promise.all(others.map((each) => each.close()));
    });

    test(
      'are purged, with their bytes left for the next time, while others hold the tables',
      { skip: name === 'SQLite' },
      async () => {
        await put(store, 0);
        await place.sql('BEGIN');
        await place.sql('LOCK TABLE kommunikationsyta_outbox IN ACCESS SHARE MODE');
        assert.equal(await store.purge(NOW + 1000), 'bytes-left');
        assert.equal(await store.read(DRAFT), undefined);
        await place.sql('COMMIT');
        assert.equal(await store.purge(NOW + 1000), 'done');
      },
    );

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
