import assert from 'node:assert/strict';
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { setUp } from './visitor.ts';

test('The pages are reached by both names of this machine', async () => {
  await using setting = await setUp();
  const { port } = new URL(setting.demo.url);
  assert.equal(setting.demo.url, `http://localhost:${port}`);
  for (const host of ['localhost', '127.0.0.1']) {
    assert.equal((await fetch(`http://${host}:${port}/`)).status, 200);
  }
});

test('A port that is taken is told by its number, with what to do', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  await assert.rejects(setUp({ port }), {
    message: `Port ${port} is taken by another program. Set PORT to a free one, for instance PORT=${port + 1}.`,
  });
  other.close();
});

test('It stops at once, also while a browser keeps a connection open', { timeout: 5000 }, async () => {
  const setting = await setUp();
  const agent = new Agent({ keepAlive: true });
  await new Promise<void>((resolve, reject) => {
    get(setting.demo.url, { agent }, (response) => response.resume().once('end', resolve)).once(
      'error',
      reject,
    );
  });
  await setting[Symbol.asyncDispose]();
  await assert.rejects(fetch(setting.demo.url));
  agent.destroy();
});
