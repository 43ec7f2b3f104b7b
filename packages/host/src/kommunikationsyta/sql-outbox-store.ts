import type { OutboxStore } from './outbox-store.ts';
import { numberIn, sealedIn, type SqlDriver } from './sql-driver.ts';

/** The one logic of both databases. */
export function sqlOutboxStore({ sql, run, clearRemoved }: SqlDriver): OutboxStore {
  return {
    async lease(now, leaseEnds) {
      const [row] = await run(sql.lease, [now, leaseEnds]);
      const sealed = row && sealedIn(row);
      if (!sealed) return undefined;
      return {
        id: String(row['id']),
        handedInAt: numberIn(row['handed_in_at']),
        attempt: numberIn(row['attempts']),
        sealed,
      };
    },
    async settle({ id, attempt }) {
      await run(sql.settle, [id, attempt]);
      await clearRemoved();
    },
    async postpone({ id, attempt }, dueAt) {
      await run(sql.postpone, [id, attempt, dueAt]);
    },
    async waiting() {
      const [row] = await run(sql.waiting, []);
      const oldest = row?.['oldest'] ?? undefined;
      return { count: numberIn(row?.['count']), ...(oldest !== undefined && { oldest: numberIn(oldest) }) };
    },
  };
}
