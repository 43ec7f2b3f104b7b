import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { pendingMigrations, readMigrations, type Migration } from './migrations.ts';
import { sqlAuditStore } from '../audit/sql-audit-store.ts';
import type { Stores } from './record-store.ts';
import { sqlKeyProofStore } from './sql-key-proof-store.ts';
import { sqlOutboxStore } from './sql-outbox-store.ts';
import type { RunSql, SqlDriver, SqlRow } from './sql-driver.ts';
import { sqlRecordStore } from './sql-record-store.ts';
import { POSTGRESQL } from './sql.ts';

export interface PostgresOptions {
  /** As `pg` has it: a connection string, TLS, the size of the pool. The role must own the tables. */
  readonly connection: PoolConfig;
  /** For tests. */
  readonly migrations?: readonly Migration[];
}

/** The advisory locks. Numbers of ours, made of nobody's data (checklist, Drafts). */
const LOCKS = { migrate: 5_904_861_001, purge: 5_904_861_002 };

/**
 * Everything in PostgreSQL 15 or newer, for a host with several servers.
 * @throws Error with one sentence when the database is newer than the program.
 */
export async function openPostgresStore({
  connection,
  migrations = readMigrations('postgresql'),
}: PostgresOptions): Promise<Stores> {
  const pool = new Pool({
    connectionTimeoutMillis: 5000,
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    ...connection,
  });
  // A connection that breaks while nobody uses it is replaced; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same of one that breaks while it is used: the statement rejects by itself.
  pool.on('connect', (client) => client.on('error', () => undefined));

  async function withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      // Closes the connection, and with it any transaction and lock.
      client.release(true);
      throw error;
    }
  }
  const transaction = <T>(work: (run: RunSql) => Promise<T>): Promise<T> =>
    withClient(async (client) => {
      await client.query('BEGIN');
      const result = await work(runOn(client));
      await client.query('COMMIT');
      return result;
    });

  try {
    await transaction((run) => migrate(run, migrations));
  } catch (error) {
    await pool.end();
    throw error;
  }

  const driver: SqlDriver = {
    sql: POSTGRESQL,
    run: (sql, parameters) => withClient((client) => runOn(client)(sql, parameters)),
    transaction,
    purgeAlone: (work) =>
      withClient(async (client) => {
        const run = runOn(client);
        const [lock] = await run('SELECT pg_try_advisory_lock($1) AS taken', [LOCKS.purge]);
        if (lock?.['taken'] !== true) return;
        await work(run);
        await rewrite(client);
        await run('SELECT pg_advisory_unlock($1)', [LOCKS.purge]);
      }),
    clearRemoved: () => Promise.resolve(),
  };
  return {
    records: sqlRecordStore(driver),
    outbox: sqlOutboxStore(driver),
    audit: sqlAuditStore(driver),
    keyProofs: sqlKeyProofStore(driver),
    async check() {
      await driver.run(driver.sql.readChain, []);
    },
    close: () => pool.end(),
  };
}

function runOn(client: PoolClient): RunSql {
  return async (sql, parameters) => (await client.query<SqlRow>(sql, parameters.map(bytes))).rows;
}

function bytes(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}

/**
 * Writes the tables anew, which is what takes removed rows' bytes out of the files: a plain VACUUM only marks the space as
 * free. The tables are small, since nothing is older than the limit or waits to be delivered for long. When others hold one too
 * long, the next purge does it.
 */
async function rewrite(client: PoolClient): Promise<void> {
  await client.query("SET lock_timeout = '2s'");
  for (const table of ['record', 'case', 'outbox']) {
    try {
      await client.query(`VACUUM (FULL) kommunikationsyta_${table}`);
    } catch (error) {
      if (!isLockTimeout(error)) throw error;
    }
  }
  await client.query('RESET lock_timeout');
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03';
}

async function migrate(run: RunSql, migrations: readonly Migration[]): Promise<void> {
  await run('SELECT pg_advisory_xact_lock($1)', [LOCKS.migrate]);
  await run('CREATE TABLE IF NOT EXISTS kommunikationsyta_schema (version INTEGER PRIMARY KEY)', []);
  const [row] = await run('SELECT max(version) AS version FROM kommunikationsyta_schema', []);
  for (const { sql, version } of pendingMigrations(migrations, Number(row?.['version'] ?? 0))) {
    await run(sql, []);
    await run('INSERT INTO kommunikationsyta_schema (version) VALUES ($1)', [version]);
  }
}
