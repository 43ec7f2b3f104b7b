import * as z from 'zod/mini';

/**
 * Why a person says that a retrieved amount, or one payment, is not right.
 * - `wrong-amount`: another amount came
 * - `not-received`: nothing came
 * - `other-period`: it came at another time, or is for another time
 * - `paid-to-other`: somebody else got it
 * - `other`: something else, which the comment tells
 */
export const CorrectionReason = z.enum([
  'wrong-amount',
  'not-received',
  'other-period',
  'paid-to-other',
  'other',
]);
export type CorrectionReason = z.infer<typeof CorrectionReason>;
