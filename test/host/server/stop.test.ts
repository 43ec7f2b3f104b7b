import { startServer, type ServerOptions } from '@medborgarnavet/host/server.ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { promised, rawClient, refusesConnections } from './raw.ts';

const GET = 'GET /slow HTTP/1.1\r\nHost: a\r\n\r\n';

/** A server that answers when it is let go, and what tells that a request has come. */
async function slowServer(options: Partial<ServerOptions> = {}) {
  const asked = promised();
  const gate = promised();
  const server = await startServer({
    port: 0,
    checks: {},
    fetch: async () => {
      asked.resolve();
      await gate.promise;
      return new Response('whole');
    },
    ...options,
  });
  return { ...server, asked: asked.promise, letGo: gate.resolve };
}

describe('a server that is stopped', { timeout: 300_000 }, () => {
  test('takes no new connections, and finishes the answer under way', async () => {
    const { url, stop, asked, letGo } = await slowServer();
    const client = await rawClient(url);
    client.send(GET);
    await asked;
    const stopped = stop();
    await refusesConnections(url);
    letGo();
    const answer = await client.closed;
    assert.match(answer, /^HTTP\/1.1 200 OK\r\n[^]*connection: close\r\n[^]*whole/i);
    await stopped;
  });

  test('finishes an answer that comes line by line', async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const tell = (line: string) => writer.write(new TextEncoder().encode(`${line}\n`));
    const fetch = () => Promise.resolve(new Response(readable));
    const { url, stop } = await slowServer({ fetch });
    const client = await rawClient(url);
    client.send(GET);
    await tell('{"step":"asked"}');
    await client.received(/asked/);
    const stopped = stop();
    await refusesConnections(url);
    await tell('{"step":"statement"}');
    await writer.close();
    // The last chunk of a chunked answer.
    assert.match(await client.closed, /"asked"}\n[^]*"statement"}\n\r\n0\r\n\r\n$/);
    await stopped;
  });

  test('cuts what has not been answered when the grace is over', async () => {
    const after = (milliseconds: number, run: () => void) => {
      assert.equal(milliseconds, 7000);
      setImmediate(run);
      return () => undefined;
    };
    const { url, stop, asked } = await slowServer({ grace: 7000, after });
    const client = await rawClient(url);
    client.send(GET);
    await asked;
    await stop();
    assert.equal(await client.closed, '');
  });

  test('waits neither for connections that are kept open nor for those that have sent nothing', async () => {
    const { url, stop, letGo } = await slowServer();
    letGo();
    const silent = await rawClient(url);
    const kept = await rawClient(url);
    kept.send(GET);
    await kept.received(/whole/);
    await stop();
    await Promise.all([silent.closed, kept.closed]);
  });

  test('first says that it is not ready, while it still answers, when it is to give notice', async () => {
    const notice = promised<() => void>();
    const after = (milliseconds: number, run: () => void) => {
      if (milliseconds === 3000) notice.resolve(run);
      return () => undefined;
    };
    const { url, stop, letGo } = await slowServer({ notice: 3000, after });
    letGo();
    assert.equal((await fetch(`${url}/health/ready`)).status, 200);
    const stopped = stop();
    const endNotice = await notice.promise;
    const ready = await fetch(`${url}/health/ready`);
    assert.equal(await ready.text(), '{"ready":false,"checks":{"server":"stopping"}}');
    assert.equal(ready.status, 503);
    assert.equal((await fetch(`${url}/health/live`)).status, 200);
    assert.equal(await (await fetch(url)).text(), 'whole');
    endNotice();
    await stopped;
    await refusesConnections(url);
  });

  test('stops once, however often it is told', async () => {
    const { stop } = await slowServer();
    const first = stop();
    assert.equal(stop(), first);
    await first;
  });
});
