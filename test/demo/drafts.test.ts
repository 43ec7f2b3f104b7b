import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUp, type Setting, type Visitor } from './visitor.ts';

async function signedIn(setting: Setting): Promise<Visitor> {
  const visitor = setting.visitor();
  await visitor.signIn();
  return visitor;
}

const plain = (page: string): string => page.replaceAll('\u00a0', ' ');

test('What was kept while the person wrote is in what they read before handing in, without any button', async () => {
  await using setting = await setUp();
  const visitor = await signedIn(setting);
  await visitor.fetchIncome();
  const kept = [
    ['antal-barn', '2'],
    ['andra-i-hushallet', 'Kusin Ottilia'],
    ['bostadstyp', 'hyresratt'],
    ['hyra', '7431'],
    ['inkomster.har-inkomster', 'ja'],
    ['inkomster.fk.barnbidrag.corrected', '1325.00'],
    ['inkomster.fk.barnbidrag.comment', 'Vi delar växelvis'],
  ] as const;
  assert.equal((await visitor.keep(kept)).status, 200);
  const page = plain(await visitor.text('/ansokan/granska'));
  for (const told of ['Kusin Ottilia', 'Hyresrätt', '7 431 kr', '2 650 kr', '1 325 kr', 'Vi delar växelvis'])
    assert.ok(page.includes(told), told);
  assert.match(page, /name="inkomster\.fk\.barnbidrag\.corrected" value="1325\.00"/);
  const [, empty = ''] = /Här har du inte skrivit något:<\/p>\s*<ul>(.*?)<\/ul>/s.exec(page) ?? [];
  assert.match(empty, />Tillgångar</);
  assert.doesNotMatch(empty, />Hushåll<|>Inkomster</);
});

test('What cannot be read is not handed in in silence: the page leads to it', async () => {
  await using setting = await setUp();
  const visitor = await signedIn(setting);
  await visitor.save('/ansokan/bostad', { bostadstyp: 'hyresratt', hyra: '7431' });
  await visitor.keep([
    ['hyra', 'mycket'],
    ['inkomster.fk.barnbidrag.corrected', '12,3,4'],
  ]);
  const page = plain(await visitor.text('/ansokan/granska'));
  const [, list = ''] =
    /går att läsa\. Det är inte med i ansökan än\.<\/p>\s*<ul>(.*?)<\/ul>/s.exec(page) ?? [];
  assert.deepEqual(
    [...list.matchAll(/<a href="([^"]*)">/g)].map(([, href]) => href),
    ['/ansokan/bostad?fran=granska', '/ansokan/inkomster?fran=granska'],
  );
  // What was saved before stands.
  assert.match(page, /7 431 kr/);
});

test('Who signs in again is led to where they were, and told when it was last kept', async () => {
  await using setting = await setUp();
  const visitor = await signedIn(setting);
  await visitor.keep([['inkomster.fk.barnbidrag.corrected', '1325.00']], 'inkomster.fk.barnbidrag.corrected');
  const page = await (await setting.visitor().signIn()).text();
  assert.match(page, /<a href="\/ansokan\/inkomster">Fortsätt med Inkomster<\/a>/);
});

test('The month that is applied for is handed in also when nobody has chosen another', async () => {
  await using setting = await setUp();
  const visitor = await signedIn(setting);
  assert.match(
    await visitor.text('/ansokan/granska'),
    /<input type="hidden" name="manad" value="2026-11" \/>/,
  );
});

test('From a part that was changed the way leads back to where it is shown', async () => {
  await using setting = await setUp();
  const visitor = await signedIn(setting);
  assert.match(await visitor.text('/ansokan/granska'), /href="\/ansokan\/bostad\?fran=granska"/);
  const page = await visitor.text('/ansokan/bostad?fran=granska');
  assert.match(page, /action="\/ansokan\/bostad\?fran=granska"/);
  assert.match(page, /<button>Spara och granska<\/button>/);
  const saved = await visitor.save('/ansokan/bostad?fran=granska', { bostadstyp: 'hyresratt' });
  assert.equal(saved.headers.get('location'), '/ansokan/granska#del-bostad');
  assert.match(await visitor.text('/ansokan/granska'), /<h2 id="del-bostad" tabindex="-1">/);
});
