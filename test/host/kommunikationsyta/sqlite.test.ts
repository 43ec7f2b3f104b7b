import { openSqliteStore } from '@medborgarnavet/host/sqlite.ts';
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

test('the files of SQLite can be read by their owner only', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kommunikationsyta-'));
  const { records: store, close } = await openSqliteStore({ file: join(folder, 'records.sqlite') });
  try {
    const address = { subject: 'subject', application: 'application' };
    await store.reserve(address, { now: 1, expiresAt: 2 });
    const modes = readdirSync(folder).map((file) => [file, statSync(join(folder, file)).mode & 0o777]);
    assert.deepEqual(modes, [
      ['records.sqlite', 0o600],
      ['records.sqlite-shm', 0o600],
      ['records.sqlite-wal', 0o600],
    ]);
  } finally {
    await close();
    rmSync(folder, { recursive: true });
  }
});
