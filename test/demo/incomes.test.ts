import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { EXEMPELKOPING } from '@medborgarnavet/demo';
import { formatAmount, IncomeStatement, ore, type Payment } from '@medborgarnavet/model';
import { tellSetAside } from '../../demo/src/set-aside.ts';
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

/** The page Inkomster: what is inside the element's tag, and all else. */
function partsOf(page: string): { readonly inside: string; readonly outside: string } {
  const [inside = ''] = /<ssbtek-prefill.*<\/ssbtek-prefill>/s.exec(page) ?? [];
  return { inside, outside: page.replace(inside, '') };
}

function noticesOf(page: string): readonly string[] {
  return [...page.matchAll(/<p class="notice">([^<]*)<\/p>/g)].map(([, text = '']) => text.trim());
}

async function idOfFetched(visitor: Visitor): Promise<string> {
  return ((await (await visitor.fetchIncome()).json()) as { id: string }).id;
}

test('The page Inkomster holds the element, with what was written before in it', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const statement = await idOfFetched(visitor);
  await visitor.save('/ansokan/inkomster', {
    'inkomster.statement': statement,
    'inkomster.fk.barnbidrag.retrieved': '2650.00',
    'inkomster.fk.barnbidrag.corrected': '2000.50',
    'inkomster.andra.lon.comment': 'En dag i veckan',
  });
  const page = await visitor.text('/ansokan/inkomster');
  const element = (page.match(/<ssbtek-(?:provider|prefill)[^>]*>/g) ?? []).join('\n');
  for (const attribute of [
    'name="inkomster"',
    `endpoint="/api/inkomst/${await visitor.reference()}"`,
    'period="2026-10"',
    `statement="${statement}"`,
  ]) {
    assert.ok(element.includes(attribute));
  }
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  assert.deepEqual(
    hidden.map(([, name, value]) => [name, value]),
    [
      ['ansokan', await visitor.reference()],
      ['inkomster.fk.barnbidrag.retrieved', '2650.00'],
      ['inkomster.fk.barnbidrag.corrected', '2000.50'],
      ['inkomster.andra.lon.comment', 'En dag i veckan'],
    ],
  );
});

test('The summary tells reasons, payments that are not right, own incomes, and the sum of what counts', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P1');
  const { id, sources } = IncomeStatement.parse(await (await visitor.fetchIncome()).json());
  const stod = sources
    .flatMap(({ payments }): Payment[] => payments)
    .filter(({ benefit }) => benefit.code === 'US');
  const [disputed] = stod;
  assert.ok(disputed);
  await visitor.save('/ansokan/inkomster', {
    'inkomster.statement': id,
    'inkomster.har-inkomster': 'ja',
    'inkomster.fk.barnbidrag.corrected': '1325.00',
    'inkomster.fk.barnbidrag.reason': 'paid-to-other',
    'inkomster.fk.underhallsstod.disputed': disputed.id,
    [`inkomster.fk.underhallsstod.disputed.${disputed.id}`]: 'not-received',
    'inkomster.egna.1.typ': 'swish',
    'inkomster.egna.1.belopp': '500.00',
    'inkomster.egna.1.datum': '2026-10-05',
  });
  const text = (await visitor.text('/ansokan/granska')).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  assert.match(text, /Har du några inkomster\? Ja/);
  assert.match(text, /Ditt belopp 1 325 kr Någon annan fick pengarna/);
  assert.match(text, /Stämmer inte Underhållsstöd, 25 oktober 2026: [\d ]+ kr. Jag har inte fått pengarna/);
  assert.match(text, /Swish, insättning eller gåva, 5 oktober 2026: 500 kr/);
  const rest = stod.reduce((sum, { net }) => sum + net, 0) - disputed.net;
  const expected = 132_500 + rest + 420_000 + 50_000;
  assert.ok(
    text.includes(`Summa av det som räknas: ${formatAmount(ore(expected)).replace(/\s/g, ' ')}`),
    text,
  );
});

test('An own income without amount or kind is told of, and nothing of it is lost', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P1');
  const posted = { 'inkomster.egna.1.datum': '2026-10-05', 'inkomster.egna.2.typ': 'swish' };
  const page = await visitor.refused('/ansokan/inkomster', posted);
  assert.match(page, /Välj vilken inkomst det är/);
  assert.match(page, /Skriv beloppet, eller ta bort inkomsten/);
  assert.match(page, /name="inkomster.egna.1.datum" value="2026-10-05"/);
});

