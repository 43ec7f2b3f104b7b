import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { setUp, type Visitor } from './visitor.ts';

/** What the summary tells of one row of incomes, label by label. */
function rowOf(page: string, label: string): Readonly<Record<string, string>> | undefined {
  const plain = (html: string): string =>
    html
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('\u00a0', ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const row = [...page.matchAll(/<h3>([^<]*)<\/h3>\s*<dl>(.*?)<\/dl>/gs)].find(
    ([, name]) => name === label,
  )?.[2];
  if (row === undefined) return undefined;
  const cells = [...row.matchAll(/<dt>(.*?)<\/dt>\s*<dd>(.*?)<\/dd>/gs)];
  return Object.fromEntries(cells.map(([, term = '', value = '']) => [plain(term), plain(value)]));
}

async function idOfFetched(visitor: Visitor): Promise<string> {
  return ((await (await visitor.fetchIncome()).json()) as { id: string }).id;
}

test('The page Inkomster holds the element, with what was written before in it', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const statement = await idOfFetched(visitor);
  await visitor.post('/ansokan/inkomster', {
    'inkomster.statement': statement,
    'inkomster.fk.barnbidrag.retrieved': '2650.00',
    'inkomster.fk.barnbidrag.corrected': '2000.50',
    'inkomster.andra.lon.comment': 'En dag i veckan',
  });
  const page = await visitor.text('/ansokan/inkomster');
  const [element = ''] = /<ssbtek-prefill[^>]*>/.exec(page) ?? [];
  for (const attribute of [
    'name="inkomster"',
    'endpoint="/api/inkomst"',
    'period="2026-10"',
    `statement="${statement}"`,
  ]) {
    assert.ok(element.includes(attribute));
  }
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  assert.deepEqual(
    hidden.map(([, name, value]) => [name, value]),
    [
      ['inkomster.fk.barnbidrag.corrected', '2000.50'],
      ['inkomster.andra.lon.comment', 'En dag i veckan'],
    ],
  );
});

test('The summary takes retrieved amounts from the statement of the host, not from the post', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P1');
  await visitor.post('/ansokan/inkomster', {
    'inkomster.statement': await idOfFetched(visitor),
    'inkomster.fk.barnbidrag.retrieved': '1.00',
    'inkomster.fk.barnbidrag.effective': '1.00',
    'inkomster.csn.studiemedel.retrieved': '99.00',
    'inkomster.fk.bostadsbidrag.corrected': '4000.00',
    'inkomster.fk.bostadsbidrag.comment': 'Jag fick mindre',
  });
  const page = await visitor.text('/ansokan/granska');
  assert.deepEqual(rowOf(page, 'Allmänt barnbidrag'), {
    Hämtat: '2 650 kr Från Försäkringskassan',
    'Ditt belopp': 'Inget',
    Kommentar: 'Ingen',
    Räknas: '2 650 kr',
  });
  assert.deepEqual(rowOf(page, 'Bostadsbidrag'), {
    Hämtat: '4 200 kr Från Försäkringskassan',
    'Ditt belopp': '4 000 kr',
    Kommentar: 'Jag fick mindre',
    Räknas: '4 000 kr',
  });
  assert.equal(rowOf(page, 'Studiemedel'), undefined);
  assert.doesNotMatch(page, /class="notice"/);
});

test('A benefit that no row is meant for is told under the name that the authority has for it, as text', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P15');
  await visitor.fetchIncome();
  const page = await visitor.text('/ansokan/granska');
  assert.match(rowOf(page, 'Annan inkomst')?.['Hämtat'] ?? '', /Från Försäkringskassan \(.+\)$/);
  assert.doesNotMatch(page, /<(img|b|script)\b(?! src="\/static)/);
});

test('A retrieved amount in a post counts for nothing when nothing was fetched', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.post('/ansokan/inkomster', { 'inkomster.fk.barnbidrag.retrieved': '2650.00' });
  const page = await visitor.text('/ansokan/granska');
  assert.equal(rowOf(page, 'Allmänt barnbidrag'), undefined);
  assert.match(page, /Inga uppgifter har hämtats/);
});

