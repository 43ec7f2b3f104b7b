import { createAudit, verifyAudit, type AuditEvent, type ChainLink } from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import {
  fakeClock,
  KEYS,
  ALSO_POOLED,
  startKind,
  type Kind,
  type Place,
} from '../kommunikationsyta/stores.ts';
import {
  ANNA,
  BERTIL,
  FETCHED,
  READ,
  REFUSED,
  SAME_PERSON,
  serversIn,
  writeEvents,
  type Server,
} from './auditing.ts';
import { memoryAudit, memoryHeads } from './memory-audit.ts';

const BROKEN = { name: 'AuditBroken' };

for (const database of ALSO_POOLED) {
  describe(`the audit in ${database}`, () => {
    let kind: Kind;
    let place: Place;
    let clock = fakeClock();
    let servers: ReturnType<typeof serversIn>;
    let server: Server;
    before(async () => (kind = await startKind(database)));
    after(() => kind.end());
    beforeEach(async () => {
      clock = fakeClock();
      servers = serversIn();
      place = await kind.place();
      server = await servers.start(place, clock);
    });
    afterEach(() => servers.end());

    const verify = (...all: readonly Server[]) =>
      verifyAudit({ store: server.store.audit, keys: KEYS, heads: all.map(({ heads }) => heads) });
    /** Keeps what is in the tables now, and gives what puts it back. */
    async function backup(): Promise<() => Promise<void>> {
      for (const table of ['entry', 'chain'])
        await place.sql(`CREATE TABLE kept_${table} AS SELECT * FROM audit_${table}`);
      return async () => {
        for (const table of ['entry', 'chain']) {
          await place.sql(`DELETE FROM audit_${table}`);
          await place.sql(`INSERT INTO audit_${table} SELECT * FROM kept_${table}`);
        }
      };
    }

    test('tells of one case what was done in it, the oldest first', async () => {
      for (const [of, event] of [
        [ANNA, { action: 'income-fetch', outcome: 'begun' }],
        [BERTIL, READ],
        [ANNA, FETCHED],
        [SAME_PERSON, READ],
        [ANNA, REFUSED],
      ] as const) {
        await server.audit.write(of, event);
        clock.pass(1000);
      }
      const at = (seconds: number): Date => new Date(clock().getTime() + (seconds - 5) * 1000);
      assert.deepEqual(await server.audit.ofCase(ANNA), [
        { at: at(0), action: 'income-fetch', outcome: 'begun' },
        { at: at(2), ...FETCHED },
        { at: at(4), ...REFUSED },
      ]);
      assert.deepEqual(await server.audit.ofCase({ ...BERTIL, reference: 'EK-other' }), []);
      assert.deepEqual(await verify(server), { kind: 'intact', entries: 5, last: 5 });
    });

    test('is one chain when two servers write at the same time', async () => {
      const other = await servers.start(place, clock);
      await Promise.all([server, other, server, other].map(({ audit }) => writeEvents(audit, 15)));
      assert.deepEqual(await verify(server, other), { kind: 'intact', entries: 60, last: 60 });
      const heads = await Promise.all([server.heads.read(), other.heads.read()]);
      const { last } = await server.store.audit.ends();
      assert.ok(heads.some((head) => head?.sequence === 60 && head.hash === last.hash));
    });

    test('is intact while it is written', async () => {
      await writeEvents(server.audit, 1);
      const other = await servers.start(place, clock);
      const state = { isOver: false };
      const writing = Promise.all([server, other].map(({ audit }) => writeEvents(audit, 40))).then(
        () => (state.isOver = true),
      );
      for (let looks = 0; !state.isOver; looks += 1)
        assert.equal((await verify(server)).kind, 'intact', `look ${looks}`);
      await writing;
      assert.deepEqual(await verify(server, other), { kind: 'intact', entries: 81, last: 81 });
    });

    test('holds no personnummer and no reference, in the database or beside it', async () => {
      await writeEvents(server.audit, 12);
      const everything = Buffer.concat([kind.everything(), readFileSync(server.file)]);
      for (const { personnummer, reference } of [ANNA, BERTIL, SAME_PERSON])
        for (const text of [personnummer, personnummer.slice(2), reference])
          assert.equal(everything.includes(text), false, text);
    });

    test('shows what is done behind its back', async () => {
      await writeEvents(server.audit, 12);
      const restore = await backup();
      const forged = "'Zm9yZ2Vk'";
      const other = '(SELECT hash FROM kept_entry WHERE sequence = 3)';
      for (const [statements, at, why] of [
        ['UPDATE audit_entry SET at = at - 1 WHERE sequence = 7', 7, 'entry-changed'],
        ['UPDATE audit_entry SET subject = application WHERE sequence = 7', 7, 'entry-changed'],
        ['UPDATE audit_entry SET application = subject WHERE sequence = 7', 7, 'entry-changed'],
        ["UPDATE audit_entry SET action = 'delivery' WHERE sequence = 7", 7, 'entry-changed'],
        ["UPDATE audit_entry SET outcome = 'failed' WHERE sequence = 7", 7, 'entry-changed'],
        ["UPDATE audit_entry SET detail = '' WHERE sequence = 7", 7, 'entry-changed'],
        [`UPDATE audit_entry SET hash = ${other} WHERE sequence = 7`, 7, 'entry-changed'],
        ['UPDATE audit_entry SET sequence = 70 WHERE sequence = 7', 7, 'entry-missing'],
        ['DELETE FROM audit_entry WHERE sequence = 1', 1, 'entry-missing'],
        ['DELETE FROM audit_entry WHERE sequence = 7', 7, 'entry-missing'],
        ['DELETE FROM audit_entry WHERE sequence = 12', 12, 'entry-missing'],
        [
          'UPDATE audit_entry SET sequence = 70 WHERE sequence = 7; UPDATE audit_entry SET sequence = 7 WHERE sequence = 8; UPDATE audit_entry SET sequence = 8 WHERE sequence = 70',
          7,
          'entry-changed',
        ],
        [
          `INSERT INTO audit_entry SELECT 13, at, subject, application, action, outcome, detail, hash FROM kept_entry WHERE sequence = 12`,
          13,
          'entry-changed',
        ],
        [
          `DELETE FROM audit_entry WHERE sequence > 9; UPDATE audit_chain SET last_sequence = 9, last_hash = (SELECT hash FROM kept_entry WHERE sequence = 9)`,
          10,
          'older-than-head',
        ],
        [
          `DELETE FROM audit_entry WHERE sequence <= 3; UPDATE audit_chain SET cut_sequence = 3, cut_hash = ${other}`,
          3,
          'cut-forged',
        ],
        [`UPDATE audit_chain SET cut_hash = ${forged}`, 0, 'cut-forged'],
        [`UPDATE audit_chain SET last_hash = ${forged}`, 12, 'end-changed'],
        ['UPDATE audit_chain SET last_sequence = 13', 13, 'entry-missing'],
        ['UPDATE audit_chain SET last_sequence = -1', 0, 'end-changed'],
        ['DELETE FROM audit_chain', 0, 'unreadable'],
        ['UPDATE audit_chain SET last_sequence = 9223372036854775807', 0, 'unreadable'],
        ['UPDATE audit_entry SET at = 9223372036854775807 WHERE sequence = 7', 7, 'unreadable'],
        [
          "DELETE FROM audit_entry; DELETE FROM audit_chain; INSERT INTO audit_chain VALUES (1, 0, '', 0, '')",
          1,
          'older-than-head',
        ],
      ] as const) {
        for (const statement of statements.split('; ')) await place.sql(statement);
        assert.deepEqual(await verify(server), { kind: 'broken', at, why }, statements);
        await restore();
      }
      assert.deepEqual(await verify(server), { kind: 'intact', entries: 12, last: 12 });
    });

    test('that has been put back to what it was is found, and written in no more', async () => {
      await writeEvents(server.audit, 3);
      const restore = await backup();
      await writeEvents(server.audit, 2);
      await restore();
      assert.deepEqual(await verify(server), { kind: 'broken', at: 4, why: 'older-than-head' });
      await assert.rejects(server.audit.write(ANNA, READ), BROKEN);
      assert.equal((await place.sql('SELECT * FROM audit_entry')).length, 3);
    });

    test('that goes on from where its end was cut off is found by who wrote that end', async () => {
      await writeEvents(server.audit, 3);
      const restore = await backup();
      await writeEvents(server.audit, 2);
      await restore();
      const unknowing = await servers.start(place, clock);
      clock.pass(1);
      await writeEvents(unknowing.audit, 5);
      assert.equal((await verify(unknowing)).kind, 'intact');
      assert.deepEqual(await verify(unknowing, server), { kind: 'broken', at: 5, why: 'not-of-head' });
      const head = await server.heads.read();
      await assert.rejects(server.audit.write(ANNA, READ), BROKEN);
      assert.deepEqual(await server.heads.read(), head);
    });
  });
}

