// Saves, deletes and purges one person's draft until it is killed, and tells of each before and after:
// `node writer.ts <where> <who> <from>`. It is started hundreds of times, so it loads nothing that it does not need.
import { writeSync } from 'node:fs';
import { parseKeys } from '../../../packages/host/src/kommunikationsyta/keys.ts';
import { createVault } from '../../../packages/host/src/kommunikationsyta/vault.ts';
import { draftNumber, isRemoval, ofWriter, WRITER_KEYS } from './writing.ts';

const [where = '', who = '', from = '0'] = process.argv.slice(2);
const tell = (line: string): number => writeSync(1, `${line}\n`);
const clock = (): Date => new Date();
const { records: store } = where.startsWith('postgresql:')
  ? await import('../../../packages/host/src/kommunikationsyta/postgres-store.ts').then(
      ({ openPostgresStore }) => openPostgresStore({ connection: { connectionString: where } }),
    )
  : await import('../../../packages/host/src/kommunikationsyta/sqlite-store.ts').then(({ openSqliteStore }) =>
      openSqliteStore({ file: where }),
    );
const vault = createVault({ store, keys: parseKeys(WRITER_KEYS), clock });
const of = ofWriter(who);

for (let number = Number(from) + 1; ; number += 1) {
  tell(`try ${number}`);
  const standing = await vault.standing(of, 'draft');
  if (isRemoval(number)) await vault.remove(of, 'draft');
  else if (!(await vault.write(of, 'draft', draftNumber(number), standing)))
    throw new Error(`Save ${number} was a conflict.`);
  if (number % 11 === 0) await vault.purge();
  tell(`done ${number}`);
}
