import { DEPTHS, questionsFor } from '@medborgarnavet/mocks/questions.ts';
import { BackgroundStatement, IncomeStatement } from '@medborgarnavet/model';
import { PERSONAS } from '@medborgarnavet/simulator';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXEMPELKOPING } from '@medborgarnavet/demo';
import { setUp, type Fields, type Setting, type Visitor } from './visitor.ts';

const PATH = '/testledning';

/** The demo as `npm start` starts it. */
async function setUpSimulated(): Promise<Setting> {
  return setUp({ isSimulated: true });
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

/** What the form of the page would post if its button were pressed. */
function fieldsIn(page: string): Fields {
  const [form = ''] = /<form class="questions".*?<\/form>/s.exec(page) ?? [];
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  const selects = [...form.matchAll(/<select[^>]*name="([^"]*)".*?<option value="([^"]*)" selected>/gs)];
  const checked = [...form.matchAll(/name="([^"]*)"\s+value="([^"]*)"\s+checked/g)];
  const texts = [...form.matchAll(/<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g)];
  const inputs = [...form.matchAll(/<input\s[^>]*type="text"[^>]*value="([^"]*)"[^>]*name="([^"]*)"/g)];
  const entries = [...hidden, ...selects, ...checked, ...texts].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  return Object.fromEntries(
    [...entries, ...inputs.map(([, value = '', name = '']) => [name, value])].map(
      ([name = '', value = '']) => [name, plain(value)],
    ),
  );
}

const questionsIn = (page: string): string[] =>
  [...page.matchAll(/<legend>\d+\. (.*?)<\/legend>/gs)].map(([, text = '']) => plain(text));
const answersIn = (page: string): string[] =>
  [...page.matchAll(/Visa rätt svar.*?<\/summary>\s*<p>(.*?)<\/p>/gs)].map(([, text = '']) => plain(text));

/** Fills the page in and presses a button. */
async function press(visitor: Visitor, page: string, button: string, filled: Fields = {}): Promise<Response> {
  return visitor.post(PATH, { ...fieldsIn(page), ...filled, gor: button });
}

test('There is no such page, link or data when another than the simulator is asked', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  assert.equal((await visitor.get(PATH)).status, 404);
  assert.equal((await visitor.post(PATH)).status, 404);
  assert.equal((await visitor.fetchFrom(`${PATH}/api/P1/income`)).status, 404);
  await visitor.signIn();
  for (const path of ['/', '/ansokan/hushall', '/finns-inte'])
    assert.doesNotMatch(await visitor.text(path), /testled/i);
});

test('Every page links to it when the simulator is asked, and nobody has to sign in', async () => {
  await using setting = await setUpSimulated();
  const visitor = setting.visitor();
  for (const path of ['/', '/finns-inte', '/exempel', PATH])
    assert.match(await visitor.text(path), /<a href="\/testledning">För testledare<\/a>/);
  const page = await visitor.text(PATH);
  assert.match(page, /<h1>För testledare<\/h1>/);
  assert.doesNotMatch(page, /Logga ut/);
});

test('A view is chosen by its address, with the data of that person and the depth', async () => {
  await using setting = await setUpSimulated();
  const visitor = setting.visitor();
  const page = await visitor.text(`${PATH}?person=P3&djup=2`);
  const [view = ''] = /<ssbtek-income-view[^>]*>/.exec(page) ?? [];
  for (const attribute of [
    'endpoint="/testledning/api/P3"',
    'period="2026-10/2026-11"',
    'depth="payments"',
    'heading="Bakgrund till siffrorna"',
  ]) {
    assert.ok(view.includes(attribute), attribute);
  }
  const latest = await visitor.get('/testledning/api/P3/income', { 'sec-fetch-site': 'same-origin' });
  const statement = IncomeStatement.parse(await latest.json());
  assert.deepEqual(statement.period, { from: '2026-10-01', to: '2026-11-30' });
  assert.deepEqual(
    questionsIn(page),
    questionsFor(statement, 'payments').map(({ text }) => plain(text)),
  );
  assert.deepEqual(
    answersIn(page),
    questionsFor(statement, 'payments').map(({ answer }) => plain(answer)),
  );
  const background = await visitor.fetchFrom('/testledning/api/P3/background');
  assert.ok(BackgroundStatement.parse(await background.json()).blocks.length > 1);
});

test('Those with nothing, or of whom much is unknown, have at least three questions at every depth too', async () => {
  await using setting = await setUpSimulated();
  const visitor = setting.visitor();
  for (const id of ['P10', 'P11', 'P12', 'P13']) {
    for (const [index] of DEPTHS.entries()) {
      const page = await visitor.text(`${PATH}?person=${id}&djup=${index + 1}`);
      assert.ok(questionsIn(page).length >= 3, `${id}, ${index + 1}`);
      assert.equal(answersIn(page).length, questionsIn(page).length);
    }
  }
});

