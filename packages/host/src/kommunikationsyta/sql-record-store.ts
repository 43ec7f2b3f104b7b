import { randomUUID } from 'node:crypto';
import { CaseClosed } from './case-closed.ts';
import {
  RECORD_KINDS,
  type RecordAddress,
  type RecordStore,
  type StoredRecord,
  type WritableRecord,
} from './record-store.ts';
import { numberIn, sealedIn, type RunSql, type SqlDriver, type SqlRow } from './sql-driver.ts';

/** Written when a case is handed in, and marked as removed when all of the case is: in either way the case is closed by it. */
const RECEIPT = 'receipt';

/** The one logic of both databases. Each step leaves the database whole, so it can be cut off anywhere. */
export function sqlRecordStore(driver: SqlDriver): RecordStore {
  const { sql, run, clearPurged, clearRemoved } = driver;
  const transaction: SqlDriver['transaction'] = (work) => untilNoDeadlock(() => driver.transaction(work));

  const nextVersion = async (within: RunSql): Promise<number> => {
    const [row] = await within(sql.nextVersion, []);
    return numberIn(Object.values(row ?? {})[0]);
  };

  const writeRecord = async (
    within: RunSql,
    { subject, application, kind }: RecordAddress,
    { version, removal, sealed: { keyId, wrappedKey, content } }: WritableRecord,
  ): Promise<void> => {
    const values = [subject, application, kind, version, removal, keyId, wrappedKey, content];
    await within(sql.writeRecord, values);
  };

  async function removeKinds(addresses: readonly RecordAddress[]): Promise<void> {
    await transaction(async (within) => {
      for (const address of addresses) {
        const { subject, application, kind } = address;
        const [found] = await within(sql.holdCase, [subject, application]);
        if (found) await within(sql.destroyKey, [subject, application, kind, await nextVersion(within)]);
      }
    });
    await clean(addresses);
  }

  /** What is removed cannot be read any more, and that is told. Its bytes go now or, where that cannot be done just now, with the next purge. */
  async function clean(addresses: readonly RecordAddress[]): Promise<void> {
    try {
      for (const { subject, application, kind } of addresses)
        await run(sql.dropContent, [subject, application, kind]);
      await clearRemoved();
    } catch {
      // The purge does the same, and tells when it cannot.
    }
  }

  return {
    reserve: ({ subject, application }, { now, expiresAt }) =>
      transaction(async (within) => {
        await within(sql.dropExpiredCase, [subject, application, now]);
        // Another server may forget the case between the two.
        for (;;) {
          await within(sql.openCase, [subject, application, expiresAt]);
          const [row] = await within(sql.readCase, [subject, application]);
          if (row) return { version: await nextVersion(within), expiresAt: numberIn(row['expires_at']) };
        }
      }),

    async read({ subject, application, kind }) {
      const [row] = await run(sql.readRecord, [subject, application, kind]);
      return row && recordIn(row);
    },

    async write(address, record, expectedVersion) {
      const outcome = await transaction(async (within) => {
        const { subject, application, kind } = address;
        const [held] = await within(sql.holdCase, [subject, application]);
        if (!held || numberIn(held['expires_at']) !== record.expiresAt) return 'stale';
        const [closed] = await within(sql.readVersion, [subject, application, RECEIPT]);
        if (closed) return 'closed';
        const [row] = await within(sql.readVersion, [subject, application, kind]);
        if ((row ? numberIn(row['version']) : 0) !== expectedVersion) return 'stale';
        await writeRecord(within, address, record);
        return 'written';
      });
      if (outcome === 'closed') throw new CaseClosed();
      return outcome === 'written';
    },

    remove: (address) => removeKinds([address]),
    removeAll: (address) => removeKinds(RECORD_KINDS.map((kind) => ({ ...address, kind }))),

    async forget({ subject, application }) {
      await removeKinds(RECORD_KINDS.map((kind) => ({ subject, application, kind })));
      await run(sql.forgetCase, [subject, application]);
      await clearRemoved();
    },

    async handIn({ subject, application }, { receipt, entry, expected }) {
      const others = RECORD_KINDS.filter((kind) => kind !== RECEIPT);
      const isDone = await transaction(async (within) => {
        const [held] = await within(sql.holdCase, [subject, application]);
        if (!held || numberIn(held['expires_at']) !== receipt.expiresAt) return false;
        for (const [kind, version] of Object.entries(expected)) {
          const [row] = await within(sql.readVersion, [subject, application, kind]);
          if ((row ? numberIn(row['version']) : 0) !== version) return false;
        }
        const { keyId, wrappedKey, content } = entry.sealed;
        await within(sql.putInOutbox, [entry.id, keyId, wrappedKey, content, entry.handedInAt]);
        await writeRecord(within, { subject, application, kind: RECEIPT }, receipt);
        for (const kind of others)
          await within(sql.destroyKey, [subject, application, kind, await nextVersion(within)]);
        return true;
      });
      if (!isDone) return false;
      await clean(others.map((kind) => ({ subject, application, kind })));
      return true;
    },

    async purge(now) {
      const owner = randomUUID();
      const [lease] = await run(sql.leasePurge, [owner, now, now + PURGE_LEASE]);
      if (!lease) return 'skipped';
      try {
        await untilNoDeadlock(() => run(sql.destroyExpiredKeys, [now]));
        await untilNoDeadlock(() => run(sql.dropExpiredCases, [now]));
        await untilNoDeadlock(() => run(sql.dropContentsWithoutKey, []));
        await run(sql.purged, [owner, now]);
        return (await clearPurged()) ? 'done' : 'bytes-left';
      } finally {
        // Where the database is away the lease ends by itself.
        await run(sql.endPurge, [owner]).catch(() => undefined);
      }
    },

    async lastPurge() {
      const [row] = await run(sql.readPurge, []);
      const doneAt = numberIn(row?.['done_at']);
      return doneAt === 0 ? undefined : doneAt;
    },
  };
}

/** Longer than all of a purge can take, with the limits that its statements have. */
const PURGE_LEASE = 10 * 60_000;

const ATTEMPTS = 5;

/**
 * Does it again when PostgreSQL has given it up for another: a purge holds records of many cases while it waits for one more, and so
 * does what changes several of one case.
 */
async function untilNoDeadlock<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isDeadlock = error instanceof Error && 'code' in error && error.code === '40P01';
      if (!isDeadlock || attempt === ATTEMPTS) throw error;
    }
  }
}

function recordIn(row: SqlRow): StoredRecord {
  const state = {
    version: numberIn(row['version']),
    removal: numberIn(row['removal']),
    expiresAt: numberIn(row['expires_at']),
  };
  const sealed = sealedIn(row);
  return sealed ? { ...state, sealed } : state;
}
