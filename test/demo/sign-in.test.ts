import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { PERSONAS } from '@medborgarnavet/simulator';
import { LEVEL, PERSONNUMMER_CLAIM, readIdentity } from '../../demo/src/sign-in/claims.ts';
import { NOVEMBER, setUp, type Visitor } from './visitor.ts';

const SVAR = '/logga-in/svar';
const MINUTES = 60_000;

/** Presses a person's button, and stops before the answer from the e-legitimation is delivered. */
async function answerFor(visitor: Visitor, person = 'P1', fields = {}): Promise<string> {
  await visitor.follow(await visitor.post('/logga-in', { person, ...fields }), SVAR);
  return told(visitor.ledTo.at(-1));
}

function told(address: URL | undefined): string {
  return address ? address.pathname + address.search : '';
}

async function isSignedIn(visitor: Visitor): Promise<boolean> {
  return (await visitor.get('/ansokan/hushall')).status === 200;
}

async function assertRefused(visitor: Visitor, answer: string): Promise<void> {
  const response = await visitor.get(answer);
  assert.equal(response.status, 400);
  const page = await response.text();
  assert.match(page, /<h1>Inloggningen gick inte att slutföra<\/h1>/);
  assert.match(page, /Ingen är inloggad\. <a href="\/">Försök igen<\/a>/);
  assert.equal(await isSignedIn(visitor), false);
}

/** Opens "Legitimera dig"; gives the path that it posts to. */
async function openIdentify(visitor: Visitor, fields = {}): Promise<string> {
  const page = await (await visitor.follow(await visitor.post('/logga-in', fields))).text();
  assert.match(page, /<h1>Legitimera dig<\/h1>/);
  return /<form method="post" action="([^"]*)"/.exec(page)?.[1] ?? '';
}

test('A press leads by the e-legitimation to the first step, and nobody has to choose again', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  const page = await visitor.signIn('P3');
  assert.match(await page.text(), /Inloggad som P3/);
  const [auth, ...others] = visitor.ledTo;
  const paths = others.map(({ pathname }) => pathname.replace(/[\w-]{43}$/, 'UID'));
  assert.equal(auth?.pathname, '/e-legitimation/auth');
  assert.deepEqual(paths, [
    '/e-legitimation/legitimera/UID',
    '/e-legitimation/auth/UID',
    '/logga-in/svar',
    '/ansokan/hushall',
  ]);
  const { state, nonce, code_challenge, ...asked } = Object.fromEntries(auth.searchParams);
  for (const random of [state, nonce, code_challenge]) assert.match(random ?? '', /^[\w-]{43}$/);
  assert.deepEqual(asked, {
    client_id: 'exempelkoping',
    redirect_uri: `${setting.demo.url}/logga-in/svar`,
    response_type: 'code',
    scope: 'openid https://id.oidc.se/scope/naturalPersonNumber',
    code_challenge_method: 'S256',
    acr_values: 'http://id.elegnamnden.se/loa/1.0/loa3',
    prompt: 'login',
    login_hint: 'P3',
  });
});

test('Each sign-in has a state, a nonce and a code challenge that no other has', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  const seen = new Set<string>();
  for (let times = 0; times < 100; times += 1) {
    const response = await visitor.post('/logga-in', { person: 'P1' });
    const { searchParams } = new URL(response.headers.get('location') ?? '');
    for (const name of ['state', 'nonce', 'code_challenge']) seen.add(searchParams.get(name) ?? '');
  }
  assert.equal(seen.size, 300);
});

test('An answer counts once', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  const answer = await answerFor(visitor);
  assert.equal((await visitor.get(answer)).headers.get('location'), '/ansokan/hushall');
  const again = await visitor.get(answer);
  assert.equal(again.status, 400);
  assert.match(await again.text(), /Du är fortfarande inloggad som P1/);
  assert.ok(await isSignedIn(visitor));
  await visitor.post('/logga-ut');
  await assertRefused(visitor, answer);
});

test('An answer is refused in every other browser, and still counts in its own', async () => {
  await using setting = await setUp();
  const [visitor, other] = [setting.visitor(), setting.visitor()];
  const answer = await answerFor(visitor);
  await assertRefused(other, answer);
  await answerFor(other, 'P2');
  await assertRefused(other, answer);
  await visitor.follow(await visitor.get(answer));
  assert.ok(await isSignedIn(visitor));
});

