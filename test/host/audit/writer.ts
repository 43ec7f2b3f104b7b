// Writes in the audit until it is killed, and tells of each entry before and after: `node writer.ts <where> <reference> <file of the head>`.
// It is started often, so it loads nothing that it does not need.
import { writeSync } from 'node:fs';
import { createAudit } from '../../../packages/host/src/audit/chained-audit.ts';
import { fileHeads } from '../../../packages/host/src/audit/file-heads.ts';
import { parseKeys } from '../../../packages/host/src/kommunikationsyta/keys.ts';

const [where = '', reference = '', file = ''] = process.argv.slice(2);
const tell = (line: string): number => writeSync(1, `${line}\n`);
const { audit: store } = where.startsWith('postgresql:')
  ? await import('../../../packages/host/src/kommunikationsyta/postgres-store.ts').then(
      ({ openPostgresStore }) => openPostgresStore({ connection: { connectionString: where } }),
    )
  : await import('../../../packages/host/src/kommunikationsyta/sqlite-store.ts').then(({ openSqliteStore }) =>
      openSqliteStore({ file: where }),
    );
const keys = parseKeys(process.env['WRITER_KEYS'] ?? '');
const audit = createAudit({ store, keys, clock: () => new Date(), heads: fileHeads(file) });

// Two at a time, so that one is killed while the other's head is kept.
await Promise.all(
  [1, 2].map(async () => {
    for (;;) {
      tell('try');
      await audit.write(
        { personnummer: '189001019802', reference },
        { action: 'income-read', outcome: 'done' },
      );
      tell('done');
    }
  }),
);
