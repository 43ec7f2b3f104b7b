import {
  formatDate,
  formatMonths,
  lastDayOf,
  monthOf,
  type CalendarDate,
  type OpenPeriod,
} from '@medborgarnavet/model';
import type { SpanTexts } from '../localize/income-view.fact-texts.ts';

/** A time inside a sentence: `september 2026` for whole months, and either end may be missing. */
export function formatSpan({ from, to }: OpenPeriod, texts: SpanTexts): string {
  if (from === undefined) return to === undefined ? '' : texts.to(formatDate(to));
  if (to === undefined) return texts.from(formatDate(from));
  if (from === to) return formatDate(from);
  const isWhole = from.endsWith('-01') && to === lastDayOf(monthOf(to));
  return isWhole ? formatMonths({ from, to }) : `${beginningOf(from, to)}–${formatDate(to)}`;
}

/** Without the month and the year that the end says. */
function beginningOf(from: CalendarDate, to: CalendarDate): string {
  const [day = '', month = '', year = ''] = formatDate(from).split('\u00a0');
  if (monthOf(from) === monthOf(to)) return day;
  return to.startsWith(year) ? `${day}\u00a0${month}` : formatDate(from);
}

/** The same standing alone. */
export function formatSpanAlone(period: OpenPeriod, texts: SpanTexts): string {
  const text = formatSpan(period, texts);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** How long something was, is or will be: `för september 2026`, `från 1 oktober 2026`. */
export function formatDuring(period: OpenPeriod, texts: SpanTexts): string {
  const text = formatSpan(period, texts);
  return period.from === undefined || period.to === undefined ? text : texts.during(text);
}

/** A number as it is written in Swedish. */
export function formatNumber(value: number): string {
  return String(value).replace('.', ',');
}
