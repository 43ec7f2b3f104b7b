import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** So many calls within so many seconds from the first of them. */
export interface Limit {
  readonly calls: number;
  readonly seconds: number;
}

export interface LimitsOptions {
  /** `POST /income` and `POST /background` together, which ask the authorities; 10 in 10 minutes unless given. */
  readonly asking?: Limit;
  /** `POST /submission`; 20 in 10 minutes unless given. */
  readonly submission?: Limit;
  /** Everything else together; 300 in a minute unless given. */
  readonly other?: Limit;
}

/** How often one person may call. Counted in the memory of each server, so several servers allow as many times more. */
export interface Limits {
  /**
   * Counts a call, for instance `POST /income`. When it is one too many, tells after how many whole seconds, at least one, the
   * next may come. Who goes on calling does not wait longer.
   */
  take(call: string, person: string): Promise<{ readonly retryAfterSeconds: number } | undefined>;
}

const DEFAULTS = {
  asking: { calls: 10, seconds: 600 },
  submission: { calls: 20, seconds: 600 },
  other: { calls: 300, seconds: 60 },
} satisfies Required<LimitsOptions>;

const GROUPS: ReadonlyMap<string, keyof LimitsOptions> = new Map([
  ['POST /income', 'asking'],
  ['POST /background', 'asking'],
  ['POST /submission', 'submission'],
]);

const MOST_CALLS = 100_000;
const LONGEST_SECONDS = 24 * 60 * 60;

/**
 * A person is an HMAC with a key that only this process has, and is forgotten when the seconds are over.
 * @throws Error with one sentence when a limit would let nobody call, or would be none.
 */
export function createLimits(options: LimitsOptions = {}): Limits {
  const key = randomBytes(32);
  const limiterOf = (group: keyof LimitsOptions): RateLimiterMemory => {
    const { calls, seconds } = options[group] ?? DEFAULTS[group];
    if (!isWhole(calls, MOST_CALLS) || !isWhole(seconds, LONGEST_SECONDS))
      throw new Error(
        `The limit of ${group} must be 1 to ${MOST_CALLS} calls in 1 to ${LONGEST_SECONDS} whole seconds.`,
      );
    return new RateLimiterMemory({ points: calls, duration: seconds });
  };
  const limiters = {
    asking: limiterOf('asking'),
    submission: limiterOf('submission'),
    other: limiterOf('other'),
  };
  return {
    async take(call, person) {
      const pseudonym = createHmac('sha256', key).update(person).digest('base64url');
      try {
        await limiters[GROUPS.get(call) ?? 'other'].consume(pseudonym);
        return undefined;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return { retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
      }
    },
  };
}

function isWhole(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}
