import { createVault, RecordRefused, vaultDrafts, vaultStatements, type Case } from '@medborgarnavet/host';
import { singleParent } from '@medborgarnavet/mocks';
import type { Draft } from '@medborgarnavet/model';
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { encodingsOf, setting } from './bits.ts';
import {
  DAY,
  fakeClock,
  FORGOTTEN_KEYS,
  KEYS,
  NAMES,
  OTHER_KEYS,
  ROTATED_KEYS,
  startKind,
  type Kind,
  type Opened,
  type Place,
  type SqlParameter,
} from './stores.ts';

const CANARIES = ['189001019802', 'Kanariefågel Testsson', '123456.78', 'EK-2026-kanarie'];
const [personnummer = '', name = '', amount = '', reference = ''] = CANARIES;
const ANNA: Case = { personnummer, reference };
const SAME_PERSON: Case = { ...ANNA, reference: 'EK-2026-2' };
const BERTIL: Case = { ...ANNA, personnummer: '189001029819' };
const draft = (value = amount): Draft => ({
  version: 1,
  fields: [
    ['namn', `${name} ${personnummer}`],
    ['belopp', value],
  ],
});
const SMALL: Draft = { version: 1, fields: [['a', 'b']] };

for (const database of NAMES) {
  describe(`the kommunikationsyta in ${database}`, () => {
    let kind: Kind;
    let place: Place;
    let store: Opened;
    let clock = fakeClock();
    const errors: unknown[] = [];
    const vault = (keys = KEYS, lifetimeDays?: number) =>
      createVault({ store, keys, clock, ...(lifetimeDays !== undefined && { lifetimeDays }) });
    const drafts = (...args: Parameters<typeof vault>) => vaultDrafts(vault(...args), clock);

    before(async () => (kind = await startKind(database)));
    after(async () => {
      const everything = Buffer.concat([kind.everything(), Buffer.from(errors.map(asPrinted).join('\n'))]);
      await kind.end();
      const encodings = CANARIES.flatMap(encodingsOf);
      for (const bytes of encodings) assert.ok(!everything.includes(bytes), `a canary in ${database}`);
    });
    beforeEach(async () => {
      place = await kind.place();
      store = await place.open();
      clock = fakeClock();
    });
    afterEach(() => store.close());

    async function saved(content = draft(), of = ANNA) {
      const outcome = await drafts().save(of, content, 'none');
      assert.equal(outcome.outcome, 'saved');
      return outcome.receipt;
    }

    async function refused(reading: Promise<unknown>, reason: RecordRefused['reason'] = 'changed') {
      await assert.rejects(reading, (error) => {
        errors.push(error);
        return error instanceof RecordRefused && error.reason === reason;
      });
    }

    test('gives back to the person what they wrote, and to nobody else', async () => {
      const receipt = await saved();
      assert.deepEqual(await drafts().find(ANNA), { ...draft(), ...receipt });
      assert.equal(receipt.savedAt, '2026-11-21T08:00:00.000Z');
      assert.equal(receipt.expiresAt, '2026-11-28T08:00:00.000Z');
      assert.equal(await drafts().find(SAME_PERSON), undefined);
      assert.equal(await drafts().find(BERTIL), undefined);
    });

    test('encrypts each save with a key of its own', async () => {
      const first = await saved();
      const [one] = await place.sql('SELECT wrapped_key, content FROM kommunikationsyta_record');
      await drafts().save(ANNA, draft(), [first.etag]);
      const [other] = await place.sql('SELECT wrapped_key, content FROM kommunikationsyta_record');
      assert.notDeepEqual(one?.['wrapped_key'], other?.['wrapped_key']);
      assert.notDeepEqual(one?.['content'], other?.['content']);
    });

    test('refuses a record with any bit of it changed', async () => {
      await saved(SMALL);
      const reading = drafts();
      const [record = {}] = await place.sql('SELECT * FROM kommunikationsyta_record');
      const [ofCase = {}] = await place.sql('SELECT * FROM kommunikationsyta_case');
      const shown: string[] = [];
      const outcomes = { impossible: 0, refused: 0, nothing: 0 };
      const flip = async (table: string, column: string, value: unknown): Promise<void> => {
        const set = setting(database, table, column, value);
        for (const bit of set.bits) {
          try {
            await place.sql(set.sql, [set.flipped(bit)]);
          } catch {
            outcomes.impossible += 1;
            continue;
          }
          try {
            if (await reading.find(ANNA)) shown.push(`${column} ${bit}`);
            else outcomes.nothing += 1;
          } catch (error) {
            assert.ok(error instanceof RecordRefused, `${column} ${bit}: ${String(error)}`);
            outcomes.refused += 1;
          }
          await place.sql(set.sql, [set.original]);
        }
      };
      for (const [column, value] of Object.entries(record))
        await flip('kommunikationsyta_record', column, value);
      for (const [column, value] of Object.entries(ofCase))
        await flip('kommunikationsyta_case', column, value);
      assert.deepEqual(shown, []);
      assert.deepEqual(await reading.find(ANNA).then((found) => found?.fields), SMALL.fields);
      assert.ok(outcomes.refused > (database === 'SQLite' ? 1500 : 180), JSON.stringify(outcomes));
    });

    test('refuses a record that has been moved', async () => {
      await saved();
      await saved(SMALL, BERTIL);
      const [other = {}] = await place.sql(
        'SELECT subject FROM kommunikationsyta_record ORDER BY version DESC LIMIT 1',
      );
      const [own = {}] = await place.sql('SELECT * FROM kommunikationsyta_record ORDER BY version LIMIT 1');
      const columns = ['version', 'removal', 'key_id', 'wrapped_key', 'content'];
      const values = columns.map((column) => own[column] as SqlParameter);
      const set = columns.map((column, index) => `${column} = $${index + 1}`).join(', ');
      await place.sql(`UPDATE kommunikationsyta_record SET ${set} WHERE subject = $6`, [
        ...values,
        other['subject'] as string,
      ]);
      await refused(drafts().find(BERTIL));
      assert.ok(await drafts().find(ANNA));
      await saved(SMALL, SAME_PERSON);
      const [third = {}] = await place.sql(
        'SELECT application FROM kommunikationsyta_record ORDER BY version DESC LIMIT 1',
      );
      await place.sql(`UPDATE kommunikationsyta_record SET ${set} WHERE application = $6`, [
        ...values,
        third['application'] as string,
      ]);
      await refused(drafts().find(SAME_PERSON));
      await place.sql("UPDATE kommunikationsyta_record SET kind = 'statement'");
      await refused(vaultStatements(vault())(ANNA).find(reference));
    });

    test('refuses an earlier save in a later one’s place, and a longer limit', async () => {
      const first = await saved();
      const [old = {}] = await place.sql('SELECT wrapped_key, content FROM kommunikationsyta_record');
      await drafts().save(ANNA, SMALL, [first.etag]);
      await place.sql('UPDATE kommunikationsyta_record SET wrapped_key = $1, content = $2', [
        old['wrapped_key'] as Uint8Array,
        old['content'] as Uint8Array,
      ]);
      await refused(drafts().find(ANNA));
      const other = await saved(draft(), BERTIL);
      assert.ok(other);
      await place.sql('UPDATE kommunikationsyta_case SET expires_at = expires_at + 1');
      await refused(drafts().find(BERTIL));
    });

    test('reads with an older key and writes with the current one', async () => {
      const first = await saved();
      assert.deepEqual((await drafts(ROTATED_KEYS).find(ANNA))?.fields, draft().fields);
      await refused(drafts(FORGOTTEN_KEYS).find(ANNA), 'unknown-key');
      await refused(drafts(OTHER_KEYS).find(ANNA));
      await drafts(ROTATED_KEYS).save(ANNA, draft('2'), [first.etag]);
      assert.deepEqual((await drafts(FORGOTTEN_KEYS).find(ANNA))?.fields, draft('2').fields);
      assert.deepEqual(await place.sql('SELECT key_id FROM kommunikationsyta_record'), [{ key_id: 'new' }]);
    });

    test('gives nothing at the limit, whether or not it has been purged, and no save moves the limit', async () => {
      const first = await saved();
      clock.pass(6 * DAY);
      const second = await drafts().save(ANNA, draft('2'), [first.etag]);
      assert.ok(second.outcome === 'saved');
      assert.equal(second.receipt.expiresAt, first.expiresAt);
      clock.pass(DAY - 1);
      assert.ok(await drafts().find(ANNA));
      clock.pass(1);
      assert.equal(await drafts().find(ANNA), undefined);
      assert.deepEqual(await drafts().save(ANNA, draft('3'), [second.receipt.etag]), { outcome: 'conflict' });
      assert.equal((await saved()).expiresAt, '2026-12-05T08:00:00.000Z');
      clock.pass(7 * DAY);
      await vault().purge();
      assert.deepEqual(await place.sql('SELECT version FROM kommunikationsyta_record'), []);
    });

    test('keeps for as many days of 24 hours as it is told, also when the clocks change', async () => {
      for (const [days, from, until] of [
        [7, '2026-10-22T22:30:00.000Z', '2026-10-29T22:30:00.000Z'],
        [1, '2026-10-24T22:30:00.000Z', '2026-10-25T22:30:00.000Z'],
        [14, '2027-03-20T12:00:00.000Z', '2027-04-03T12:00:00.000Z'],
      ] as const) {
        clock.set(from);
        const of = { ...ANNA, reference: from };
        const result = await drafts(KEYS, days).save(of, SMALL, 'none');
        assert.ok(result.outcome === 'saved');
        assert.equal(result.receipt.expiresAt, until);
        clock.pass(days * DAY - 1);
        assert.ok(await drafts().find(of));
        clock.set(until);
        assert.equal(await drafts().find(of), undefined);
      }
      for (const days of [0, 15, 1.5, -1, NaN])
        assert.throws(() => vault(KEYS, days), /1 to 14 whole days/, `${days}`);
    });

    test('does not let a late save bring back what was deleted', async () => {
      const first = await saved();
      await drafts().remove(ANNA);
      assert.equal(await drafts().find(ANNA), undefined);
      assert.deepEqual(await drafts().save(ANNA, draft(), [first.etag]), { outcome: 'conflict' });
      const anew = await saved(draft('2'));
      assert.notEqual(anew.etag, first.etag);
      assert.equal((await drafts().save(ANNA, draft('3'), [first.etag])).outcome, 'conflict');
      clock.pass(7 * DAY);
      await vault().purge();
      const later = await saved(draft('4'));
      assert.ok(![first.etag, anew.etag].includes(later.etag));
      assert.equal((await drafts().save(ANNA, draft('5'), [first.etag])).outcome, 'conflict');
    });

    test('keeps fetched statements beside the draft, with the same limit, and knows withdrawals', async () => {
      const statements = vaultStatements(vault())(ANNA);
      await saved();
      clock.pass(DAY);
      assert.equal(
        await statements.save(reference, singleParent, await statements.generation(reference)),
        true,
      );
      assert.deepEqual(await statements.find(reference), singleParent);
      assert.equal(await vaultStatements(vault())(BERTIL).find(reference), undefined);
      const before = await statements.generation(reference);
      await statements.remove(reference);
      assert.equal(await statements.find(reference), undefined);
      assert.equal(await statements.save(reference, singleParent, before), false);
      assert.ok(await drafts().find(ANNA));
      const since = await statements.generation(reference);
      const saves = [1, 2, 3].map(() => statements.save(reference, singleParent, since));
      assert.deepEqual(await Promise.all(saves), [true, true, true]);
      clock.pass(6 * DAY);
      assert.equal(await statements.find(reference), undefined);
    });

    test('knows of a withdrawal in a case of which nothing was kept', async () => {
      const statements = vaultStatements(vault())(ANNA);
      const begun = await statements.generation(reference);
      await statements.remove(reference);
      assert.equal(await statements.save(reference, singleParent, begun), false);
    });

    test('forgets all of a case at once', async () => {
      const statements = vaultStatements(vault())(ANNA);
      const begun = await statements.generation(reference);
      const first = await saved();
      await vault().removeAll(ANNA);
      assert.equal(await drafts().find(ANNA), undefined);
      assert.equal(await statements.save(reference, singleParent, begun), false);
      await assert.rejects(drafts().save(ANNA, draft(), [first.etag]), { name: 'CaseClosed' });
    });

    test('has no byte of a purged or deleted record in its files', async () => {
      const secrets: Buffer[] = [];
      const remember = async (): Promise<void> => {
        const rows = await place.sql('SELECT wrapped_key, content FROM kommunikationsyta_record');
        for (const row of rows) {
          secrets.push(Buffer.from(row['wrapped_key'] as Uint8Array));
          const content = Buffer.from(row['content'] as Uint8Array);
          // Any page of it.
          for (let at = 0; at + 32 <= content.length; at += 1000) secrets.push(content.subarray(at, at + 32));
        }
      };
      const large = (value: string): Draft => ({ version: 1, fields: [['a', value.repeat(15_000)]] });
      let { etag } = await saved(large('x'));
      for (const value of ['y', 'z']) {
        await remember();
        const next = await drafts().save(ANNA, large(value), [etag]);
        assert.ok(next.outcome === 'saved');
        etag = next.receipt.etag;
      }
      await saved(large('å'), BERTIL);
      await remember();
      const inFiles = async (): Promise<number> => {
        const bytes = await place.bytes();
        return secrets.filter((secret) => bytes.includes(secret)).length;
      };
      clock.pass(DAY);
      // What others keep lies behind it, so that no file can be cut short.
      for (const number of [1, 2, 3]) await saved(large('v'), { ...ANNA, reference: `EK-${number}` });
      assert.ok((await inFiles()) > 0);
      await drafts().remove(ANNA);
      clock.pass(6 * DAY);
      await vault().purge();
      assert.equal(await inFiles(), 0);
      assert.ok(await drafts().find({ ...ANNA, reference: 'EK-1' }));
    });
  });
}

function asPrinted(error: unknown): string {
  return error instanceof Error ? `${String(error)} ${error.stack} ${JSON.stringify(error)}` : String(error);
}
