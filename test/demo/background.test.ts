import { BackgroundStatement } from '@medborgarnavet/model';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXEMPELKOPING } from '@medborgarnavet/demo';
import { setUp } from './visitor.ts';

const PAGE = '/ansokan/bakgrund';

/** The events, one line each. */
function eventsOf(page: string): readonly string[] {
  return [...page.matchAll(/<li>\s*<time[^>]*>[^<]*<\/time>(.*?)<\/li>/gs)].map(([, event = '']) =>
    event
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}

test('The page holds the view of the open application, for the month that Inkomster asks about', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.save('/ansokan/period', { manad: '2026-10' });
  const page = await visitor.text(PAGE);
  assert.match(page, /<h1>Bakgrund till siffrorna<\/h1>/);
  const [view = ''] = /<ssbtek-income-view[^>]*>/.exec(page) ?? [];
  const [, period] = /period="([^"]*)"/.exec(await visitor.text('/ansokan/inkomster')) ?? [];
  assert.equal(period, '2026-09');
  for (const attribute of [
    `endpoint="/api/inkomst/${await visitor.reference()}"`,
    `period="${period}"`,
    'leave-to="https://www.smhi.se/"',
  ]) {
    assert.ok(view.includes(attribute), attribute);
  }
  assert.doesNotMatch(view, /sources=/);
  assert.match(page, /<noscript>.*JavaScript.*<\/noscript>/s);
});

test('With version 11 of SSBTEK the view knows that Skatteverket is asked too', async () => {
  await using setting = await setUp({
    ssbtek: { ...EXEMPELKOPING, version: 11, url: 'http://127.0.0.1:9/ssbtek' },
  });
  const visitor = setting.visitor();
  await visitor.signIn();
  assert.match(await visitor.text(PAGE), /<ssbtek-income-view[^>]* sources="FK PM CSN SO SKV"/);
});

test('The link to it stands after the steps on every page that has them, outside their list', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  for (const path of ['/ansokan/hushall', '/ansokan/inkomster', '/ansokan/handelser', PAGE]) {
    const [nav = ''] = /<nav .*<\/nav>/s.exec(await visitor.text(path)) ?? [];
    assert.match(
      nav,
      /<\/ol>\s*<p[^>]*>\s*<a\s+href="\/ansokan\/bakgrund"[^>]*>Bakgrund till siffrorna<\/a\s*>/,
    );
  }
});

test('It leads to the first page when nobody is signed in', async () => {
  await using setting = await setUp();
  const response = await setting.visitor().get(PAGE);
  assert.equal(response.status, 303);
  assert.equal(response.headers.get('location'), '/?till=%2Fansokan%2Fbakgrund');
});

test('What lies behind the payments is told, and told of among the events: who answered and who did not', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P11');
  const response = await visitor.fetchBackground();
  assert.equal(response.status, 200);
  const { blocks } = BackgroundStatement.parse(await response.json());
  assert.deepEqual(
    blocks.map(({ source }) => source),
    ['FK', 'PM', 'CSN', 'SO', 'SKV', 'AF', 'TNS', 'MIV'],
  );
  const page = await visitor.text('/ansokan/handelser');
  const told = eventsOf(page).at(-1) ?? '';
  assert.match(told, /^Bakgrund till siffrorna hämtad Svarade: Försäkringskassan, /);
  assert.match(told, /Kunde inte kontrolleras: Pensionsmyndigheten, CSN, Skatteverket\.$/);
  assert.doesNotMatch(page, /Inkomster hämtade|\d\u00a0kr/);
});

test('A person with protected identity gets the same event as one whom nobody knows anything about', async () => {
  await using setting = await setUp();
  const [unknown, guarded] = await Promise.all(
    ['P10', 'P12'].map(async (person) => {
      const visitor = setting.visitor();
      await visitor.signIn(person);
      const { status } = await visitor.fetchBackground();
      assert.equal(status, 200);
      return eventsOf(await visitor.text('/ansokan/handelser'));
    }),
  );
  assert.equal(unknown?.length, 1);
  assert.deepEqual(guarded, unknown);
});

test('When the application is handed in the page says why there is nothing to see, and nothing can be fetched', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.fetchIncome();
  await visitor.handIn();
  const response = await visitor.get(PAGE);
  assert.equal(response.status, 200);
  const page = await response.text();
  assert.match(page, /<h1>Bakgrund till siffrorna<\/h1>/);
  assert.match(page, /Du har ingen öppen ansökan\./);
  assert.match(page, /är inlämnad/);
  assert.match(page, /<a href="\/ansokan\/kvitto">/);
  assert.match(page, /Börja en ny ansökan<\/button>/);
  assert.doesNotMatch(page, /ssbtek-income-view|<script/);
  const refused = await visitor.fetchBackground();
  assert.match(((await refused.json()) as { type: string }).type, /no-application$/);
  assert.doesNotMatch(await visitor.text('/ansokan/handelser'), /Bakgrund till siffrorna hämtad/);
});

test('A page that was left open tells nothing of somebody else once they have signed in', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P1');
  const left = await visitor.reference();
  await visitor.signIn('P4');
  assert.match(await (await visitor.fetchBackground(left)).text(), /no-application/);
});

test('The page says when what was fetched is of another month than the one applied for', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.fetchIncome();
  assert.doesNotMatch(await visitor.text(PAGE), /Du har bytt månad/);
  await visitor.save('/ansokan/period', { manad: '2026-10' });
  assert.match(await visitor.text(PAGE), /Du har bytt månad\. Det som du hämtade tidigare räknas inte\./);
});
