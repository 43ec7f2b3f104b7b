import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from 'pg';
import { openFrom, startKind, type Kind } from './stores.ts';

let kind: Kind;
before(async () => (kind = await startKind('PostgreSQL')));
after(() => kind.end());

const WAITING = "datname = current_database() AND wait_event_type = 'Lock'";

test('A connection that breaks while it is used fails that call, and neither the process nor the next one', async () => {
  const place = await kind.place();
  const stores = await openFrom(place.argument);
  const administrator = new Client({ connectionString: place.argument });
  await administrator.connect();
  const address = { subject: 'subject', application: 'application', kind: 'draft' } as const;

  await administrator.query('BEGIN; LOCK TABLE kommunikationsyta_record');
  const read = assert.rejects(stores.read(address));
  let ended = 0;
  while (ended === 0) {
    const { rows } = await administrator.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${WAITING}`,
    );
    ended = rows.length;
  }
  await read;
  await administrator.query('ROLLBACK');
  assert.equal(await stores.read(address), undefined);
  await administrator.end();
  await stores.close();
});
