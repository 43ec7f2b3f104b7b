import { dateInSweden } from '@medborgarnavet/model';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const DATE = new Intl.DateTimeFormat('sv-SE', {
  day: 'numeric',
  month: 'long',
  timeZone: 'Europe/Stockholm',
});

/** `28 november`, in Sweden. */
export function dayOf(instant: Date): string {
  return DATE.format(instant).replaceAll(' ', '\u00a0');
}

/** How much time is left. */
export interface TimeLeft {
  /** How many days ahead in the calendar, in Sweden: 0 for today. */
  readonly days: number;
  /** Days are the calendar's. Less than a day is in the largest whole measure that there is any of. */
  readonly measure: 'days' | 'hours' | 'minutes' | 'nothing';
  readonly count: number;
  /** Milliseconds until this is no longer so. */
  readonly until: number;
}

export function timeLeft(now: number, end: number): TimeLeft {
  const left = end - now;
  const days = daysBetween(now, end);
  if (left <= 0) return { days, measure: 'nothing', count: 0, until: Infinity };
  const untilNextDay = days > 0 ? nextDay(now) - now : Infinity;
  if (left >= DAY && days > 0)
    return { days, measure: 'days', count: days, until: Math.min(untilNextDay, left - DAY + 1) };
  const [measure, length] = left >= HOUR ? (['hours', HOUR] as const) : (['minutes', MINUTE] as const);
  const count = Math.floor(left / length);
  const untilNextCount = count === 0 ? left : left - count * length + 1;
  return { days, measure, count, until: Math.min(untilNextDay, untilNextCount) };
}

function daysBetween(now: number, end: number): number {
  const [from, to] = [now, end].map((instant) => Date.parse(dateInSweden(new Date(instant))));
  return ((to ?? 0) - (from ?? 0)) / DAY;
}

/** When it is another day in Sweden: always on the hour, after 23, 24 or 25 of them. */
function nextDay(now: number): number {
  const today = dateInSweden(new Date(now));
  let next = now - (now % HOUR) + HOUR;
  while (dateInSweden(new Date(next)) === today) next += HOUR;
  return next;
}

/** Less than a day, and it has to be said so that it is seen. */
export function isSoon({ measure }: TimeLeft): boolean {
  return measure !== 'days';
}
