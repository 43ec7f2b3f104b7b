import assert from 'node:assert/strict';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { Client } from 'pg';
import { openFrom, startKind, type Kind } from './stores.ts';

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
