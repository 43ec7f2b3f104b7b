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
  /** The years that Skatteverket is asked about (v11). */
  readonly skvYears: readonly number[];
}

export function periodsFor(period: Period, today: CalendarDate): AskedPeriods {
  return { csn: overlap(period, csnWindow(today)), skvYears: skvYears(period) };
}

/** The time CSN tells about: two months back to one month ahead of today (facts §7.2). */
function csnWindow(today: CalendarDate): Period {
  return { from: sameDay(today, -2), to: sameDay(today, 1) };
}

/**
 * The years of the period. Försäkringskassan's example asks for the two latest completed years (facts §3.1), which is
 * what tax decisions need; that the years also choose wages is inferred.
 */
function skvYears({ from, to }: Period): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function sameDay(date: CalendarDate, months: number): CalendarDate {
  const month = addMonths(monthOf(date), months);
  const last = lastDayOf(month);
  const same = `${month}-${date.slice(8, 10)}`;
  return same < last ? same : last;
}
