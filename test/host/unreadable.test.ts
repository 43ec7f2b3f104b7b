import fc from 'fast-check';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { problem } from './host.ts';
import { keptHost } from './kept.ts';

test('A statement that cannot be read is told of as that, wherever a bit is changed, and a new fetch replaces it', async () => {
  await using kept = await keptHost();
  const { post, call, log } = kept.host();
  const database = new DatabaseSync(join(kept.folder, 'kommunikationsyta.sqlite'), { timeout: 20_000 });
  const spoiling = fc.record({ column: fc.constantFrom('content', 'wrapped_key'), where: fc.nat() });
  await fc.assert(
    fc.asyncProperty(spoiling, async ({ column, where }) => {
      assert.equal((await post()).status, 200);
      const of = "FROM kommunikationsyta_record WHERE kind = 'statement'";
      const value = database.prepare(`SELECT ${column} AS value ${of}`).get()?.['value'];
      assert.ok(value instanceof Uint8Array);
      const flipped = Uint8Array.from(value);
      const bit = where % (flipped.length * 8);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const sql = `UPDATE kommunikationsyta_record SET ${column} = ? WHERE kind = 'statement'`;
      database.prepare(sql).run(flipped);
      assert.deepEqual(await problem(await call('GET', '/income')), [500, 'kept-unreadable']);
      assert.equal(log.at(-1)?.detail, 'record-changed');
      assert.equal((await post()).status, 200);
      assert.equal((await call('GET', '/income')).status, 200);
      assert.equal((await call('DELETE', '/income')).status, 204);
    }),
    { numRuns: 3, seed: 19 },
  );
  database.close();
});