test('Whatever stands in place of the state, nobody is signed in, and the right answer still counts', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  const answer = await answerFor(visitor);
  const state = new URL(answer, setting.demo.url).searchParams.get('state') ?? '';
  const wrong = fc.oneof(
    fc.string(),
    fc.stringMatching(/^[\w-]{43}$/),
    fc.nat(state.length - 1).map((length) => state.slice(0, length)),
    fc.string({ minLength: 1 }).map((more) => state + more),
    fc.constantFrom(state.toUpperCase(), ` ${state}`, '__proto__', 'constructor'),
  );
  await fc.assert(
    fc.asyncProperty(
      wrong.filter((text) => text !== state),
      async (text) => {
        const changed = new URL(answer, setting.demo.url);
        changed.searchParams.set('state', text);
        await assertRefused(visitor, told(changed));
      },
    ),
    { numRuns: 60 },
  );
  await assertRefused(visitor, SVAR);
  await visitor.follow(await visitor.get(answer));
  assert.ok(await isSignedIn(visitor));
});

test('An answer is refused after ten minutes', async () => {
  let now = NOVEMBER;
  await using setting = await setUp({ clock: () => now });
  const [late, inTime] = [setting.visitor(), setting.visitor()];
  const [lateAnswer, answerInTime] = [await answerFor(late), await answerFor(inTime)];
  now = new Date(NOVEMBER.getTime() + 10 * MINUTES - 1);
  await inTime.follow(await inTime.get(answerInTime));
  assert.ok(await isSignedIn(inTime));
  now = new Date(NOVEMBER.getTime() + 10 * MINUTES);
  await assertRefused(late, lateAnswer);
});

test('An answer with another code, from another issuer or with an error signs nobody in, and leads back', async () => {
  await using setting = await setUp();
  for (const [name, value] of [
    ['code', 'made-up'],
    ['code', ''],
    ['iss', 'https://exempel.test'],
    ['error', 'server_error'],
  ] as const) {
    const visitor = setting.visitor();
    const answer = new URL(await answerFor(visitor, 'P1', { till: '/ansokan/period' }), setting.demo.url);
    answer.searchParams.set(name, value);
    const page = await (await visitor.follow(await visitor.get(told(answer)))).text();
    assert.equal(told(visitor.ledTo.at(-1)), '/?till=%2Fansokan%2Fperiod&inloggning=misslyckad', name);
    assert.match(page, /Det gick inte att logga in\. Välj en person för att försöka igen\./);
    assert.equal(await isSignedIn(visitor), false);
    await assertRefused(visitor, told(answer));
  }
  assert.ok(setting.log.some(({ call, detail }) => call === `GET ${SVAR}` && detail === 'SignInFailed'));
});

test('It is not enough that the person showed who they are before they were asked to', async () => {
  let now = NOVEMBER;
  await using setting = await setUp({ clock: () => now });
  for (const [seconds, counts] of [
    [30, true],
    [31, false],
  ] as const) {
    now = NOVEMBER;
    const visitor = setting.visitor();
    const begun = await visitor.post('/logga-in', { person: 'P1' });
    now = new Date(NOVEMBER.getTime() - seconds * 1000);
    await visitor.follow(begun);
    assert.equal(await isSignedIn(visitor), counts);
  }
});

test('The code of one sign-in does not do in another', async () => {
  await using setting = await setUp();
  const [visitor, other] = [setting.visitor(), setting.visitor()];
  const mine = new URL(await answerFor(visitor, 'P1'), setting.demo.url);
  const theirs = new URL(await answerFor(other, 'P2'), setting.demo.url);
  mine.searchParams.set('code', theirs.searchParams.get('code') ?? '');
  await visitor.follow(await visitor.get(told(mine)));
  assert.equal(await isSignedIn(visitor), false);
});

test('Two sign-ins can be pending in one browser, and the one that ends last counts', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  const [first, second] = [await answerFor(visitor, 'P1'), await answerFor(visitor, 'P2')];
  assert.match(await (await visitor.follow(await visitor.get(second))).text(), /Inloggad som P2/);
  assert.match(await (await visitor.follow(await visitor.get(first))).text(), /Inloggad som P1/);
});