describe('an audit', () => {
  const clock = fakeClock();

  test('takes words, and nothing that could be a message or about a person', async () => {
    const store = memoryAudit();
    const audit = createAudit({ store, keys: KEYS, clock, heads: memoryHeads() });
    await audit.write(ANNA, { ...READ, why: 'http-404' });
    for (const event of [
      ...['', 'Anna', 'no answer', 'a'.repeat(61), ANNA.personnummer, '18900101-9802', 'å', 'a\n'].map(
        (why) => ({
          ...READ,
          why,
        }),
      ),
      { ...READ, action: 'look' },
      { ...READ, outcome: 'unknown' },
      { ...READ, sources: [{ source: 'FK', outcome: 'answered', amount: 100 }] },
      { ...READ, sources: [{ source: 'FK', outcome: '100 kr' }] },
      { ...READ, amount: 100 },
    ])
      await assert.rejects(audit.write(ANNA, event as AuditEvent), {
        message: 'The audit takes words from its lists, and nothing else.',
      });
    assert.equal(store.held.entries.length, 1);
  });

  test('does not tell of an entry that has other words than it writes', async () => {
    const store = memoryAudit();
    const audit = createAudit({ store, keys: KEYS, clock, heads: memoryHeads() });
    await audit.write(ANNA, READ);
    for (const changed of [{ detail: 'x' }, { detail: '{"amount":1}' }, { detail: '"x"' }, { action: 'x' }]) {
      const [entry] = store.held.entries;
      const fake = memoryAudit({ ...store.held, entries: [{ ...entry!, ...changed }] });
      await assert.rejects(
        createAudit({ store: fake, keys: KEYS, clock, heads: memoryHeads() }).ofCase(ANNA),
        { message: 'An entry of the audit is not what was written.' },
      );
    }
  });

  test('has not been written when its head could not be kept, and goes on when it can', async () => {
    const store = memoryAudit();
    const heads = memoryHeads();
    let isFull = false;
    const keep = (head: ChainLink): Promise<void> =>
      isFull ? Promise.reject(new Error('no space')) : heads.keep(head);
    const audit = createAudit({ store, keys: KEYS, clock, heads: { ...heads, keep } });
    await audit.write(ANNA, READ);
    isFull = true;
    await assert.rejects(audit.write(ANNA, READ), /no space/);
    await assert.rejects(audit.write(ANNA, READ), /no space/);
    assert.equal(heads.kept?.sequence, 1);
    assert.equal((await verifyAudit({ store, keys: KEYS, heads: [heads] })).kind, 'intact');
    isFull = false;
    await audit.write(ANNA, READ);
    assert.deepEqual(heads.kept, store.held.ends.last);
    assert.equal((await verifyAudit({ store, keys: KEYS, heads: [heads] })).kind, 'intact');
  });

  test('is written in no more when what lies between its head and its end has been changed', async () => {
    const store = memoryAudit();
    const heads = memoryHeads();
    const audit = createAudit({ store, keys: KEYS, clock, heads });
    await writeEvents(audit, 1);
    await writeEvents(createAudit({ store, keys: KEYS, clock, heads: memoryHeads() }), 5);
    const { held } = store;
    for (const tampered of [
      held.entries.toSpliced(3, 1),
      held.entries.with(3, { ...held.entries[3]!, outcome: 'failed' }),
      held.entries.slice(0, 1),
    ]) {
      store.held = { ...held, entries: tampered };
      await assert.rejects(audit.write(ANNA, READ), BROKEN);
    }
    store.held = { ...held, ends: { ...held.ends, last: { sequence: 6, hash: held.entries[2]!.hash } } };
    await assert.rejects(audit.write(ANNA, READ), BROKEN);
    assert.equal(heads.kept?.sequence, 1);
    store.held = held;
    await audit.write(ANNA, READ);
    assert.equal(heads.kept.sequence, 7);
  });

  test('cannot be verified without a head', async () => {
    const store = memoryAudit();
    await assert.rejects(verifyAudit({ store, keys: KEYS, heads: [] }), { name: 'HeadsUnreadable' });
    await assert.rejects(verifyAudit({ store, keys: KEYS, heads: [memoryHeads()] }), {
      name: 'HeadsUnreadable',
    });
  });
});
