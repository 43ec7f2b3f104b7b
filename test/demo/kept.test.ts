import { createSeal, createVault, parseKeys } from '@medborgarnavet/host';
import { openSqliteStore } from '@medborgarnavet/host/sqlite.ts';
import { IncomeStatement } from '@medborgarnavet/model';
import { PERSONAS } from '@medborgarnavet/simulator';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { sealKey } from '../../demo/src/kept/keys.ts';
import { startPostgres } from '../host/kommunikationsyta/postgres.ts';
import { temporaryPlace } from './place.ts';
import { NOVEMBER, setUp, type Setting, type Visitor } from './visitor.ts';

const DAY = 24 * 60 * 60 * 1000;

const personnummerOf = (person: string): string =>
  PERSONAS.find(({ id }) => id === person)?.personnummer ?? '';

async function signedIn(setting: Setting, person = 'P1'): Promise<Visitor> {
  const visitor = setting.visitor();
  await visitor.signIn(person);
  return visitor;
}

/** Writes in three steps, and fetches. */
async function fillHalf(visitor: Visitor): Promise<void> {
  await visitor.save('/ansokan/hushall', { 'antal-barn': '2', 'andra-i-hushallet': 'Kusin Ottilia' });
  await visitor.save('/ansokan/bostad', { bostadstyp: 'hyresratt', hyra: '7431', 'hyra-betald': 'ja' });
  assert.equal((await visitor.fetchIncome()).status, 200);
  await visitor.save('/ansokan/inkomster', {
    'inkomster.har-inkomster': 'ja',
    'inkomster.fk.barnbidrag.corrected': '1325.00',
    'inkomster.fk.barnbidrag.comment': 'Vi delar växelvis',
    'inkomster.egna.1.typ': 'lon',
    'inkomster.egna.1.belopp': '2500.50',
    'inkomster.fritext': 'Sålde en cykel',
  });
}

/** Everything that {@link fillHalf} has put there. */
async function assertHalf(visitor: Visitor): Promise<void> {
  assert.match(await visitor.text('/ansokan/hushall'), />Kusin Ottilia<\/textarea>/);
  assert.match(await visitor.text('/ansokan/bostad'), /value="7431"/);
  const review = (await visitor.text('/ansokan/granska')).replaceAll('\u00a0', ' ');
  for (const told of ['2 650 kr', '1 325 kr', 'Vi delar växelvis', 'Sålde en cykel'])
    assert.ok(review.includes(told), told);
  assert.match(await visitor.text('/ansokan/handelser'), /Inkomster hämtade/);
}

async function latest(visitor: Visitor): Promise<Response> {
  const path = `/api/inkomst/${await visitor.reference()}/income`;
  return visitor.get(path, { 'sec-fetch-site': 'same-origin' });
}

test('An application begun in one browser is there after signing in in another, with a notice', async () => {
  await using setting = await setUp();
  const first = await signedIn(setting);
  assert.doesNotMatch(await first.text('/ansokan/hushall'), /påbörjad ansökan/);
  await fillHalf(first);
  await first.post('/logga-ut');

  const second = setting.visitor();
  const page = await (await second.signIn()).text();
  assert.equal(second.ledTo.at(-1)?.pathname, '/ansokan/hushall');
  assert.match(page, /Du har en påbörjad ansökan\./);
  assert.match(page, /Den sparades 21 november 2026 kl\. 09:14 och tas bort 28 november 2026 kl\. 09:14\./);
  assert.match(page, /<a href="\/ansokan\/period">Fortsätt med Period<\/a>/);
  assert.match(page, /<button class="secondary">Ta bort och börja om<\/button>/);
  assert.equal(await second.reference(), /EK-\d{4}-[0-9A-F]{12}/.exec(page)?.[0]);
  await assertHalf(second);
  await second.save('/ansokan/period', { manad: '2026-11' });
  assert.doesNotMatch(await second.text('/ansokan/hushall'), /påbörjad ansökan/);
});

