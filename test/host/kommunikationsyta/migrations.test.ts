import { createVault, vaultDrafts, type Stores } from '@medborgarnavet/host';
import { openPostgresStore } from '@medborgarnavet/host/postgresql.ts';
import { openSqliteStore } from '@medborgarnavet/host/sqlite.ts';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { readMigrations, type Migration } from '../../../packages/host/src/kommunikationsyta/migrations.ts';
import { fakeClock, KEYS, ALSO_POOLED, openFrom, startKind, type Kind, type Place } from './stores.ts';

const of = { personnummer: '189001019802', reference: 'EK-1' };
const clock = fakeClock();

for (const name of ALSO_POOLED) {
  describe(`a database of ${name}`, () => {
    let kind: Kind;
    before(async () => (kind = await startKind(name)));
    after(() => kind.end());

    const today = readMigrations(name === 'SQLite' ? 'sqlite' : 'postgresql');
    /** A step that a later version might bring. */
    const tomorrow: Migration[] = [
      ...today,
      {
        version: today.length + 1,
        sql: "ALTER TABLE kommunikationsyta_record ADD COLUMN note TEXT NOT NULL DEFAULT ''; UPDATE kommunikationsyta_record SET note = 'x'",
      },
    ];
    const openWith = (place: Place, migrations: readonly Migration[]): Promise<Stores> =>
      name === 'SQLite'
        ? openSqliteStore({ file: place.argument, migrations })
        : openPostgresStore({ connection: { connectionString: place.argument }, migrations });
    const drafts = ({ records }: Stores) =>
      vaultDrafts(createVault({ store: records, keys: KEYS, clock }), clock);

    test('that is empty or older is brought up to date, and keeps what it has', async () => {
      const place = await kind.place();
      const before = await openWith(place, today);
      await drafts(before).save(of, { version: 1, fields: [['a', 'b']] }, 'none');
      await before.close();
      const store = await openWith(place, tomorrow);
      assert.deepEqual((await drafts(store).find(of))?.fields, [['a', 'b']]);
      assert.deepEqual(await place.sql('SELECT note FROM kommunikationsyta_record'), [{ note: 'x' }]);
      await store.close();
    });

    test('that is newer is refused with a sentence that says what to do, and left as it is', async () => {
      const place = await kind.place();
      await (await openWith(place, tomorrow)).close();
      await assert.rejects(openWith(place, today), {
        message: `The kommunikationsyta's database has version ${tomorrow.length} and this program knows versions up to ${today.length}: start the newer program.`,
      });
      await (await openWith(place, tomorrow)).close();
    });

    test('is left as it was when a step fails', async () => {
      const place = await kind.place();
      const broken = [
        ...today,
        { version: today.length + 1, sql: 'CREATE TABLE half (a INTEGER); SELECT nonsense' },
      ];
      await assert.rejects(openWith(place, broken));
      await (await openWith(place, today)).close();
      await assert.rejects(place.sql('SELECT * FROM half'));
    });

    test('is made once by servers that start at the same time', async () => {
      const place = await kind.place();
      const stores = await Promise.all([1, 2, 3, 4].map(() => openFrom(place.argument)));
      await drafts(stores[0]!).save(of, { version: 1, fields: [] }, 'none');
      for (const store of stores) assert.ok(await drafts(store).find(of));
      await Promise.all(stores.map((store) => store.close()));
    });

    test('is made once by processes that start at the same time', async () => {
      const place = await kind.place();
      const stores = pathToFileURL(join(import.meta.dirname, 'stores.ts')).href;
      const program = `const { openFrom } = await import(${JSON.stringify(stores)}); await (await openFrom(${JSON.stringify(place.argument)})).close();`;
      const codes = await Promise.all(
        [1, 2, 3].map(
          () =>
            new Promise((resolve) =>
              spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'inherit' }).on(
                'close',
                resolve,
              ),
            ),
        ),
      );
      assert.deepEqual(codes, [0, 0, 0]);
    });
  });
}
