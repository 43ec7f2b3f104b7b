import {
  addMonths,
  lastDayOf,
  monthOf,
  overlap,
  type CalendarDate,
  type Period,
} from '@medborgarnavet/model';

/** What each agency is asked about, where it is not the question's own period. */
export interface AskedPeriods {
  /** The part of the period that CSN tells about; undefined when there is none. */
  readonly csn: Period | undefined;
  /** The years that Skatteverket is asked about wages for (v11). */
  readonly wageYears: readonly number[];
  /** The years that it is asked about tax decisions for: the two latest that have ended (facts §3.1). */
  readonly taxYears: readonly number[];
}

export function periodsFor(period: Period, today: CalendarDate): AskedPeriods {
  const year = yearOf(today);
  return {
    csn: overlap(period, csnWindow(today)),
    wageYears: yearsOf(period),
    taxYears: [year - 2, year - 1],
  };
}

/** The time CSN tells about: two months back to one month ahead of today (facts §7.2). */
function csnWindow(today: CalendarDate): Period {
  return { from: sameDay(today, -2), to: sameDay(today, 1) };
}

/** That the years in the question choose wages too is inferred (facts §3.1). */
function yearsOf({ from, to }: Period): number[] {
  const first = yearOf(from);
  return Array.from({ length: yearOf(to) - first + 1 }, (_, index) => first + index);
}

function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

function sameDay(date: CalendarDate, months: number): CalendarDate {
  const month = addMonths(monthOf(date), months);
  const last = lastDayOf(month);
  const same = `${month}-${date.slice(8, 10)}`;
  return same < last ? same : last;
}