test('Another person sees nothing of the first, in the same browser or another', async () => {
  await using setting = await setUp();
  const first = await signedIn(setting);
  await fillHalf(first);
  const reference = await first.reference();
  await first.signIn('P4');
  for (const visitor of [first, await signedIn(setting, 'P4')]) {
    assert.notEqual(await visitor.reference(), reference);
    for (const path of ['/ansokan/hushall', '/ansokan/bostad', '/ansokan/granska', '/ansokan/handelser'])
      assert.doesNotMatch(await visitor.text(path), /påbörjad|Ottilia|7431|växelvis|cykel|hämtade</, path);
    assert.equal((await latest(visitor)).status, 204);
    assert.match(await (await visitor.fetchIncome(reference)).text(), /no-application/);
  }
});

test('After a restart the application and the statement are there, and the seal is known', async () => {
  const place = temporaryPlace();
  let before: unknown;
  {
    await using setting = await setUp({ place });
    const visitor = await signedIn(setting);
    await fillHalf(visitor);
    before = await (await latest(visitor)).json();
  }
  {
    await using setting = await setUp({ place });
    const visitor = await signedIn(setting);
    await assertHalf(visitor);
    const statement = IncomeStatement.parse(await (await latest(visitor)).json());
    assert.deepEqual(statement, before);
    const keys = parseKeys(readFileSync(join(place.dataDirectory, 'keys'), 'utf8'));
    const seal = createSeal(sealKey(keys), 'demo-1');
    assert.equal(await seal.verify(statement, await visitor.reference()), true);
    assert.equal(await seal.verify(statement, 'EK-2026-000000000000'), false);
  }
  place.remove();
});

/** The folder of what has been handed in, once there is something in it. */
async function deliveredTo(dataDirectory: string): Promise<string> {
  const folder = join(dataDirectory, 'arendesystem');
  // Nobody tells when: it is looked for until it is there.
  for (let attempt = 0; attempt < 3000; attempt += 1) {
    if (existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith('.'))) return folder;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return assert.fail('Nothing has come to the case system.');
}

/** What lies in the folder, as who has the keys can read it. */
async function everythingKept(folder: string, personnummer: string, reference: string): Promise<string> {
  const { records: store, close } = await openSqliteStore({ file: join(folder, 'kommunikationsyta.sqlite') });
  const keys = parseKeys(readFileSync(join(folder, 'keys'), 'utf8'));
  const vault = createVault({ store, keys, clock: () => NOVEMBER });
  const of = { personnummer, reference };
  const kept = [await vault.read(of, 'application'), await vault.read(of, 'statement')];
  await close();
  return kept.map((each) => Buffer.from(each?.content ?? []).toString()).join('\n');
}

test('Nothing of the person is in any file, and only the owner can read the keys and the database', async () => {
  const place = temporaryPlace();
  await using setting = await setUp({ place });
  const visitor = await signedIn(setting);
  await fillHalf(visitor);
  const reference = await visitor.reference();
  const files = readdirSync(place.dataDirectory);
  assert.ok(files.includes('kommunikationsyta.sqlite-wal'));
  const personnummer = personnummerOf('P1');
  // Long enough not to stand in ciphertext by chance.
  const written = [
    ...[reference, 'Ottilia', 'växelvis', 'cykel', '"7431"', '1325.00', '2500.50'],
    ...['265000', 'Försäkringskassan', 'arnbidrag', 'antal-barn'],
  ];
  const plain = await everythingKept(place.dataDirectory, personnummer, reference);
  for (const canary of written) assert.ok(plain.includes(canary), canary);
  const canaries = [personnummer, personnummer.slice(2), '2650.00', '2 650', ...written];
  for (const file of files) {
    const bytes = readFileSync(join(place.dataDirectory, file));
    for (const canary of canaries) {
      const forms = [
        Buffer.from(canary),
        Buffer.from(canary, 'utf16le'),
        Buffer.from(Buffer.from(canary).toString('hex')),
      ];
      for (const form of forms) assert.equal(bytes.includes(form), false, `${canary} in ${file}`);
    }
  }
  for (const file of ['keys', 'kommunikationsyta.sqlite'])
    assert.equal(statSync(join(place.dataDirectory, file)).mode & 0o077, 0, file);
  place.remove();
});