test('An own amount that is not kronor as the element writes them is refused, and what was written is kept', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  for (const amount of [
    'abc',
    '1.234',
    '1e3',
    '2650',
    '2650,00',
    ' 2650.00',
    '-0.00',
    '99999999999.00',
    'NaN',
  ]) {
    const response = await visitor.post('/ansokan/inkomster', {
      'inkomster.andra.lon.corrected': amount,
      'inkomster.andra.lon.comment': 'Min lön',
    });
    assert.equal(response.status, 422, amount);
    const page = await response.text();
    assert.match(page, /Lön<\/a>: (Skriv beloppet|Beloppet)/);
    assert.ok(page.includes(`name="inkomster.andra.lon.corrected" value="${amount}"`));
    assert.match(page, /value="Min lön"/);
  }
  assert.equal(rowOf(await visitor.text('/ansokan/granska'), 'Lön'), undefined);
});

test('A comment that is too long is refused', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const post = (comment: string) =>
    visitor.post('/ansokan/inkomster', { 'inkomster.andra.lon.comment': comment });
  assert.equal((await post('x'.repeat(500))).status, 303);
  assert.equal((await post('x'.repeat(501))).status, 422);
});

test('A person without script can write the incomes in words', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.post('/ansokan/inkomster', { 'inkomster.fritext': 'Lön 2 500 kr' });
  assert.match(await visitor.text('/ansokan/granska'), /Lön 2 500 kr/);
  assert.match(await visitor.text('/ansokan/inkomster'), /Lön 2 500 kr<\/textarea/);
});

test('The summary says what could not be checked, down to a single a-kassa', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P7');
  await visitor.fetchIncome();
  const page = await visitor.text('/ansokan/granska');
  assert.match(page, /Allt gick inte att kontrollera/);
  assert.match(page, /<li>A-kassorna \([^)]*a-kassa\)<\/li>/);
  await visitor.signIn('P10');
  await visitor.fetchIncome();
  assert.doesNotMatch(await visitor.text('/ansokan/granska'), /Allt gick inte att kontrollera/);
});

test('The summary says when figures were fetched anew after the page Inkomster was sent', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.post('/ansokan/inkomster', { 'inkomster.statement': await idOfFetched(visitor) });
  await visitor.fetchIncome();
  const page = await visitor.text('/ansokan/granska');
  assert.match(page, /har hämtats på nytt sedan du fyllde i/);
  assert.equal(rowOf(page, 'Allmänt barnbidrag')?.['Räknas'], '2 650 kr');
});

test('The summary says when figures were fetched and the page Inkomster was never sent', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.fetchIncome();
  assert.match(await visitor.text('/ansokan/granska'), /inte tryckt på Nästa/);
});

test('Figures for another month than the one applied for do not count, and the page says so', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.post('/ansokan/inkomster', { 'inkomster.statement': await idOfFetched(visitor) });
  await visitor.post('/ansokan/period', { manad: '2026-10' });
  for (const path of ['/ansokan/granska', '/ansokan/inkomster']) {
    const page = await visitor.text(path);
    assert.match(page, /gäller en annan månad och räknas inte/);
    assert.match(page, /Du har bytt månad sedan du fyllde i inkomsterna/);
  }
  assert.equal(rowOf(await visitor.text('/ansokan/granska'), 'Allmänt barnbidrag'), undefined);
  assert.match(await visitor.text('/ansokan/inkomster'), /statement=""/);
});

test('An application cannot be handed in before the person has vouched for it', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const response = await visitor.handIn({});
  assert.equal(response.status, 422);
  assert.match(await response.text(), /Du behöver intyga/);
});

