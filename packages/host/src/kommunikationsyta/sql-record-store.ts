import { RECORD_KINDS, type RecordAddress, type RecordStore, type StoredRecord } from './record-store.ts';
import type { Sql } from './sql.ts';

export type SqlValue = string | number | Uint8Array | null;
export type SqlRow = Readonly<Record<string, unknown>>;
/** Runs one statement with its parameters `$1`, `$2` … */
export type RunSql = (sql: string, parameters: readonly SqlValue[]) => Promise<SqlRow[]>;

/** A database, as {@link sqlRecordStore} needs it. */
export interface SqlDriver {
  readonly sql: Sql;
  /** One statement by itself. */
  readonly run: RunSql;
  /** All or nothing, and on disk when it resolves. */
  readonly transaction: <T>(work: (run: RunSql) => Promise<T>) => Promise<T>;
  /** Does the work unless another server is at it, and then clears the bytes of what it removed out of the files. */
  readonly purgeAlone: (work: (run: RunSql) => Promise<void>) => Promise<void>;
  /** The same of a single removal, where that costs little. */
  readonly clearRemoved: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The one logic of both databases. Each step leaves the database whole, so it can be cut off anywhere. */
export function sqlRecordStore({
  sql,
  run,
  transaction,
  purgeAlone,
  clearRemoved,
  close,
}: SqlDriver): RecordStore {
  const nextVersion = async (within: RunSql): Promise<number> => {
    const [row] = await within(sql.nextVersion, []);
    return numberIn(Object.values(row ?? {})[0]);
  };

  async function removeKinds(addresses: readonly RecordAddress[]): Promise<void> {
    await transaction(async (within) => {
      for (const address of addresses) {
        const { subject, application, kind } = address;
        const [found] = await within(sql.holdCase, [subject, application]);
        if (found) await within(sql.destroyKey, [subject, application, kind, await nextVersion(within)]);
      }
    });
    for (const { subject, application, kind } of addresses)
      await run(sql.dropContent, [subject, application, kind]);
    await clearRemoved();
  }

  return {
    reserve: ({ subject, application }, { now, expiresAt }) =>
      transaction(async (within) => {
        await within(sql.dropExpiredCase, [subject, application, now]);
        await within(sql.openCase, [subject, application, expiresAt]);
        const [row] = await within(sql.readCase, [subject, application]);
        return { version: await nextVersion(within), expiresAt: numberIn(row?.['expires_at']) };
      }),

    async read({ subject, application, kind }) {
      const [row] = await run(sql.readRecord, [subject, application, kind]);
      return row && recordIn(row);
    },

    write: ({ subject, application, kind }, { version, removal, expiresAt, sealed }, expectedVersion) =>
      transaction(async (within) => {
        const [held] = await within(sql.holdCase, [subject, application]);
        if (!held || numberIn(held['expires_at']) !== expiresAt) return false;
        const [row] = await within(sql.readVersion, [subject, application, kind]);
        if ((row ? numberIn(row['version']) : 0) !== expectedVersion) return false;
        const { keyId, wrappedKey, content } = sealed;
        await within(sql.writeRecord, [
          ...[subject, application, kind, version, removal],
          ...[keyId, wrappedKey, content],
        ]);
        return true;
      }),

    remove: (address) => removeKinds([address]),
    removeAll: (address) => removeKinds(RECORD_KINDS.map((kind) => ({ ...address, kind }))),

    purge: (now) =>
      purgeAlone(async (within) => {
        await within(sql.destroyExpiredKeys, [now]);
        await within(sql.dropExpiredCases, [now]);
        await within(sql.dropContentsWithoutKey, []);
      }),

    close,
  };
}

function recordIn(row: SqlRow): StoredRecord {
  const state = {
    version: numberIn(row['version']),
    removal: numberIn(row['removal']),
    expiresAt: numberIn(row['expires_at']),
  };
  const { key_id: keyId, wrapped_key: wrappedKey, content } = row;
  const isSealed =
    typeof keyId === 'string' && wrappedKey instanceof Uint8Array && content instanceof Uint8Array;
  return isSealed ? { ...state, sealed: { keyId, wrappedKey, content } } : state;
}

/** PostgreSQL tells 64-bit numbers as text. */
function numberIn(value: unknown): number {
  const number = Number(value);
  if (value === null || !Number.isSafeInteger(number))
    throw new Error('The database holds a number that is none.');
  return number;
}
