import type { SqlDriver } from './sql-driver.ts';

/**
 * What keeps things cannot be reached, is full or has too much to do, and it may go better in a while. What was being written is there as a
 * whole or not at all; the same may be sent again. A host with stores of its own may reject with it too; the endpoint then answers 503 with
 * `Retry-After`.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  /** What the database or the system calls it, for the log of who runs it. */
  readonly code: string;
  /** Seconds after which it may well be back. */
  readonly retryAfter = 10;

  constructor(code: string) {
    super(`The store cannot be used just now: ${code}.`);
    this.code = code;
  }
}

/**
 * The same driver, rejecting with {@link StoreUnavailable} where the database is away.
 * @param codeOf what the database calls it; undefined for any other error.
 */
export function tellingAway(driver: SqlDriver, codeOf: (error: unknown) => string | undefined): SqlDriver {
  const telling = <T>(result: Promise<T>): Promise<T> =>
    result.catch((error: unknown) => {
      const code = codeOf(error);
      // The database's own message may hold what was to be written.
      throw code === undefined ? error : new StoreUnavailable(code);
    });
  return {
    sql: driver.sql,
    run: (sql, parameters) => telling(driver.run(sql, parameters)),
    transaction: (work) => telling(driver.transaction(work)),
    clearPurged: () => telling(driver.clearPurged()),
    clearRemoved: () => telling(driver.clearRemoved()),
  };
}