test('An application is not handed in with other figures than those the person saw', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const seen = await idOfFetched(visitor);
  await visitor.fetchIncome();
  const response = await visitor.post('/ansokan/granska', { statement: seen, intygar: 'ja' });
  assert.equal(response.status, 409);
  assert.match(await response.text(), /har ändrats medan du läste/);
});

test('Nothing can be fetched to or changed in an application that is handed in', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.fetchIncome();
  assert.equal((await visitor.handIn()).headers.get('location'), '/ansokan/kvitto');
  const receipt = await visitor.text('/ansokan/kvitto');
  assert.match(receipt, /EK-2026-[0-9A-F]{12}</);
  const refused = await visitor.fetchIncome();
  assert.equal(((await refused.json()) as { type: string }).type.endsWith('no-application'), true);
  for (const path of ['/ansokan/hushall', '/ansokan/inkomster', '/ansokan/granska']) {
    assert.equal((await visitor.get(path)).headers.get('location'), '/ansokan/kvitto');
    assert.equal((await visitor.post(path)).headers.get('location'), '/ansokan/kvitto');
  }
});

test('A new application has a reference of its own and nothing of the old one in it', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.fetchIncome();
  await visitor.post('/ansokan/hushall', { 'antal-barn': '3' });
  await visitor.handIn();
  const reference = (page: string) => /EK-2026-[0-9A-F]{12}/.exec(page)?.[0];
  const first = reference(await visitor.text('/ansokan/kvitto'));
  assert.equal((await visitor.post('/ansokan/ny')).headers.get('location'), '/ansokan/hushall');
  assert.doesNotMatch(await visitor.text('/ansokan/hushall'), /value="3"/);
  assert.notEqual(reference(await visitor.text('/ansokan/handelser')), first);
  assert.match(await visitor.text('/ansokan/granska'), /Inga uppgifter har hämtats/);
});

test('The events tell when it was opened, fetched and handed in, and who answered, but no amounts', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P11');
  await visitor.fetchIncome();
  await visitor.handIn();
  const page = await visitor.text('/ansokan/handelser');
  assert.match(page, /Ansökan öppnad.*Inkomster hämtade.*Ansökan inlämnad/s);
  assert.match(page, /21 november 2026 kl\. 09:14/);
  assert.match(page, /Svarade: Försäkringskassan, A-kassorna\./);
  assert.match(page, /Kunde inte kontrolleras: Pensionsmyndigheten, CSN\./);
  assert.doesNotMatch(page, /\d\u00a0kr/);
});

test('A person with protected identity gets the same pages as one whom nobody knows anything about', async () => {
  await using setting = await setUp();
  const [unknown, guarded] = await Promise.all(
    ['P10', 'P12'].map(async (person) => {
      const visitor = setting.visitor();
      await visitor.signIn(person);
      await visitor.fetchIncome();
      const pages = await Promise.all(
        ['/ansokan/granska', '/ansokan/handelser'].map((path) => visitor.text(path)),
      );
      return pages.map((page) => page.replace(/Inloggad som P1\d|EK-2026-\w{12}|value="[\w-]{36}"/g, ''));
    }),
  );
  assert.deepEqual(guarded, unknown);
});

test('The application can be handed in when SSBTEK is down', async () => {
  const broken = createServer((_request, response) => response.writeHead(500).end());
  await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
  const { port } = broken.address() as AddressInfo;
  await using setting = await setUp({ ssbtekUrl: `http://127.0.0.1:${port}/ssbtek` });
  const visitor = setting.visitor();
  await visitor.signIn();
  assert.equal((await visitor.fetchIncome()).status, 502);
  await visitor.post('/ansokan/inkomster', { 'inkomster.fk.barnbidrag.corrected': '2650.00' });
  assert.equal(rowOf(await visitor.text('/ansokan/granska'), 'Allmänt barnbidrag')?.['Räknas'], '2 650 kr');
  assert.equal((await visitor.handIn()).status, 303);
  broken.closeAllConnections();
  broken.close();
});
