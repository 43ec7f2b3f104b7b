import * as z from 'zod/mini';
import { Ore } from './money.ts';
import { CalendarDate, OpenPeriod } from './period.ts';
import { SourceCode } from './source-code.ts';

const Text = z.string().check(z.minLength(1), z.maxLength(200));

/** The authority's own code for a benefit, and its own words for it. Both are open lists (facts §0.7). */
export const Benefit = z.strictObject({ code: z.string().check(z.maxLength(60)), name: Text });
export type Benefit = z.infer<typeof Benefit>;

/** Something taken from the gross amount, tax apart. `amount` is positive öre. */
export const Deduction = z.strictObject({ code: z.string().check(z.maxLength(60)), name: Text, amount: Ore });
export type Deduction = z.infer<typeof Deduction>;

/** One of the rows that a payment is made of. */
export const PaymentPart = z.strictObject({
  benefit: Benefit,
  amount: z.exactOptional(Ore),
  days: z.exactOptional(z.number()),
  /** How much of full time, in percent. */
  extent: z.exactOptional(z.number()),
  period: z.exactOptional(OpenPeriod),
});
export type PaymentPart = z.infer<typeof PaymentPart>;

/**
 * - `possible-duplicate`: the same money is also told of by another source; this copy is not counted.
 * - `unknown-benefit`: no row of the form is meant for it, so it goes to the row for other income.
 * - `retroactive`: paid afterwards for an earlier time.
 * - `paid-to-other`: part of it went to somebody else, for instance to the social services (facts §5, socialavdrag).
 */
export const PaymentFlag = z.enum(['possible-duplicate', 'unknown-benefit', 'retroactive', 'paid-to-other']);
export type PaymentFlag = z.infer<typeof PaymentFlag>;

/** A payment to the person. Money is whole öre; `net` is what was or will be paid out. */
export const Payment = z.strictObject({
  /** Stable over fetches as long as the authority tells the same of it. Says nothing about the person. */
  id: z.string().check(z.regex(/^[\w-]{1,60}$/)),
  source: SourceCode,
  /** Who pays, in words: an authority or an a-kassa. */
  payer: Text,
  benefit: Benefit,
  status: z.enum(['paid', 'planned']),
  /** The day the authority starts the payment; money can arrive later (facts §5). Absent when not decided. */
  date: z.exactOptional(CalendarDate),
  /** The time that it is for. */
  period: z.exactOptional(OpenPeriod),
  gross: z.exactOptional(Ore),
  tax: z.exactOptional(Ore),
  deductions: z.array(Deduction).check(z.maxLength(200)),
  net: Ore,
  parts: z.array(PaymentPart).check(z.maxLength(500)),
  flags: z.array(PaymentFlag).check(z.maxLength(4)),
});
export type Payment = z.infer<typeof Payment>;
