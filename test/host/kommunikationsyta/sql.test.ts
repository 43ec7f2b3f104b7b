import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import {
  KEY_STATEMENTS,
  POSTGRESQL,
  PURGE_STATEMENTS,
  SQLITE,
} from '../../../packages/host/src/kommunikationsyta/sql.ts';

const folder = join(import.meta.dirname, '../../../packages/host/src/kommunikationsyta');
const statements = [SQLITE, POSTGRESQL].flatMap((sql) =>
  Object.entries(sql as object as Record<string, string>),
);

/** Those that have to do with what is kept of a person; the others know the outbox, or the audit, and nothing else. */
const onRecords = statements.filter(([, sql]) => /kommunikationsyta_(?:record|case|count)/.test(sql));

describe('the SQL', () => {
  test('reads only what it can name by subject and application: nothing lists or searches', () => {
    for (const [name, sql] of onRecords) {
      if ((KEY_STATEMENTS as readonly string[]).includes(name)) continue;
      if (/\bSELECT\b/i.test(sql)) {
        assert.match(sql, /WHERE subject = \$1 AND application = \$2( AND kind = \$3)?( FOR UPDATE)?$/, name);
        assert.doesNotMatch(sql, /\b(?:LIKE|OR|IN|UNION|LIMIT|ORDER)\b|\*|>|<|count\(/i, name);
      }
    }
  });

  test('looks for what is kept by its key only to tell which key it is, and gives no content', () => {
    for (const [name, sql] of onRecords) {
      if (!(KEY_STATEMENTS as readonly string[]).includes(name)) continue;
      assert.doesNotMatch(sql, /\bcontent\b|\*/, name);
      assert.match(sql, /^SELECT DISTINCT key_id FROM |WHERE key_id = \$1 LIMIT 5$/, name);
    }
  });

  test('changes only what it can name, except for the purge, which reads nothing', () => {
    for (const [name, sql] of onRecords) {
      const isPurge = (PURGE_STATEMENTS as readonly string[]).includes(name);
      if (isPurge) assert.doesNotMatch(sql, /SELECT|RETURNING/i, name);
      else if (/^(?:UPDATE|DELETE)/i.test(sql) && name !== 'nextVersion')
        assert.match(sql, /WHERE subject = \$1 AND application = \$2/, name);
    }
  });

  test('keeps what is kept, what is on its way and the audit apart: no statement has to do with two of them', () => {
    for (const [name, sql] of statements) {
      const tables = [...sql.matchAll(/\b(kommunikationsyta|audit)_(\w+)/g)].map(([, owner, table]) =>
        owner === 'audit' ? owner : table === 'outbox' ? table : owner,
      );
      assert.ok(new Set(tables).size <= 1, name);
    }
  });

  test('is all in one file, but for how a database is opened', () => {
    const others = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'sql.ts');
    for (const file of others) {
      const text = readFileSync(join(folder, file), 'utf8');
      // In quotation marks, and not in a comment.
      for (const [, sql = ''] of text.matchAll(
        /['"`]((?:SELECT|INSERT|UPDATE|DELETE|WITH|TABLE|COPY)\b[^'"`]*)/g,
      ))
        assert.match(sql, /advisory|kommunikationsyta_schema/, `${file}: ${sql}`);
    }
  });

  test('is the same for both databases, but for holding rows and drawing a version', () => {
    const different = Object.keys(SQLITE).filter(
      (name) => SQLITE[name as keyof typeof SQLITE] !== POSTGRESQL[name as keyof typeof SQLITE],
    );
    assert.deepEqual(different, ['holdCase', 'nextVersion', 'lease', 'holdChain']);
  });
});
