import type { SealedContent } from './record-store.ts';
import type { Sql } from './sql.ts';

export type SqlValue = string | number | Uint8Array | null;
export type SqlRow = Readonly<Record<string, unknown>>;
/** Runs one statement with its parameters `$1`, `$2` … */
export type RunSql = (sql: string, parameters: readonly SqlValue[]) => Promise<SqlRow[]>;

/** A database, as the stores need it. */
export interface SqlDriver {
  readonly sql: Sql;
  /** One statement by itself. */
  readonly run: RunSql;
  /** All or nothing, and on disk when it resolves. */
  readonly transaction: <T>(work: (run: RunSql) => Promise<T>) => Promise<T>;
  /** Clears the bytes of all that has been removed out of the files. False when others held a table, and the next time has to do it. */
  readonly clearPurged: () => Promise<boolean>;
  /** The same of a single removal, where that costs little. */
  readonly clearRemoved: () => Promise<void>;
}

/** PostgreSQL tells 64-bit numbers as text. */
export function numberIn(value: unknown): number {
  const number = Number(value);
  if (value === null || !Number.isSafeInteger(number))
    throw new Error('The database holds a number that is none.');
  return number;
}

/** What is encrypted in a row; undefined when it has been removed. */
export function sealedIn(row: SqlRow): SealedContent | undefined {
  const { key_id: keyId, wrapped_key: wrappedKey, content } = row;
  const isSealed =
    typeof keyId === 'string' && wrappedKey instanceof Uint8Array && content instanceof Uint8Array;
  return isSealed ? { keyId, wrappedKey, content } : undefined;
}
