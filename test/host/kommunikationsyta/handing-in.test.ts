import {
  CaseClosed,
  createVault,
  vaultDrafts,
  vaultStatements,
  type Case,
  type Standing,
  type Vault,
} from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import {
  DAY,
  fakeClock,
  KEYS,
  ALSO_POOLED,
  startKind,
  type Kind,
  type Opened,
  type Place,
} from './stores.ts';

const ANNA: Case = { personnummer: '189001019802', reference: 'EK-1' };
const OTHER: Case = { ...ANNA, reference: 'EK-2' };
const OTHER_KINDS = ['draft', 'statement', 'application'] as const;
const CLOSED = { name: 'CaseClosed' };
const bytes = (text: string): Buffer => Buffer.from(text);

for (const name of ALSO_POOLED) {
  describe(`handing in, in ${name}`, () => {
    let kind: Kind;
    let place: Place;
    let store: Opened;
    let vault: Vault;
    let clock = fakeClock();
    before(async () => (kind = await startKind(name)));
    after(() => kind.end());
    beforeEach(async () => {
      place = await kind.place();
      store = await place.open();
      clock = fakeClock();
      vault = createVault({ store, keys: KEYS, clock });
    });
    afterEach(() => store.close());

    const keep = async (of: Case, record: (typeof OTHER_KINDS)[number], text = record as string) =>
      vault.write(of, record, bytes(text), await vault.standing(of, record));
    const handIn = (more: Partial<Parameters<Vault['handIn']>[1]> = {}, of = ANNA) =>
      vault.handIn(of, {
        receipt: bytes('receipt'),
        message: bytes('message'),
        id: 'id-1',
        at: clock(),
        after: {},
        ...more,
      });
    const kept = async (of: Case, record: 'receipt' | (typeof OTHER_KINDS)[number]) =>
      (await vault.read(of, record))?.content.toString();
    const waiting = () => store.outbox.waiting();

    test('leaves the receipt, puts the message on its way and forgets the rest of the case, and no other', async () => {
      for (const record of OTHER_KINDS) await keep(ANNA, record);
      await keep(OTHER, 'draft');
      const state = await handIn({ after: { draft: await vault.standing(ANNA, 'draft') } });
      assert.equal(await kept(ANNA, 'receipt'), 'receipt');
      for (const record of OTHER_KINDS) assert.equal(await vault.read(ANNA, record), undefined);
      const contents = await place.sql(
        'SELECT kind FROM kommunikationsyta_record WHERE content IS NOT NULL ORDER BY kind',
      );
      assert.deepEqual(contents, [{ kind: 'draft' }, { kind: 'receipt' }]);
      assert.equal(await kept(OTHER, 'draft'), 'draft');
      assert.deepEqual(await waiting(), { count: 1, oldest: clock().getTime() });
      assert.equal(state?.expiresAt, clock().getTime() + 7 * DAY);
    });

    test('is refused as a whole when something does not stand as it was read', async () => {
      const standings: Standing[] = [await vault.standing(ANNA, 'draft')];
      await keep(ANNA, 'draft');
      standings.push(await vault.standing(ANNA, 'draft'));
      await keep(ANNA, 'draft', 'later');
      await vault.remove(ANNA, 'statement');
      await keep(ANNA, 'statement');
      for (const draft of standings) assert.equal(await handIn({ after: { draft } }), undefined);
      const now = await vault.standing(ANNA, 'draft');
      const statement = { version: 0, removal: 0, isKept: false };
      assert.equal(await handIn({ after: { draft: now, statement } }), undefined);
      assert.equal(await kept(ANNA, 'draft'), 'later');
      assert.equal(await kept(ANNA, 'statement'), 'statement');
      assert.equal(await kept(ANNA, 'receipt'), undefined);
      assert.deepEqual(await waiting(), { count: 0 });
      assert.ok(await handIn({ after: { draft: now } }));
    });

    test('is done as a whole or not at all when the database fails in the midst of it', async () => {
      await keep(ANNA, 'draft');
      await keep(OTHER, 'draft');
      assert.ok(await handIn({}, OTHER));
      // The outbox has the id already.
      await assert.rejects(handIn());
      assert.equal(await kept(ANNA, 'draft'), 'draft');
      assert.equal(await kept(ANNA, 'receipt'), undefined);
      assert.deepEqual(await waiting(), { count: 1, oldest: clock().getTime() });
    });

    test('is done once, also when two servers do it at once', async () => {
      await keep(ANNA, 'draft');
      const draft = await vault.standing(ANNA, 'draft');
      const other = await place.open();
      const vaults = [vault, createVault({ store: other, keys: KEYS, clock })];
      const outcomes = await Promise.all(
        [0, 1, 2, 3].map((number) =>
          vaults[number % 2]!.handIn(ANNA, {
            receipt: bytes(`receipt ${number}`),
            message: bytes('message'),
            id: `id-${number}`,
            at: clock(),
            after: { draft },
          }),
        ),
      );
      await other.close();
      const done = outcomes.findIndex((outcome) => outcome !== undefined);
      assert.equal(outcomes.filter((outcome) => outcome !== undefined).length, 1);
      assert.equal(await kept(ANNA, 'receipt'), `receipt ${done}`);
      assert.deepEqual(await place.sql('SELECT id FROM kommunikationsyta_outbox'), [{ id: `id-${done}` }]);
      assert.equal(await handIn({ id: 'later', after: {} }), undefined);
    });

    test('keeps the limit of the case: then the receipt is gone, and what is on its way is not', async () => {
      await keep(ANNA, 'draft');
      clock.pass(6 * DAY);
      const state = await handIn();
      assert.equal(state?.expiresAt, clock().getTime() + DAY);
      clock.pass(DAY - 1);
      await vault.purge();
      assert.equal(await kept(ANNA, 'receipt'), 'receipt');
      clock.pass(1);
      assert.equal(await kept(ANNA, 'receipt'), undefined);
      await vault.purge();
      assert.deepEqual(await place.sql('SELECT version FROM kommunikationsyta_record'), []);
      assert.equal((await waiting()).count, 1);
      assert.ok(await handIn({ id: 'id-2' }));
    });

    test('lets no save and no fetch that had begun before it come afterwards', async () => {
      await keep(ANNA, 'draft');
      const draft = await vault.standing(ANNA, 'draft');
      const statement = await vault.standing(ANNA, 'statement');
      assert.ok(await handIn({ after: { draft } }));
      await assert.rejects(vault.write(ANNA, 'draft', bytes('late'), draft), CLOSED);
      await assert.rejects(vault.write(ANNA, 'statement', bytes('late'), statement), CLOSED);
      assert.notEqual((await vault.standing(ANNA, 'statement')).removal, statement.removal);
    });

    test('or a removal of all of it closes a case: nothing is written to it any more, whatever the one who writes has read', async () => {
      const closings: [string, (of: Case) => Promise<unknown>][] = [
        ['handed in', (of) => handIn({ id: of.reference }, of)],
        ['removed', (of) => vault.removeAll(of)],
      ];
      for (const [how, close] of closings)
        for (const record of OTHER_KINDS) {
          const of = { ...ANNA, reference: `${how} ${record}` };
          await keep(of, record);
          await close(of);
          assert.ok(await vault.isClosed(of));
          // As it stands now, so that nothing but the closing keeps it out.
          await assert.rejects(keep(of, record), CLOSED, of.reference);
          assert.equal(await kept(of, record), undefined);
          const drafts = vaultDrafts(vault, clock);
          for (const after of ['none', ['"a"']] as const)
            await assert.rejects(drafts.save(of, { version: 1, fields: [] }, after), CLOSED);
          await assert.rejects(vaultStatements(vault)(of).generation(of.reference), CLOSED);
        }
      assert.equal((await waiting()).count, OTHER_KINDS.length);
      const removed = { ...ANNA, reference: 'removed draft' };
      await assert.rejects(handIn({ id: 'late' }, removed), CLOSED);
      assert.equal((await waiting()).count, OTHER_KINDS.length);
    });

    test('and every save at the same time end in a case where nothing is kept but the receipt', async () => {
      const stores = await place.open();
      const other = createVault({ store: stores, keys: KEYS, clock });
      for (let times = 0; times < 10; times += 1) {
        const of = { ...ANNA, reference: `EK-${times}` };
        const save = async (by: Vault) =>
          by.write(of, 'draft', bytes('late'), await by.standing(of, 'draft')).catch((error: unknown) => {
            if (!(error instanceof CaseClosed)) throw error;
          });
        await Promise.all([
          save(vault),
          handIn({ id: of.reference }, of),
          save(other),
          save(other),
          save(vault),
        ]);
        assert.equal(await kept(of, 'receipt'), 'receipt');
        assert.equal(await kept(of, 'draft'), undefined);
      }
      await stores.close();
    });

    test('is forgotten with its case, which then has a new limit, and no late write comes back', async () => {
      const drafts = vaultDrafts(vault, clock);
      await keep(ANNA, 'draft');
      const before = await vault.standing(ANNA, 'draft');
      assert.ok(await handIn({ after: { draft: before } }));
      const receipt = await vault.standing(ANNA, 'receipt');
      clock.pass(3 * DAY);
      await vault.forget(ANNA);
      assert.equal(await kept(ANNA, 'receipt'), undefined);
      assert.deepEqual(await place.sql('SELECT subject FROM kommunikationsyta_case'), []);
      assert.equal(await vault.write(ANNA, 'draft', bytes('late'), before), undefined);
      assert.equal(await vault.write(ANNA, 'receipt', bytes('late'), receipt), undefined);
      clock.pass(DAY);
      const saved = await drafts.save(OTHER, { version: 1, fields: [] }, 'none');
      assert.ok(saved.outcome === 'saved');
      await vault.forget(OTHER);
      clock.pass(DAY);
      const anew = await drafts.save(OTHER, { version: 1, fields: [] }, 'none');
      assert.ok(anew.outcome === 'saved' && anew.receipt.etag !== saved.receipt.etag);
      assert.equal(anew.receipt.expiresAt, new Date(clock().getTime() + 7 * DAY).toISOString());
      assert.equal((await waiting()).count, 1);
    });

    test('and forgetting of a case of which nothing is kept do no harm', async () => {
      await vault.forget(ANNA);
      assert.deepEqual(await place.sql('SELECT subject FROM kommunikationsyta_case'), []);
      assert.ok(await handIn());
      assert.equal(await kept(ANNA, 'receipt'), 'receipt');
    });

    test('leaves no byte of what was forgotten in the files', async () => {
      await keep(ANNA, 'draft', 'x'.repeat(15_000));
      await handIn();
      await keep(OTHER, 'draft', 'y'.repeat(15_000));
      const secrets: Buffer[] = [];
      for (const row of await place.sql(
        'SELECT wrapped_key, content FROM kommunikationsyta_record WHERE wrapped_key IS NOT NULL',
      ))
        secrets.push(
          Buffer.from(row['wrapped_key'] as Uint8Array),
          Buffer.from((row['content'] as Uint8Array).subarray(0, 32)),
        );
      const inFiles = async (): Promise<number> => {
        const all = await place.bytes();
        return secrets.filter((secret) => all.includes(secret)).length;
      };
      assert.equal(await inFiles(), 4);
      await vault.forget(ANNA);
      await vault.forget(OTHER);
      if (name !== 'SQLite') await vault.purge();
      assert.equal(await inFiles(), 0);
    });

    test('that begins while another server forgets the same case finds a case', async () => {
      const other = await place.open();
      const address = { subject: 'subject', application: 'application' };
      const limit = { now: 1, expiresAt: 1000 };
      const reserves = async (): Promise<void> => {
        for (let turn = 0; turn < 150; turn += 1)
          assert.equal((await store.reserve(address, limit)).expiresAt, 1000);
      };
      const forgets = async (): Promise<void> => {
        for (let turn = 0; turn < 50; turn += 1) await other.forget(address);
      };
      await Promise.all([reserves(), reserves(), reserves(), forgets(), forgets()]);
      await other.close();
    });
  });
}
