import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PERSONAS } from '@medborgarnavet/simulator';
import { NOVEMBER, setUp } from './visitor.ts';

const PATHS = [
  '/ansokan/hushall',
  '/ansokan/inkomster',
  '/ansokan/granska',
  '/ansokan/kvitto',
  '/ansokan/handelser',
];

test('A page of the application leads to the first page when nobody is signed in', async () => {
  await using setting = await setUp();
  for (const path of PATHS) {
    const response = await setting.visitor().get(path);
    assert.equal(response.status, 303);
    const wanted = path === '/ansokan/kvitto' ? '/' : `/?${new URLSearchParams({ till: path }).toString()}`;
    assert.equal(response.headers.get('location'), wanted);
  }
});

test('Nothing can be saved or fetched when nobody is signed in', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  const response = await visitor.post('/ansokan/bostad', { bostadstyp: 'hyresratt', hyra: 'dyrt' });
  assert.equal(response.status, 401);
  const page = await response.text();
  assert.match(page, /<h1>Du har blivit utloggad<\/h1>/);
  assert.match(page, /skrev eller skickade är inte sparat/);
  assert.match(page, /<dt>Hur bor du\?<\/dt>\s*<dd[^>]*>Hyresrätt<\/dd>/);
  assert.match(page, /<dt>Hyra per månad<\/dt>\s*<dd[^>]*>dyrt<\/dd>/);
  assert.match(page, /<button>Logga in igen<\/button>/);
  assert.match(page, /<input type="hidden" name="till" value="\/ansokan\/bostad" \/>/);
  assert.equal((await visitor.fetchIncome('EK-2026-000000000000')).status, 401);
});

test('What was written on the page Inkomster is given back when it could not be saved, but nothing retrieved', async () => {
  await using setting = await setUp();
  const response = await setting.visitor().post('/ansokan/inkomster', {
    'inkomster.fk.barnbidrag.retrieved': '2650.00',
    'inkomster.fk.barnbidrag.corrected': '1325.00',
    'inkomster.fk.barnbidrag.comment': '<b>Vi delar</b>',
    'inkomster.fritext': 'Lön 2 500 kr',
  });
  const page = (await response.text()).replaceAll('\u00a0', ' ');
  for (const told of ['>1 325 kr<', '>&lt;b&gt;Vi delar&lt;/b&gt;<', '>Lön 2 500 kr<']) {
    assert.ok(page.includes(told), told);
  }
  assert.doesNotMatch(page, /2 ?650/);
});

test('A page that was left open saves nothing once somebody else has signed in', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P1');
  const left = await visitor.reference();
  await visitor.signIn('P2');
  for (const ansokan of [left, '']) {
    const response = await visitor.post('/ansokan/hushall', { ansokan, 'andra-i-hushallet': 'Min kusin' });
    assert.equal(response.status, 409);
    const page = await response.text();
    assert.match(page, /är inte sparat/);
    assert.match(page, /en annan person inloggad, eller en annan ansökan öppen/);
    assert.match(page, /<dd[^>]*>Min kusin<\/dd>/);
    assert.match(page, /<a class="back" href="\/">Logga in<\/a>/);
    assert.doesNotMatch(page, /Inloggad som/);
  }
  assert.doesNotMatch(await visitor.text('/ansokan/hushall'), /Min kusin/);
  for (const [path, fields] of [
    ['/ansokan/inkomster', { 'inkomster.fk.barnbidrag.corrected': '1.00' }],
    ['/ansokan/granska', { statement: '', intygar: 'ja' }],
    ['/ansokan/ny', {}],
  ] as const) {
    assert.equal((await visitor.post(path, { ansokan: left, ...fields })).status, 409);
  }
  assert.doesNotMatch(await visitor.text('/ansokan/handelser'), /inlämnad/);
});

test('A page that was left open fetches nothing once somebody else has signed in', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P1');
  const left = await visitor.reference();
  await visitor.signIn('P2');
  const response = await visitor.fetchIncome(left);
  assert.match(((await response.json()) as { type: string }).type, /no-application$/);
  assert.doesNotMatch(await visitor.text('/ansokan/handelser'), /Inkomster hämtade/);
  assert.equal((await visitor.fetchIncome()).status, 200);
});

