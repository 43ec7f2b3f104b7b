import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rawClient } from './raw.ts';
import { withServer } from './servers.ts';

describe('a body that is refused halfway', { timeout: 300_000 }, () => {
  const LARGE = 'x'.repeat(300_000);
  /** Stops reading at the first chunk, as the endpoint does with what is too large. */
  const refuses = async (request: Request) => {
    for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
      assert.ok(chunk.byteLength > 0);
      break;
    }
    if (new URL(request.url).pathname === '/throws') throw new Error('secret');
    return new Response('too large', { status: 400 });
  };

  test('is answered, and the next request of the connection after it', () =>
    withServer({ fetch: refuses }, async ({ url }) => {
      for (const [path, status] of [
        ['/', 400],
        ['/throws', 500],
      ] as const) {
        const client = await rawClient(url);
        client.send(`POST ${path} HTTP/1.1\r\nHost: a\r\nContent-Length: ${LARGE.length}\r\n\r\n${LARGE}`);
        await client.received(new RegExp(`^HTTP/1.1 ${status} `));
        client.send('GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n');
        await client.received(/HTTP\/1.1 200 OK[^]*"live":true/);
        client.socket.destroy();
      }
    }));

  test('is answered before all of it has come when it is many times too large, and then the connection is closed', () =>
    withServer({ fetch: refuses }, async ({ url }) => {
      const client = await rawClient(url);
      client.send('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000\r\n\r\n');
      for (let sent = 0; sent < 20; sent += 1) client.send(LARGE);
      await client.received(/^HTTP\/1.1 400 [^]*connection: close/i);
      client.socket.destroy();
    }));
});
