import fc from 'fast-check';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { temporaryPlace } from './place.ts';
import { setUp, type Visitor } from './visitor.ts';

/** Which row each is. What tells which application a person has is an application too, and the smaller one. */
const ROWS = {
  pointer: "kind = 'application' ORDER BY length(content) LIMIT 1",
  application: "kind = 'application' ORDER BY length(content) DESC LIMIT 1",
  draft: "kind = 'draft'",
  statement: "kind = 'statement'",
  receipt: "kind = 'receipt'",
};
type What = keyof typeof ROWS;
type Column = 'wrapped_key' | 'content' | 'key_id';

/** The database as somebody has it who is not the server. */
class Rows {
  readonly #database: DatabaseSync;

  constructor(folder: string) {
    this.#database = new DatabaseSync(join(folder, 'kommunikationsyta.sqlite'), { timeout: 20_000 });
  }

  all(): unknown[] {
    const sql = 'SELECT * FROM kommunikationsyta_record WHERE content IS NOT NULL ORDER BY rowid';
    return this.#database.prepare(sql).all();
  }

  /** Flips one bit, or has it encrypted with a key that nobody knows. Gives a function that puts it back. */
  spoil(what: What, column: Column, where: number): () => void {
    const row = this.#database
      .prepare(
        `SELECT rowid AS id, ${column} AS value FROM kommunikationsyta_record WHERE content IS NOT NULL AND ${ROWS[what]}`,
      )
      .get();
    const value = row?.['value'];
    assert.ok(row && value !== undefined && value !== null, `nothing is kept of ${what}`);
    const put = (written: string | Uint8Array): void => {
      const sql = `UPDATE kommunikationsyta_record SET ${column} = ? WHERE rowid = ?`;
      this.#database.prepare(sql).run(written, Number(row['id']));
    };
    if (value instanceof Uint8Array) {
      const flipped = Uint8Array.from(value);
      const bit = where % (flipped.length * 8);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      put(flipped);
      return () => put(value);
    }
    put('lost');
    return () => put(String(value));
  }

  close(): void {
    this.#database.close();
  }
}

interface Place {
  readonly visitor: Visitor;
  readonly rows: Rows;
  readonly details: () => (string | undefined)[];
}

/** Somebody has written, fetched, and had a draft kept. */
async function begun(work: (place: Place) => Promise<void>): Promise<void> {
  const place = temporaryPlace();
  {
    await using setting = await setUp({ place });
    const visitor = setting.visitor();
    await visitor.signIn();
    await visitor.save('/ansokan/hushall', { 'antal-barn': '2', 'andra-i-hushallet': 'Kusin Ottilia' });
    assert.equal((await visitor.fetchIncome()).status, 200);
    assert.equal((await visitor.keep([['hyra', '7431']])).status, 200);
    const rows = new Rows(place.dataDirectory);
    await work({ visitor, rows, details: () => setting.log.map(({ detail }) => detail) });
    rows.close();
  }
  place.remove();
}

const TOLD: Readonly<Record<What, { readonly heading: string; readonly said: RegExp }>> = {
  pointer: { heading: 'Det som du har sparat går inte att läsa', said: /Inget har lämnats in nu/ },
  application: { heading: 'Det som du har sparat går inte att läsa', said: /Inget har lämnats in/ },
  draft: { heading: 'En del av det som du har skrivit går inte att läsa', said: /Inget har lämnats in/ },
  statement: { heading: 'Det som du har hämtat går inte att läsa', said: /Inget har lämnats in/ },
  receipt: { heading: 'Kvittot går inte att läsa', said: /Din ansökan är inlämnad/ },
};

/** Where each is looked for. */
const pageOf = (what: What): string => (what === 'statement' ? '/ansokan/inkomster' : '/ansokan/hushall');

async function assertTold(what: What, response: Response): Promise<void> {
  const page = await response.text();
  assert.equal(response.status, 500, what);
  assert.ok(page.includes(`<h1>${TOLD[what].heading}</h1>`), `${what}: ${page}`);
  assert.match(page, TOLD[what].said);
  assert.match(page, /Kommunen har fått veta det/);
  assert.doesNotMatch(page, /om en stund/);
}

