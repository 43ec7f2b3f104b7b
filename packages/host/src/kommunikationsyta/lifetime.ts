/** Seven days, as the prestudy has it for the kommunikationsyta. */
export const DEFAULT_LIFETIME_DAYS = 7;
const LONGEST_DAYS = 14;
const DAY = 24 * 60 * 60 * 1000;

/**
 * How long a case is kept, in milliseconds: so many times 24 hours, also when the clocks in Sweden change.
 * @throws Error with one sentence when it is not a whole number of days from 1 to 14.
 */
export function lifetimeOf(days: number = DEFAULT_LIFETIME_DAYS): number {
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_DAYS)
    throw new Error(`The kommunikationsyta keeps a case for 1 to ${LONGEST_DAYS} whole days, not ${days}.`);
  return days * DAY;
}

/**
 * The limit of a case, from the instant at which something is first kept of it. Nothing that comes later moves it: the person has
 * been told a day, and a page that saves by itself must not keep what they have forgotten (docs/decisions/0012).
 */
export function limitOf(firstKept: Date, lifetime: number): number {
  return firstKept.getTime() + lifetime;
}

/** At the limit it is over. */
export function hasExpired(expiresAt: number, now: Date): boolean {
  return now.getTime() >= expiresAt;
}
