import { IncomeStatement } from '@medborgarnavet/model';
import { PERSONAS } from '@medborgarnavet/simulator';
import assert from 'node:assert/strict';
import { amount, inKronor, word } from './canaries.ts';
import { Visitor, type Fields } from './visitor.ts';

const OCTOBER = { period: { from: '2026-10-01', to: '2026-10-31' } };
const FROM_PAGE = { 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };

/** Asks the Inkomst API as a page of this application does. */
function api(url: string, { cookie }: Visitor, reference: string) {
  return (method: string, path: string, body?: unknown, headers: Fields = {}): Promise<Response> =>
    fetch(`${url}/api/inkomst/${reference}${path}`, {
      method,
      headers: { ...FROM_PAGE, cookie, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
}

/** Writes in every step, fetches, looks at all there is, changes, withdraws, is refused, hands in, and signs out. */
export async function wholeJourney(url: string, person: string): Promise<string> {
  const visitor = new Visitor(url);
  await visitor.signIn(person);
  const reference = await visitor.reference();
  const ask = api(url, visitor, reference);
  for (const [step, fields] of stepsOf(person)) {
    const { headers } = await visitor.post(`/ansokan/${step}`, { ansokan: reference, ...fields });
    assert.notEqual(headers.get('location'), `/ansokan/${step}`, step);
  }
  await ask('POST', '/income', OCTOBER);
  await ask('POST', '/income', OCTOBER, { accept: 'application/x-ndjson' }).then((answer) => answer.text());
  await ask('POST', '/background', OCTOBER);
  for (const page of ['hushall', 'inkomster', 'bakgrund', 'granska', 'handelser', 'kvitto', 'borja-om'])
    await visitor.get(`/ansokan/${page}`);
  await refusedSteps(visitor, person);
  await drafts(ask, person);
  await ask('DELETE', '/income');
  await ask('POST', '/income', OCTOBER);
  const kept = await ask('GET', '/income');
  const statement = IncomeStatement.safeParse(kept.status === 200 ? await kept.json() : undefined).data;
  await refusedHandIns(ask, person, statement);
  await visitor.handIn({});
  await visitor.text('/ansokan/granska');
  await visitor.handIn();
  for (const page of ['kvitto', 'handelser', 'bakgrund', 'hushall']) await visitor.get(`/ansokan/${page}`);
  await refusedHandIns(ask, person, statement);
  for (const path of ['/access-log', '/income', '/draft']) await ask('GET', path);
  const late = { ansokan: reference, 'andra-i-hushallet': word(person, 'Sent') };
  assert.equal((await visitor.post('/ansokan/hushall', late)).status, 409);
  await visitor.post('/logga-ut');
  assert.equal((await visitor.post('/ansokan/hushall', late)).status, 401);
  assert.equal((await ask('GET', '/access-log')).status, 401);
  return reference;
}

function stepsOf(person: string): readonly (readonly [string, Fields])[] {
  const written = (place: string): string => word(person, place);
  const kronor = (place: Parameters<typeof amount>[1]): string => inKronor(amount(person, place));
  return [
    ['hushall', { civilstand: 'sambo', 'antal-barn': '2', 'andra-i-hushallet': written('Hushall') }],
    ['bostad', { bostadstyp: 'hyresratt', hyra: kronor('hyra'), 'hyra-betald': 'ja' }],
    ['period', { manad: '2026-11' }],
    [
      'inkomster',
      {
        'inkomster.har-inkomster': 'ja',
        'inkomster.fk.barnbidrag.corrected': kronor('corrected'),
        'inkomster.fk.barnbidrag.comment': written('Kommentar'),
        'inkomster.egna.1.typ': 'lon',
        'inkomster.egna.1.belopp': kronor('own'),
        'inkomster.fritext': written('Fritext'),
      },
    ],
    ['tillgangar', { bankmedel: kronor('bank'), bil: 'nej', 'annan-tillgang': written('Tillgang') }],
    ['sysselsattning', { sysselsattning: 'studerar', 'om-sysselsattning': written('Studier') }],
    ['soker-for', { 'soker-for': 'annat', 'om-annat': written('Annat') }],
    ['verifikat', { verifikat: 'hyresavi' }],
  ];
}

/** What is posted and cannot be saved is shown on its page, and nowhere else. */
async function refusedSteps(visitor: Visitor, person: string): Promise<void> {
  await visitor.refused('/ansokan/hushall', { 'antal-barn': word(person, 'Barn') });
  await visitor.refused('/ansokan/inkomster', {
    'inkomster.fk.barnbidrag.corrected': word(person, 'Belopp'),
  });
}

type Ask = ReturnType<typeof api>;

async function drafts(ask: Ask, person: string): Promise<void> {
  const draft = { version: 1, fields: [[word(person, 'Namn'), word(person, 'Utkast')]] };
  const saved = await ask('PUT', '/draft', draft, { 'if-none-match': '*' });
  assert.equal(saved.status, 200);
  await ask('GET', '/draft');
  // Conflicts give back what is kept, which this says as well.
  const other = { ...draft, fields: [...draft.fields, ['mer', 'text']] };
  assert.equal((await ask('PUT', '/draft', other, { 'if-none-match': '*' })).status, 412);
  for (const headers of [
    {},
    { 'if-match': word(person, 'Match').slice(0, -3) },
    { 'if-match': '*' },
  ] as Fields[])
    assert.ok((await ask('PUT', '/draft', other, headers)).status >= 412);
  await ask('DELETE', '/draft');
  await ask('PUT', '/draft', draft, { 'if-none-match': '*' });
}

async function refusedHandIns(
  ask: Ask,
  person: string,
  statement: IncomeStatement | undefined,
): Promise<void> {
  const common = { version: 1, name: 'inkomster', ...OCTOBER, declared: true };
  const from = statement && { statement: { id: statement.id, seal: statement.seal } };
  const bodies: readonly object[] = [
    { ...common, ...from, fields: [['inkomster.fk.barnbidrag.retrieved', inKronor(amount(person, 'own'))]] },
    { ...common, ...from, fields: [['inkomster.fk.barnbidrag.corrected', word(person, 'Tusen')]] },
    { ...common, ...from, fields: [[word(person, 'Falt')]] },
    {
      ...common,
      fields: [],
      statement: { id: word(person, 'Id').slice(0, -3), seal: word(person, 'Sigill') },
    },
    { ...common, ...from, fields: [], [word(person, 'Nyckel')]: word(person, 'Varde') },
  ];
  for (const [index, body] of bodies.entries()) {
    const { status } = await ask('POST', '/submission', body, {
      'idempotency-key': `nyckel-0123456789-${index}`,
    });
    assert.ok(status >= 400, `${index}: ${status}`);
  }
  const key = { 'idempotency-key': word(person, 'Bad').slice(0, -3) };
  assert.ok((await ask('POST', '/submission', bodies[0], key)).status >= 400);
}

/** Asks for what is not there, in ways that are not right, with what must not come out in every part of the request. */
export async function mishaps(url: string, person: string): Promise<string> {
  const visitor = new Visitor(url);
  await visitor.signIn(person);
  const reference = await visitor.reference();
  const ask = api(url, visitor, reference);
  const { personnummer = '' } = PERSONAS.find(({ id }) => id === person) ?? {};
  for (const secret of [word(person, 'Fel'), personnummer]) {
    const safe = encodeURIComponent(secret);
    for (const path of [
      `/${safe}`,
      `/ansokan/${safe}`,
      `/static/${safe}`,
      `/?till=${safe}&inloggning=${safe}`,
      `/logga-in/svar?state=${safe}&code=${safe}`,
      `/e-legitimation/${safe}`,
      `/e-legitimation/auth?client_id=${safe}&scope=${safe}`,
      `/e-legitimation/legitimera/${safe}`,
      `/testledning/api/${safe}/income`,
      `/testledning?person=${safe}`,
      `/exempel/${safe}`,
      `/api/inkomst/${safe}/income`,
      `/%E0%A4%A${safe}`,
      `/ansokan/hushall?${safe}=${safe}`,
    ]) {
      await visitor.get(path, {
        'sec-fetch-site': 'same-origin',
        'x-forwarded-user': personnummer,
        referer: `${url}/${safe}`,
      });
      await visitor.post(path, { [secret]: secret });
      await visitor.post(path, { [secret]: secret }, { 'sec-fetch-site': 'cross-site' });
    }
    for (const path of ['/income', '/background', '/draft', '/submission', `/${safe}`])
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        for (const body of [{ [secret]: secret }, { ...OCTOBER, [secret]: secret }, `{"${secret}`])
          await ask(method, path, body, { 'if-none-match': '*' });

        await ask(method, path, { [secret]: secret }, { 'content-type': 'text/plain' });
        await ask(
          method,
          path,
          { [secret]: secret },
          { 'sec-fetch-site': 'cross-site', origin: `https://${personnummer}.example` },
        );
      }
    await visitor.post('/e-legitimation/token', {
      client_id: secret,
      client_secret: secret,
      code: secret,
      grant_type: secret,
    });
    await visitor.post('/logga-in', { person: secret, till: secret });
    await visitor.post('/testledning', { [secret]: secret, person: secret, onskan: secret });
  }
  // What is too large may be answered before it is read, and the connection is then cut.
  const large = word(person, 'Stort').repeat(30_000);
  for (const path of ['/income', '/draft', '/submission'])
    for (const method of ['POST', 'PUT']) await ask(method, path, large).catch(() => undefined);
  const form = { ansokan: reference, 'andra-i-hushallet': large };
  await visitor.post('/ansokan/hushall', form).catch(() => undefined);
  const stranger = new Visitor(url);
  stranger.cookie = `session=${personnummer}`;
  await stranger.get('/ansokan/hushall').catch(() => undefined);
  return reference;
}

/** Fetches in vain. */
export async function fetchInVain(url: string, person: string): Promise<readonly number[]> {
  const visitor = new Visitor(url);
  await visitor.signIn(person);
  const ask = api(url, visitor, await visitor.reference());
  const answers = [
    await ask('POST', '/income', OCTOBER),
    await ask('POST', '/income', OCTOBER, { accept: 'application/x-ndjson' }),
    await ask('POST', '/background', OCTOBER),
  ];
  await visitor.get('/ansokan/handelser');
  await ask('GET', '/access-log');
  return answers.map(({ status }) => status);
}
