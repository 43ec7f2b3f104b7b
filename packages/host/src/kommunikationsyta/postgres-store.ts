import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool, type PoolClient, type PoolConfig, type QueryConfig } from 'pg';
import { pendingMigrations, readMigrations, type Migration } from './migrations.ts';
import { sqlAuditStore } from '../audit/sql-audit-store.ts';
import { awayCodeOf, isTurnedAway } from './postgres-away.ts';
import type { Stores } from './record-store.ts';
import { sqlKeyProofStore } from './sql-key-proof-store.ts';
import { sqlOutboxStore } from './sql-outbox-store.ts';
import type { RunSql, SqlRow } from './sql-driver.ts';
import { sqlRecordStore } from './sql-record-store.ts';
import { POSTGRESQL } from './sql.ts';
import { tellingAway } from './store-unavailable.ts';

export interface PostgresOptions {
  /** As `pg` has it: a connection string, TLS, the size of the pool. The role must own the tables. */
  readonly connection: PoolConfig;
  /** For tests. */
  readonly migrations?: readonly Migration[];
}

/** The advisory lock of a transaction. A number of ours, made of nobody's data (checklist, Drafts). */
const MIGRATE_LOCK = 5_904_861_001;

/**
 * How long things may take. Each transaction sets it for itself: a pooler in front of the database (PgBouncer, pooling transactions)
 * refuses settings of a connection, and gives what is set for a session to others.
 */
const limits = (statement: string, lock: string): string =>
  `BEGIN; SET LOCAL statement_timeout = '${statement}'; SET LOCAL lock_timeout = '${lock}';
  SET LOCAL idle_in_transaction_session_timeout = '60s'`;
const LIMITS = limits('30s', '10s');
/** For a server that starts while another one changes the tables. */
const LIMITS_OF_MIGRATIONS = limits('60s', '60s');

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
    // Of this side, for when nothing answers any more.
    query_timeout: 90_000,
    keepAlive: true,
    ...connection,
  });
  // A connection that breaks while nobody uses it is replaced; without a listener it would end the process.
  pool.on('error', () => undefined);
  // The same of one that breaks while it is used: the statement rejects by itself.
  pool.on('connect', (client) => client.on('error', () => undefined));

  async function withClient<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await connect(pool);
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
  const transaction = <T>(work: (run: RunSql) => Promise<T>, begin = LIMITS): Promise<T> =>
    withClient(async (client) => {
      await client.query(inTime(begin));
      const result = await work(runOn(client));
      await client.query('COMMIT');
      return result;
    });

  try {
    await transaction((run) => migrate(run, migrations), LIMITS_OF_MIGRATIONS);
  } catch (error) {
    await pool.end();
    throw error;
  }

  const driver = tellingAway(
    {
      sql: POSTGRESQL,
      run: (sql, parameters) => transaction((run) => run(sql, parameters)),
      transaction: (work) => transaction(work),
      clearPurged: () => withClient(rewrite),
      clearRemoved: () => Promise.resolve(),
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
    close: () => pool.end(),
  };
}

/** Milliseconds for which a connection is tried for again when the database has none left. */
const CONNECT_WAIT = 5000;

/** Those who are turned away together must not come back together. */
async function connect(pool: Pool): Promise<PoolClient> {
  const until = performance.now() + CONNECT_WAIT;
  for (;;) {
    try {
      return await pool.connect();
    } catch (error) {
      const wait = randomInt(50, 250);
      if (!isTurnedAway(error) || performance.now() + wait > until) throw error;
      await pause(wait);
    }
  }
}

/** Milliseconds in which a transaction has begun. It takes no lock: longer takes only a pooler that has no server to give it to. */
const BEGIN_WAIT = 10_000;

function inTime(text: string): QueryConfig & { readonly query_timeout: number } {
  return { text, query_timeout: BEGIN_WAIT };
}

function runOn(client: PoolClient): RunSql {
  return async (sql, parameters) => (await client.query<SqlRow>(sql, parameters.map(bytes))).rows;
}

function bytes(value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
}

const REWRITTEN = ['record', 'case', 'outbox'];
const REWRITE_ATTEMPTS = 40;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Writes the tables anew, which is what takes removed rows' bytes out of the files: a plain VACUUM only marks the space as
 * free. The tables are small, since nothing is older than the limit or waits to be delivered for long. VACUUM cannot run in a transaction,
 * where a limit could be set for waiting: so it never waits, and is tried for two seconds. Tells whether all were written anew;
 * when others hold one too long, the next purge does it.
 */
async function rewrite(client: PoolClient): Promise<boolean> {
  const skips: unknown[] = [];
  const onNotice = ({ code }: { readonly code?: string | undefined }): void => {
    if (code === LOCK_NOT_AVAILABLE) skips.push(code);
  };
  const isRewritten = async (table: string): Promise<boolean> => {
    for (let attempt = 0; attempt < REWRITE_ATTEMPTS; attempt += 1) {
      skips.length = 0;
      await client.query(`VACUUM (FULL, SKIP_LOCKED) kommunikationsyta_${table}`);
      if (skips.length === 0) return true;
      await pause(2000 / REWRITE_ATTEMPTS);
    }
    return false;
  };
  client.on('notice', onNotice);
  try {
    const outcomes: boolean[] = [];
    for (const table of REWRITTEN) outcomes.push(await isRewritten(table));
    return outcomes.every(Boolean);
  } finally {
    client.off('notice', onNotice);
  }
}

async function migrate(run: RunSql, migrations: readonly Migration[]): Promise<void> {
  await run('SELECT pg_advisory_xact_lock($1)', [MIGRATE_LOCK]);
  await run('CREATE TABLE IF NOT EXISTS kommunikationsyta_schema (version INTEGER PRIMARY KEY)', []);
  const [row] = await run('SELECT max(version) AS version FROM kommunikationsyta_schema', []);
  for (const { sql, version } of pendingMigrations(migrations, Number(row?.['version'] ?? 0))) {
    await run(sql, []);
    await run('INSERT INTO kommunikationsyta_schema (version) VALUES ($1)', [version]);
  }
}