const press = (visitor: Visitor, what: What): Promise<Response> =>
  visitor.post('/ansokan/ta-bort-olasligt', { vad: what });

const ofOpen = ['pointer', 'application', 'draft', 'statement'] as const;
const columns = ['wrapped_key', 'content', 'key_id'] as const;

test('What is kept and cannot be read is told of, wherever a bit is changed, and nothing is written over it', async () => {
  await begun(async ({ visitor, rows, details }) => {
    const spoiling = fc.record({
      what: fc.constantFrom(...ofOpen),
      column: fc.constantFrom(...columns),
      where: fc.nat(),
    });
    const holds = fc.asyncProperty(spoiling, async ({ what, column, where }) => {
      const putBack = rows.spoil(what, column, where);
      const before = rows.all();
      await assertTold(what, await visitor.get(pageOf(what)));
      const why = column === 'key_id' ? 'unknown-key' : 'changed';
      assert.equal(details().filter((detail) => detail === `${what}-${why}`).length > 0, true);
      // Who signs in anew meets the same, and can sign out.
      await visitor.post('/logga-ut');
      await visitor.signIn();
      await assertTold(what, await visitor.get(pageOf(what)));
      assert.deepEqual(rows.all(), before);
      putBack();
      assert.match(await visitor.text('/ansokan/hushall'), /Kusin Ottilia/);
      assert.match(await visitor.text('/ansokan/granska'), /2\s650/);
    });
    const examples = ofOpen.map((what): [{ what: What; column: Column; where: number }] => [
      { what, column: 'key_id', where: 0 },
    ]) as [{ what: (typeof ofOpen)[number]; column: Column; where: number }][];
    await fc.assert(holds, { numRuns: 20, seed: 19, examples });
  });
});

test('Who presses goes on without what cannot be read, and with all that can; pressed again nothing is taken away', async () => {
  for (const what of ofOpen) {
    await begun(async ({ visitor, rows }) => {
      const reference = await visitor.reference();
      rows.spoil(what, 'content', 1234);
      // A page of something else, left open.
      await press(visitor, what === 'draft' ? 'application' : 'draft');
      await assertTold(what, await visitor.get(pageOf(what)));
      for (let times = 0; times < 2; times += 1) {
        assert.equal((await press(visitor, what)).status, 303);
        assert.equal((await visitor.get(pageOf(what))).status, 200);
        const isSame = (await visitor.reference()) === reference;
        assert.equal(isSame, what === 'draft' || what === 'statement', what);
        const household = await visitor.text('/ansokan/hushall');
        if (isSame || times > 0) assert.match(household, /Kusin Ottilia/);
        else assert.doesNotMatch(household, /Kusin Ottilia/);
        await visitor.save('/ansokan/hushall', { 'andra-i-hushallet': 'Kusin Ottilia' });
      }
      assert.equal((await visitor.fetchIncome()).status, 200);
      assert.equal((await visitor.keep([['hyra', '7431']])).status, 200);
      assert.equal((await visitor.get('/ansokan/granska')).status, 200);
    });
  }
});

test('Who has handed in is told so, also when the receipt cannot be read', async () => {
  await begun(async ({ visitor, rows }) => {
    const reference = await visitor.reference();
    assert.equal((await visitor.handIn()).headers.get('location'), '/ansokan/kvitto');
    rows.spoil('receipt', 'wrapped_key', 77);
    await visitor.post('/logga-ut');
    await visitor.signIn();
    await assertTold('receipt', await visitor.get('/ansokan/kvitto'));
    assert.equal((await press(visitor, 'receipt')).status, 303);
    assert.equal((await visitor.get('/ansokan/hushall')).status, 200);
    assert.notEqual(await visitor.reference(), reference);
  });
});

test('What was posted to an application that cannot be read is shown, and not lost', async () => {
  await begun(async ({ visitor, rows }) => {
    const reference = await visitor.reference();
    rows.spoil('application', 'content', 99);
    const response = await visitor.post('/ansokan/hushall', {
      ansokan: reference,
      'andra-i-hushallet': 'Faster Valborg',
    });
    assert.match(await response.clone().text(), /Det här skrev du[\s\S]*Faster Valborg/);
    await assertTold('application', response);
  });
});
