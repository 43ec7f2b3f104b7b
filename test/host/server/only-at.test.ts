import { onlyAt } from '@medborgarnavet/host/server.ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rawClient } from './raw.ts';
import { hello, withServer } from './servers.ts';

const origins = ['https://ansokan.kommun.example', 'http://localhost:8080'];

async function ask(url: string, host: string, target = '/'): Promise<string> {
  const client = await rawClient(url);
  client.send(`GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  return client.closed;
}

describe('a server that knows its addresses', { timeout: 300_000 }, () => {
  test('answers at them, however a client writes the port, and in capitals', () =>
    withServer({ origins }, async ({ url }) => {
      for (const host of [
        'ansokan.kommun.example',
        'ansokan.kommun.example:443',
        'Ansokan.Kommun.Example',
        'localhost:8080',
      ])
        assert.match(await ask(url, host), /^HTTP\/1\.1 200 /, host);
    }));

  test('answers 421 with a sentence and security headers at any other, whatever the request line says', () =>
    withServer({ origins }, async ({ url }) => {
      for (const [host, target] of [
        ['evil.example', '/'],
        ['evil.example', '/api/inkomst/income'],
        ['localhost', '/'],
        ['localhost:8081', '/'],
        ['ansokan.kommun.example.evil.example', '/'],
        ['ansokan.kommun.example', 'http://evil.example/'],
      ] as const) {
        const answer = await ask(url, host, target);
        assert.match(answer, /^HTTP\/1\.1 421 [^]*Tjänsten finns inte på den här adressen/, host);
        for (const header of ['content-type: text/plain', 'content-security-policy: default-src'])
          assert.ok(answer.toLowerCase().includes(header), header);
      }
    }));

  test('tells its health at any, since whoever looks after servers asks by their numbers', () =>
    withServer({ origins }, async ({ url }) => {
      assert.equal((await fetch(`${url}/health/ready`)).status, 200);
    }));

  test('answers at any when it has not been told of them', () =>
    withServer({}, async ({ url }) => {
      assert.match(await ask(url, 'evil.example'), /^HTTP\/1\.1 200 /);
    }));

  test('is told of a mistake at once', () => {
    for (const origin of ['kommun.example', 'https://kommun.example/', 'https://kommun.example:443', ''])
      assert.throws(() => onlyAt([origin], hello), {
        message: 'origins must hold origins, such as https://kommun.example.',
      });
  });

  test('refuses what a client expects with security headers, too', () =>
    withServer({}, async ({ url }) => {
      const client = await rawClient(url);
      client.send('GET / HTTP/1.1\r\nHost: a\r\nExpect: the-unexpected\r\n\r\n');
      const answer = await client.closed;
      assert.match(answer, /^HTTP\/1\.1 417 /);
      assert.match(answer, /content-security-policy: default-src 'none'/);
    }));
});
