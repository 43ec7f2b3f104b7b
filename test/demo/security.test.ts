import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { test } from 'node:test';
import { PERSONAS } from '@medborgarnavet/simulator';
import { NOVEMBER, setUp } from './visitor.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types medborgarnavet";

test('Every page has the security headers, also one that is missing, refused or passed on', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const answers = [
    await visitor.get('/'),
    await visitor.get('/ansokan/inkomster'),
    await visitor.get('/ansokan/kvitto'),
    await visitor.get('/finns-inte'),
    await visitor.post('/logga-ut', {}, { 'sec-fetch-site': 'cross-site' }),
    await visitor.post('/ansokan/hushall', { 'antal-barn': 'x' }),
    await visitor.save('/ansokan/hushall', { 'antal-barn': 'x' }),
  ];
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 303, 404, 403, 409, 303],
  );
  for (const { headers } of answers) {
    assert.equal(headers.get('content-security-policy'), POLICY);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('referrer-policy'), 'same-origin');
  }
});

test('The script is loaded with the hash of its own bytes', async () => {
  const script = new TextEncoder().encode('console.log(1)');
  await using setting = await setUp({ script });
  const visitor = setting.visitor();
  await visitor.signIn();
  const hash = createHash('sha384').update(script).digest('base64');
  const tag = `<script type="module" src="/static/medborgarnavet.js" integrity="sha384-${hash}"></script>`;
  assert.ok((await visitor.text('/ansokan/inkomster')).includes(tag));
  const served = await visitor.get('/static/medborgarnavet.js');
  assert.deepEqual(new Uint8Array(await served.arrayBuffer()), script);
});

test('Files are kept by the browser only as long as they are the newest', async () => {
  await using setting = await setUp();
  for (const [path, type] of [
    ['/static/medborgarnavet.js', 'text/javascript; charset=utf-8'],
    ['/static/exempelkoping.css', 'text/css; charset=utf-8'],
    ['/static/exempelkoping.svg', 'image/svg+xml'],
  ] as const) {
    const { headers } = await setting.visitor().get(path);
    assert.equal(headers.get('content-type'), type);
    assert.equal(headers.get('cache-control'), 'no-cache');
    const again = await fetch(setting.demo.url + path, {
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    });
    assert.equal(again.status, 304);
  }
});

test('A post from another site is refused', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  for (const site of ['cross-site', 'same-site', 'none']) {
    const fields = { ansokan: await visitor.reference(), 'antal-barn': '2' };
    const response = await visitor.post('/ansokan/hushall', fields, { 'sec-fetch-site': site });
    assert.equal(response.status, 403);
  }
  assert.doesNotMatch(await visitor.text('/ansokan/hushall'), /value="2"/);
});

test('A browser that does not tell the site must tell our own origin', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  const post = (origin: string) => visitor.post('/logga-in', { person: 'P1' }, { origin });
  assert.equal((await post('https://exempel.test')).status, 403);
  assert.equal((await post('null')).status, 403);
  assert.equal((await post(setting.demo.url)).status, 303);
  const { status } = await fetch(`${setting.demo.url}/logga-in`, {
    method: 'POST',
    body: new URLSearchParams(),
  });
  assert.equal(status, 403);
});

test('Where TLS ends in a proxy in front, the https page is our own also to a browser that does not tell the site', async () => {
  const host = 'demo.kommun.example';
  await using setting = await setUp({ origins: [`http://${host}`] });
  const post = (origin: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const headers = { host, origin, 'content-type': 'application/x-www-form-urlencoded' };
      request(`${setting.demo.url}/logga-in`, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end('person=P1');
    });
  assert.equal(await post(`https://${host}`), 303);
  assert.equal(await post(`http://${host}`), 303);
  assert.equal(await post('https://exempel.test'), 403);
  assert.equal(await post(`https://${host}:8443`), 403);
});

test('A post of more than 64 KiB is refused, also when its size is not told', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  const tooLarge = 'x'.repeat(64 * 1024);
  assert.equal((await visitor.save('/ansokan/hushall', { 'andra-i-hushallet': tooLarge })).status, 413);
  const chunked = await fetch(`${setting.demo.url}/ansokan/hushall`, {
    method: 'POST',
    body: new Blob([tooLarge, tooLarge]).stream(),
    duplex: 'half',
    headers: {
      cookie: visitor.cookie,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/x-www-form-urlencoded',
    },
  } as RequestInit);
  assert.equal(chunked.status, 413);
});

test('A post that is not a form is refused', async () => {
  await using setting = await setUp();
  const { status } = await fetch(`${setting.demo.url}/logga-in`, {
    method: 'POST',
    body: '{"person":"P1"}',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
  });
  assert.equal(status, 415);
});

test('A fault of our own says nothing about itself, to the person or in the log', async () => {
  let broken = false;
  const clock = () => {
    if (broken) throw new RangeError('secret');
    return NOVEMBER;
  };
  await using setting = await setUp({ clock });
  const visitor = setting.visitor();
  await visitor.signIn();
  broken = true;
  const response = await visitor.get('/ansokan/hushall');
  broken = false;
  assert.equal(response.status, 500);
  const page = await response.text();
  assert.match(page, /Något gick fel hos oss/);
  assert.doesNotMatch(page, /secret|RangeError/);
  assert.doesNotMatch(JSON.stringify(setting.log), /secret/);
});

test('What is written is shown as text, never as HTML', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn();
  await visitor.save('/ansokan/hushall', { 'andra-i-hushallet': '</textarea><script>alert(1)</script>' });
  await visitor.save('/ansokan/inkomster', { 'inkomster.fk.barnbidrag.comment': '"><img src=x>' });
  for (const path of ['/ansokan/hushall', '/ansokan/inkomster', '/ansokan/granska']) {
    const page = await visitor.text(path);
    assert.doesNotMatch(page, /<script>alert|<img src=x/);
  }
});

test('Logs, titles and addresses hold nothing about the person', async () => {
  await using setting = await setUp();
  const visitor = setting.visitor();
  await visitor.signIn('P1');
  await visitor.save('/ansokan/hushall', { 'andra-i-hushallet': 'Min kusin' });
  await visitor.fetchIncome();
  await visitor.get('/ansokan/189001019802?min=kusin');
  const pages = await Promise.all(['/ansokan/hushall', '/ansokan/granska'].map((path) => visitor.text(path)));
  const titles = pages.map((page) => /<title>(.*?)<\/title>/s.exec(page)?.[1]);
  assert.deepEqual(titles, [
    'Hushåll – Exempelköpings kommun',
    'Granska och godkänn – Exempelköpings kommun',
  ]);
  const told = JSON.stringify(setting.log);
  assert.ok(setting.log.some(({ call }) => call === 'POST /income'));
  assert.ok(setting.log.some(({ call, status }) => call === 'other' && status === 404));
  for (const secret of ['P1', 'usin', '2650', ...PERSONAS.map(({ personnummer }) => personnummer)]) {
    assert.ok(!told.includes(secret));
    for (const page of pages) assert.ok(!(secret.length === 12 && page.includes(secret)));
  }
});
