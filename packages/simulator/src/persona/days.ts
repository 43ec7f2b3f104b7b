import { type Day, type Period, addDays, dayOfMonth } from '../days.ts';
import type { Covers, PaymentDay, RelativeDay, Span } from '../notation.ts';

/** So that a question about last month, or about the one before, always finds them. */
const EVERY_MONTH = [-2, -1, 0];

/** The days that a payment of a persona is made, seen from today. */
export function paymentDays(date: PaymentDay, today: Day): readonly Day[] {
  if (typeof date === 'string') return [relativeDay(date, today)];
  const months = date.month === 'every' ? EVERY_MONTH : [date.month];
  return months.map((month) => dayOfMonth(today, month, date.day));
}

export function relativeDay(date: RelativeDay, today: Day): Day {
  if (typeof date !== 'string') return dayOfMonth(today, date.month, date.day);
  return addDays(today, Number(date.slice('today'.length).replace(' ', '')));
}

/** The whole months that a payment is for. */
export function coveredPeriod(paid: Day, covers: Covers = { from: 0, to: 0 }): Period {
  return { from: dayOfMonth(paid, covers.from, 1), tom: dayOfMonth(paid, covers.to, 31) };
}

/** A period of a persona, seen from today. */
export function spanOf({ from, to }: Span, today: Day): { readonly from: Day; readonly tom?: Day } {
  return { from: relativeDay(from, today), ...(to !== undefined && { tom: relativeDay(to, today) }) };
}

/** Whether a period that may go on has a day in common with another. */
export function overlaps(span: { readonly from: Day; readonly tom?: Day }, period: Period): boolean {
  return span.from <= period.tom && (span.tom === undefined || span.tom >= period.from);
}