test('The summary takes retrieved amounts from the statement of the host, not from the post', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P1');
  await visitor.save('/ansokan/inkomster', {
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
    'Ditt belopp': 'Inte ändrat',
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
  assert.doesNotMatch(page, /kontrolleras/);
});

test('A benefit that no row is meant for is told under the name that the authority has for it, as text', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P15');
  await visitor.fetchIncome();
  const page = await visitor.text('/ansokan/granska');
  assert.match(rowOf(page, 'Annan inkomst')?.['Hämtat'] ?? '', /Från Försäkringskassan \(.+\)$/);
  assert.doesNotMatch(page, /<(?:img|b|script)\b(?! (?:type="module" )?src="\/static)/);
});

test('A retrieved amount in a post counts for nothing when nothing was fetched', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.save('/ansokan/inkomster', { 'inkomster.fk.barnbidrag.retrieved': '2650.00' });
  const page = await visitor.text('/ansokan/granska');
  assert.equal(rowOf(page, 'Allmänt barnbidrag'), undefined);
  assert.match(page, /Det finns inga hämtade uppgifter för den här månaden/);
  assert.match(page, /Du har inte skrivit några inkomster själv/);
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
    const page = await visitor.refused('/ansokan/inkomster', {
      'inkomster.andra.lon.corrected': amount,
      'inkomster.andra.lon.comment': 'Min lön',
    });
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
  const path = '/ansokan/inkomster';
  const saved = await visitor.save(path, { 'inkomster.andra.lon.comment': 'x'.repeat(500) });
  assert.equal(saved.headers.get('location'), '/ansokan/tillgangar');
  const page = await visitor.refused(path, { 'inkomster.andra.lon.comment': 'x'.repeat(501) });
  assert.match(page, /Lön<\/a>: Kommentaren är för lång/);
});

test('A person without script can write the incomes in words', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const empty = partsOf(await visitor.text('/ansokan/inkomster'));
  assert.match(empty.inside, /<label for="inkomster\.fritext">Dina inkomster<\/label>/);
  assert.match(empty.inside, /<textarea[^>]*name="inkomster\.fritext"[^>]*><\/textarea>/);
  assert.doesNotMatch(empty.inside, /noscript/);
  assert.doesNotMatch(empty.outside, /fritext/);
  await visitor.save('/ansokan/inkomster', { 'inkomster.fritext': 'Lön 2 500 kr' });
  const summary = await visitor.text('/ansokan/granska');
  assert.match(summary, /Lön 2 500 kr/);
  assert.doesNotMatch(summary, /Du har inte skrivit några inkomster själv/);
});

test('Incomes in words stay when the page is saved with script, and can be changed and emptied beside the element', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.save('/ansokan/inkomster', { 'inkomster.fritext': 'Lön 2 500 kr' });
  await visitor.save('/ansokan/inkomster', { 'inkomster.andra.lon.comment': 'Se nedan' });
  const page = partsOf(await visitor.text('/ansokan/inkomster'));
  assert.doesNotMatch(page.inside, /fritext/);
  assert.match(page.outside, /<label for="inkomster\.fritext">Det du skrev om dina inkomster<\/label>/);
  assert.match(page.outside, /<textarea[^>]*name="inkomster\.fritext"[^>]*>Lön 2 500 kr<\/textarea>/);
  await visitor.save('/ansokan/inkomster', { 'inkomster.fritext': 'Lön 3 000 kr' });
  assert.match(await visitor.text('/ansokan/granska'), /Lön 3 000 kr/);
  await visitor.save('/ansokan/inkomster', { 'inkomster.fritext': '' });
  assert.doesNotMatch(await visitor.text('/ansokan/granska'), /3 000/);
  assert.match(partsOf(await visitor.text('/ansokan/inkomster')).inside, /fritext/);
});

test('Incomes in words that are emptied on a page with an error can still be emptied', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.save('/ansokan/inkomster', { 'inkomster.fritext': 'Lön 2 500 kr' });
  const page = await visitor.refused('/ansokan/inkomster', {
    'inkomster.fritext': '',
    'inkomster.andra.lon.corrected': 'abc',
  });
  assert.match(partsOf(page).outside, /<textarea[^>]*name="inkomster\.fritext"[^>]*><\/textarea>/);
});

test('Incomes in words that are too long are told beside their field, and kept', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const text = 'x'.repeat(2001);
  const page = await visitor.refused('/ansokan/inkomster', { 'inkomster.fritext': text });
  assert.match(page, /<a href="#inkomster\.fritext">Det du skrev om dina inkomster<\/a>: Texten är för lång/);
  assert.match(page, /<p class="error" id="inkomster\.fritext-error">/);
  assert.ok(page.includes(`>${text}</textarea>`));
});

