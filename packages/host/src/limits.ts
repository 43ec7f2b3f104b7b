import { createHmac, randomBytes } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** So many calls within so many seconds from the first of them. */
export interface Limit {
  readonly calls: number;
  readonly seconds: number;
}

export interface LimitsOptions {
  /**
   * `POST /income` and `POST /background` together, which ask the authorities; 10 in 10 minutes unless given. Of those that no authority
   * answers twice as many are given back, so the authorities are never asked more than three times as often, whatever they answer.
   */
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
  /**
   * No authority has answered a call that was taken: they were down, or the call was refused before any was asked. It does not count, so that
   * who has waited for the authorities to come back may ask at once. Without it every call counts.
   */
  giveBack?(call: string, person: string): Promise<void>;
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

/** How many calls are given back in the same time, for each that there may be. */
const GIVEN_BACK = 2;

const MOST_CALLS = 100_000;
const LONGEST_SECONDS = 24 * 60 * 60;

/**
 * A person is an HMAC with a key that only this process has, and is forgotten when the seconds are over.
 * @throws Error with one sentence when a limit would let nobody call, or would be none.
 */
export function createLimits(options: LimitsOptions = {}): Limits {
  const key = randomBytes(32);
  const pseudonymOf = (person: string): string =>
    createHmac('sha256', key).update(person).digest('base64url');
  const limiterOf = (group: keyof LimitsOptions, times = 1): RateLimiterMemory => {
    const { calls, seconds } = options[group] ?? DEFAULTS[group];
    if (!isWhole(calls, MOST_CALLS) || !isWhole(seconds, LONGEST_SECONDS))
      throw new Error(
        `The limit of ${group} must be 1 to ${MOST_CALLS} calls in 1 to ${LONGEST_SECONDS} whole seconds.`,
      );
    return new RateLimiterMemory({ points: calls * times, duration: seconds });
  };
  const limiters = {
    asking: limiterOf('asking'),
    submission: limiterOf('submission'),
    other: limiterOf('other'),
  };
  const givenBack = limiterOf('asking', GIVEN_BACK);
  return {
    async take(call, person) {
      const limiter = limiters[GROUPS.get(call) ?? 'other'];
      const pseudonym = pseudonymOf(person);
      const refusal = await consume(limiter, pseudonym);
      if (!refusal) return undefined;
      // One that was refused is not one of those that were made.
      await undo(limiter, pseudonym);
      return { retryAfterSeconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) };
    },
    async giveBack(call, person) {
      if (GROUPS.get(call) !== 'asking') return;
      const pseudonym = pseudonymOf(person);
      if (!(await consume(givenBack, pseudonym))) await undo(limiters.asking, pseudonym);
    },
  };
}

/** Counts one, unless it is one too many: then tells of how long. */
async function consume(limiter: RateLimiterMemory, pseudonym: string): Promise<RateLimiterRes | undefined> {
  try {
    await limiter.consume(pseudonym);
    return undefined;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return refusal;
    throw refusal;
  }
}

/** Counts one fewer of those that are still counted, and never fewer than none. */
async function undo(limiter: RateLimiterMemory, pseudonym: string): Promise<void> {
  const counted = await limiter.get(pseudonym);
  if (!counted || counted.consumedPoints <= 0) return;
  const { consumedPoints } = await limiter.reward(pseudonym);
  // Others have been undone meanwhile, or their time was over.
  if (consumedPoints < 0) await limiter.penalty(pseudonym);
}

function isWhole(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}
