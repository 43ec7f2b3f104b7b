import {
  createIncomeHost,
  createSeal,
  memoryStatements,
  startDelivery,
  startPurge,
} from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';

test('What fails while nobody waits for it is told on stderr by a word, when no other place has been chosen', async (context) => {
  const told: string[] = [];
  const heard = new Promise<void>((resolve) => {
    context.mock.method(process.stderr, 'write', (line: string) => {
      told.push(line);
      resolve();
      return true;
    });
  });
  const outbox = {
    lease: () => Promise.reject(new Error('secret address of the database')),
    settle: () => Promise.resolve(),
    postpone: () => Promise.resolve(),
    waiting: () => Promise.resolve({ count: 0 }),
  };
  const delivery = startDelivery({
    outbox,
    keys: { ring: new Map() },
    clock: () => new Date(),
    deliver: () => Promise.resolve(),
    every: () => () => undefined,
  });
  await heard;
  await delivery.stop();
  const { time, ...entry } = JSON.parse(told[0] ?? '{}') as Record<string, unknown>;
  assert.deepEqual(entry, { failure: 'store-failed' });
  assert.equal(new Date(String(time)).toISOString(), time);
  assert.equal(told.length, 1);
});

/** What is written on stderr meanwhile, once something has been. */
function nextLine(context: TestContext): Promise<Record<string, unknown>> {
  return new Promise((resolve) => {
    context.mock.method(process.stderr, 'write', (line: string) => {
      resolve(JSON.parse(line) as Record<string, unknown>);
      return true;
    });
  });
}

test('A purge that fails is told on stderr when no other place has been chosen', async (context) => {
  const line = nextLine(context);
  const purge = () => Promise.reject(new Error('secret address of the database'));
  const stop = startPurge({ vault: { purge }, every: () => () => undefined });
  const { failure } = await line;
  await stop();
  assert.equal(failure, 'purge-failed');
});

test('A request that cannot be answered is told on stderr, by its entry of the log, when there is no other', async (context) => {
  const line = nextLine(context);
  const clock = (): Date => new Date('2026-11-21T08:00:00Z');
  const host = createIncomeHost({
    basePath: '/api/inkomst',
    whoIsAsking: () => Promise.reject(new Error('19121212-1212 is away')),
    lookUpIncome: () => Promise.reject(new Error('Nobody is asked.')),
    statements: memoryStatements(clock),
    seal: createSeal(new Uint8Array(32).fill(7), 'test-1'),
    clock,
    newId: () => 'statement-1',
  });
  const headers = { 'sec-fetch-site': 'same-origin' };
  await host.fetch(new Request('https://kommun.example/api/inkomst/income', { headers }));
  assert.deepEqual(await line, {
    ...{
      time: '2026-11-21T08:00:00.000Z',
      call: 'GET /income',
      status: 500,
      duration: 0,
      problem: 'internal',
    },
  });
});