test('Two browsers of the same person, in turn and at the same time, lose no step', async () => {
  await using setting = await setUp();
  const first = await signedIn(setting);
  const second = await signedIn(setting);
  const reference = await first.reference();
  assert.equal(await second.reference(), reference);
  const post = (visitor: Visitor, step: string, fields: Record<string, string>) =>
    visitor.post(`/ansokan/${step}`, { ansokan: reference, ...fields });
  await post(first, 'hushall', { 'andra-i-hushallet': 'Kusin Ottilia' });
  await post(second, 'bostad', { hyra: '7431' });
  const answers = await Promise.all([
    post(first, 'tillgangar', { 'annan-tillgang': 'En eka' }),
    post(second, 'sysselsattning', { 'om-sysselsattning': 'Vikarie' }),
    post(first, 'soker-for', { 'om-annat': 'Glasögon' }),
    post(second, 'period', { manad: '2026-10' }),
    first.fetchIncome(reference),
    second.fetchBackground(reference),
  ]);
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303, 303, 303, 200, 200],
  );
  for (const visitor of [first, second]) {
    const review = await visitor.text('/ansokan/granska');
    for (const told of ['Kusin Ottilia', '7\u00a0431', 'En eka', 'Vikarie', 'Glasögon', 'oktober 2026'])
      assert.ok(review.includes(told), told);
    const events = await visitor.text('/ansokan/handelser');
    assert.match(events, /Inkomster hämtade/);
    assert.match(events, /Bakgrund till siffrorna hämtad/);
  }
});

test('Handing in removes what was kept; the receipt is shown here, and a new one can be begun', async () => {
  const place = temporaryPlace();
  await using setting = await setUp({ place });
  const first = await signedIn(setting);
  const second = await signedIn(setting);
  await fillHalf(first);
  const reference = await first.reference();
  assert.equal((await first.handIn()).headers.get('location'), '/ansokan/kvitto');
  assert.ok((await first.text('/ansokan/kvitto')).includes(reference));
  assert.match(await first.text('/ansokan/handelser'), /Ansökan inlämnad/);
  assert.equal((await everythingKept(place.dataDirectory, personnummerOf('P1'), reference)).trim(), '');

  // Left open in the other browser.
  assert.equal((await second.post('/ansokan/hushall', { ansokan: reference })).status, 409);
  const third = setting.visitor();
  const page = await (await third.signIn()).text();
  assert.equal(third.ledTo.at(-1)?.pathname, '/ansokan/kvitto');
  assert.ok(page.includes(reference));
  assert.doesNotMatch(page, /påbörjad ansökan|Ottilia/);
  assert.match(await third.text('/ansokan/handelser'), /Ansökan inlämnad.*Inkomster hämtade/s);
  assert.equal((await latest(third)).status, 403);

  await first.save('/ansokan/ny');
  await third.save('/ansokan/ny');
  assert.notEqual(await first.reference(), reference);
  assert.equal(await first.reference(), await third.reference());
  place.remove();
});

test('What two browsers hand in at the same time is handed in once, and both are told that it is', async () => {
  const place = temporaryPlace();
  {
    await using setting = await setUp({ place });
    const visitors = [await signedIn(setting), await signedIn(setting)];
    const answers = await Promise.all(visitors.map((visitor) => visitor.handIn()));
    for (const { headers } of answers) assert.equal(headers.get('location'), '/ansokan/kvitto');
    await deliveredTo(place.dataDirectory);
  }
  assert.equal(readdirSync(join(place.dataDirectory, 'arendesystem')).length, 1);
  place.remove();
});

/** What has been written in the audit since that many entries, in its words. */
function auditedSince(count: number, dataDirectory: string): string[] {
  const database = new DatabaseSync(join(dataDirectory, 'kommunikationsyta.sqlite'), { readOnly: true });
  const entries = database.prepare('SELECT action, outcome FROM audit_entry ORDER BY sequence').all();
  database.close();
  return entries.slice(count).map(({ action, outcome }) => `${String(action)} ${String(outcome)}`);
}

