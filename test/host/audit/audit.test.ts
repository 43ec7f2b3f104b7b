import { createAudit, verifyAudit, type AuditEvent, type ChainLink } from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { linkAfter } from '../../../packages/host/src/audit/chain.ts';
import { caseAddress } from '../../../packages/host/src/kommunikationsyta/pseudonym.ts';
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

const TABLES = ['entry', 'chain', 'case'];
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
      for (const table of TABLES)
        await place.sql(`CREATE TABLE kept_${table} AS SELECT * FROM audit_${table}`);
      return async () => {
        for (const table of TABLES) {
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
      const events = [
        { at: at(0), action: 'income-fetch', outcome: 'begun' },
        { at: at(2), ...FETCHED },
        { at: at(4), ...REFUSED },
      ];
      assert.deepEqual(await server.audit.ofCase(ANNA), { events, isWhole: true });
      const nothing = { events: [], isWhole: true };
      assert.deepEqual(await server.audit.ofCase({ ...BERTIL, reference: 'EK-other' }), nothing);
      assert.deepEqual(await verify(server), { kind: 'intact', entries: 5, last: 5 });
    });

    test('is one chain when two servers write at the same time', async () => {
      const other = await servers.start(place, clock);
      await Promise.all([server, other, server, other].map(({ audit }) => writeEvents(audit, 15)));
      assert.deepEqual(await verify(server, other), { kind: 'intact', entries: 60, last: 60 });
      const heads = await Promise.all([server.heads.read(), other.heads.read()]);
      for (const whose of [ANNA, BERTIL, SAME_PERSON]) {
        const { events, isWhole } = await server.audit.ofCase(whose);
        assert.deepEqual([events.length, isWhole], [20, true]);
      }
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
        assert.deepEqual(
          [(await verify(server)).kind, (await server.audit.ofCase(ANNA)).isWhole],
          ['intact', true],
          `look ${looks}`,
        );
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

    test('tells of one case whether entries of it have been deleted or edited, and nothing that was not written', async () => {
      // Anna's are the entries 1, 4, 7 and 10, and Bertil's those after each.
      await writeEvents(server.audit, 12);
      const written = await server.audit.ofCase(ANNA);
      assert.deepEqual([written.events.length, written.isWhole], [4, true]);
      const restore = await backup();
      const edits = [
        ...['sequence = sequence + 100', 'sequence = 9223372036854775807', 'at = at - 1'],
        ...['at = 9223372036854775807', "subject = 'x'", "application = 'x'", "action = 'delivery'"],
        ...["outcome = 'begun'", 'detail = \'{"after":0}\'', "detail = 'x'"],
      ].map((edit) => `UPDATE audit_entry SET ${edit}`);
      for (const sequence of [1, 7, 10])
        for (const [change, reachesBertil] of [
          ['DELETE FROM audit_entry', true],
          ["UPDATE audit_entry SET hash = 'x'", true],
          ...edits.map((edit) => [edit, edit.includes('SET sequence')] as const),
        ] as const) {
          const statement = `${change} WHERE sequence = ${sequence}`;
          await place.sql(statement);
          const { events, isWhole } = await server.audit.ofCase(ANNA);
          assert.equal(isWhole, false, statement);
          assert.equal(events.length, 3, statement);
          for (const event of events)
            assert.ok(written.events.some((each) => isDeepStrictEqual(each, event)));
          assert.equal((await server.audit.ofCase(BERTIL)).isWhole, !reachesBertil, statement);
          assert.equal((await server.audit.ofCase(SAME_PERSON)).isWhole, true, statement);
          await restore();
        }
      assert.deepEqual(await server.audit.ofCase(ANNA), written);
    });

    test('tells of one case whether its newest entries have been deleted, whatever else is edited with them', async () => {
      await writeEvents(server.audit, 12);
      const restore = await backup();
      const deleted = 'DELETE FROM audit_entry WHERE sequence = 10';
      const all = 'DELETE FROM audit_entry WHERE sequence IN (1, 4, 7, 10)';
      const end = (change: string): string => `${change} WHERE sequence = 10`;
      for (const statements of [
        [all],
        [end('DELETE FROM audit_case')],
        [end("UPDATE audit_case SET proof = 'x'")],
        [deleted, end('DELETE FROM audit_case')],
        [deleted, end('UPDATE audit_case SET sequence = 7')],
        [deleted, end('UPDATE audit_case SET sequence = 9223372036854775807')],
        [deleted, "UPDATE audit_chain SET cut_sequence = 10, cut_hash = 'x'"],
        [all, 'UPDATE audit_chain SET cut_sequence = 10'],
        ['DELETE FROM audit_chain'],
      ]) {
        for (const statement of statements) await place.sql(statement);
        assert.equal((await server.audit.ofCase(ANNA)).isWhole, false, statements.join('; '));
        await restore();
      }
      assert.equal((await server.audit.ofCase(ANNA)).isWhole, true);
    });

    test('goes on telling that entries of a case have been deleted when it is written in again', async () => {
      await writeEvents(server.audit, 12);
      const restore = await backup();
      for (const statements of [
        ['DELETE FROM audit_entry WHERE sequence = 10'],
        ['DELETE FROM audit_entry WHERE sequence = 10', 'DELETE FROM audit_case WHERE sequence = 10'],
      ]) {
        for (const statement of statements) await place.sql(statement);
        // Of another server, whose head says nothing against it.
        const other = await servers.start(place, clock);
        await other.audit.write(ANNA, READ);
        const { events, isWhole } = await other.audit.ofCase(ANNA);
        assert.deepEqual([events.length, isWhole], [4, false]);
        await restore();
      }
      const other = await servers.start(place, clock);
      await place.sql('UPDATE audit_case SET sequence = 7 WHERE sequence = 10');
      await assert.rejects(other.audit.write(ANNA, READ), BROKEN);
      await other.audit.write(BERTIL, READ);
    });

    test('from before its entries were linked is told of by what each of them says', async () => {
      const of = caseAddress(KEYS, ANNA);
      for (let before = 0; before < 3; before += 1)
        await server.store.audit.append(of, ({ chain }) => {
          const words = { action: 'income-read', outcome: 'done', detail: '{}' };
          const content = { at: clock().getTime(), ...of, ...words };
          return {
            entry: { ...content, ...linkAfter(KEYS.pseudonyms, chain, content) },
            end: { sequence: 0, proof: '' },
          };
        });
      await place.sql('DELETE FROM audit_case');
      const told = async () => {
        const { events, isWhole } = await server.audit.ofCase(ANNA);
        return [events.length, isWhole];
      };
      assert.deepEqual(await told(), [3, true]);
      await server.audit.write(ANNA, READ);
      await server.audit.write(ANNA, READ);
      assert.deepEqual(await told(), [5, true]);
      const restore = await backup();
      for (const sequence of [1, 4, 5]) {
        await place.sql(`UPDATE audit_entry SET outcome = 'failed' WHERE sequence = ${sequence}`);
        assert.deepEqual(await told(), [4, false]);
        await restore();
      }
      for (const sequence of [4, 5]) {
        await place.sql(`DELETE FROM audit_entry WHERE sequence = ${sequence}`);
        assert.equal((await told())[1], false);
        await restore();
      }
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
      const changedAudit = createAudit({ store: fake, keys: KEYS, clock, heads: memoryHeads() });
      assert.deepEqual(await changedAudit.ofCase(ANNA), { events: [], isWhole: false });
    }
  });

  test('tells the newest 2,000 of a case, and whether there is one too few of them', async () => {
    const store = memoryAudit();
    const audit = createAudit({ store, keys: KEYS, clock, heads: memoryHeads() });
    for (let count = 0; count < 2003; count += 1) await audit.write(ANNA, READ);
    const { held } = store;
    const told = async () => {
      const { events, isWhole } = await audit.ofCase(ANNA);
      return [events.length, isWhole];
    };
    assert.deepEqual(await told(), [2000, true]);
    for (const index of [3, 1000, 2002]) {
      store.held = { ...held, entries: held.entries.toSpliced(index, 1) };
      assert.equal((await told())[1], false, `${index}`);
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