test('When a thousand others have begun, the first sign-in is forgotten and the last is not', async () => {
  await using setting = await setUp();
  const [first, last] = [setting.visitor(), setting.visitor()];
  const forgotten = await answerFor(first);
  // No more at once than one server takes connections.
  for (let begun = 0; begun < 1000; begun += 100)
    await Promise.all(
      Array.from({ length: 100 }, () => setting.visitor().post('/logga-in', { person: 'P1' })),
    );
  await assertRefused(first, forgotten);
  await last.signIn();
  assert.ok(await isSignedIn(last));
});

test('Whoever signs in comes to the page that they asked for', async () => {
  await using setting = await setUp();
  for (const path of ['/ansokan/inkomster', '/ansokan/bakgrund', '/exempel/tabell']) {
    const visitor = setting.visitor();
    const page = await (await visitor.follow(await visitor.get(path))).text();
    assert.match(page, /Du är inte inloggad\. Logga in, så kommer du till sidan som du ville öppna\./);
    const till = /name="till" value="([^"]*)"/.exec(page)?.[1] ?? '';
    assert.equal(till, path);
    await visitor.signIn('P1', { till });
    assert.equal(told(visitor.ledTo.at(-1)), path);
  }
});

test('Nobody is led to anything but a page of ours', async () => {
  await using setting = await setUp();
  const foreign = fc.constantFrom(
    ...['https://exempel.test/', '//exempel.test/ansokan/hushall', '/\\exempel.test', 'javascript:alert(1)'],
    ...[
      '/ansokan/hushall/../../logga-ut',
      '/ansokan/hushall?x=//exempel.test',
      '/ansokan/hushall\n',
      '/static/tabell.js',
    ],
    ...[
      '/exempel/tabell@exempel.test',
      '/exempel/../e-legitimation/auth',
      '/logga-in/svar',
      ' /ansokan/hushall',
    ],
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(foreign, fc.string(), fc.webUrl()), async (till) => {
      const visitor = setting.visitor();
      assert.equal((await visitor.signIn('P1', { till })).status, 200);
      assert.equal(told(visitor.ledTo.at(-1)), '/ansokan/hushall');
      assert.doesNotMatch(await visitor.text(`/?till=${encodeURIComponent(till)}`), /name="till"/);
    }),
    { numRuns: 40 },
  );
});

test('Without a person, or with one who does not exist, the e-legitimation asks who it is', async () => {
  await using setting = await setUp();
  for (const fields of [{}, { person: 'P999' }, { person: '' }]) {
    const visitor = setting.visitor();
    const action = await openIdentify(visitor, { ...fields, till: '/ansokan/bostad' });
    const again = await visitor.post(action, { person: 'P998' });
    assert.match(await again.text(), /<h1>Legitimera dig<\/h1>/);
    assert.equal(await isSignedIn(visitor), false);
    const page = await visitor.follow(await visitor.post(action, { person: 'P2' }));
    assert.match(await page.text(), /Inloggad som P2/);
    assert.equal(told(visitor.ledTo.at(-1)), '/ansokan/bostad');
  }
});

test('Whoever cancels comes back to the first page, which says so, and can try again', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  const action = await openIdentify(visitor, { till: '/ansokan/inkomster' });
  const page = await (await visitor.follow(await visitor.post(action, { avbryt: 'ja' }))).text();
  assert.match(page, /Du avbröt inloggningen\. Välj en person för att försöka igen\./);
  assert.equal(await isSignedIn(visitor), false);
  const till = /name="till" value="([^"]*)"/.exec(page)?.[1] ?? '';
  await visitor.signIn('P1', { till });
  assert.equal(told(visitor.ledTo.at(-1)), '/ansokan/inkomster');
});

test('Nobody else can answer for a person who is asked, from another site or another browser', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  const action = await openIdentify(visitor);
  const fromElsewhere = await visitor.post(action, { person: 'P2' }, { 'sec-fetch-site': 'cross-site' });
  assert.equal(fromElsewhere.status, 403);
  for (const response of [
    await setting.visitor().post(action, { person: 'P2' }),
    await setting.visitor().get(action),
    await setting.visitor().get(action.replace('legitimera', 'auth')),
  ]) {
    assert.equal(response.status, 400);
    assert.match(await response.text(), /<h1>Legitimeringen gäller inte<\/h1>/);
  }
  await visitor.follow(await visitor.post(action, { person: 'P1' }));
  assert.match(await (await visitor.post(action, { person: 'P2' })).text(), /Legitimeringen gäller inte/);
  assert.match(await visitor.text('/ansokan/hushall'), /Inloggad som P1/);
});

