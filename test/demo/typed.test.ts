import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { startPostgres } from '../host/kommunikationsyta/postgres.ts';
import { temporaryPlace } from './place.ts';
import { setUp } from './visitor.ts';

const TEXT = 'Glasögon, 2 400 kr & <b>recept</b>';
const SHOWN = 'Glasögon, 2 400 kr &amp; &lt;b&gt;recept&lt;/b&gt;';
const SOKER_FOR = '/ansokan/soker-for';

test('Without script, a post that fails since the database is away shows what was typed, and sends it again', async () => {
  const server = await startPostgres();
  const place = { ...temporaryPlace(), databaseUrl: await server.database() };
  try {
    await using setting = await setUp({ place });
    const visitor = setting.visitor();
    await visitor.signIn();
    const ansokan = await visitor.reference();
    await server.stop();
    const response = await visitor.post(SOKER_FOR, { ansokan, 'om-annat': TEXT, 'soker-for': 'annat' });
    const page = await response.text();
    assert.equal(response.status, 503);
    assert.match(response.headers.get('retry-after') ?? '', /^[1-9]\d*$/);
    assert.match(page, /<h1>Tjänsten är stängd en liten stund/);
    assert.match(page, /Det här skrev du/);
    assert.ok(page.includes(`<dd class="as-written">${SHOWN}</dd>`));
    const [, form = ''] =
      /<form method="post" action="\/ansokan\/soker-for">([^]*?)<\/form>/.exec(page) ?? [];
    const fields = [...form.matchAll(/name="([^"]*)">\n?([^<]*)</g)].map(([, name, value]) => [name, value]);
    assert.deepEqual(fields, [
      ['ansokan', ansokan],
      ['om-annat', SHOWN],
      ['soker-for', 'annat'],
    ]);
    assert.match(form, /Skicka igen/);
  } finally {
    await server.stop();
    place.remove();
  }
});

test('Every other answer that refuses a form shows what was typed, and lets only our own pages’ posts be sent again', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const ansokan = await visitor.reference();
  const fields = { ansokan, 'om-annat': TEXT };
  const stranger = setting.visitor();
  for (const [status, answer] of [
    [401, await stranger.post(SOKER_FOR, fields)],
    [403, await visitor.post(SOKER_FOR, fields, { 'sec-fetch-site': 'cross-site' })],
    [409, await visitor.post(SOKER_FOR, { ...fields, ansokan: 'EK-2026-000000000000' })],
    [413, await visitor.post(SOKER_FOR, { ...fields, more: 'x'.repeat(70_000) })],
  ] as const) {
    assert.equal(answer.status, status);
    const page = await answer.text();
    assert.ok(page.includes(`<dd class="as-written">${SHOWN}</dd>`), String(status));
    assert.doesNotMatch(page, /Skicka igen/, String(status));
  }
});

test('However many fields a post has, they are read in one go', async () => {
  await using setting = await setUp();
  const fields = Object.fromEntries(
    Array.from({ length: 1000 }, (_, index) => [`inkomster.egna.${index}.belopp`, '1']),
  );
  const lookUps = mock.method(URLSearchParams.prototype, 'getAll');
  try {
    const response = await setting.visitor().post('/ansokan/inkomster', fields);
    assert.equal(response.status, 401);
    assert.match(await response.text(), /Egen inkomst/);
    assert.ok(lookUps.mock.callCount() < 20, `${lookUps.mock.callCount()} times`);
  } finally {
    lookUps.mock.restore();
  }
});
