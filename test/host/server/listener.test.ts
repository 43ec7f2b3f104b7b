import { StoreUnavailable } from '@medborgarnavet/host';
import { nodeListener } from '@medborgarnavet/host/server.ts';
import express, { type Express } from 'express';
import assert from 'node:assert/strict';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';

/** Tells what it has been asked. Reads the body as the endpoint does. */
const listener = nodeListener(async (request) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) chunks.push(chunk);
  const path = new URL(request.url).pathname;
  return Response.json({ path, method: request.method, body: Buffer.concat(chunks).toString('utf8') });
});

async function asked(app: Express, path: string, body: string): Promise<unknown> {
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'PUT', headers, body });
    return await response.json();
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('a listener', () => {
  const whole = { path: '/api/inkomst/draft', method: 'PUT', body: '{ "a": 1 }' };

  test('sees the whole path where Express has taken away what it is mounted at', async () => {
    const app = express().use('/api/inkomst', listener);
    assert.deepEqual(await asked(app, '/api/inkomst/draft?x=1', '{ "a": 1 }'), whole);
    const router = express.Router().use('/inkomst', listener);
    assert.deepEqual(await asked(express().use('/api', router), '/api/inkomst/draft', '{ "a": 1 }'), whole);
  });

  test('gets the bytes that a parser has read only when they are kept', async () => {
    const mount = (app: Express) => app.use('/api/inkomst', listener);
    const without = mount(express().use(express.json()));
    assert.deepEqual(await asked(without, '/api/inkomst/draft', '{ "a": 1 }'), { ...whole, body: '' });
    const keep = (request: IncomingMessage, _response: unknown, bytes: Buffer): void => {
      Object.assign(request, { rawBody: bytes });
    };
    const keeping = mount(express().use(express.json({ verify: keep })));
    assert.deepEqual(await asked(keeping, '/api/inkomst/draft', '{ "a": 1 }'), whole);
  });

  test('answers 503 with Retry-After where the store is away, and 500 to whatever else is thrown', async () => {
    const thrown: Error[] = [new StoreUnavailable('57P01'), new Error('secret')];
    const server = createServer(nodeListener(() => Promise.reject(thrown.shift()!))).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const answers = [await fetch(url), await fetch(url)];
    server.closeAllConnections();
    server.close();
    const told = answers.map(async (answer) => [
      answer.status,
      answer.headers.get('retry-after'),
      await answer.text(),
    ]);
    assert.deepEqual(await Promise.all(told), [
      [503, '10', ''],
      [500, null, ''],
    ]);
  });

  test('leaves Request and Response of the process as they are', () => {
    const before = [Request, Response];
    nodeListener(() => Promise.resolve(new Response(null)));
    assert.deepEqual([Request, Response], before);
  });
});
