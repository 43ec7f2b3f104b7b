import type { Payment } from '@medborgarnavet/model';
import { hash } from 'node:crypto';

/**
 * Gives each payment an id that stays the same over fetches, made of what the authority says of it. Alike payments are
 * told apart by their order.
 */
export function withIds(payments: readonly Omit<Payment, 'id'>[]): Payment[] {
  const seen = new Map<string, number>();
  return payments.map((payment) => {
    const { source, payer, benefit, date, period, net } = payment;
    const days = `${date ?? ''}\n${period?.from ?? ''}\n${period?.to ?? ''}`;
    const facts = `${source}\n${payer}\n${benefit.code}\n${days}\n${net}`;
    const digest = hash('sha256', facts, 'base64url').slice(0, 16);
    const count = (seen.get(digest) ?? 0) + 1;
    seen.set(digest, count);
    return { id: `${source}-${digest}-${count}`, ...payment };
  });
}
