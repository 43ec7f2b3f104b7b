import { parseKeys, type RecordStore, type Stores } from '@medborgarnavet/host';
import { openPostgresStore } from '@medborgarnavet/host/postgresql.ts';
import { openSqliteStore } from '@medborgarnavet/host/sqlite.ts';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Client } from 'pg';
import { pgBouncer, startPgBouncer } from './pgbouncer.ts';
import { startPostgres } from './postgres.ts';

// The two databases, so that one suite can be run on both.

export type SqlParameter = string | number | bigint | Uint8Array | null;
export type Row = Record<string, unknown>;

/** All that a database keeps, and its records without a way round. */
export type Opened = RecordStore & Stores;

export interface Place {
  /** Another server on the same database. */
  open(): Promise<Opened>;
  /** What a child process is to open. */
  readonly argument: string;
  /** Runs SQL behind the store's back, without looking at references between tables. Parameters are `$1`, `$2` … */
  sql(text: string, parameters?: readonly SqlParameter[]): Promise<Row[]>;
  /** Every byte that the database has in its files; for PostgreSQL those of the database. */
  bytes(): Promise<Buffer>;
}

export interface Kind {
  readonly name: (typeof NAMES)[number] | typeof POOLED;
  /** A new, empty database. */
  place(): Promise<Place>;
  /** All that the database server has written, and all of its files. */
  everything(): Buffer;
  end(): Promise<void>;
}

export const NAMES = ['SQLite', 'PostgreSQL'] as const;
const POOLED = 'PostgreSQL behind PgBouncer';

const bouncer = pgBouncer();
/** The same, and what stands in front of many a municipality's PostgreSQL, where it can be had. */
export const ALSO_POOLED: readonly Kind['name'][] = bouncer === undefined ? NAMES : [...NAMES, POOLED];

export async function startKind(name: Kind['name']): Promise<Kind> {
  return name === 'SQLite' ? sqlite() : postgresql(name);
}

export async function openFrom(argument: string): Promise<Opened> {
  const stores = await (argument.startsWith('postgresql:')
    ? openPostgresStore({ connection: { connectionString: argument } })
    : openSqliteStore({ file: argument }));
  return { ...stores.records, ...stores };
}

function sqlite(): Kind {
  const folder = mkdtempSync(join(tmpdir(), 'kommunikationsyta-'));
  const behind: Record<string, DatabaseSync> = {};
  let places = 0;
  return {
    name: 'SQLite',
    place() {
      const file = join(folder, `${(places += 1)}.sqlite`);
      return Promise.resolve({
        argument: file,
        open: () => openFrom(file),
        // Rejects where SQLite throws.
        sql: (text, parameters = []) =>
          new Promise((resolve) => {
            const database = (behind[file] ??= openBehind(file));
            const named = parameters.map((value, index): [string, SQLInputValue] => [`$${index + 1}`, value]);
            const rows = database.prepare(text).all(Object.fromEntries(named));
            resolve(rows.map((row) => ({ ...row })));
          }),
        bytes: () =>
          Promise.resolve(
            Buffer.concat(
              filesIn(folder)
                .filter((each) => each.startsWith(file))
                .map((each) => readFileSync(each)),
            ),
          ),
      });
    },
    everything: () => Buffer.concat(filesIn(folder).map((file) => readFileSync(file))),
    end: () => {
      for (const database of Object.values(behind)) database.close();
      rmSync(folder, { recursive: true });
      return Promise.resolve();
    },
  };
}

function openBehind(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: false });
  database.exec('PRAGMA synchronous = OFF');
  return database;
}

async function postgresql(name: Kind['name']): Promise<Kind> {
  const server = await startPostgres();
  const pooled = name === POOLED && bouncer !== undefined ? await startPgBouncer(bouncer, server) : undefined;
  const behind: Client[] = [];
  return {
    name,
    async place() {
      const url = await server.database();
      const way = pooled?.to(url) ?? url;
      const client = new Client({
        connectionString: url,
        options: '-c session_replication_role=replica -c synchronous_commit=off',
      });
      await client.connect();
      behind.push(client);
      // One connection, that takes one question at a time.
      let last: Promise<unknown> = Promise.resolve();
      const sql: Place['sql'] = async (text, parameters = []) => {
        const asked = last.then(() => client.query<Row>(text, [...parameters]));
        last = asked.catch(() => undefined);
        return (await asked).rows;
      };
      return {
        argument: way,
        open: () => openFrom(way),
        sql,
        async bytes() {
          await sql('CHECKPOINT');
          const [own] = await sql('SELECT oid FROM pg_database WHERE datname = current_database()');
          const folder = join(server.data, 'base', String(own?.['oid']));
          return Buffer.concat(filesIn(folder).map((file) => readFileSync(file)));
        },
      };
    },
    everything: () =>
      Buffer.concat([Buffer.from(server.log()), ...filesIn(server.data).map((file) => readFileSync(file))]),
    async end() {
      await Promise.all(behind.map((client) => client.end()));
      await pooled?.stop();
      await server.stop();
    },
  };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => statSync(file).isFile());
}

const base64 = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const PSEUDONYMS = `pseudonyms:${base64(1)}`;
export const KEYS = parseKeys(`${PSEUDONYMS} old:${base64(2)}`);
export const ROTATED_KEYS = parseKeys(`${PSEUDONYMS} new:${base64(3)} old:${base64(2)}`);
/** Knows the new key, and does not write with it yet: what the first of several servers is given. */
export const BEFORE_ROTATION = parseKeys(`${PSEUDONYMS} old:${base64(2)} new:${base64(3)}`);
export const OTHER_KEYS = parseKeys(`${PSEUDONYMS} old:${base64(4)}`);
export const FORGOTTEN_KEYS = parseKeys(`${PSEUDONYMS} new:${base64(3)}`);

/** A clock that a test moves. */
export function fakeClock(start = '2026-11-21T08:00:00Z') {
  let now = new Date(start).getTime();
  return Object.assign(() => new Date(now), {
    pass: (milliseconds: number): void => void (now += milliseconds),
    set: (instant: string): void => void (now = new Date(instant).getTime()),
  });
}

export const DAY = 86_400_000;