test('A view that does not exist is told of, and the first is shown instead', async () => {
  await using setting = await setUpSimulated();
  const visitor = setting.visitor();
  for (const query of ['person=P99', 'djup=4', 'person=__proto__&djup=x']) {
    const page = await visitor.text(`${PATH}?${query}`);
    assert.match(page, /Den vyn finns inte\. Välj bland P1–P15 och djup 1–3\./);
  }
  assert.equal((await visitor.fetchFrom('/testledning/api/P99/income')).status, 404);
});

test('The view can be shown alone, without questions and answers, for the participant’s own window', async () => {
  await using setting = await setUpSimulated();
  const page = await setting.visitor().text(`${PATH}?person=P3&djup=3&bara=vyn`);
  assert.match(page, /<ssbtek-income-view[^>]*depth="details"[^>]*heading-level="1"/);
  assert.doesNotMatch(page, /rätt svar|<legend/i);
});

test('Answers travel from view to view to the summary and the file, and the number of the participant with them', async () => {
  await using setting = await setUpSimulated();
  const visitor = setting.visitor();
  const first = await visitor.text(`${PATH}?person=P3&djup=3`);
  const [one, two] = questionsIn(first);
  const next = await press(visitor, first, 'nasta', {
    deltagare: '7',
    'svar.how-much-tax': 'ratt',
    'svar.before-tax': 'delvis',
    'anteckning.before-tax': '=1+1; "så"',
    latt: '4',
  });
  assert.equal(next.status, 200);
  const second = await next.text();
  assert.match(second, /endpoint="\/testledning\/api\/P4"/);
  assert.match(second, /depth="months"/);
  assert.match(second, /1 vy med svar följer med/);
  assert.equal(fieldsIn(second)['deltagare'], '7');

  const summary = await (await press(visitor, second, 'sammanfattning', { 'svar.how-much': 'fel' })).text();
  const told = plain(summary);
  assert.match(told, /2 vyer med svar/);
  assert.match(
    told,
    /Deltagare 7, P3, djup 3 \(detaljer\) Rätt 1 Delvis 1 Fel 0 Svarade inte 0 Hur lätt \(1–5\) 4/,
  );
  assert.match(told, /Deltagare 7, P4, djup 1 \(månader\) Rätt 0 Delvis 0 Fel 1/);

  const [, earlier = ''] = /name="tidigare"\s+value="([^"]*)"/.exec(summary) ?? [];
  const file = await visitor.post(PATH, { tidigare: plain(earlier), gor: 'csv' });
  assert.equal(file.headers.get('content-type'), 'text/csv; charset=utf-8');
  assert.equal(file.headers.get('content-disposition'), 'attachment; filename="testresultat-2026-11-21.csv"');
  const bytes = new Uint8Array(await file.arrayBuffer());
  assert.deepEqual([...bytes.slice(0, 3)], [0xef, 0xbb, 0xbf]);
  const lines = new TextDecoder().decode(bytes).trim().split('\r\n');
  assert.equal(lines[0]?.split(';')[6], 'Poäng');
  assert.deepEqual(lines.slice(1, 3).map(plain), [
    `7;P3;3 – detaljer;1;${one};Rätt;1;4;`,
    `7;P3;3 – detaljer;2;${two};Delvis;0,5;4;"'=1+1; ""så"""`,
  ]);
  for (const { personnummer } of PERSONAS) assert.ok(!lines.join().includes(personnummer));
});

test('A view that is answered anew has its answers filled in, and they take the place of the earlier', async () => {
  await using setting = await setUpSimulated();
  const visitor = setting.visitor();
  const first = await visitor.text(`${PATH}?person=P3&djup=1`);
  const mark = {
    deltagare: '2',
    'svar.how-much': 'fel',
    'anteckning.how-much': 'Läste fel månad',
    latt: '2',
  };
  const back = { 'nasta-person': 'P3', 'nasta-djup': '1' };
  const again = await (await press(visitor, first, 'nasta', { ...mark, ...back })).text();
  const kept = fieldsIn(again);
  for (const [name, value] of Object.entries(mark)) assert.equal(kept[name], value, name);
  const summary = await (await press(visitor, again, 'sammanfattning', { 'svar.how-much': 'ratt' })).text();
  assert.match(plain(summary), /1 vy med svar/);
  assert.match(plain(summary), /Deltagare 2, P3, djup 1 \(månader\) Rätt 1 Delvis 0 Fel 0/);
});

test('A view where nothing is answered is passed by without a word', async () => {
  await using setting = await setUpSimulated();
  const visitor = setting.visitor();
  const first = await visitor.text(`${PATH}?person=P3&djup=1`);
  const next = await (await press(visitor, first, 'nasta', { deltagare: '' })).text();
  assert.match(next, /depth="payments"/);
  assert.equal(fieldsIn(next)['tidigare'], '[]');
});

