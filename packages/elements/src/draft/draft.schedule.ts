const SECOND = 1_000;

/** After the last change. */
const PAUSE = SECOND;
/** After the first change: somebody who never pauses is saved all the same. */
const LATEST = 10 * SECOND;

const FIRST_RETRY = 2 * SECOND;
const LONGEST_RETRY = 60 * SECOND;

/** How long to wait before a save, in milliseconds: a pause after the last change, and not for ever after the first. */
export function waitForPause(firstChange: number, lastChange: number, now: number): number {
  return Math.max(0, Math.min(lastChange + PAUSE, firstChange + LATEST) - now);
}

/**
 * How long to wait before it is tried again: twice as long each time, and never for everybody at once.
 *
 * @param attempt how many have failed before this one.
 * @param chance from 0 up to 1.
 */
export function waitForRetry(attempt: number, chance: number): number {
  const longest = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** attempt);
  return longest / 2 + (longest / 2) * chance;
}
