import * as z from 'zod';

/** What the notation of every agency in `personas/*.json` is made of. */

export const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

/** A code and the agency's own words for it: `ABB Barnbidrag`. */
export const Coded = z.string().regex(/^\S+ \S/, 'Expected a code, a space and a name: "ABB Barnbidrag"');

/** Takes `ABB Barnbidrag` apart. */
export function coded(text: string): { readonly code: string; readonly name: string } {
  const [code = '', ...words] = text.split(' ');
  return { code, name: words.join(' ') };
}

export const Personnummer = z.string().regex(/^\d{12}$/);
export const Kronor = z.number().multipleOf(0.01);
export const WholeKronor = z.int();
export const Percent = z.int().min(1).max(100);

const DayNumber = z.int().min(1).max(31);
export const MonthOffset = z.int().min(-24).max(24);

/** `{ "month": -1, "day": 20 }`: the 20th of last month. `"today -2"`: the day before yesterday. */
export const RelativeDay = z.union([
  z.strictObject({ month: MonthOffset, day: DayNumber }),
  z.string().regex(/^today(?: [-+]\d{1,3})?$/),
]);
export type RelativeDay = z.infer<typeof RelativeDay>;

/** `"every"` month is each of the months -2, -1 and 0. */
export const PaymentDay = z.union([
  RelativeDay,
  z.strictObject({ month: z.literal('every'), day: DayNumber }),
]);
export type PaymentDay = z.infer<typeof PaymentDay>;

/** The months that a payment is for, counted from the month of its payment day. Without it: that month. */
export const Covers = z.strictObject({ from: MonthOffset, to: MonthOffset });
export type Covers = z.infer<typeof Covers>;

/** A period that may go on. */
export const Span = z.strictObject({ from: RelativeDay, to: RelativeDay.exactOptional() });
export type Span = z.infer<typeof Span>;

/** A period that has an end. */
export const ClosedSpan = z.strictObject({ from: RelativeDay, to: RelativeDay });
export type ClosedSpan = z.infer<typeof ClosedSpan>;
