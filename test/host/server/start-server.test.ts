import { startServer, type ServerOptions } from '@medborgarnavet/host/server.ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { rawClient } from './raw.ts';
import { hello, withServer } from './servers.ts';

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

describe('a server', { timeout: 300_000 }, () => {
  test('has security headers on every answer, and tells nothing of itself', () =>
    withServer({}, async ({ url }) => {
      for (const path of ['/', '/health/live', '/health/ready', '/health/no']) {
        const { headers } = await fetch(url + path);
        for (const [name, value] of Object.entries(HEADERS)) assert.equal(headers.get(name), value, path);
        assert.deepEqual([headers.get('server'), headers.get('x-powered-by')], [null, null]);
      }
    }));

  test('has them also where the request is none, and closes the connection', () =>
    withServer({ maxHeaderSize: 2048 }, async ({ url }) => {
      const requests: [string, string][] = [
        ['what is this\r\n\r\n', '400 Bad Request'],
        ['GET / HTTP/1.1\r\nConnection: close\r\n\r\n', '400 Bad Request'],
        [
          `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(3000)}\r\n\r\n`,
          '431 Request Header Fields Too Large',
        ],
      ];
      for (const [request, status] of requests) {
        const client = await rawClient(url);
        client.send(request);
        const answer = await client.closed;
        assert.ok(answer.startsWith(`HTTP/1.1 ${status}\r\n`), answer);
        for (const [name, value] of Object.entries(HEADERS))
          assert.ok(answer.includes(`${name}: ${value}`), name);
      }
    }));

  test('leaves the headers that an answer has itself', () => {
    const page = () =>
      Promise.resolve(
        new Response('<!doctype html>', {
          headers: { 'cache-control': 'no-cache', 'content-security-policy': "default-src 'self'" },
        }),
      );
    return withServer({ fetch: page }, async ({ url }) => {
      const { headers } = await fetch(url);
      assert.equal(headers.get('cache-control'), 'no-cache');
      assert.equal(headers.get('content-security-policy'), "default-src 'self'");
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
    });
  });

  test('answers 500 and no word when something is thrown', (context) => {
    const printed = context.mock.method(console, 'error', () => undefined);
    const fails = () => {
      throw new Error('secret');
    };
    return withServer({ fetch: fails }, async ({ url }) => {
      const response = await fetch(url);
      assert.deepEqual([response.status, await response.text()], [500, '']);
      assert.equal(printed.mock.callCount(), 0);
    });
  });

  test('cuts an answer that fails when it has begun, so that nobody takes it for whole', (context) => {
    const printed = context.mock.method(console, 'error', () => undefined);
    const breaks = () => {
      const chunks = [new TextEncoder().encode('begun')];
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          const chunk = chunks.pop();
          if (!chunk) throw new Error('secret');
          controller.enqueue(chunk);
        },
      });
      return Promise.resolve(new Response(body));
    };
    return withServer({ fetch: breaks }, async ({ url }) => {
      await assert.rejects(fetch(url).then((response) => response.text()));
      assert.equal(printed.mock.callCount(), 0);
    });
  });

  test('flips its readiness with its checks', () => {
    let fails = false;
    const database = () => (fails ? Promise.reject(new Error('gone')) : Promise.resolve());
    return withServer({ checks: { database } }, async ({ url }) => {
      assert.equal((await fetch(`${url}/health/ready`)).status, 200);
      fails = true;
      const response = await fetch(`${url}/health/ready`);
      assert.equal(await response.text(), '{"ready":false,"checks":{"database":"failed"}}');
      assert.equal(response.status, 503);
    });
  });
});

describe('a client that is too slow', { timeout: 300_000 }, () => {
  test('is cut while it sends its headers, and with them not sent at all', () =>
    withServer({ headersTimeout: 400, requestTimeout: 500 }, async ({ url }) => {
      for (const begun of ['GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ', '']) {
        const client = await rawClient(url);
        client.send(begun);
        assert.match(await client.closed, /^HTTP\/1.1 408 Request Timeout\r\n/);
      }
    }));

  test('is cut while it sends its body', () => {
    const reads = async (request: Request) => new Response(await request.text());
    return withServer({ fetch: reads, headersTimeout: 400, requestTimeout: 500 }, async ({ url }) => {
      const client = await rawClient(url);
      client.send('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n{');
      assert.match(await client.closed, /^HTTP\/1.1 408 Request Timeout\r\n/);
    });
  });

  test('is cut when nothing moves any longer', () => {
    const never = () => new Promise<Response>(() => undefined);
    return withServer({ fetch: never, idleTimeout: 100 }, async ({ url }) => {
      const client = await rawClient(url);
      client.send('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
      assert.equal(await client.closed, '');
    });
  });

  test('takes no place from the others once it is gone: there are only so many connections', () =>
    withServer({ maxConnections: 2 }, async ({ url }) => {
      const slow = [await rawClient(url), await rawClient(url)];
      const third = await rawClient(url);
      assert.equal(await third.closed, '');
      for (const client of slow) client.leave();
      // Until the server has noticed that they are gone, it still refuses.
      let answer: Response | undefined;
      while (!answer) answer = await fetch(url).catch(() => undefined);
      assert.equal(answer.status, 200);
    }));
});

describe('the start', { timeout: 300_000 }, () => {
  test('is refused with one sentence when a limit is absurd', async () => {
    const absurd: [Partial<ServerOptions>, string][] = [
      [{ headersTimeout: 0 }, 'headersTimeout must be a whole number from 1 to 10000000.'],
      [{ maxConnections: Infinity }, 'maxConnections must be a whole number from 1 to 10000000.'],
      [{ requestTimeout: 500 }, 'headersTimeout must not be longer than requestTimeout.'],
      [{ grace: -1 }, 'grace must be a whole number from 0 to 10000000.'],
    ];
    for (const [options, message] of absurd) {
      await assert.rejects(startServer({ fetch: hello, port: 0, checks: {}, ...options }), { message });
    }
  });

  test('is refused with one sentence when it cannot listen', () =>
    withServer({}, async ({ url }) => {
      const port = Number(new URL(url).port);
      const again = (options: Partial<ServerOptions>) =>
        startServer({ fetch: hello, port, checks: {}, ...options });
      await assert.rejects(again({}), { message: `Port ${port} is taken by another program.` });
      await assert.rejects(again({ host: '192.0.2.1' }), {
        message: 'The server cannot listen at its host and port: EADDRNOTAVAIL.',
      });
    }));
});
