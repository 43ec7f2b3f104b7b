const FIRST = 5000;
const LONGEST = 60 * 60 * 1000;

/**
 * How long to wait after an attempt that failed, in milliseconds: up to 5 s after the first, twice as long after each, at most an hour, forever.
 * Chance takes away up to half of it, so that what failed together does not come back together.
 * @param attempt the number of the attempt, from 1. @param random gives a number from 0 up to 1.
 */
export function retryAfter(attempt: number, random: () => number): number {
  const longest = Math.min(FIRST * 2 ** (attempt - 1), LONGEST);
  return Math.round(longest * (1 - random() / 2));
}