test('A row without a retrieved amount says why', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P11');
  const comments = ['fk.merkostnadsersattning', 'csn.studiemedel', 'pm.pension', 'andra.lon'].map(
    (key) => [`inkomster.${key}.comment`, 'Min kommentar'] as const,
  );
  await visitor.save('/ansokan/inkomster', {
    ...Object.fromEntries(comments),
    'inkomster.csn.studiebidrag.corrected': '0.00',
  });
  const before = await visitor.text('/ansokan/granska');
  assert.deepEqual(rowOf(before, 'Merkostnadsersättning'), {
    Hämtat: 'Inte hämtat',
    'Ditt belopp': 'Inget skrivet',
    Kommentar: 'Min kommentar',
    Räknas: 'Inget belopp',
  });
  await visitor.fetchIncome();
  const page = await visitor.text('/ansokan/granska');
  assert.equal(rowOf(page, 'Merkostnadsersättning')?.['Hämtat'], 'Inget att visa');
  assert.equal(rowOf(page, 'Studiemedel')?.['Hämtat'], 'Kunde inte kontrolleras');
  assert.equal(rowOf(page, 'Pension och bostadstillägg')?.['Hämtat'], 'Kunde inte kontrolleras');
  assert.equal(rowOf(page, 'Lön')?.['Hämtat'], 'Inte hämtat');
  assert.deepEqual(rowOf(page, 'Studiebidrag'), {
    Hämtat: 'Kunde inte kontrolleras',
    'Ditt belopp': '0 kr',
    Kommentar: 'Ingen',
    Räknas: '0 kr',
  });
});

test('The summary says what could not be checked, down to a single a-kassa', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P7');
  await visitor.fetchIncome();
  const page = await visitor.text('/ansokan/granska');
  assert.match(page, /En del kunde inte kontrolleras/);
  assert.match(page, /<li>A-kassorna \([^)]*a-kassa\)<\/li>/);
  await visitor.signIn('P10');
  await visitor.fetchIncome();
  assert.doesNotMatch(await visitor.text('/ansokan/granska'), /kunde inte kontrolleras/i);
});

test('The summary says when figures were fetched anew after the page Inkomster was sent', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.save('/ansokan/inkomster', { 'inkomster.statement': await idOfFetched(visitor) });
  await visitor.fetchIncome();
  const page = await visitor.text('/ansokan/granska');
  assert.match(page, /Uppgifter har hämtats sedan du senast tryckte på Nästa under Inkomster/);
  assert.equal(rowOf(page, 'Allmänt barnbidrag')?.['Räknas'], '2 650 kr');
});

test('Figures for another month than the one applied for do not count, and the page says so', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.save('/ansokan/inkomster', { 'inkomster.statement': await idOfFetched(visitor) });
  await visitor.save('/ansokan/period', { manad: '2026-10' });
  const summary = await visitor.text('/ansokan/granska');
  assert.deepEqual(noticesOf(summary), [
    'De hämtade uppgifterna gäller en annan månad och räknas inte. Hämta dem på nytt under Inkomster.',
  ]);
  assert.equal(rowOf(summary, 'Allmänt barnbidrag'), undefined);
  const page = await visitor.text('/ansokan/inkomster');
  assert.deepEqual(noticesOf(page), ['Du har bytt månad. Det som du hämtade tidigare räknas inte.']);
  assert.match(page, /statement=""/);
});

test('What was written for another month than the one applied for is to be looked at again', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.save('/ansokan/inkomster', { 'inkomster.andra.lon.corrected': '100.00' });
  await visitor.save('/ansokan/period', { manad: '2026-10' });
  assert.deepEqual(noticesOf(await visitor.text('/ansokan/inkomster')), [
    'Du har bytt månad. Kontrollera det som du skrev tidigare.',
  ]);
  assert.deepEqual(noticesOf(await visitor.text('/ansokan/granska')), [
    'Du har bytt månad sedan du fyllde i inkomsterna. Kontrollera det som du har skrivit.',
  ]);
});

test('An application cannot be handed in before the person has vouched for it', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  assert.match(await visitor.refused('/ansokan/granska', { statement: '' }), /Du behöver intyga/);
});

test('An application is not handed in with other figures than those the person saw', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const seen = await idOfFetched(visitor);
  await visitor.fetchIncome();
  const page = await visitor.refused('/ansokan/granska', { statement: seen, intygar: 'ja' });
  assert.match(page, /har ändrats medan du läste/);
  assert.doesNotMatch(await visitor.text('/ansokan/handelser'), /inlämnad/);
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
  }
  assert.equal((await visitor.save('/ansokan/granska')).headers.get('location'), '/ansokan/kvitto');
  const late = await visitor.save('/ansokan/hushall', { 'andra-i-hushallet': 'Kusin Ottilia' });
  assert.equal(late.status, 409);
  assert.match(await late.text(), /Ansökan är redan inlämnad.*Kusin Ottilia/s);
});

