const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const TIME = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone: 'Europe/Stockholm' });
const DATE = new Intl.DateTimeFormat('sv-SE', {
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/Stockholm',
});

/** `14.32`, in Sweden. */
export function timeOf(instant: Date): string {
  return TIME.format(instant).replace(':', '.');
}

/** `28 november`, in Sweden. */
export function dayOf(instant: Date): string {
  return DATE.format(instant).replaceAll(' ', '\u00a0');
}

/** How much time is left, in the largest whole measure that there is any of. */
export interface TimeLeft {
  readonly measure: 'days' | 'hours' | 'minutes' | 'nothing';
  readonly count: number;
  /** Milliseconds until this is no longer so. */
  readonly until: number;
}

const MEASURES = [
  ['days', DAY],
  ['hours', HOUR],
  ['minutes', MINUTE],
] as const;

export function timeLeft(now: number, end: number): TimeLeft {
  const left = end - now;
  if (left <= 0) return { measure: 'nothing', count: 0, until: Infinity };
  const [measure, length] = MEASURES.find(([, each]) => left >= each) ?? ['minutes', MINUTE];
  const count = Math.floor(left / length);
  return { measure, count, until: count === 0 ? left : left - count * length + 1 };
}

/** Less than a day, and it has to be said so that it is seen. */
export function isSoon({ measure }: TimeLeft): boolean {
  return measure !== 'days';
}
