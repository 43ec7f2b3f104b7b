import { fileHeads } from '@medborgarnavet/host';
import { openSqliteStore } from '@medborgarnavet/host/sqlite.ts';
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Client } from 'pg';
import { application, PERSON, problem } from './host.ts';
import { keptHost } from './kept.ts';
import { pgBouncer, startPgBouncer, type PgBouncer } from './kommunikationsyta/pgbouncer.ts';
import { startPostgres, type Postgres } from './kommunikationsyta/postgres.ts';
import { openFrom } from './kommunikationsyta/stores.ts';

const OF = { personnummer: PERSON, reference: application.reference };
const DRAFT = JSON.stringify({ version: 1, fields: [['fritext', 'x'.repeat(2000)]] });
const SUBMISSION = JSON.stringify({
  version: 1,
  name: 'inkomster',
  period: { from: '2026-10-01', to: '2026-10-31' },
  fields: [],
  declared: true,
});

type Host = ReturnType<Awaited<ReturnType<typeof keptHost>>['host']>;

/** Every call that reads or writes what is kept. */
const CALLS: Readonly<Record<string, (host: Host) => Promise<Response>>> = {
  'GET /income': (host) => host.call('GET'),
  'POST /income': (host) => host.post(),
  'DELETE /income': (host) => host.call('DELETE'),
  'POST /background': (host) => host.post(undefined, {}, '/background'),
  'GET /draft': (host) => host.call('GET', '/draft'),
  'PUT /draft': saveDraft,
  'DELETE /draft': (host) => host.call('DELETE', '/draft'),
  'POST /submission': (host) => host.post(SUBMISSION, { 'idempotency-key': 'k'.repeat(16) }, '/submission'),
  'GET /access-log': (host) => host.call('GET', '/access-log'),
};

function saveDraft(host: Host): Promise<Response> {
  const headers = {
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    'if-none-match': '*',
  };
  return host.call('PUT', '/draft', { headers, body: DRAFT });
}

/** As it is answered when the database is away: a moment, and then again. */
async function assertAway(response: Response, what: string): Promise<void> {
  assert.deepEqual([what, ...(await problem(response))], [what, 503, 'internal']);
  assert.match(response.headers.get('retry-after') ?? '', /^[1-9]\d*$/, what);
}

async function assertEachAway(host: Host): Promise<void> {
  await Promise.all(Object.entries(CALLS).map(async ([what, call]) => assertAway(await call(host), what)));
  for (const { detail } of host.log.slice(-Object.keys(CALLS).length))
    assert.equal(detail, 'store-unavailable');
}

describe('when PostgreSQL is away', { timeout: 300_000 }, () => {
  let server: Postgres;
  before(async () => (server = await startPostgres({ max_connections: 12 })));
  after(() => server.stop());

  test('every call is answered 503 with Retry-After, and works again when it is back', async () => {
    await using kept = await keptHost({ stores: await openFrom(await server.database()) });
    const host = kept.host();
    assert.equal((await saveDraft(host)).status, 200);
    await server.down();
    await assertEachAway(host).finally(() => server.up());
    assert.equal((await host.call('GET', '/draft')).status, 200);
    assert.equal((await host.post()).status, 200);
  });

  test('forty calls at once are answered 503 when others have all of its connections, and served when one is let go', async () => {
    const url = await server.database();
    await using kept = await keptHost({ stores: await openFrom(url) });
    const host = kept.host();
    const others: Client[] = [];
    await server.down();
    await server.up();
    for (;;) {
      const client = new Client(url);
      client.on('error', () => undefined);
      try {
        await client.connect();
      } catch (error) {
        assert.equal((error as { code?: string }).code, '53300');
        break;
      }
      others.push(client);
    }
    const forty = Array.from({ length: 40 }, () => host.call('GET', '/draft'));
    for (const answer of await Promise.all(forty)) await assertAway(answer, 'GET /draft');
    const waiting = host.call('GET', '/draft');
    await others.pop()?.end();
    assert.equal((await waiting).status, 204);
    await Promise.all(others.map((client) => client.end()));
  });
});

const bouncer = pgBouncer();
describe('when PgBouncer has no server', { timeout: 300_000, skip: bouncer === undefined }, () => {
  let server: Postgres;
  let pooled: PgBouncer;
  before(async () => {
    server = await startPostgres();
    pooled = await startPgBouncer(bouncer!, server);
  });
  after(async () => {
    await pooled.stop();
    await server.stop();
  });

  test('every call is answered 503 with Retry-After', async () => {
    await using kept = await keptHost({ stores: await openFrom(pooled.to(await server.database())) });
    const host = kept.host();
    assert.equal((await saveDraft(host)).status, 200);
    await server.down();
    await assertEachAway(host);
  });
});

/** A file system of its own, as small as that. Undefined where only root may mount one. */
function smallDisk(): { readonly folder: string; unmount(): void } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0;
  const unmount = (): void => {
    spawnSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  };
  if (mounted) return { folder, unmount };
  rmSync(folder, { recursive: true });
  process.stdout.write(
    'NOT TESTED: a full disk. Run the tests as root, so that a small one can be mounted.\n',
  );
  return undefined;
}

const disk = smallDisk();
after(() => disk?.unmount());

/** Writes until nothing more can be. */
function fill(folder: string): string {
  const file = join(folder, 'filled');
  for (const size of [4096, 1])
    for (;;)
      try {
        writeFileSync(file, Buffer.alloc(size), { flag: 'a' });
      } catch (error) {
        assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
        break;
      }
  return file;
}

describe('when the disk is full', { timeout: 120_000, skip: disk === undefined }, () => {
  const folder = disk?.folder ?? '';

  test('what would write is answered 503 with Retry-After, nothing is removed, and it works when there is room', async () => {
    const stores = await openSqliteStore({ file: join(folder, 'kommunikationsyta.sqlite') });
    await using kept = await keptHost({ stores, heads: fileHeads(join(folder, 'audit-head')) });
    const host = kept.host();
    assert.equal((await saveDraft(host)).status, 200);
    assert.equal((await host.post()).status, 200);
    const { events: before } = await kept.audit.ofCase(OF);
    const filled = fill(folder);
    await assertAway(await host.call('DELETE', '/draft'), 'DELETE /draft');
    await assertAway(await host.post(), 'POST /income');
    rmSync(filled);
    assert.equal((await host.call('GET', '/draft')).status, 200);
    assert.deepEqual((await kept.audit.ofCase(OF)).events.slice(0, before.length), before);
    assert.equal((await host.call('DELETE', '/draft')).status, 204);
    assert.equal((await host.call('GET', '/draft')).status, 204);
  });

  test('an audit whose head cannot be written does nothing, and says that it passes', async () => {
    await using kept = await keptHost({ heads: fileHeads(join(folder, 'other-head')) });
    const host = kept.host();
    assert.equal((await saveDraft(host)).status, 200);
    assert.equal((await host.call('GET', '/draft')).status, 200);
    const filled = fill(folder);
    await assertAway(await host.call('DELETE', '/draft'), 'DELETE /draft');
    rmSync(filled);
    assert.equal((await host.call('GET', '/draft')).status, 200);
    assert.equal((await host.call('DELETE', '/draft')).status, 204);
  });
});
