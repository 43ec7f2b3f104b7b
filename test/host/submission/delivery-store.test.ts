import { createVault, type HandedInMessage, type Vault } from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { encodingsOf, setting } from '../kommunikationsyta/bits.ts';
import {
  BEFORE_ROTATION,
  DAY,
  fakeClock,
  FORGOTTEN_KEYS,
  KEYS,
  NAMES,
  ROTATED_KEYS,
  startKind,
  type Kind,
  type Opened,
  type Place,
} from '../kommunikationsyta/stores.ts';
import { delivering, handIn, HOUR, messageOf } from './delivering.ts';

const CANARIES = ['189001019802', 'Kanariefågel Testsson', '123456.78', 'EK-2026-kanarie'];
const [personnummer = '', name = '', amount = '', reference = ''] = CANARIES;
const SECRET: HandedInMessage = {
  id: 'id-1',
  reference,
  json: JSON.stringify({ personnummer, name, amount }),
  html: `<p>${name} ${personnummer} ${amount}</p>`,
  signed: 'a.b.c',
};
const BOUND = ['id', 'key_id', 'wrapped_key', 'content', 'handed_in_at'];
const ENTRY = `SELECT ${BOUND.join(', ')} FROM kommunikationsyta_outbox`;

for (const database of NAMES) {
  describe(`what is handed in, while it waits in ${database}`, () => {
    let kind: Kind;
    let place: Place;
    let store: Opened;
    let clock = fakeClock();
    let vault: Vault;
    let got: string[] = [];
    before(async () => (kind = await startKind(database)));
    after(async () => {
      const everything = kind.everything();
      await kind.end();
      for (const bytes of CANARIES.flatMap(encodingsOf))
        assert.ok(!everything.includes(bytes), `a canary in ${database}`);
    });
    beforeEach(async () => {
      place = await kind.place();
      store = await place.open();
      clock = fakeClock();
      vault = createVault({ store, keys: KEYS, clock });
      got = [];
    });
    afterEach(() => store.close());

    const start = async (keys = KEYS) => {
      const delivery = delivering({
        outbox: store.outbox,
        clock,
        keys,
        deliver: ({ id }) => {
          got.push(id);
          return Promise.resolve();
        },
      });
      await delivery.rest();
      return delivery;
    };

    test('is refused with any bit of it changed, and stops nothing else', async () => {
      const delivery = await start();
      await handIn(vault, clock, messageOf('id-1', 'x'));
      const [entry = {}] = await place.sql(ENTRY);
      const outcomes = { impossible: 0, refused: 0 };
      for (const column of BOUND) {
        const set = setting(database, 'kommunikationsyta_outbox', column, entry[column]);
        for (const bit of set.bits) {
          try {
            await place.sql(set.sql, [set.flipped(bit)]);
          } catch {
            outcomes.impossible += 1;
            continue;
          }
          await delivery.round();
          assert.deepEqual([delivery.failures(), got], [['message-refused'], []], `${column} ${bit}`);
          outcomes.refused += 1;
          if (bit === set.bits[0]) {
            await handIn(vault, clock, messageOf(`beside-${column}`));
            await delivery.round();
            assert.deepEqual(got.splice(0), [`beside-${column}`]);
          }
          await place.sql(set.sql, [set.original]);
          await place.sql('UPDATE kommunikationsyta_outbox SET due_at = handed_in_at');
        }
      }
      await delivery.round();
      assert.deepEqual([got, delivery.failures()], [['id-1'], []]);
      assert.ok(outcomes.refused > (database === 'SQLite' ? 1500 : 180), JSON.stringify(outcomes));
      await delivery.stop();
    });

    test('is refused in another’s place', async () => {
      await handIn(vault, clock, messageOf('id-1'));
      await handIn(vault, clock, messageOf('id-2'));
      const [own = {}] = await place.sql(`${ENTRY} WHERE id = 'id-1'`);
      await place.sql(
        "UPDATE kommunikationsyta_outbox SET wrapped_key = $1, content = $2 WHERE id = 'id-2'",
        [own['wrapped_key'] as Uint8Array, own['content'] as Uint8Array],
      );
      const delivery = await start();
      assert.deepEqual([got, delivery.failures()], [['id-1'], ['message-refused']]);
      await delivery.stop();
    });

    test('is delivered when the key has been changed, and when a key that was missing is there again', async () => {
      vault = createVault({ store, keys: BEFORE_ROTATION, clock });
      await handIn(vault, clock, messageOf('id-1'));
      const without = await start(FORGOTTEN_KEYS);
      assert.deepEqual([got, without.failures()], [[], ['message-refused']]);
      await without.stop();
      clock.pass(HOUR);
      const delivery = await start(ROTATED_KEYS);
      assert.deepEqual(got, ['id-1']);
      await delivery.stop();
    });

    test('outlives the limit of its case', async () => {
      await handIn(vault, clock, messageOf('id-1'));
      clock.pass(8 * DAY);
      await vault.purge();
      assert.deepEqual(await place.sql('SELECT subject FROM kommunikationsyta_case'), []);
      const delivery = await start();
      assert.deepEqual(got, ['id-1']);
      await delivery.stop();
    });

    test('can be read by nobody, and leaves no byte in the files when it has been delivered', async () => {
      await handIn(vault, clock, { ...SECRET, html: SECRET.html.repeat(1000) });
      const secrets: Buffer[] = [];
      for (const { wrapped_key: wrappedKey, content } of await place.sql(ENTRY)) {
        const all = Buffer.from(content as Uint8Array);
        secrets.push(Buffer.from(wrappedKey as Uint8Array));
        // Any page of it.
        for (let at = 0; at + 32 <= all.length; at += 1000) secrets.push(all.subarray(at, at + 32));
      }
      const inFiles = async (): Promise<number> => {
        const bytes = await place.bytes();
        for (const canary of CANARIES.flatMap(encodingsOf)) assert.ok(!bytes.includes(canary));
        return secrets.filter((secret) => bytes.includes(secret)).length;
      };
      // What others wait for lies behind it, so that no file can be cut short.
      clock.pass(1);
      for (const id of ['id-2', 'id-3']) await handIn(vault, clock, messageOf(id, 'x'.repeat(15_000)));
      assert.ok((await inFiles()) > 50);
      let isDown = true;
      const delivery = delivering({
        outbox: store.outbox,
        clock,
        deliver: ({ id }) => (id === SECRET.id && !isDown ? Promise.resolve() : Promise.reject(new Error())),
      });
      await delivery.rest();
      isDown = false;
      clock.pass(HOUR);
      await delivery.round();
      await delivery.stop();
      assert.deepEqual(delivery.delivered(), 1);
      if (database === 'PostgreSQL') await vault.purge();
      assert.equal(await inFiles(), 0);
      assert.equal((await store.outbox.waiting()).count, 2);
    });
  });
}
