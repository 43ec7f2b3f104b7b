import {
  createAudit,
  createSeal,
  createSubmissionSigner,
  parseKeys,
  startKommunikationsyta,
  type Keys,
} from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { memoryHeads } from '../audit/memory-audit.ts';
import { FORM } from '../kept.ts';
import {
  BEFORE_ROTATION,
  DAY,
  fakeClock,
  FORGOTTEN_KEYS,
  KEYS,
  ALSO_POOLED,
  OTHER_KEYS,
  ROTATED_KEYS,
  startKind,
  type Kind,
  type Place,
} from './stores.ts';

const ANNA = { personnummer: '189001019802', reference: 'EK-1' };
const READ = { action: 'income-read', outcome: 'done' } as const;
const base64 = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const OTHER_PSEUDONYMS = parseKeys(`pseudonyms:${base64(9)} old:${base64(2)}`);
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const signer = createSubmissionSigner(privateKey, 'test-1');
const sealOf = (byte: number, id = 's1') => createSeal(Buffer.alloc(32, byte), id);

for (const name of ALSO_POOLED) {
  describe(`the keys of ${name}`, () => {
    let kind: Kind;
    before(async () => (kind = await startKind(name)));
    after(() => kind.end());

    interface Parts {
      readonly keys: Keys;
      readonly seal?: ReturnType<typeof sealOf>;
      readonly clock?: () => Date;
      readonly lostKeys?: readonly string[];
    }

    /** A server, started as a host starts it. */
    async function start(
      place: Place,
      { keys, seal = sealOf(7), clock = fakeClock(), lostKeys = [] }: Parts,
    ) {
      const stores = await place.open();
      try {
        return await startKommunikationsyta({
          ...{ stores, keys, seal, signer, clock, lostKeys, form: FORM, heads: memoryHeads() },
          deliver: () => Promise.reject(new Error('The case system is away.')),
          municipality: 'Exempelköpings kommun',
          newId: () => 'inlamning-1',
        });
      } catch (error) {
        await stores.close();
        throw error;
      }
    }

    /** Starts, writes a draft and an entry, and ends. */
    async function used(place: Place, parts: Parts): Promise<void> {
      const { audit, vault, close } = await start(place, parts);
      await audit.write(ANNA, READ);
      await vault.write(ANNA, 'draft', Buffer.from('x'), await vault.standing(ANNA, 'draft'));
      await close();
    }

    /** All that a refused server could have changed. */
    const everything = async (place: Place) => [
      await place.sql('SELECT * FROM audit_entry ORDER BY sequence'),
      await place.sql('SELECT * FROM kommunikationsyta_key ORDER BY purpose, id'),
      await place.sql('SELECT * FROM kommunikationsyta_record ORDER BY kind'),
    ];

    async function refused(place: Place, parts: Parts, sentence: RegExp): Promise<void> {
      const before = await everything(place);
      await assert.rejects(start(place, parts), (error) => {
        assert.ok(error instanceof Error && error.name === 'KeysRefused');
        assert.match(error.message, sentence);
        assert.match(error.message, /^[^\n]+\(docs\/drift\.md\)\.$/);
        for (const byte of [1, 2, 3, 4, 7, 8, 9])
          assert.ok(!error.message.includes(base64(byte).slice(0, 8)));
        return true;
      });
      assert.deepEqual(await everything(place), before);
    }

    test('are those that it was first started with: others are refused, and have changed nothing', async () => {
      const place = await kind.place();
      await used(place, { keys: KEYS });
      await refused(place, { keys: OTHER_KEYS }, /^The key old in KOMMUNIKATIONSYTA_KEYS is not the one/);
      await refused(
        place,
        { keys: OTHER_PSEUDONYMS },
        /^The key pseudonyms in KOMMUNIKATIONSYTA_KEYS is not/,
      );
      await refused(place, { keys: KEYS, seal: sealOf(8) }, /^The key s1 in SEAL_KEY is not the one/);
      await used(place, { keys: KEYS });
    });

    test('let the servers that have them write, and never one entry by another: A, A, B, A', async () => {
      const place = await kind.place();
      const first = await start(place, { keys: KEYS });
      const second = await start(place, { keys: KEYS });
      await first.audit.write(ANNA, READ);
      await second.audit.write(ANNA, READ);
      await refused(place, { keys: OTHER_PSEUDONYMS }, /^The key pseudonyms /);
      await first.audit.write(ANNA, READ);
      await second.audit.write(ANNA, READ);
      assert.equal((await first.audit.ofCase(ANNA)).events.length, 4);
      await first.close();
      await second.close();
    });

    test('write the audit or nothing of it, also where the audit is set up by itself: A, A, B, A, A, B', async () => {
      const place = await kind.place();
      const { audit: store, close } = await place.open();
      const clock = fakeClock();
      const [a, alsoA] = [1, 2].map(() => createAudit({ store, keys: KEYS, clock, heads: memoryHeads() }));
      const b = createAudit({ store, keys: OTHER_PSEUDONYMS, clock, heads: memoryHeads() });
      for (const audit of [a, alsoA, b, a, alsoA, b])
        await (audit === b
          ? assert.rejects(b.write(ANNA, READ), { name: 'KeysRefused' })
          : audit!.write(ANNA, READ));
      assert.equal((await a!.ofCase(ANNA)).events.length, 4);
      await close();
    });

    test('may be changed by adding one, moving it first, and taking the old one away after the limit', async () => {
      const place = await kind.place();
      const clock = fakeClock();
      await used(place, { keys: KEYS, clock });
      await used(place, { keys: BEFORE_ROTATION, clock });
      await used(place, { keys: ROTATED_KEYS, clock });
      await used(place, { keys: ROTATED_KEYS, seal: createSeal(Buffer.alloc(32, 8), 's2'), clock });
      clock.pass(7 * DAY);
      await used(place, { keys: FORGOTTEN_KEYS, clock });
    });

    test('are refused when one is missing that something is encrypted with, unless it is said to be lost', async () => {
      const place = await kind.place();
      const clock = fakeClock();
      await used(place, { keys: KEYS, clock });
      await refused(
        place,
        { keys: FORGOTTEN_KEYS, clock },
        /^The key old is not in KOMMUNIKATIONSYTA_KEYS, and/,
      );
      await (await start(place, { keys: FORGOTTEN_KEYS, clock, lostKeys: ['old'] })).close();
    });

    test('are refused when what waits in the outbox needs one, however long it has waited', async () => {
      const place = await kind.place();
      const clock = fakeClock();
      await used(place, { keys: KEYS, clock });
      await place.sql(
        `INSERT INTO kommunikationsyta_outbox (id, key_id, wrapped_key, content, handed_in_at, due_at, attempts)
          SELECT 'waits', key_id, wrapped_key, content, 1, 9007199254740991, 0 FROM kommunikationsyta_record`,
      );
      clock.pass(100 * DAY);
      await refused(place, { keys: FORGOTTEN_KEYS, clock }, /^The key old is not in KOMMUNIKATIONSYTA_KEYS/);
    });

    test('of servers that start an empty database at the same time with different keys: those of one of them', async () => {
      const place = await kind.place();
      const all = [KEYS, OTHER_KEYS, OTHER_PSEUDONYMS, KEYS];
      const starts = await Promise.allSettled(all.map((keys) => start(place, { keys })));
      const running = starts.flatMap((each, index) =>
        each.status === 'fulfilled' ? [{ host: each.value, keys: all[index] }] : [],
      );
      for (const each of starts)
        if (each.status === 'rejected') assert.match(String(each.reason), /^KeysRefused: The key /);
      assert.ok(new Set(running.map(({ keys }) => keys)).size <= 1);
      for (const { host } of running) await host.audit.write(ANNA, READ);
      await Promise.all(running.map(({ host }) => host.close()));
    });

    test('of a database from before the proofs are shown by what is in it', async () => {
      const place = await kind.place();
      await used(place, { keys: KEYS });
      await place.sql('DELETE FROM kommunikationsyta_key');
      await refused(place, { keys: OTHER_KEYS }, /^The key old /);
      await refused(place, { keys: OTHER_PSEUDONYMS }, /^The key pseudonyms /);
      await used(place, { keys: KEYS });
      await refused(place, { keys: OTHER_PSEUDONYMS }, /^The key pseudonyms /);
    });

    test('are not held for others because one record and one entry have been changed by somebody', async () => {
      const place = await kind.place();
      const { vault, audit, close } = await start(place, { keys: KEYS });
      for (const record of ['draft', 'statement'] as const)
        await vault.write(ANNA, record, Buffer.from('x'), await vault.standing(ANNA, record));
      for (let entry = 0; entry < 3; entry += 1) await audit.write(ANNA, READ);
      await close();
      await place.sql('DELETE FROM kommunikationsyta_key');
      await place.sql("UPDATE kommunikationsyta_record SET version = 9 WHERE kind = 'draft'");
      await place.sql("UPDATE audit_entry SET outcome = 'failed' WHERE sequence = 3");
      await (await start(place, { keys: KEYS })).close();
    });

    test('are kept as proofs that hold no part of a key', async () => {
      const place = await kind.place();
      await used(place, { keys: KEYS });
      const bytes = await place.bytes();
      for (const byte of [1, 2, 7]) {
        assert.ok(!bytes.includes(Buffer.alloc(32, byte)));
        assert.ok(!bytes.includes(base64(byte)));
      }
    });
  });
}
