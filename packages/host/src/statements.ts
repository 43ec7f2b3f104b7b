import type { IncomeStatement } from '@medborgarnavet/model';
import type { Asking } from './asking.ts';
import { lifetimeOf } from './kommunikationsyta/lifetime.ts';

/** Where the last statement of each application is kept. */
export interface StatementStore {
  /**
   * How many times what was fetched has been withdrawn. Asked first of all in a fetch, and given when its statement is saved. May reject with
   * {@link CaseClosed} when nothing is kept of the application any more: no authority is asked then.
   */
  generation(application: string): Promise<number>;
  /**
   * Replaces what was there, unless it has been withdrawn since that generation: what a person has had taken away must
   * not come back by a fetch that was under way. Tells whether it was saved.
   */
  save(application: string, statement: IncomeStatement, generation: number): Promise<boolean>;
  find(application: string): Promise<IncomeStatement | undefined>;
  /** Forgets it at once. Does nothing when there is none. */
  remove(application: string): Promise<void>;
}

/** The store of one person's statements. */
export type StatementsOf = (person: Pick<Asking, 'personnummer'>) => StatementStore;

export function statementsOf(
  statements: StatementStore | StatementsOf,
  { personnummer }: Pick<Asking, 'personnummer'>,
): StatementStore {
  return typeof statements === 'function' ? statements({ personnummer }) : statements;
}

/** Without a kommunikationsyta that is told otherwise: seven days. */
const LIFETIME = lifetimeOf();

/** Keeps statements in memory: gone when the process ends, and seven days after they were saved. */
export function memoryStatements(clock: () => Date): StatementStore {
  const kept = new Map<string, { readonly statement: IncomeStatement; readonly until: number }>();
  const removals = new Map<string, { readonly count: number; readonly until: number }>();
  const purge = (): void => {
    const now = clock().getTime();
    for (const [application, { until }] of kept) if (until <= now) kept.delete(application);
    for (const [application, { until }] of removals) if (until <= now) removals.delete(application);
  };
  return {
    generation: (application) => Promise.resolve(removals.get(application)?.count ?? 0),
    save(application, statement, generation) {
      purge();
      if ((removals.get(application)?.count ?? 0) !== generation) return Promise.resolve(false);
      kept.set(application, { statement, until: clock().getTime() + LIFETIME });
      return Promise.resolve(true);
    },
    find(application) {
      purge();
      return Promise.resolve(kept.get(application)?.statement);
    },
    remove(application) {
      kept.delete(application);
      const count = (removals.get(application)?.count ?? 0) + 1;
      removals.set(application, { count, until: clock().getTime() + LIFETIME });
      return Promise.resolve();
    },
  };
}