test('The e-legitimation remembers nobody: each sign-in is asked for anew', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P1');
  await openIdentify(visitor);
  await visitor.post('/logga-ut');
  await openIdentify(visitor);
  assert.doesNotMatch(visitor.cookiesFor('/e-legitimation/auth'), /e-leg-session/);
});

test('The e-legitimation’s own cookies are sent to nobody else, and none is left after a sign-in', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.follow(await visitor.post('/logga-in'));
  const identify = visitor.ledTo.at(-1)?.pathname ?? '';
  assert.match(visitor.cookiesFor(identify), /^e-leg=[\w-]{43}$/);
  for (const path of ['/', '/ansokan/hushall', '/logga-in/svar', '/e-legitimation/auth']) {
    assert.doesNotMatch(visitor.cookiesFor(path), /e-leg/);
  }
  await visitor.follow(await visitor.post(identify, { person: 'P1' }));
  assert.equal(visitor.cookiesFor(identify), visitor.cookie);
});

test('A cookie for the sign-in is read by no script, is not sent by other sites, and is gone after ten minutes', async () => {
  await using setting = await setUp();
  const response = await setting.visitor().post('/logga-in', { person: 'P1' });
  assert.match(
    response.headers.get('set-cookie') ?? '',
    /^inloggning=[\w-]{43}; Max-Age=600; Path=\/logga-in; HttpOnly; SameSite=Lax$/,
  );
});

test('Another person who signs in in the same browser sees nothing of the one before', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P1');
  await visitor.save('/ansokan/hushall', { 'andra-i-hushallet': 'Min kusin' });
  await visitor.signIn('P2');
  assert.doesNotMatch(await visitor.text('/ansokan/hushall'), /Min kusin/);
  await visitor.signIn('P1');
  assert.match(await visitor.text('/ansokan/hushall'), /Min kusin/);
});

test('A sign-in that is cancelled leaves the one before as it was', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P1');
  await visitor.save('/ansokan/hushall', { 'andra-i-hushallet': 'Min kusin' });
  const action = await openIdentify(visitor);
  await visitor.follow(await visitor.post(action, { avbryt: 'ja' }));
  assert.match(await visitor.text('/ansokan/hushall'), /Min kusin/);
});

test('Every answer of the e-legitimation has the security headers', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  const policy = (await visitor.get('/')).headers.get('content-security-policy');
  const action = await openIdentify(visitor);
  const auth = told(visitor.ledTo[0]);
  const answers = [
    await visitor.get('/e-legitimation/.well-known/openid-configuration'),
    await visitor.get('/e-legitimation/jwks'),
    await visitor.get(auth),
    await visitor.get('/e-legitimation/auth?client_id=x'),
    await visitor.get('/e-legitimation/auth/x'),
    await visitor.get(action),
    await visitor.post(action, { avbryt: 'ja' }),
    await visitor.post('/e-legitimation/token', { grant_type: 'authorization_code' }),
    await visitor.get('/e-legitimation/session/end'),
    await visitor.get('/e-legitimation'),
  ];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 303, 400, 400, 200, 303, 400, 404, 404],
  );
  for (const { headers, url } of answers) {
    assert.equal(headers.get('content-security-policy'), policy, url);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'same-origin');
    assert.match(headers.get('cache-control') ?? '', /no-store/);
  }
});

test('A code is worth nothing to whoever has no secret', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  const answer = new URL(await answerFor(visitor), setting.demo.url);
  const fields = {
    grant_type: 'authorization_code',
    code: answer.searchParams.get('code') ?? '',
    redirect_uri: `${setting.demo.url}${SVAR}`,
    client_id: 'exempelkoping',
  };
  for (const authorization of [undefined, `Basic ${btoa('exempelkoping:guess')}`]) {
    const response = await fetch(`${setting.demo.url}/e-legitimation/token`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: authorization === undefined ? {} : { authorization },
    });
    assert.ok([400, 401].includes(response.status));
    assert.doesNotMatch(await response.text(), /token"/);
  }
});

