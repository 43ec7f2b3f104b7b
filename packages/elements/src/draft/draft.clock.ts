/** What time it is, what happens later, and chance: an argument, so that a test can hold them. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** Does it after so many milliseconds. Call what is returned for it not to be done. */
  readonly after: (wait: number, run: () => void) => () => void;
}

/** The longest that a browser's timer can wait. */
const LONGEST = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  random: () => Math.random(),
  after: (wait, run) => {
    const timer = setTimeout(run, Math.min(wait, LONGEST));
    return () => clearTimeout(timer);
  },
};
