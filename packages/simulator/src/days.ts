/** A calendar day in Sweden, `YYYY-MM-DD`. Never an instant. */
export type Day = string;

/** Both days included. */
export interface Period {
  readonly from: Day;
  readonly tom: Day;
}

/** The day that it is in Sweden at an instant. */
export function dayInSweden(instant: Date): Day {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' }).format(
    instant,
  );
}

/** Whether the text is a day that exists. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && toDay(toDate(text)) === text;
}

export function addDays(day: Day, days: number): Day {
  const date = toDate(day);
  date.setUTCDate(date.getUTCDate() + days);
  return toDay(date);
}

/** The same day so many months later, or the last of that month where it is too short. */
export function addMonths(day: Day, months: number): Day {
  return dayOfMonth(day, months, Number(day.slice(8)));
}

/** A numbered day of the month that lies so many months after that of `day`; the month's last day at most. */
export function dayOfMonth(day: Day, months: number, number: number): Day {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return toDay(new Date(Date.UTC(year, month - 1 + months, Math.min(number, last))));
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function includes(period: Period, day: Day): boolean {
  return period.from <= day && day <= period.tom;
}

/** The week as CSN writes it: ISO year and week, `202603`. */
export function isoWeek(day: Day): string {
  const date = toDate(day);
  // A week belongs to the year that its Thursday lies in.
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const year = date.getUTCFullYear();
  const dayOfYear = (date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000;
  return `${year}${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`;
}

function toDate(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}

function toDay(date: Date): Day {
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
