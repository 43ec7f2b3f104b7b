import { AccessLog, IncomeStatement, SubmissionReceipt, type Submission } from '@medborgarnavet/model';
import { PERSONAS } from '@medborgarnavet/simulator';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { deployment, heldSsbtek, startExample, type Example, type HeldSsbtek } from './server/example.ts';
import { refusesConnections } from './server/raw.ts';

const NAMES = ['node-http', 'express', 'fastify', 'hono'];
const fileOf = (name: string): string => `packages/host/examples/${name}.ts`;
const read = (file: string): string => readFileSync(join(import.meta.dirname, '../..', file), 'utf8');
const personnummer = PERSONAS[0]?.personnummer ?? '';

let ssbtek: HeldSsbtek;
let place: ReturnType<typeof deployment>;
before(async () => {
  ssbtek = await heldSsbtek();
  place = deployment(ssbtek.url);
});
after(async () => {
  await ssbtek.close();
  place.remove();
});

const signedIn = (): Record<string, string> => ({
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
  'x-example-person': personnummer,
  'x-example-application': 'EK-2026-1',
  'x-example-signed-in-at': new Date().toISOString(),
});

/** The month before this one, which the authorities can be asked about whatever day it is. */
function lastMonth() {
  const now = new Date();
  const day = (months: number, date: number): string =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, date)).toISOString().slice(0, 10);
  return { from: day(-1, 1), to: day(0, 0) };
}

function post(url: string, headers: Record<string, string> = {}, more: object = {}): Promise<Response> {
  const body = JSON.stringify({ period: lastMonth(), ...more });
  return fetch(`${url}/api/inkomst/income`, {
    method: 'POST',
    headers: { ...signedIn(), ...headers },
    body,
  });
}

async function run(args: readonly string[], work: (example: Example) => Promise<void>): Promise<void> {
  const example = await startExample(args, place.environment);
  try {
    await work(example);
  } finally {
    example.kill();
  }
}

/** What is handed in gets to the case system. */
async function handsIn(url: string): Promise<void> {
  const reference = `EK-${randomUUID()}`.slice(0, 31);
  const headers = { ...signedIn(), 'x-example-application': reference, 'idempotency-key': randomUUID() };
  const submission: Submission = {
    version: 1,
    name: 'inkomster',
    period: lastMonth(),
    fields: [['civilstand', 'ensamstaende']],
    declared: true,
  };
  const body = JSON.stringify(submission);
  const response = await fetch(`${url}/api/inkomst/submission`, { method: 'POST', headers, body });
  assert.equal(response.status, 200);
  const { id } = SubmissionReceipt.parse(await response.json());
  const file = join(place.folder, 'arendesystem', `${id}.jws`);
  while (!existsSync(file)) await new Promise((resolve) => setTimeout(resolve, 20));
  const log = await fetch(`${url}/api/inkomst/access-log`, { headers });
  const { entries } = AccessLog.parse(await log.json());
  assert.deepEqual(
    entries.slice(0, 2).map(({ action, outcome }) => [action, outcome]),
    [
      ['submission', 'begun'],
      ['submission', 'done'],
    ],
  );
}

async function answersAndStops({ url, terminate, ended }: Example): Promise<void> {
  const response = await post(url);
  assert.equal(response.status, 200);
  const { sources } = IncomeStatement.parse(await response.json());
  const [fk] = sources;
  assert.ok(fk?.source === 'FK' && fk.verdict !== 'unchecked', JSON.stringify(fk));

  assert.equal((await post(url, { 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await post(url, { 'x-example-signed-in-at': 'yesterday' })).status, 401);
  assert.ok([400, 413].includes((await post(url, {}, { x: 'x'.repeat(2_000_000) })).status));
  assert.equal((await fetch(`${url}/api/inkomst/draft`, { headers: signedIn() })).status, 204);

  assert.deepEqual(await (await fetch(`${url}/health/live`)).json(), { live: true });
  const ready = await fetch(`${url}/health/ready`);
  assert.equal(ready.status, 200);
  assert.match(
    await ready.text(),
    /^\{"ready":true,"checks":\{"database":"ok"\},"watched":\{"purge":\{("last":"[\d-]{10}T[\d:.]{12}Z",)?"late":false\}\}\}$/,
  );
  for (const name of ['server', 'x-powered-by']) assert.equal(ready.headers.get(name), null);

  await handsIn(url);

  const { asked, letGo } = ssbtek.hold();
  const underWay = post(url);
  await asked;
  terminate();
  await refusesConnections(url);
  letGo();
  const last = await underWay;
  assert.equal(last.status, 200);
  IncomeStatement.parse(await last.json());
  assert.deepEqual(await ended, { code: 0, stderr: '' });
}

describe('the example', { timeout: 120_000 }, () => {
  for (const name of NAMES) {
    test(`${name} answers, refuses, tells its health and stops when what is under way has been answered`, () =>
      run([fileOf(name)], answersAndStops));
  }

  for (const name of ['node-http', 'hono']) {
    test(`${name} does so where nobody may touch __proto__`, () =>
      run(['--disable-proto=throw', fileOf(name)], answersAndStops));
  }

  test('ends at once with code 2 and a line for each fault', async () => {
    const environment = { ...place.environment, PORT: 'http', SEAL_KEY: 'secret' };
    await assert.rejects(startExample([fileOf('node-http')], environment), {
      message: [
        'It ended with 2:',
        'PORT must be a whole number from 0 to 65535',
        'SEAL_KEY must be id:base64, with at least 32 bytes',
        '',
      ].join('\n'),
    });
    const noDatabase = {
      ...place.environment,
      DATABASE_FILE: '',
      DATABASE_URL: 'postgres://role:secret@127.0.0.1:1/db',
    };
    await assert.rejects(startExample([fileOf('node-http')], noDatabase), {
      message:
        'It ended with 2:\nThe database cannot be used: ECONNREFUSED (nothing answers at its address).\n',
    });
  });

  test('is at most 60 lines long', () => {
    for (const name of [...NAMES, 'income', 'session']) {
      assert.ok(read(fileOf(name)).trimEnd().split('\n').length <= 60, name);
    }
  });
});

describe('docs/host.md', () => {
  const [, section = ''] = /\n## In your server\n([^]*?)(?=\n## |$)/.exec(read('docs/host.md')) ?? [];

  test('shows what the examples have, line by line', () => {
    const blocks = [...section.matchAll(/```ts\n([^]*?)```/g)].map(([, block = '']) => block.trim());
    assert.ok(blocks.length > 0);
    const examples = NAMES.map((name) => read(fileOf(name)));
    for (const block of blocks) {
      const lines = block.split('\n').filter((line) => line !== '' && !line.startsWith('import '));
      const holds = (example: string): boolean =>
        lines.every((line) => example.split('\n').some((each) => each.trim() === line.trim()));
      assert.ok(examples.some(holds), block);
    }
  });

  test('names the programs that these tests run', () => {
    const named = [...section.matchAll(/packages\/host\/examples\/([\w-]+)\.ts/g)].map(([, name]) => name);
    assert.deepEqual(new Set(named), new Set([...NAMES, 'income', 'session']));
  });
});
