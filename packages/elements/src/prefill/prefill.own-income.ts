import { ore, parseTypedAmount, sumOre, type Ore } from '@medborgarnavet/model';
import type { Written } from './prefill.written.ts';

/** What the person's own incomes sum up to; undefined when no amount is written. */
export function ownIncomeTotal({ own }: Written): Ore | undefined {
  const amounts = own.flatMap(({ amount }) => {
    const typed = parseTypedAmount(amount);
    return typed.kind === 'amount' ? [typed.ore] : [];
  });
  return amounts.length === 0 ? undefined : ore(sumOre(amounts));
}