test('What is wrong is told at its field, and nothing that was filled in is lost', async () => {
  await using setting = await setUpSimulated();
  const visitor = setting.visitor();
  const first = await visitor.text(`${PATH}?person=P3&djup=1`);
  const filled = {
    'svar.how-much': 'delvis',
    'anteckning.how-much': 'Räknade med <b>allt</b>',
    latt: '3',
    'nasta-person': 'P8',
  };
  for (const deltagare of ['', '0', '100', '1,5', 'Anna', '-1']) {
    const response = await press(visitor, first, 'nasta', { ...filled, deltagare });
    assert.equal(response.status, 422);
    const page = await response.text();
    assert.match(page, /<title>Fel: /);
    assert.match(page, /<a href="#deltagare">Deltagarens nummer<\/a>: Skriv ett nummer från 1 till 99\./);
    const kept = fieldsIn(page);
    for (const [name, value] of Object.entries({ ...filled, deltagare }))
      assert.equal(kept[name] ?? '', value);
    assert.deepEqual(questionsIn(page), questionsIn(first));
  }
  for (const note of ['ring 070-123 45 67 8901011234', '18900101-9802', '900101 9802', '189001019802']) {
    const fields = { ...filled, deltagare: '1', 'anteckning.how-much': note };
    const page = await (await press(visitor, first, 'nasta', fields)).text();
    assert.match(page, /Det ser ut som ett personnummer eller telefonnummer/);
    assert.ok(page.includes(`>${note}</textarea>`));
  }
  const odd = await press(visitor, first, 'nasta', { ...filled, deltagare: '1', 'svar.how-much': 'kanske' });
  assert.equal(odd.status, 422);
});

test('Amounts and dates in a note are no personnummer', async () => {
  await using setting = await setUpSimulated();
  const visitor = setting.visitor();
  const first = await visitor.text(`${PATH}?person=P3&djup=1`);
  const note = 'Sa 7 228 kr och 2026-11-15, inte 12 500,50.';
  const response = await press(visitor, first, 'sammanfattning', {
    deltagare: '1',
    'anteckning.how-much': note,
  });
  assert.equal(response.status, 200);
  assert.match(plain(await response.text()), /Inte ställd: .* Sa 7 228 kr/);
});

test('What cannot be read is given back as it came', async () => {
  await using setting = await setUpSimulated();
  const visitor = setting.visitor();
  const first = await visitor.text(`${PATH}?person=P3&djup=1`);
  const filled = { deltagare: '1', 'svar.how-much': 'ratt', 'anteckning.how-much': 'Min <i>anteckning</i>' };
  for (const broken of [
    { tidigare: '[' },
    { tidigare: '{}' },
    { tidigare: '[{"participant":1,"name":"Anna"}]' },
    { vy: 'null' },
    { vy: '{"person":"P99","depth":"months","questions":[]}' },
  ]) {
    const response = await press(visitor, first, 'nasta', { ...filled, ...broken });
    assert.equal(response.status, 400);
    const page = await response.text();
    assert.match(page, /<h1>Svaren gick inte att läsa<\/h1>/);
    assert.match(page, /Min &lt;i&gt;anteckning&lt;\/i&gt;/);
  }
});

test('A sitting has room for a hundred views, and says so when they are filled', async () => {
  await using setting = await setUpSimulated();
  const visitor = setting.visitor();
  const first = await visitor.text(`${PATH}?person=P3&djup=1`);
  const tidigare = JSON.stringify(
    Array.from({ length: 100 }, (_, index) => ({
      person: 'P1',
      depth: DEPTHS[index % 3],
      participant: 1 + Math.floor(index / 3),
      answers: [{ id: 'how-much', question: 'Hur mycket?', mark: 'ratt', note: 'å'.repeat(300) }],
    })),
  );
  const response = await press(visitor, first, 'nasta', {
    tidigare,
    deltagare: '50',
    'svar.how-much': 'ratt',
  });
  assert.equal(response.status, 422);
  assert.match(await response.text(), /Det får plats 100 vyer/);
});

test('When nothing can be fetched the page says so, and what was answered goes on', async () => {
  await using setting = await setUp({
    isSimulated: true,
    ssbtek: { ...EXEMPELKOPING, url: 'http://127.0.0.1:9/ssbtek' },
  });
  const visitor = setting.visitor();
  const response = await visitor.get(`${PATH}?person=P3&djup=1`);
  assert.equal(response.status, 502);
  assert.match(await response.text(), /Det gick inte att hämta uppgifter om P3 just nu/);
  const answered = [{ person: 'P1', depth: 'months', participant: 4, answers: [] }];
  const next = await visitor.post(PATH, { tidigare: JSON.stringify(answered), gor: 'nasta' });
  assert.match(await next.text(), /1 vy med svar följer med/);
});

test('Nothing of it is logged but the route', async () => {
  await using setting = await setUpSimulated();
  const visitor = setting.visitor();
  const first = await visitor.text(`${PATH}?person=P3&djup=1`);
  await press(visitor, first, 'nasta', { deltagare: '7', 'anteckning.how-much': 'Min anteckning' });
  const told = JSON.stringify(setting.log);
  assert.match(told, /POST \/testledning/);
  assert.doesNotMatch(told, /P3|anteckning/);
});
