import { createHealth, type HealthOptions } from '@medborgarnavet/host/server.ts';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { promised } from './raw.ts';

const fine = (): Promise<void> => Promise.resolve();

function health(checks: HealthOptions['checks'], more: Partial<HealthOptions> = {}) {
  const { fetch, stopping } = createHealth({ checks, ...more });
  const ask = (path: string, method = 'GET') =>
    fetch(new Request(`http://127.0.0.1/health/${path}`, { method }));
  const told = async (path: string): Promise<[number, unknown]> => {
    const response = await ask(path);
    return [response.status, await response.json()];
  };
  return { ask, told, stopping };
}

describe('readiness', () => {
  test('says when to ask again while it is over', async () => {
    const { ask, stopping } = health({ database: fine });
    assert.equal((await ask('ready')).headers.get('retry-after'), null);
    stopping();
    assert.equal((await ask('ready')).headers.get('retry-after'), '10');
  });

  test('is told with the name of each check', async () => {
    const { told } = health({ database: fine, outbox: fine });
    assert.deepEqual(await told('ready'), [200, { ready: true, checks: { database: 'ok', outbox: 'ok' } }]);
  });

  test('tells when what is watched was last done, and that it is late, and is not over for that', async () => {
    const last = new Date('2026-11-21T08:00:00Z');
    const watched = {
      purge: () => Promise.resolve({ last, isLate: false }),
      outbox: () => Promise.resolve({ isLate: true }),
      unknown: () => Promise.reject(new Error('postgres://role:secret@db')),
    };
    assert.deepEqual(await health({ database: fine }, { watched }).told('ready'), [
      200,
      {
        ready: true,
        checks: { database: 'ok' },
        watched: {
          purge: { last: '2026-11-21T08:00:00.000Z', late: false },
          outbox: { late: true },
          unknown: { late: true },
        },
      },
    ]);
  });

  test('is over while a check fails, and nothing of why is told', async () => {
    let fails = true;
    const database = () => (fails ? Promise.reject(new Error('postgres://role:secret@db')) : fine());
    const { told } = health({ database, outbox: fine });
    assert.deepEqual(await told('ready'), [
      503,
      { ready: false, checks: { database: 'failed', outbox: 'ok' } },
    ]);
    fails = false;
    assert.deepEqual((await told('ready'))[0], 200);
  });

  test('is over when a check throws', async () => {
    const database = () => {
      throw new Error('secret');
    };
    assert.deepEqual(await health({ database }).told('ready'), [
      503,
      { ready: false, checks: { database: 'failed' } },
    ]);
  });

  test('is over when a check hangs, at its deadline', async () => {
    const deadlines: number[] = [];
    const after = (milliseconds: number, run: () => void) => {
      deadlines.push(milliseconds);
      setImmediate(run);
      return () => undefined;
    };
    const hung = () => promised().promise;
    const { told } = health({ database: hung }, { checkDeadline: 1500, after });
    assert.deepEqual(await told('ready'), [503, { ready: false, checks: { database: 'timeout' } }]);
    assert.deepEqual(deadlines, [1500]);
  });

  test('is looked at once for all who ask at the same time', async () => {
    let runs = 0;
    const { promise, resolve } = promised();
    const database = () => {
      runs += 1;
      return promise;
    };
    const { told } = health({ database });
    const all = [told('ready'), told('ready'), told('ready')];
    resolve();
    for (const [status] of await Promise.all(all)) assert.equal(status, 200);
    assert.equal(runs, 1);
    await told('ready');
    assert.equal(runs, 2);
  });

  test('is over when the server is stopping, and it is still alive', async () => {
    const { told, stopping } = health({ database: fine });
    stopping();
    assert.deepEqual(await told('ready'), [503, { ready: false, checks: { server: 'stopping' } }]);
    assert.deepEqual(await told('live'), [200, { live: true }]);
  });
});

describe('health', () => {
  test('is alive whatever the checks say', async () => {
    const { told } = health({ database: () => promised().promise });
    assert.deepEqual(await told('live'), [200, { live: true }]);
  });

  test('has two addresses, which are read', async () => {
    const { ask } = health({});
    assert.equal((await ask('secrets')).status, 404);
    assert.equal((await ask('ready', 'POST')).status, 405);
    assert.equal((await ask('ready', 'HEAD')).status, 200);
    assert.equal((await ask('ready')).headers.get('cache-control'), 'no-store');
  });
});
