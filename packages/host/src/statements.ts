import type { IncomeStatement } from '@medborgarnavet/model';

/** Where the last statement of each application is kept. */
export interface StatementStore {
  /** Replaces what was there. */
  save(application: string, statement: IncomeStatement): Promise<void>;
  find(application: string): Promise<IncomeStatement | undefined>;
  /** Forgets it at once. Does nothing when there is none. */
  remove(application: string): Promise<void>;
}

/** How long a statement is kept: seven days (the prestudy's kommunikationsyta). */
const LIFETIME = 7 * 24 * 60 * 60 * 1000;

/** Keeps statements in memory: gone when the process ends, and seven days after they were saved. */
export function memoryStatements(clock: () => Date): StatementStore {
  const kept = new Map<string, { readonly statement: IncomeStatement; readonly until: number }>();
  const purge = (): void => {
    const now = clock().getTime();
    for (const [application, { until }] of kept) if (until <= now) kept.delete(application);
  };
  return {
    save(application, statement) {
      purge();
      kept.set(application, { statement, until: clock().getTime() + LIFETIME });
      return Promise.resolve();
    },
    find(application) {
      purge();
      return Promise.resolve(kept.get(application)?.statement);
    },
    remove(application) {
      kept.delete(application);
      return Promise.resolve();
    },
  };
}
