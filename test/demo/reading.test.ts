import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { temporaryPlace } from './place.ts';
import { setUp } from './visitor.ts';

const STEPS = ['hushall', 'bostad', 'period', 'inkomster', 'tillgangar', 'sysselsattning', 'soker-for'];
const MORE = ['verifikat', 'granska', 'handelser', 'bakgrund', 'kvitto', 'borja-om'];
const PAGES = [
  '/',
  ...[...STEPS, ...MORE].map((page) => `/ansokan/${page}`),
  ...['/exempel', '/exempel/tabell', '/exempel/dialog', '/exempel/tva', '/finns-inte'],
];

/** All that is in the database but the audit, which has an entry of each reading. */
function contentOf(dataDirectory: string): string {
  const database = new DatabaseSync(join(dataDirectory, 'kommunikationsyta.sqlite'), { readOnly: true });
  const names = database.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).all();
  const tables = names.map(({ name }) => String(name)).filter((name) => !name.startsWith('audit_'));
  assert.ok(tables.includes('kommunikationsyta_record'));
  const content = tables.map((name) => [name, database.prepare(`SELECT * FROM ${name}`).all()]);
  database.close();
  return JSON.stringify(content, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  );
}

test('No page and no reading of the API writes anything but the audit, also with a draft that no button has saved', async () => {
  const place = temporaryPlace();
  await using setting = await setUp({ place });
  const visitor = setting.visitor();
  await visitor.signIn();
  const reference = await visitor.reference();
  await visitor.save('/ansokan/hushall', { 'andra-i-hushallet': 'Kusin Ottilia' });
  await visitor.fetchIncome(reference);
  await visitor.keep([
    ['hyra', '7431'],
    ['manad', '2026-10'],
  ]);
  const api = ['income', 'draft', 'access-log'].map((call) => `/api/inkomst/${reference}/${call}`);
  const before = contentOf(place.dataDirectory);
  for (const method of ['GET', 'HEAD'])
    for (const path of [...PAGES, ...api]) {
      const { status } = await visitor.send(method, path);
      assert.ok(status < 500, `${method} ${path} ${status}`);
      assert.equal(contentOf(place.dataDirectory), before, `${method} ${path}`);
    }
  // What was not written is shown and handed in all the same, without script too.
  const review = await visitor.text('/ansokan/granska');
  for (const told of ['Kusin Ottilia', '7\u00a0431\u00a0kr', 'oktober 2026'])
    assert.ok(review.includes(told), told);
  assert.equal((await visitor.handIn()).headers.get('location'), '/ansokan/kvitto');
  place.remove();
});