test('A page of the application before the one that is open saves and fetches nothing', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const before = await visitor.reference();
  await visitor.handIn();
  await visitor.save('/ansokan/ny');
  const post = { ansokan: before, 'antal-barn': '2' };
  assert.equal((await visitor.post('/ansokan/hushall', post)).status, 409);
  assert.match(await (await visitor.fetchIncome(before)).text(), /no-application/);
});

test('Without a reference there is nowhere to fetch from', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const sameOrigin = { 'sec-fetch-site': 'same-origin' };
  for (const path of ['/api/inkomst/income', '/api/inkomst', '/api/inkomst//income']) {
    assert.equal((await visitor.get(path, sameOrigin)).status, 404, path);
    assert.equal((await visitor.post(path)).status, 404, path);
  }
});

test('The first page has a button for each person, and says what is special about them', async () => {
  const persons = PERSONAS.slice(0, 2).map(({ personnummer }, index) => ({
    id: `P${index + 1}`,
    title: `Person nummer ${index + 1}`,
    exercises: `Har ${index} barn.`,
    personnummer,
  }));
  await using setting = await setUp({ persons });
  const page = await setting.visitor().text('/');
  assert.match(page, /Under namnet står vad som är\s+särskilt\s+med\s+personen\./);
  for (const { id, title, exercises } of persons) {
    assert.match(page, new RegExp(`>${id}</span>\\s*<span[^>]*>${title}<`));
    assert.match(page, new RegExp(`<p id="om-${id}">${exercises}</p>`));
  }
});

test('Signing in leads to the first step and sets a cookie that no script can read', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  const response = await visitor.follow(await visitor.post('/logga-in', { person: 'P1' }), '/ansokan');
  assert.equal(response.status, 303);
  assert.equal(response.headers.get('location'), '/ansokan/hushall');
  assert.match(
    response.headers.get('set-cookie') ?? '',
    /^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
  );
});

test('Each sign-in has a session id of its own, and ends the one before', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const first = visitor.cookie;
  await visitor.signIn();
  assert.notEqual(visitor.cookie, first);
  assert.equal((await visitor.get('/ansokan/hushall')).status, 200);
  const old = setting.visitor();
  old.cookie = first;
  assert.equal((await old.get('/ansokan/hushall')).status, 303);
});

test('A session id that the visitor has made up is not taken over', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  visitor.cookie = 'session=chosen-by-somebody-else';
  await visitor.signIn();
  assert.notEqual(visitor.cookie, 'session=chosen-by-somebody-else');
});

test('Nobody is signed in as a person who does not exist', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  assert.match(await (await visitor.signIn('P999')).text(), /<h1>Legitimera dig<\/h1>/);
  assert.equal(visitor.cookie, '');
});

test('Signing out ends the session on the server and in the browser', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const before = visitor.cookie;
  const response = await visitor.post('/logga-ut');
  assert.equal(response.headers.get('location'), '/');
  assert.equal(visitor.cookie, '');
  visitor.cookie = before;
  assert.equal((await visitor.get('/ansokan/hushall')).status, 303);
});

test('A session ends after eight hours', async () => {
  let now = NOVEMBER;
  await using setting = await setUp({ clock: () => now });
  const visitor = setting.visitor();
  await visitor.signIn();
  now = new Date(NOVEMBER.getTime() + 8 * 60 * 60 * 1000 - 1);
  assert.equal((await visitor.get('/ansokan/hushall')).status, 200);
  now = new Date(now.getTime() + 1);
  assert.equal((await visitor.get('/ansokan/hushall')).status, 303);
});

test('One person never sees what another has written', async () => {
  await using setting = await setUp();
  const [first, second] = [setting.visitor(), setting.visitor()];
  await first.signIn('P1');
  await second.signIn('P2');
  await first.save('/ansokan/hushall', { 'andra-i-hushallet': 'Min kusin' });
  assert.match(await first.text('/ansokan/hushall'), /Min kusin/);
  assert.doesNotMatch(await second.text('/ansokan/hushall'), /Min kusin/);
});
