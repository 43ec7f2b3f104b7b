import { randomBytes } from 'node:crypto';
import type { Checks } from './client.ts';

/** A sign-in that has begun, until the browser comes back from the provider. */
export interface Pending {
  /** What is kept in the cookie of the browser where it began. */
  readonly browser: string;
  readonly checks: Checks;
  readonly begunAt: Date;
  /** Where to go afterwards. */
  readonly returnTo: string;
}

export interface PendingSignIns {
  /** The name of a browser: the one that its cookie has, if a sign-in of it is pending, and else a new one. */
  browserOf(cookie: string | undefined): string;
  add(pending: Omit<Pending, 'begunAt'>): void;
  /** Gives the sign-in that has this `state` and began in this browser, and forgets it: an answer counts once. */
  take(state: string | undefined, cookie: string | undefined): Pending | undefined;
}

/** Seconds: ten minutes. */
export const LONGEST_PENDING = 10 * 60;
const MOST = 1000;

/** In memory, by `state`. When there are too many the oldest is forgotten. */
export function memoryPending(clock: () => Date): PendingSignIns {
  const all = new Map<string, Pending>();
  const purge = (): void => {
    const oldest = clock().getTime() - LONGEST_PENDING * 1000;
    for (const [state, { begunAt }] of all) if (begunAt.getTime() <= oldest) all.delete(state);
  };
  return {
    browserOf(cookie) {
      purge();
      const known = cookie !== undefined && [...all.values()].some(({ browser }) => browser === cookie);
      return known ? cookie : randomBytes(32).toString('base64url');
    },
    add(pending) {
      purge();
      all.set(pending.checks.state, { ...pending, begunAt: clock() });
      const [oldest] = all.keys();
      if (all.size > MOST && oldest !== undefined) all.delete(oldest);
    },
    take(state = '', cookie) {
      purge();
      const pending = all.get(state);
      if (!pending || pending.browser !== cookie) return undefined;
      all.delete(state);
      return pending;
    },
  };
}
