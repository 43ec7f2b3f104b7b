import assert from 'node:assert/strict';
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { EXEMPELKOPING } from '@medborgarnavet/demo';
import { setUp } from './visitor.ts';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

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

test('A wrong configuration of SSBTEK is told, and then nothing is left listening', async () => {
  const port = await freePort();
  const ssbtek = { ...EXEMPELKOPING, aktorsid: '', url: 'http://127.0.0.1:9/ssbtek' };
  await assert.rejects(setUp({ port, ssbtek }), /The configuration of SSBTEK is wrong:\n {2}aktorsid: /);
  const tls = { key: 'no-such.key', cert: 'no-such.pem' };
  await assert.rejects(
    setUp({ port, ssbtek: { ...EXEMPELKOPING, url: 'https://127.0.0.1:9/ssbtek', tls } }),
    /no readable file/,
  );
  await using setting = await setUp({ port });
  assert.equal(setting.demo.url, `http://localhost:${port}`);
});

test('Skatteverket is among those asked with version 11 of SSBTEK, and with version 10 not', async () => {
  for (const [version, sources] of [
    [10, undefined],
    [11, 'FK PM CSN SO SKV'],
  ] as const) {
    await using setting = await setUp({
      ssbtek: { ...EXEMPELKOPING, version, url: 'http://127.0.0.1:9/ssbtek' },
    });
    const visitor = setting.visitor();
    await visitor.signIn();
    const [tag = ''] = /<ssbtek-provider[^>]*>/.exec(await visitor.text('/ansokan/inkomster')) ?? [];
    assert.equal(/sources="([^"]*)"/.exec(tag)?.[1], sources);
  }
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
