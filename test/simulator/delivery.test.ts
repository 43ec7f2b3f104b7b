import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { request } from 'node:http';
import { type Socket, connect } from 'node:net';
import { describe, test } from 'node:test';
import { type Faults, type Simulator, startSimulator } from '@medborgarnavet/simulator';
import { clock, question } from './asking.ts';

const XML = { 'content-type': 'text/xml; charset=utf-8' };

async function withFaults(faults: Faults, use: (simulator: Simulator) => Promise<void>): Promise<void> {
  const simulator = await startSimulator({ clock });
  simulator.faults.set(faults);
  try {
    await use(simulator);
  } finally {
    await simulator.close();
  }
}

const post = (url: string, body = question()) => fetch(url, { method: 'POST', headers: XML, body });
const isWhole = (text: string) => text.trimEnd().endsWith('</soapenv:Envelope>');

describe('over the wire', () => {
  test('an answer is late, and at once again when the fault is cleared', () =>
    withFaults({ answer: { delay: 150 } }, async ({ url, faults }) => {
      const began = performance.now();
      assert.equal((await post(url)).status, 200);
      // Timers may fire a millisecond early.
      assert.ok(performance.now() - began >= 148);
      faults.clear();
      assert.ok(isWhole(await (await post(url)).text()));
    }));

  test('an answer comes a byte at a time', () =>
    withFaults({ answer: { drip: 0 } }, async ({ url }) => {
      const response = await post(url, question({ include: [] }));
      const chunks: number[] = [];
      const text: string[] = [];
      const decoder = new TextDecoder();
      for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
        chunks.push(chunk.length);
        text.push(decoder.decode(chunk, { stream: true }));
      }
      assert.ok(isWhole(text.join('')));
      assert.ok(chunks.length > 10, `in ${chunks.length} pieces`);
    }));

  test('the connection is cut in the middle of the answer', () =>
    withFaults({ answer: { reset: true } }, async ({ url }) => {
      const response = await post(url);
      assert.equal(response.status, 200);
      await assert.rejects(response.text());
    }));

  test('a large answer and a web page arrive whole', () =>
    withFaults({ answer: { oversize: 8 } }, async ({ url, faults }) => {
      assert.ok((await (await post(url)).text()).length > 8 * 1024 * 1024);
      faults.set({ answer: { http: 502 } });
      const response = await post(url);
      assert.deepEqual(
        [response.status, response.headers.get('content-type')],
        [502, 'text/html; charset=utf-8'],
      );
    }));

  test('an answer with a fault for one person does not hold up another', () =>
    withFaults({}, async ({ url, faults }) => {
      faults.set({ answer: { blackhole: true } }, '189001019802');
      const waiting = post(url, question({ personnummer: '189001019802' }));
      waiting.catch(() => undefined);
      assert.equal((await post(url)).status, 200);
    }));

  test('a client that gives up in the middle does not stop it', () =>
    withFaults({ answer: { drip: 50 } }, async ({ url, faults }) => {
      const leaving = request(url, { method: 'POST', headers: XML }, (response) => {
        response.once('data', () => leaving.destroy());
        response.on('error', () => undefined);
      });
      leaving.on('error', () => undefined).end(question());
      await once(leaving, 'close');
      faults.clear();
      assert.equal((await post(url)).status, 200);
    }));
});

/** Sends a question over a socket, and gives the socket when the simulator is at work with it. */
async function atWork(faults: Faults, sends: boolean): Promise<[Simulator, Socket]> {
  const work = new EventEmitter();
  const read = once(work, 'read');
  const simulator = await startSimulator({
    clock: () => {
      work.emit('read');
      return clock();
    },
  });
  simulator.faults.set(faults);
  const { hostname, port } = new URL(simulator.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  const body = Buffer.from(question());
  const head = [
    'POST /ssbtek HTTP/1.1',
    'Host: x',
    'Content-Type: text/xml',
    `Content-Length: ${body.length}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  socket.write(body);
  if (sends) await once(socket, 'data');
  else await read;
  return [simulator, socket];
}

describe('it closes at once', () => {
  const running: Readonly<Record<string, readonly [Faults, 'sends' | 'waits']>> = {
    'an answer that never comes': [{ answer: { blackhole: true } }, 'waits'],
    'an answer that comes in ten minutes': [{ answer: { delay: 600_000 } }, 'waits'],
    'an agency that answers in ten minutes': [{ CSN: { delay: 600_000 } }, 'waits'],
    'an answer that takes days to send': [{ answer: { drip: 600_000 } }, 'sends'],
    'an answer that is larger than what anyone reads': [{ answer: { oversize: 64 } }, 'sends'],
  };
  for (const [name, [faults, how]] of Object.entries(running)) {
    test(`with ${name}`, async () => {
      const [simulator, socket] = await atWork(faults, how === 'sends');
      const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
      const began = performance.now();
      await simulator.close();
      await closed;
      assert.ok(performance.now() - began < 300_000);
    });
  }
});
