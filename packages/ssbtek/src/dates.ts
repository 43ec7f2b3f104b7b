import {
  dateInSweden,
  isCalendarDate,
  lastDayOf,
  type CalendarDate,
  type OpenPeriod,
} from '@medborgarnavet/model';

/** A day by itself may say its zone (xs:date) and is that day all the same. */
const DAY = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$/;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/;
const TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?$/;

/**
 * A day as the agencies write it: `2026-10-20`, `2026-10-20+01:00`, `20261020`, `2026-10-20T00:00:00`. A time with a zone is an instant, and
 * the day is the one in Sweden then: `2026-10-20T22:30:00Z` is 21 October. A time without one is in Sweden already.
 * Undefined for anything else; CSN's `0` means that no day is decided (facts §4.4).
 */
export function readDate(text: string | undefined): CalendarDate | undefined {
  const trimmed = text?.trim() ?? '';
  const [, written, time, zone] = TIME.exec(trimmed) ?? DAY.exec(trimmed) ?? [];
  const date = written ?? COMPACT_DAY.exec(trimmed)?.slice(1).join('-');
  if (date === undefined || !isCalendarDate(date)) return undefined;
  if (time === undefined) return date;
  const instant = new Date(`${date}T${time}${zone ?? 'Z'}`);
  if (Number.isNaN(instant.getTime())) return undefined;
  return zone === undefined ? date : dateInSweden(instant);
}

/** A day or a whole month (`2026-10`), as the first or the last day of it. */
export function readDateOrMonth(text: string | undefined, end: 'first' | 'last'): CalendarDate | undefined {
  const trimmed = text?.trim() ?? '';
  if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(trimmed)) return readDate(trimmed);
  return end === 'first' ? `${trimmed}-01` : lastDayOf(trimmed);
}

/** A period of which either end may be missing; undefined when both are, or when they are in the wrong order. */
export function openPeriod(
  from: CalendarDate | undefined,
  to: CalendarDate | undefined,
): OpenPeriod | undefined {
  if ((from === undefined && to === undefined) || (from !== undefined && to !== undefined && from > to))
    return undefined;
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** The Monday or the Sunday of an ISO week, `yyyyWW` (facts §4.4). */
export function readWeek(text: string, end: 'first' | 'last'): CalendarDate | undefined {
  const match = /^(\d{4})(\d{2})$/.exec(text.trim());
  if (!match) return undefined;
  const [year, week] = [Number(match[1]), Number(match[2])];
  if (week < 1 || week > 53 || year < 1900 || year > 2200) return undefined;
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7) + (week - 1) * 7;
  return new Date(Date.UTC(year, 0, end === 'first' ? monday : monday + 6)).toISOString().slice(0, 10);
}
