import type { PaymentDay } from '../notation.ts';
import type { Chance } from './chance.ts';

/** A day of payment: monthly, once, or still to come. */
export function randomDate(chance: Chance): PaymentDay {
  const day = chance.whole(1, 31);
  if (chance.happens(60)) return { month: 'every', day };
  return chance.happens(80) ? { month: chance.whole(-2, 0), day } : `today +${chance.whole(1, 25)}`;
}
