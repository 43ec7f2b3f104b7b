import * as z from 'zod';
import { ClosedSpan, Covers, PaymentDay, list } from '../notation.ts';

/** What CSN knows, as it is written in `personas/*.json`. */

const CsnAmount = z.int().min(-999_999).max(9_999_999);
const CsnPayment = z.strictObject({
  /** What lies in the future is planned, and so is what is undecided. */
  date: z.union([PaymentDay, z.literal('undecided')]),
  covers: Covers.exactOptional(),
  rows: list(z.strictObject({ type: z.string().regex(/^\S{1,6} \S.{0,39}$/), amount: CsnAmount })).check(
    z.maxLength(10),
  ),
});
export type CsnPayment = z.infer<typeof CsnPayment>;

const CsnCase = z.strictObject({
  form: z
    .string()
    .regex(/^\S{1,6} \S.{0,39}$/, 'Expected a code of at most 6 and a name of at most 40 characters'),
  studies: ClosedSpan.extend({ extent: z.literal([0, 20, 40, 50, 60, 75, 100]) }).exactOptional(),
  payments: list(CsnPayment),
});
export type CsnCase = z.infer<typeof CsnCase>;

export const csnContent = {
  Studiemedel: list(CsnCase).exactOptional(),
  Studiehjalp: list(CsnCase).exactOptional(),
  HemutrustningsLan: list(CsnCase).exactOptional(),
  Studiestartsstod: list(CsnCase).exactOptional(),
  Omstallningsstudiestod: list(CsnCase).exactOptional(),
};
