import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rawClient } from '../host/server/raw.ts';
import { setUp, type Setting } from './visitor.ts';

const HEADERS = ['content-security-policy', 'cache-control', 'referrer-policy', 'x-content-type-options'];
const PAGES = ['/', '/ansokan/hushall', '/exempel', '/static/exempelkoping.css', '/finns-inte'];

/** Sends a request as it stands, to 127.0.0.1, and gives all that comes before the other side closes. */
async function send({ demo }: Setting, ...lines: readonly string[]): Promise<string> {
  const client = await rawClient(demo.url.replace('localhost', '127.0.0.1'));
  client.send(`${lines.join('\r\n')}\r\n\r\n`);
  return client.closed;
}

test('Pages and API answer at the names of this machine with the port, and at no other', async () => {
  await using setting = await setUp({ origins: ['http://demo.kommun.example'] });
  const { port } = new URL(setting.demo.url);
  const reference = '/api/inkomst/EK-2026-000000000000/income';
  for (const path of [...PAGES, reference, '/e-legitimation/jwks']) {
    const ask = (host: string) => send(setting, `GET ${path} HTTP/1.1`, `Host: ${host}`, 'Connection: close');
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, 'demo.kommun.example']) {
      const answer = await ask(host);
      assert.ok(answer.startsWith('HTTP/1.1 '), answer);
      assert.doesNotMatch(answer, /^HTTP\/1\.1 421 /, `${host} ${path}`);
    }
    for (const host of ['evil.example', `evil.example:${port}`, 'localhost', 'localhost:1']) {
      const answer = await ask(host);
      assert.match(answer, /^HTTP\/1\.1 421 /, `${host} ${path}`);
      assert.match(answer, /content-type: text\/plain/i);
    }
  }
});

test('A post whose Origin is its own Host, and no address of ours, is refused', async () => {
  await using setting = await setUp();
  const { port } = new URL(setting.demo.url);
  const post = (host: string, origin: string) =>
    send(
      setting,
      'POST /logga-ut HTTP/1.1',
      ...[`Host: ${host}`, `Origin: ${origin}`, 'Connection: close'],
      ...['Content-Type: application/x-www-form-urlencoded', 'Content-Length: 0'],
    );
  assert.match(await post('evil.example', 'http://evil.example'), /^HTTP\/1\.1 421 /);
  assert.match(await post(`localhost:${port}`, 'http://evil.example'), /^HTTP\/1\.1 403 /);
  assert.match(await post(`localhost:${port}`, `http://localhost:${port}`), /^HTTP\/1\.1 303 /);
});

test('What is no request, or is refused before any page sees it, is answered with security headers', async () => {
  await using setting = await setUp();
  const { port } = new URL(setting.demo.url);
  const host = `Host: localhost:${port}`;
  for (const [status, lines] of [
    [400, ['what is this']],
    [400, ['GET / HTTP/1.1', 'Connection: close']],
    [400, ['GET / HTTP/1.1', 'Host: a b', 'Connection: close']],
    [417, ['GET / HTTP/1.1', host, 'Expect: the-unexpected']],
    [431, ['GET / HTTP/1.1', host, `X-Large: ${'x'.repeat(20_000)}`]],
    [421, ['GET / HTTP/1.1', 'Host: evil.example', 'Connection: close']],
  ] as const) {
    const answer = await send(setting, ...lines);
    assert.ok(answer.startsWith(`HTTP/1.1 ${status} `), answer.slice(0, 80));
    for (const header of HEADERS)
      assert.match(answer, new RegExp(`^${header}: `, 'im'), `${status} ${header}`);
  }
});

test('A body that is refused half-way does not hold up the next request of its connection', async () => {
  await using setting = await setUp();
  const { port } = new URL(setting.demo.url);
  const client = await rawClient(setting.demo.url.replace('localhost', '127.0.0.1'));
  const large = 'x'.repeat(2_000_000);
  client.send(
    [
      'POST /logga-in HTTP/1.1',
      ...[`Host: localhost:${port}`, 'Sec-Fetch-Site: same-origin'],
      ...['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${large.length}`],
      '',
      large,
    ].join('\r\n'),
  );
  await client.received(/HTTP\/1\.1 413 /);
  client.send(`GET /static/lamna.js HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`);
  assert.match(await client.closed, /HTTP\/1\.1 413 [^]*HTTP\/1\.1 200 /);
});

// Node itself waits for six minutes.
test('A client that is slow with its headers or its body is cut off', { timeout: 200_000 }, async () => {
  await using setting = await setUp({ serverLimits: { headersTimeout: 300, requestTimeout: 400 } });
  const { port } = new URL(setting.demo.url);
  const host = `Host: localhost:${port}`;
  const form = ['Content-Type: application/x-www-form-urlencoded', 'Sec-Fetch-Site: same-origin'];
  for (const begun of [
    ['GET / HTTP/1.1', host, 'X-Slow: '],
    ['POST /logga-in HTTP/1.1', host, ...form, 'Content-Length: 9', '', 'x'],
  ]) {
    const client = await rawClient(setting.demo.url.replace('localhost', '127.0.0.1'));
    client.send(begun.join('\r\n'));
    assert.match(await client.closed, /^HTTP\/1\.1 408 /);
  }
});

test('It tells whether it is well, and its database', async () => {
  await using setting = await setUp();
  const ready = await fetch(`${setting.demo.url}/health/ready`);
  assert.deepEqual(await ready.json(), { ready: true, checks: { database: 'ok' } });
});
