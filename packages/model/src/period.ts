import * as z from 'zod/mini';

/** A calendar day in Sweden, `YYYY-MM-DD`. Never an instant. */
export const CalendarDate = z.iso.date();
export type CalendarDate = z.infer<typeof CalendarDate>;

export function isCalendarDate(text: string): text is CalendarDate {
  return z.regexes.date.test(text);
}

/** From and to, both days included. */
export const Period = z
  .strictObject({ from: CalendarDate, to: CalendarDate })
  .check(z.refine(({ from, to }) => from <= to, { error: 'from must not be after to', path: ['from'] }));
export type Period = z.infer<typeof Period>;

/** A period that may lack its beginning or its end, as the authorities sometimes give it (facts §4.2). */
export const OpenPeriod = z.strictObject({
  from: z.exactOptional(CalendarDate),
  to: z.exactOptional(CalendarDate),
});
export type OpenPeriod = z.infer<typeof OpenPeriod>;

/** A month in Sweden, `YYYY-MM`. */
export type Month = string;

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/** The days of a month, or of the months `2026-08/2026-10`. Undefined when the text is neither. */
export function parseMonths(text: string): Period | undefined {
  const [first = '', last = first, ...more] = text.trim().split('/');
  if (more.length > 0 || !MONTH.test(first) || !MONTH.test(last) || first > last) return undefined;
  return { from: `${first}-01`, to: lastDayOf(last) };
}

/** The month so many months later; earlier with a negative number. */
export function addMonths(month: Month, months: number): Month {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The last day of a month. */
export function lastDayOf(month: Month): CalendarDate {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return `${month}-${number === 2 && isLeapYear ? 29 : DAYS[number - 1]}`;
}

export function monthOf(date: CalendarDate): Month {
  return date.slice(0, 7);
}

/** Whether the day lies in the period. */
export function includes(period: Period, date: CalendarDate): boolean {
  return period.from <= date && date <= period.to;
}

/** The days that both have; undefined for none. */
export function overlap(a: Period, b: Period): Period | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from <= to ? { from, to } : undefined;
}

/** Made once: to make one takes far longer than to use it. */
const IN_SWEDEN = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' });

/** The day that it is in Sweden at an instant (Europe/Stockholm). */
export function dateInSweden(instant: Date): CalendarDate {
  return IN_SWEDEN.format(instant);
}

const INSTANT_IN_SWEDEN = new Intl.DateTimeFormat('sv-SE', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Stockholm',
});

/** `21 november 2026 kl. 09:14`, in Sweden (Europe/Stockholm). */
export function formatInstant(instant: Date | string): string {
  return INSTANT_IN_SWEDEN.format(new Date(instant));
}

const TIME_IN_SWEDEN = new Intl.DateTimeFormat('sv-SE', {
  timeStyle: 'short',
  timeZone: 'Europe/Stockholm',
});

/** `14:32`: the time of an instant in Sweden, as {@link formatInstant} has it. */
export function formatTime(instant: Date): string {
  return TIME_IN_SWEDEN.format(instant);
}

const MONTH_NAMES = [
  'januari', 'februari', 'mars', 'april', 'maj', 'juni',
  'juli', 'augusti', 'september', 'oktober', 'november', 'december',
]; // prettier-ignore

/** `oktober 2026`, or `augusti–oktober 2026` for several whole months. */
export function formatMonths(period: Period): string {
  const [from, to] = [monthOf(period.from), monthOf(period.to)];
  const name = (month: Month): string => MONTH_NAMES[Number(month.slice(5)) - 1] ?? month;
  const year = (month: Month): string => month.slice(0, 4);
  if (from === to) return `${name(from)} ${year(from)}`;
  if (year(from) === year(to)) return `${name(from)}\u2013${name(to)} ${year(to)}`;
  return `${name(from)} ${year(from)}\u2013${name(to)} ${year(to)}`;
}

/** `20 oktober 2026`, with no-break spaces. */
export function formatDate(date: CalendarDate): string {
  return `${Number(date.slice(8, 10))} ${formatMonths({ from: date, to: date })}`.replaceAll(' ', '\u00a0');
}
