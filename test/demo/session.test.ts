import assert from 'node:assert/strict';
import { test } from 'node:test';
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
    assert.equal(response.headers.get('location'), '/');
  }
});

test('Nothing can be saved or fetched when nobody is signed in', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  assert.equal((await visitor.post('/ansokan/hushall', { 'antal-barn': '2' })).headers.get('location'), '/');
  assert.equal((await visitor.fetchIncome()).status, 401);
});

test('The first page has a button for each person, and says what there is to see', async () => {
  await using setting = await setUp();
  const page = await setting.visitor().text('/');
  assert.match(page, />P1<\/span>\s*<span[^>]*>Ensamstående med två barn</);
  assert.match(page, /<p id="om-P1">Barnbidrag och underhållsstöd/);
});

test('Signing in leads to the first step and sets a cookie that no script can read', async () => {
  await using setting = await setUp();
  const response = await setting.visitor().post('/logga-in', { person: 'P1' });
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
  assert.equal((await visitor.post('/logga-in', { person: 'P999' })).headers.get('location'), '/');
  assert.equal(visitor.cookie, '');
});

test('Signing out ends the session on the server and in the browser', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const before = visitor.cookie;
  const response = await visitor.post('/logga-ut');
  assert.equal(response.headers.get('location'), '/');
  assert.equal(visitor.cookie, 'session=');
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
  await second.signIn('P1');
  await first.post('/ansokan/hushall', { 'andra-i-hushallet': 'Min kusin' });
  assert.match(await first.text('/ansokan/hushall'), /Min kusin/);
  assert.doesNotMatch(await second.text('/ansokan/hushall'), /Min kusin/);
});
