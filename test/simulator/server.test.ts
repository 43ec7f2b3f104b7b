import assert from 'node:assert/strict';
import { request } from 'node:http';
import { connect } from 'node:net';
import { test } from 'node:test';
import { type SimulatorOptions, PERSONAS, startSimulator } from '@medborgarnavet/simulator';
import { clock, question } from './asking.ts';

const XML = { 'content-type': 'text/xml; charset=utf-8' };

async function withSimulator(
  use: (url: string) => Promise<void>,
  options: SimulatorOptions = { clock },
): Promise<void> {
  const simulator = await startSimulator(options);
  try {
    await use(simulator.url);
  } finally {
    await simulator.close();
  }
}

test('a question over HTTP gets an answer in XML', () =>
  withSimulator(async (url) => {
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/ssbtek$/);
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...XML, soapaction: '""' },
      body: question(),
    });
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'text/xml; charset=utf-8');
    assert.match(await response.text(), /hamtaBastjanstInformationResponse/);
  }));

test('it runs with its own clock and its own persons unless it is given others', async () => {
  const personnummer = '189001019802';
  const post = async (url: string) =>
    (await fetch(url, { method: 'POST', headers: XML, body: question({ personnummer, include: ['SO'] }) }))
      .status;
  await withSimulator(async (url) => assert.equal(await post(url), 200), {});
  await withSimulator(async (url) => assert.equal(await post(url), 200), { personas: PERSONAS.slice(1) });
});

test('what cannot be SOAP is refused in plain text', () =>
  withSimulator(async (url) => {
    const post = async (headers: Record<string, string>, body: string) => {
      const response = await fetch(url, { method: 'POST', headers, body });
      return [response.status, response.headers.get('content-type')];
    };
    const plain = 'text/plain; charset=utf-8';
    const get = await fetch(url);
    assert.deepEqual([get.status, get.headers.get('allow')], [405, 'POST']);
    assert.equal(
      (await fetch(new URL('/other', url), { method: 'POST', headers: XML, body: question() })).status,
      404,
    );
    assert.deepEqual(await post({ 'content-type': 'application/soap+xml' }, question()), [415, plain]);
    assert.deepEqual(await post({ 'content-type': 'text/xml; charset=iso-8859-1' }, question()), [
      415,
      plain,
    ]);
    assert.deepEqual(await post(XML, 'hello'), [400, plain]);
    assert.deepEqual(await post(XML, ' '.repeat(1024 * 1024 + 1)), [413, plain]);
    assert.deepEqual(await post({ 'content-type': 'text/xml' }, question() + ' '.repeat(500_000)), [
      200,
      'text/xml; charset=utf-8',
    ]);
  }));

test('a client that goes away in the middle does not stop it', () =>
  withSimulator(async (url) => {
    await new Promise<void>((resolve) => {
      const half = request(url, { method: 'POST', headers: { ...XML, 'content-length': 1000 } });
      half.on('error', () => resolve());
      half.write('<half');
      setTimeout(() => half.destroy(new Error('gone')), 20);
    });
    assert.equal((await fetch(url, { method: 'POST', headers: XML, body: question() })).status, 200);
  }));

test('it closes at once although someone is connected, and may be closed twice', async () => {
  const simulator = await startSimulator();
  const { hostname, port } = new URL(simulator.url);
  const socket = connect(Number(port), hostname);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  await simulator.close();
  await closed;
  await simulator.close();
  await assert.rejects(fetch(simulator.url));
});

test('a port that is taken is told of', () =>
  withSimulator(async (url) => {
    await assert.rejects(startSimulator({ port: Number(new URL(url).port) }), { code: 'EADDRINUSE' });
  }));