test('A new application has a reference of its own and nothing of the old one in it', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.fetchIncome();
  await visitor.save('/ansokan/hushall', { 'antal-barn': '3' });
  await visitor.handIn();
  const reference = (page: string) => /EK-2026-[0-9A-F]{12}/.exec(page)?.[0];
  const first = reference(await visitor.text('/ansokan/kvitto'));
  assert.equal((await visitor.save('/ansokan/ny')).headers.get('location'), '/ansokan/hushall');
  assert.doesNotMatch(await visitor.text('/ansokan/hushall'), /value="3"/);
  await visitor.save('/ansokan/hushall', { 'antal-barn': '4' });
  const again = await visitor.post('/ansokan/ny', { ansokan: first ?? '' });
  assert.equal(again.headers.get('location'), '/ansokan/hushall');
  assert.match(await visitor.text('/ansokan/hushall'), /value="4"/);
  assert.notEqual(reference(await visitor.text('/ansokan/handelser')), first);
  assert.match(await visitor.text('/ansokan/granska'), /inga hämtade uppgifter/);
});

test('The events tell when it was opened, fetched and handed in, and who answered, but no amounts', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P11');
  assert.match(await visitor.text('/ansokan/handelser'), /Ansökan öppnades 21 november 2026 kl\. 09:14\./);
  await visitor.fetchIncome();
  await visitor.handIn();
  const page = await visitor.text('/ansokan/handelser');
  assert.match(page, /Ansökan inlämnad.*Inkomster hämtade/s);
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
      return pages.map((page) =>
        page.replace(/Inloggad som P1\d|EK-2026-\w{12}|value="[\w-]{36}"|session="[\w-]*"/g, ''),
      );
    }),
  );
  assert.deepEqual(guarded, unknown);
});

test('The application can be handed in when SSBTEK is down', async (t) => {
  const broken = createServer((_request, response) => response.writeHead(500).end());
  await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    broken.closeAllConnections();
    broken.close();
  });
  const { port } = broken.address() as AddressInfo;
  await using setting = await setUp({ ssbtek: { ...EXEMPELKOPING, url: `http://127.0.0.1:${port}/ssbtek` } });
  const visitor = setting.visitor();
  await visitor.signIn();
  assert.equal((await visitor.fetchIncome()).status, 502);
  await visitor.save('/ansokan/inkomster', { 'inkomster.fk.barnbidrag.corrected': '2650.00' });
  assert.equal(rowOf(await visitor.text('/ansokan/granska'), 'Allmänt barnbidrag')?.['Räknas'], '2 650 kr');
  assert.equal((await visitor.handIn()).status, 303);
});

test('What was fetched and does not count is told with its day, or that none is decided, and why', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P5');
  await visitor.fetchIncome();
  const page = (await visitor.text('/ansokan/granska')).replaceAll('\u00a0', ' ');
  const [, list = ''] = /Hämtat men inte medräknat<\/h3>\s*<ul>(.*?)<\/ul>/s.exec(page) ?? [];
  const lines = [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, line = '']) => line.trim());
  assert.ok(lines.length > 1);
  for (const line of lines) {
    assert.match(
      line,
      /, CSN, (?:\d+ [a-z]+ \d{4}|inget datum bestämt): [\d ,]+ kr, hör till en annan månad\.$/,
    );
  }
  assert.equal(new Set(lines).size, lines.length);
});

test('Payments that nothing tells apart are told of in one line, with how many they are', () => {
  const payment: Payment = {
    id: 'a',
    source: 'CSN',
    payer: 'CSN',
    benefit: { code: 'SH', name: 'Studiebidrag' },
    status: 'planned',
    date: '2026-11-30',
    deductions: [],
    net: ore(125_000),
    parts: [],
    flags: [],
  };
  const reason = 'other-period';
  const items = [payment, { ...payment, id: 'b' }, { ...payment, id: 'c', date: '2026-12-30' }];
  assert.deepEqual(
    tellSetAside(items.map((item) => ({ payment: item, reason }))).map((line) =>
      line.replaceAll('\u00a0', ' '),
    ),
    [
      'Studiebidrag, CSN, 30 november 2026: 2 utbetalningar på 1 250 kr vardera, hör till en annan månad.',
      'Studiebidrag, CSN, 30 december 2026: 1 250 kr, hör till en annan månad.',
    ],
  );
});
