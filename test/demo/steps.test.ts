import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setUp, type Fields } from './visitor.ts';

const STEPS = [
  ['Hushåll', '/ansokan/hushall'],
  ['Bostad', '/ansokan/bostad'],
  ['Period', '/ansokan/period'],
  ['Inkomster', '/ansokan/inkomster'],
  ['Tillgångar', '/ansokan/tillgangar'],
  ['Sysselsättning', '/ansokan/sysselsattning'],
  ['Söker för', '/ansokan/soker-for'],
  ['Verifikat', '/ansokan/verifikat'],
  ['Granska och godkänn', '/ansokan/granska'],
  ['Dina ärendehändelser', '/ansokan/handelser'],
] as const;

test('Each step has its own name as heading, and is marked among the links to all of them', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  for (const [name, path] of STEPS) {
    const page = await visitor.text(path);
    assert.match(page, new RegExp(`<h1>${name}</h1>`));
    const [nav = ''] = /<nav .*<\/nav>/s.exec(page) ?? [];
    assert.match(nav, /aria-label="Delar i ansökan"/);
    const links = nav.matchAll(/<a\s+href="([^"]*)"[^>]*?(aria-current="page")?\s*>([^<]*)<\/a\s*>/g);
    assert.deepEqual(
      [...links].map(([, href, current, text]) => [text, href, current]),
      [...STEPS, ['Bakgrund till siffrorna', '/ansokan/bakgrund'] as const].map(([label, href]) => [
        label,
        href,
        href === path ? 'aria-current="page"' : undefined,
      ]),
    );
  }
});

test('Nästa leads through all steps in order, whether anything is filled in or not', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  for (const [index, [, path]] of STEPS.slice(0, 8).entries()) {
    const response = await visitor.save(path);
    assert.equal(response.status, 303);
    assert.equal(response.headers.get('location'), STEPS[index + 1]?.[1]);
  }
});

test('What is written in each step is kept, and shown in the summary', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const posts: readonly (readonly [path: string, fields: Fields, summary: readonly string[]])[] = [
    ['/ansokan/hushall', { civilstand: 'sambo', 'antal-barn': '2' }, ['Sambo', '2']],
    [
      '/ansokan/bostad',
      { bostadstyp: 'inneboende', hyra: '7 850', 'hyra-betald': 'nej' },
      ['Inneboende', '7 850 kr'],
    ],
    ['/ansokan/tillgangar', { bankmedel: '1250,50', bil: 'ja' }, ['1 250,50 kr']],
    ['/ansokan/sysselsattning', { 'om-sysselsattning': 'Söker jobb som kock' }, ['Söker jobb som kock']],
    ['/ansokan/verifikat', { verifikat: 'elrakning' }, ['Elräkning']],
  ];
  for (const [path, fields] of posts) await visitor.save(path, fields);
  const summary = (await visitor.text('/ansokan/granska')).replaceAll('\u00a0', ' ');
  for (const [path, fields, told] of posts) {
    const page = await visitor.text(path);
    for (const value of Object.values(fields)) assert.ok(page.includes(value));
    for (const text of told) assert.match(summary, new RegExp(`<dd>${text}</dd>`));
  }
});

test('Of checkboxes several are kept', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await fetch(`${setting.demo.url}/ansokan/soker-for`, {
    method: 'POST',
    body: new URLSearchParams([
      ['ansokan', await visitor.reference()],
      ['soker-for', 'el'],
      ['soker-for', 'resor'],
    ]),
    headers: { cookie: visitor.cookie, 'sec-fetch-site': 'same-origin' },
    redirect: 'manual',
  });
  const page = await visitor.text('/ansokan/granska');
  assert.match(page, /<dd>El<\/dd>\s*<dd>Resor<\/dd>/);
});

test('What cannot be read is told beside its field, kept as it was written, and not saved', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const page = await visitor.refused('/ansokan/bostad', { bostadstyp: 'slott', hyra: 'dyrt' });
  assert.match(page, /<title>Fel: Bostad/);
  assert.match(page, /<a href="#hyra">Hyra per månad<\/a>: Skriv beloppet med siffror/);
  assert.match(page, /<p class="error" id="bostadstyp-error">Välj bland alternativen/);
  assert.match(page, /value="dyrt"/);
  assert.doesNotMatch(await visitor.text('/ansokan/bostad'), /dyrt/);
});

test('What was refused is told once, on its own page, and not in another application', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.save('/ansokan/bostad', { hyra: 'dyrt' });
  assert.doesNotMatch(await visitor.text('/ansokan/hushall'), /Fel:|dyrt/);
  assert.match(await visitor.text('/ansokan/bostad'), /dyrt/);
  assert.doesNotMatch(await visitor.text('/ansokan/bostad'), /Fel:|dyrt/);
  await visitor.save('/ansokan/bostad', { hyra: 'dyrt' });
  await visitor.handIn();
  await visitor.save('/ansokan/ny');
  assert.doesNotMatch(await visitor.text('/ansokan/bostad'), /Fel:|dyrt/);
});

test('By each Nästa stands when it is saved', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  for (const [, path] of STEPS) {
    const page = await visitor.text(path);
    assert.equal(
      page.includes('Det du skriver sparas när du trycker på Nästa.'),
      page.includes('<button>Nästa</button>'),
    );
  }
});

test('The months to apply for are this one, the next and the last, and this one is chosen', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const page = await visitor.text('/ansokan/period');
  const options = [...page.matchAll(/<option value="([\d-]+)" ?(selected)?\s*>\s*([^<]*?)\s*<\/option>/g)];
  assert.deepEqual(
    options.map(([, value, selected, label]) => [value, label, selected]),
    [
      ['2026-11', 'november 2026', 'selected'],
      ['2026-12', 'december 2026', undefined],
      ['2026-10', 'oktober 2026', undefined],
    ],
  );
});

test('Incomes are asked for the month before the one applied for', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  assert.match(await visitor.text('/ansokan/inkomster'), /period="2026-10"/);
  await visitor.save('/ansokan/period', { manad: '2026-12' });
  assert.match(await visitor.text('/ansokan/inkomster'), /period="2026-11"/);
  await visitor.refused('/ansokan/period', { manad: '2020-01' });
  assert.match(await visitor.text('/ansokan/inkomster'), /period="2026-11"/);
});
