import * as z from 'zod';
import {
  ClosedSpan,
  Coded,
  Covers,
  Kronor,
  PaymentDay,
  Percent,
  RelativeDay,
  Span,
  list,
} from '../notation.ts';

/** What the a-kassor, Arbetsförmedlingen, Transportstyrelsen and Migrationsverket know. */

const SoPayment = z.strictObject({
  date: PaymentDay,
  covers: Covers.exactOptional(),
  afterTax: Kronor,
  afterDeductions: Kronor,
  days: z.number(),
});

const SoFund = z.strictObject({
  name: z.string().min(1),
  status: z.string(),
  payments: list(SoPayment).exactOptional(),
  /** When the person gets nothing because of something they did or did not do. */
  suspensions: list(ClosedSpan).exactOptional(),
  application: z
    .strictObject({
      /** The day of the decision on the right to benefit; none has been made without it. */
      decided: RelativeDay.exactOptional(),
      /** Whether payment has been applied for. */
      submitted: z.boolean(),
    })
    .exactOptional(),
});
export type SoFund = z.infer<typeof SoFund>;

export const soContent = { funds: list(SoFund).exactOptional() };

/** The activity report: 200 is submitted, 500 the person is not there, 501 not submitted, 502 a technical error. */
const ActivityReport = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('200'), date: RelativeDay }),
  z.strictObject({ code: z.enum(['500', '501', '502']) }),
]);

export const afContent = {
  /** Without it, the person is not registered. */
  registered: RelativeDay.exactOptional(),
  deregistered: RelativeDay.exactOptional(),
  /** The category, as AF words it. */
  category: z.string().min(1).exactOptional(),
  extent: Percent.exactOptional(),
  report: ActivityReport.exactOptional(),
  decisions: list(ClosedSpan.extend({ type: z.string().min(1), extent: Percent })).exactOptional(),
  /** The a-kassa that the person says to be a member of. */
  fund: z.string().min(1).exactOptional(),
};

export const tnsContent = {
  vehicles: list(
    z.strictObject({
      number: z.string().min(1),
      make: z.string(),
      year: z.string(),
      kind: z.string(),
      model: z.string(),
    }),
  ).exactOptional(),
};

const Permit = z.strictObject({
  type: Coded,
  decision: Coded,
  outcome: Coded,
  reason: Coded.exactOptional(),
  applied: RelativeDay.exactOptional(),
  decided: RelativeDay,
  /** Permanent when it has no end. */
  period: Span,
});
export type Permit = z.infer<typeof Permit>;

export const mivContent = {
  country: z.string().min(1).exactOptional(),
  arrived: RelativeDay.exactOptional(),
  permits: list(Permit).exactOptional(),
};