test('Each name of this machine has an e-legitimation of its own', async () => {
  await using setting = await setUp();
  for (const host of ['localhost', '127.0.0.1']) {
    const visitor = setting.visitor(host);
    await visitor.signIn();
    assert.ok(await isSignedIn(visitor));
    const described = await visitor.get('/e-legitimation/.well-known/openid-configuration');
    const { issuer } = (await described.json()) as { issuer: string };
    assert.equal(issuer, `${setting.demo.url.replace('localhost', host)}/e-legitimation`);
  }
});

test('No personnummer is in an address, and no person, code or state in a log or on the console', async (t) => {
  const written = spyOnConsole(t);
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P1');
  await openIdentify(visitor);
  await visitor.get('/e-legitimation/auth?client_id=x');
  await visitor.get(`${SVAR}?code=secret&state=secret`);
  const addresses = visitor.ledTo.map(({ href }) => href).join('\n');
  for (const { personnummer } of PERSONAS) assert.ok(!addresses.includes(personnummer));
  const log = JSON.stringify(setting.log);
  for (const address of visitor.ledTo) {
    for (const name of ['code', 'state', 'nonce', 'login_hint']) {
      const value = address.searchParams.get(name);
      if (value !== null) assert.ok(!log.includes(value), name);
    }
  }
  assert.doesNotMatch(log, /secret/);
  const calls = new Set(setting.log.map(({ call }) => call));
  for (const call of [
    ...['POST /logga-in', 'GET /e-legitimation/auth', 'GET /e-legitimation/legitimera/:uid'],
    ...['GET /e-legitimation/auth/:uid', 'GET /logga-in/svar', 'POST /e-legitimation/token'],
  ]) {
    assert.ok(calls.has(call), call);
  }
  assert.deepEqual(written(), []);
});

function spyOnConsole(t: TestContext): () => readonly unknown[] {
  const mocks = (['log', 'info', 'warn', 'error', 'debug'] as const).map((kind) =>
    t.mock.method(console, kind, () => undefined),
  );
  return () => mocks.flatMap(({ mock }) => mock.calls.map((call) => call.arguments));
}

test('The ID token names a person by a pseudonym, and says how surely and when; no call leaves this machine', async (t) => {
  const tokens: unknown[] = [];
  const ask = globalThis.fetch;
  const asked = new Set<string>();
  t.mock.method(globalThis, 'fetch', async (...call: Parameters<typeof fetch>) => {
    const response = await ask(...call);
    asked.add(new URL(response.url).origin);
    if (response.url.endsWith('/token')) tokens.push(await response.clone().json());
    return response;
  });
  await using setting = await setUp();
  for (const person of ['P1', 'P1', 'P2']) await setting.visitor().signIn(person);
  assert.deepEqual([...asked], [setting.demo.url]);
  const claims = tokens.map((answer) => {
    const [, payload = ''] = (answer as { id_token: string }).id_token.split('.');
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  });
  const [first, second, other] = claims.map(({ sub }) => sub as string);
  assert.equal(first, second);
  assert.notEqual(first, other);
  assert.match(first ?? '', /^[\w-]{43}$/);
  for (const claim of claims) {
    assert.equal(claim['acr'], 'http://id.elegnamnden.se/loa/1.0/loa3');
    assert.equal(claim['auth_time'], NOVEMBER.getTime() / 1000);
    assert.match(claim['https://id.oidc.se/claim/personalIdentityNumber'] as string, /^\d{12}$/);
  }
});

const VOUCHED_FOR = {
  sub: 'x',
  acr: LEVEL,
  auth_time: Date.parse('2026-11-21T08:14:00Z') / 1000,
  [PERSONNUMMER_CLAIM]: '189001019802',
};

test('An identity has the subject, the personnummer, the level and the time', () => {
  assert.deepEqual(readIdentity({ ...VOUCHED_FOR, iss: 'more' }), {
    subject: 'x',
    personnummer: '189001019802',
    level: LEVEL,
    signedInAt: NOVEMBER,
  });
});

test('An identity without one of its claims, or of another level, is none', () => {
  for (const name of Object.keys(VOUCHED_FOR)) {
    assert.equal(readIdentity({ ...VOUCHED_FOR, [name]: undefined }), undefined, name);
  }
  assert.equal(readIdentity({ ...VOUCHED_FOR, acr: LEVEL.replace('loa3', 'loa2') }), undefined);
  assert.equal(readIdentity({ ...VOUCHED_FOR, [PERSONNUMMER_CLAIM]: '9001019802' }), undefined);
  assert.equal(readIdentity(undefined), undefined);
});