test('Starting over asks once more, removes everything at once, and is in the audit as that', async () => {
  const place = temporaryPlace();
  await using setting = await setUp({ place });
  await fillHalf(await signedIn(setting));
  const visitor = await signedIn(setting);
  const reference = await visitor.reference();
  const page = await visitor.text('/ansokan/borja-om');
  assert.match(page, /<h1>Ta bort och börja om\?<\/h1>/);
  await assertHalf(visitor);
  const before = auditedSince(0, place.dataDirectory).length;
  for (let times = 0; times < 2; times += 1) {
    const response = await visitor.post('/ansokan/borja-om', { ansokan: reference });
    assert.equal(response.headers.get('location'), '/ansokan/hushall');
  }
  assert.deepEqual(auditedSince(before, place.dataDirectory), [
    'draft-delete begun',
    'income-withdraw begun',
    'income-withdraw done',
    'draft-delete done',
  ]);
  const begun = await visitor.reference();
  assert.notEqual(begun, reference);
  for (const each of [visitor, await signedIn(setting)]) {
    assert.equal(await each.reference(), begun);
    assert.doesNotMatch(await each.text('/ansokan/granska'), /påbörjad|Ottilia|7431|2\s650/);
    assert.equal((await latest(each)).status, 204);
  }
  place.remove();
});

test('A fetch that was under way when everything was removed brings nothing back', async () => {
  await using setting = await setUp();
  const visitor = await signedIn(setting);
  const reference = await visitor.reference();
  const [fetched] = await Promise.all([
    visitor.fetchIncome(reference),
    visitor.post('/ansokan/borja-om', { ansokan: reference }),
  ]);
  // Whichever came first.
  assert.ok([200, 403, 409].includes(fetched.status), String(fetched.status));
  assert.equal((await latest(visitor)).status, 204);
  assert.doesNotMatch(await visitor.text('/ansokan/handelser'), /Inkomster hämtade/);
});

test('At the limit there is nothing, for who is signed in and for who signs in', async () => {
  let now = NOVEMBER;
  await using setting = await setUp({ clock: () => now });
  const first = await signedIn(setting);
  await fillHalf(first);
  const reference = await first.reference();
  now = new Date(NOVEMBER.getTime() + 7 * DAY - 1000);
  const last = await signedIn(setting);
  assert.match(await last.text('/ansokan/hushall'), /Kusin Ottilia/);
  now = new Date(NOVEMBER.getTime() + 7 * DAY);
  for (const visitor of [last, await signedIn(setting)]) {
    assert.doesNotMatch(await visitor.text('/ansokan/hushall'), /påbörjad|Ottilia/);
    assert.notEqual(await visitor.reference(), reference);
    assert.equal((await latest(visitor)).status, 204);
  }
});

test('Keys that cannot be used stop the start with a sentence that holds no part of them', async () => {
  const place = temporaryPlace();
  const file = join(place.dataDirectory, 'keys');
  for (const [text, told] of [
    ['pseudonyms:c2hvcnQ=', 'Entry 1 of KOMMUNIKATIONSYTA_KEYS has a key of 5 bytes: it must have 32.'],
    ['nonsense', 'Entry 1 of KOMMUNIKATIONSYTA_KEYS has a key of 0 bytes: it must have 32.'],
    ['', 'KOMMUNIKATIONSYTA_KEYS has no entry pseudonyms.'],
  ] as const) {
    writeFileSync(file, text);
    await assert.rejects(setUp({ place }), { message: told });
  }
  place.remove();
});

test('Keys of the environment go before a file in the folder, which is then not made', async () => {
  const place = temporaryPlace();
  const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
  const environment = { KOMMUNIKATIONSYTA_KEYS: `pseudonyms:${key(1)} one:${key(2)}` };
  {
    await using setting = await setUp({ place: { ...place, environment } });
    await fillHalf(await signedIn(setting));
  }
  assert.equal(readdirSync(place.dataDirectory).includes('keys'), false);
  const wrong = { KOMMUNIKATIONSYTA_KEYS: `pseudonyms:${key(1)} one:${key(3)}` };
  await assert.rejects(setUp({ place: { ...place, environment: wrong } }), {
    name: 'KeysRefused',
    message: /^The key one in KOMMUNIKATIONSYTA_KEYS is not the one that this database has been written with/,
  });
  await using setting = await setUp({ place: { ...place, environment } });
  assert.match(await (await signedIn(setting)).text('/ansokan/hushall'), /Ottilia/);
  place.remove();
});

