import assert from 'node:assert/strict';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { openStores } from '@medborgarnavet/host/server.ts';
import { after, before, test } from 'node:test';
import { Client } from 'pg';
import { ALSO_POOLED, openFrom, startKind, type Kind } from './stores.ts';

let kind: Kind;
before(async () => (kind = await startKind('PostgreSQL')));
after(() => kind.end());

/** A way to the database that can be cut. */
async function wayTo(argument: string) {
  const { hostname, port } = new URL(argument);
  const sockets: Socket[] = [];
  const server = createServer((from) => {
    const to = connect(Number(port), hostname);
    for (const socket of [from, to]) socket.on('error', () => undefined);
    from.pipe(to).pipe(from);
    sockets.push(from);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(argument);
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    argument: url.href,
    cut: () => sockets.splice(0).forEach((socket) => socket.resetAndDestroy()),
    close: () => server.close(),
  };
}

test('A connection that breaks while it is used fails that call, and neither the process nor the next one', async () => {
  const { argument } = await kind.place();
  const way = await wayTo(argument);
  const stores = await openFrom(way.argument);
  const administrator = new Client({ connectionString: argument });
  await administrator.connect();
  const address = { subject: 'subject', application: 'application', kind: 'draft' } as const;

  await administrator.query('BEGIN; LOCK TABLE kommunikationsyta_record');
  const read = assert.rejects(stores.read(address));
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await administrator.query(waiting)).rows.length === 0);
  way.cut();
  await read;
  await administrator.query('ROLLBACK');
  assert.equal(await stores.read(address), undefined);
  await administrator.end();
  await stores.close();
  way.close();
});

const pooled = ALSO_POOLED.find((name) => name.includes('PgBouncer'));
test(
  'A setting that PgBouncer refuses stops the start with a sentence that says what to take out of DATABASE_URL',
  { skip: pooled === undefined },
  async () => {
    const behind = await startKind(pooled!);
    const url = new URL((await behind.place()).argument);
    const database = { kind: 'postgresql', url: `${url.href}?statement_timeout=30000` } as const;
    await assert.rejects(openStores(database), {
      message:
        'The database cannot be used: 08P01 (a pooler in front of it refuses a setting of the connection: take settings such as statement_timeout and options out of DATABASE_URL).',
    });
    await behind.end();
  },
);

test('Nothing is set or locked for a session, and each statement has its limits', async () => {
  const stores = await openFrom((await kind.place()).argument);
  await stores.purge(1);
  await stores.close();
  const statements = kind
    .everything()
    .toString('latin1')
    .matchAll(/LOG: {2}(?:execute <unnamed>|statement): ([^\n]*)/g);
  const told = [...statements].map(([, statement = '']) => statement);
  assert.ok(told.some((statement) => statement.startsWith("BEGIN; SET LOCAL statement_timeout = '30s'")));
  for (const statement of told)
    assert.doesNotMatch(
      statement,
      /(?:^|; )SET (?!LOCAL)|pg_(?:try_)?advisory_(?:un)?lock|LISTEN|TEMP|^PREPARE/,
    );
});
