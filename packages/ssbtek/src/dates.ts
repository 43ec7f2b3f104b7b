import { isCalendarDate, lastDayOf, type CalendarDate, type OpenPeriod } from '@medborgarnavet/model';

/**
 * A day as the agencies write it: `2026-10-20`, `2026-10-20+01:00`, `20261020`, `2026-10-20T00:00:00`.
 * Undefined for anything else; CSN's `0` means that no day is decided (facts §4.4).
 */
export function readDate(text: string | undefined): CalendarDate | undefined {
  const trimmed = text?.trim() ?? '';
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed);
  const date = compact ? compact.slice(1, 4).join('-') : trimmed.slice(0, 10);
  if (!compact && !/^(?:[T+Z-]|$)/.test(trimmed.slice(10))) return undefined;
  return isCalendarDate(date) ? date : undefined;
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
