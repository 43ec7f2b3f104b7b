import { startAuditRetention, verifyAudit } from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { sealCut } from '../../../packages/host/src/audit/chain.ts';
import { fakeClock, KEYS, NAMES, startKind, type Kind, type Place } from '../kommunikationsyta/stores.ts';
import { ANNA, BERTIL, READ, serversIn, writeEvents, type Server } from './auditing.ts';
import { memoryAudit } from './memory-audit.ts';

const once = () => () => undefined;

for (const database of NAMES) {
  describe(`the retention of the audit in ${database}`, () => {
    let kind: Kind;
    let place: Place;
    let clock = fakeClock();
    let servers: ReturnType<typeof serversIn>;
    let server: Server;
    let failures = 0;
    before(async () => (kind = await startKind(database)));
    after(() => kind.end());
    beforeEach(async () => {
      clock = fakeClock('2020-11-21T08:00:00Z');
      failures = 0;
      servers = serversIn();
      place = await kind.place();
      server = await servers.start(place, clock);
    });
    afterEach(() => servers.end());

    const onFailure = (): void => void (failures += 1);
    const retain = (years?: number): Promise<void> =>
      startAuditRetention({
        store: server.store.audit,
        keys: KEYS,
        clock,
        every: once,
        onFailure,
        ...(years !== undefined && { years }),
      })();
    const verify = () => verifyAudit({ store: server.store.audit, keys: KEYS, heads: [server.heads] });
    const sequences = async (): Promise<number[]> =>
      (await place.sql('SELECT sequence FROM audit_entry ORDER BY sequence')).map(({ sequence }) =>
        Number(sequence),
      );

    test('takes away what is older than five years, and not what is as old', async () => {
      await writeEvents(server.audit, 3);
      clock.pass(1);
      await writeEvents(server.audit, 2);
      clock.set('2025-11-21T08:00:00.000Z');
      await retain();
      assert.deepEqual(await sequences(), [1, 2, 3, 4, 5]);
      clock.pass(1);
      await retain();
      assert.deepEqual(await sequences(), [4, 5]);
      assert.deepEqual(await verify(), { kind: 'intact', entries: 2, last: 5 });
      assert.equal(failures, 0);
    });

    test('may take all of it, and the chain goes on', async () => {
      await writeEvents(server.audit, 3);
      clock.set('2022-01-01T00:00:00Z');
      await retain(1);
      assert.deepEqual(await sequences(), []);
      assert.deepEqual(await verify(), { kind: 'intact', entries: 0, last: 3 });
      await server.audit.write(ANNA, READ);
      assert.deepEqual(await verify(), { kind: 'intact', entries: 1, last: 4 });
      await place.sql('DELETE FROM audit_entry');
      assert.deepEqual(await verify(), { kind: 'broken', at: 4, why: 'entry-missing' });
    });

    test('leaves what is kept of each case whole, and shows what is deleted then', async () => {
      // Anna's are the entries 1, 4 and 7, Bertil's 2 and 5.
      await writeEvents(server.audit, 3);
      clock.set('2024-01-01T00:00:00Z');
      await writeEvents(server.audit, 1);
      clock.set('2026-01-01T00:00:00Z');
      await retain();
      const told = async (of: typeof ANNA) => {
        const { events, isWhole } = await server.audit.ofCase(of);
        return [events.length, isWhole];
      };
      assert.deepEqual(await told(ANNA), [1, true]);
      assert.deepEqual(await told(BERTIL), [0, true]);
      assert.equal((await place.sql('SELECT * FROM audit_case')).length, 1);
      await writeEvents(server.audit, 4);
      assert.deepEqual(await told(ANNA), [3, true]);
      assert.deepEqual(await told(BERTIL), [1, true]);
      await place.sql('DELETE FROM audit_entry WHERE sequence = 4');
      assert.deepEqual((await told(ANNA))[1], false);
      assert.deepEqual(await told(BERTIL), [1, true]);
    });

    test('makes no hole when a clock was wrong', async () => {
      await writeEvents(server.audit, 1);
      clock.set('2024-01-01T00:00:00Z');
      await writeEvents(server.audit, 1);
      clock.set('2020-01-01T00:00:00Z');
      await writeEvents(server.audit, 1);
      clock.set('2026-01-01T00:00:00Z');
      await retain();
      assert.deepEqual(await sequences(), [2, 3]);
      assert.equal((await verify()).kind, 'intact');
    });

    test('does not take what somebody has made old', async () => {
      await writeEvents(server.audit, 3);
      await place.sql('UPDATE audit_entry SET at = 0 WHERE sequence < 3');
      await retain();
      assert.deepEqual([await sequences(), failures], [[1, 2, 3], 1]);
    });

    test('does not go on from a beginning that somebody has forged', async () => {
      await writeEvents(server.audit, 3);
      await place.sql('DELETE FROM audit_entry WHERE sequence = 1');
      await place.sql("UPDATE audit_chain SET cut_sequence = 1, cut_hash = 'x'");
      clock.set('2026-01-01T00:00:00Z');
      await retain();
      assert.deepEqual([await sequences(), failures], [[2, 3], 1]);
    });

    test('is no fault to who verifies at the same time, however much there is to take away', async () => {
      await writeEvents(server.audit, 5);
      const { audit } = server.store;
      const heads = [server.heads];
      let cuts = 0;
      const after = async (sequence: number, limit: number) => {
        // One entry more each time it is looked at, as many times as there are.
        const [first, second] = await audit.after(Number.MIN_SAFE_INTEGER, 2);
        if (first && second) await audit.cutTo(sealCut(KEYS.pseudonyms, first));
        cuts += 1;
        return audit.after(sequence, limit);
      };
      const store = { ends: () => audit.ends(), after };
      assert.deepEqual(await verifyAudit({ store, keys: KEYS, heads }), {
        kind: 'intact',
        entries: 1,
        last: 5,
      });
      assert.ok(cuts > 4, `${cuts}`);
    });

    test('disturbs neither who writes nor who verifies, nor another server that does the same', async () => {
      const other = await servers.start(place, clock);
      await writeEvents(server.audit, 30);
      clock.set('2026-01-01T00:00:00Z');
      const [, , , verdict, , ofAnna] = await Promise.all([
        retain(),
        startAuditRetention({ store: other.store.audit, keys: KEYS, clock, every: once, onFailure })(),
        writeEvents(server.audit, 10),
        verify(),
        writeEvents(other.audit, 10),
        server.audit.ofCase(ANNA),
      ]);
      assert.equal(ofAnna.isWhole, true);
      assert.equal(verdict.kind, 'intact');
      assert.deepEqual(
        [await sequences(), failures],
        [Array.from({ length: 20 }, (_, index) => index + 31), 0],
      );
      assert.deepEqual(await verify(), { kind: 'intact', entries: 20, last: 50 });
    });
  });
}

describe('the retention of the audit', () => {
  const start = (years: number, now = '2028-02-29T12:00:00Z', store = memoryAudit()) =>
    startAuditRetention({ store, keys: KEYS, clock: fakeClock(now), years, every: once });

  test('is 1 to 10 whole years', async () => {
    for (const years of [0, 11, 1.5, NaN, -1])
      assert.throws(() => start(years), {
        message: `The audit keeps an entry for 1 to 10 whole years, not ${years}.`,
      });
    for (const years of [1, 10]) await start(years)();
  });

  test('is no shorter in a year without 29 February', async () => {
    let asked = 0;
    const store = memoryAudit();
    store.after = () => {
      const at = new Date('2027-02-28T12:00:00Z').getTime();
      asked += 1;
      return Promise.resolve([
        { sequence: 1, hash: '', at, subject: '', application: '', action: '', outcome: '', detail: '' },
      ]);
    };
    store.cutTo = () => assert.fail('it was cut');
    await start(1, undefined, store)();
    assert.equal(asked, 1);
  });
});