test('Keys are made where there is no database, and never beside one that has been written with others', async () => {
  const place = temporaryPlace();
  {
    await using setting = await setUp({ place });
    await fillHalf(await signedIn(setting));
  }
  for (const name of ['keys', 'inlamning.pem']) {
    const file = join(place.dataDirectory, name);
    const content = readFileSync(file);
    rmSync(file);
    await assert.rejects(setUp({ place }), {
      message: `DATA_DIR has no ${name}, and the database has been written to with one: put it back, or begin anew with an empty DATA_DIR and database.`,
    });
    assert.equal(existsSync(file), false);
    writeFileSync(file, content);
  }
  await using setting = await setUp({ place });
  await assertHalf(await signedIn(setting));
  place.remove();
});

test('DATABASE_URL keeps it in PostgreSQL', async () => {
  const server = await startPostgres();
  try {
    const place = { ...temporaryPlace(), databaseUrl: await server.database() };
    {
      await using setting = await setUp({ place });
      await fillHalf(await signedIn(setting));
    }
    {
      await using setting = await setUp({ place });
      const visitor = await signedIn(setting);
      await assertHalf(visitor);
      await visitor.handIn();
      assert.match(await (await signedIn(setting)).text('/ansokan/kvitto'), /Ansökan är inlämnad/);
    }
    assert.deepEqual(
      readdirSync(place.dataDirectory)
        .filter((name) => name !== 'arendesystem')
        .sort(),
      ['audit-head', 'inlamning.pem', 'keys'],
    );
    assert.doesNotMatch(server.log(), /Ottilia|EK-2026/);
    place.remove();
  } finally {
    await server.stop();
  }
});

test('A DATABASE_URL of another kind, or of nobody, stops the start', async () => {
  const place = temporaryPlace();
  await assert.rejects(setUp({ place: { ...place, databaseUrl: 'mysql://localhost/x' } }), {
    message: 'DATABASE_URL must begin with postgres://',
  });
  await assert.rejects(setUp({ place: { ...place, databaseUrl: 'postgres://test:hemligt@127.0.0.1:9/x' } }), {
    message: 'What DATABASE_URL names cannot be used: ECONNREFUSED (nothing answers at its address).',
  });
  place.remove();
});

test('Deleting what is written deletes what was saved as well, and leaves what was fetched', async () => {
  await using setting = await setUp();
  const visitor = await signedIn(setting);
  await fillHalf(visitor);
  const reference = await visitor.reference();
  assert.equal((await visitor.send('DELETE', `/api/inkomst/${reference}/draft`)).status, 204);
  assert.doesNotMatch(await visitor.text('/ansokan/hushall'), /Ottilia/);
  assert.doesNotMatch(await visitor.text('/ansokan/granska'), /7\u00a0431|växelvis|cykel/);
  assert.equal(await visitor.reference(), reference);
  assert.equal((await latest(visitor)).status, 200);
});

test('What is handed in stands in the case system in the words of the pages, with the amounts of the host', async () => {
  const place = temporaryPlace();
  {
    await using setting = await setUp({ place });
    const visitor = await signedIn(setting);
    await fillHalf(visitor);
    assert.equal((await visitor.handIn()).headers.get('location'), '/ansokan/kvitto');
    const folder = await deliveredTo(place.dataDirectory);
    const [reference = ''] = readdirSync(folder);
    const page = readFileSync(join(folder, reference, 'ansokan.html'), 'utf8').replaceAll('\u00a0', ' ');
    const answers = ['Antal barn som bor hemma', 'Kusin Ottilia', 'Hyresrätt', '7 431 kr', 'Sålde en cykel'];
    assert.match(page, /Sökanden har skrivit om inkomster i ord[^]*Sålde en cykel[^]*Övriga svar/);
    for (const told of [...answers, '2 650 kr', '1 325 kr', 'Vi delar växelvis', '2 500,50 kr'])
      assert.ok(page.includes(told), told);
  }
  place.remove();
});
