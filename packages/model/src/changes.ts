import type { Payment } from './payment.ts';
import { paymentsIn, type IncomeStatement } from './statement.ts';

/** What a new statement says otherwise than the one before it, payment by payment. */
export interface Changes {
  /** Told of now and not before. */
  readonly added: ReadonlySet<Payment['id']>;
  /** Told of before with another amount: the new payment's id, and what it was. */
  readonly changed: ReadonlyMap<Payment['id'], Payment>;
  /** Told of before and not now. */
  readonly gone: readonly Payment[];
}

export const NO_CHANGES: Changes = { added: new Set(), changed: new Map(), gone: [] };

/**
 * Compares two statements. A payment is the same while the authority says the same of it; one whose amount alone
 * differs is changed. What a source could not tell now is not gone: only one that has been checked can lose a payment.
 */
export function changesBetween(
  before: Pick<IncomeStatement, 'sources'>,
  now: Pick<IncomeStatement, 'sources'>,
): Changes {
  const unchecked = new Set(
    now.sources.filter(({ verdict }) => verdict === 'unchecked').map(({ source }) => source),
  );
  const earlier = new Map(paymentsIn(before).map((payment) => [payment.id, payment] as const));
  const later = paymentsIn(now);
  for (const { id } of later) earlier.delete(id);
  const known = new Set(paymentsIn(before).map(({ id }) => id));
  const added = new Set<string>();
  const changed = new Map<string, Payment>();
  for (const payment of later.filter(({ id }) => !known.has(id))) {
    const was = [...earlier.values()].find((other) => sameOccasion(other, payment));
    if (was) {
      changed.set(payment.id, was);
      earlier.delete(was.id);
    } else added.add(payment.id);
  }
  return { added, changed, gone: [...earlier.values()].filter(({ source }) => !unchecked.has(source)) };
}

/** The same benefit, from the same payer, on the same day or for the same time. */
function sameOccasion(one: Payment, other: Payment): boolean {
  const occasion = ({ source, payer, benefit, date, period }: Payment): string =>
    [source, payer, benefit.code, date, period?.from, period?.to].join('\n');
  return occasion(one) === occasion(other);
}
