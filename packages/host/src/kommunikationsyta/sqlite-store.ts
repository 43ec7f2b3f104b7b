import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { pendingMigrations, readMigrations, type Migration } from './migrations.ts';
import { sqlAuditStore } from '../audit/sql-audit-store.ts';
import type { Stores } from './record-store.ts';
import { sqlKeyProofStore } from './sql-key-proof-store.ts';
import { sqlOutboxStore } from './sql-outbox-store.ts';
import type { RunSql } from './sql-driver.ts';
import { sqlRecordStore } from './sql-record-store.ts';
import { SQLITE } from './sql.ts';
import { tellingAway } from './store-unavailable.ts';

export interface SqliteOptions {
  /** The database's file, made when it is not there, readable by its owner only. Beside it lie `-wal` and `-shm`. */
  readonly file: string;
  /** For tests. */
  readonly migrations?: readonly Migration[];
}

/** Milliseconds that a statement itself waits for another process, and nothing else runs. */
const BUSY_TIMEOUT = 20;
/** How many times it is tried, with pauses in which other requests are answered. Some five seconds in all. */
const ATTEMPTS = 150;

/**
 * Everything in a file, for a host with one server. What is written is on disk, and what is removed is overwritten (checklist,
 * Drafts †: SQLite's defaults leave removed rows readable).
 * @throws Error with one sentence when the database is newer than the program.
 */
export async function openSqliteStore({
  file,
  migrations = readMigrations('sqlite'),
}: SqliteOptions): Promise<Stores> {
  closeSync(openSync(file, 'a', 0o600));
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT, enableForeignKeyConstraints: true });
  const exec = (sql: string): Promise<void> =>
    patiently(() => {
      database.exec(sql);
    });
  const statement: RunSql = (sql, parameters) => {
    const named = parameters.map((value, index): [string, SQLInputValue] => [`$${index + 1}`, value]);
    return Promise.resolve(database.prepare(sql).all(Object.fromEntries(named)));
  };
  const transaction = async <T>(work: (run: RunSql) => Promise<T>): Promise<T> => {
    await exec('BEGIN IMMEDIATE');
    try {
      const result = await work(statement);
      await exec('COMMIT');
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };
  // Into the file, where secure_delete has overwritten it, and out of the log. With a reader in the way, at the next turn.
  const clearBytes = (): Promise<void> => exec('PRAGMA wal_checkpoint(TRUNCATE)');

  try {
    await exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF');
    await transaction((run) => migrate(database, run, migrations));
  } catch (error) {
    database.close();
    throw error;
  }

  // One connection: a transaction that waits for something must not get another's statements among its own.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => T | Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const alone: RunSql = (sql, parameters) => patiently(() => statement(sql, parameters));

  const driver = tellingAway(
    {
      sql: SQLITE,
      run: (sql, parameters) => inTurn(() => alone(sql, parameters)),
      transaction: (work) => inTurn(() => transaction(work)),
      clearPurged: () =>
        inTurn(async () => {
          await clearBytes();
          return true;
        }),
      clearRemoved: () => inTurn(clearBytes),
    },
    awayCodeOf,
  );
  return {
    records: sqlRecordStore(driver),
    outbox: sqlOutboxStore(driver),
    audit: sqlAuditStore(driver),
    keyProofs: sqlKeyProofStore(driver),
    async check() {
      await driver.run(driver.sql.readChain, []);
    },
    close: () =>
      inTurn(() => {
        database.close();
      }),
  };
}

/** Does it again while another process has the database. */
async function patiently<T>(work: () => T | Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isBusy(error) || attempt === ATTEMPTS) throw error;
      await pause(Math.min(attempt, 20));
    }
  }
}

/** SQLite's result code, without a closer reason in the higher bits. */
function resultCodeOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
}

function isBusy(error: unknown): boolean {
  return resultCodeOf(error) === 5;
}

/** What passes when somebody lets go of the file, makes room on the disk or puts it back. */
const AWAY: ReadonlyMap<number, string> = new Map([
  [5, 'SQLITE_BUSY'],
  [6, 'SQLITE_LOCKED'],
  [7, 'SQLITE_NOMEM'],
  [8, 'SQLITE_READONLY'],
  [10, 'SQLITE_IOERR'],
  [13, 'SQLITE_FULL'],
  [14, 'SQLITE_CANTOPEN'],
  [15, 'SQLITE_PROTOCOL'],
]);

function awayCodeOf(error: unknown): string | undefined {
  return AWAY.get(resultCodeOf(error));
}

async function migrate(database: DatabaseSync, run: RunSql, migrations: readonly Migration[]): Promise<void> {
  const [row] = await run('PRAGMA user_version', []);
  for (const { sql, version } of pendingMigrations(migrations, Number(row?.['user_version'])))
    database.exec(`${sql}; PRAGMA user_version = ${version}`);
}
