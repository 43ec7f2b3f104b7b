import {
  arrange,
  monthOf,
  paymentsIn,
  type IncomeStatement,
  type Month,
  type Payment,
  type SetAsideReason,
} from '@medborgarnavet/model';
import { benefitOf } from './income-view.benefit.ts';

/** A payment where it stands in the view. */
export interface Entry {
  /** Also for two payments that came under one id. */
  readonly key: string;
  readonly payment: Payment;
  /** Where it is shown; undefined when it has neither a day nor a time that it is for. */
  readonly month: Month | undefined;
  /** Why it does not count in what the form asks about; undefined when it does. */
  readonly setAside: SetAsideReason | undefined;
}

/** Every payment of the statement, newest first. The rules are those of the form. */
export function entriesOf(statement: IncomeStatement): Entry[] {
  const reasons = new Map(arrange(statement).setAside.map(({ payment, reason }) => [payment, reason]));
  const seen = new Map<string, number>();
  return paymentsIn(statement)
    .map((payment): Entry => {
      const count = seen.get(payment.id) ?? 0;
      seen.set(payment.id, count + 1);
      const day = dayOf(payment);
      return {
        key: count === 0 ? payment.id : `${payment.id}--${count}`,
        payment,
        month: day === undefined ? undefined : monthOf(day),
        setAside: reasons.get(payment),
      };
    })
    .sort(
      (a, b) =>
        compare(dayOf(b.payment) ?? '', dayOf(a.payment) ?? '') || Number(isCopy(a)) - Number(isCopy(b)),
    );
}

/** It stands after what it is a copy of. */
function isCopy({ setAside }: Entry): boolean {
  return setAside === 'possible-duplicate';
}

/** The day that decides where it is shown: the rule of the form. */
function dayOf({ date, period }: Payment): string | undefined {
  return date ?? period?.from;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** All words that a payment can be found by. */
export function wordsOf({ payment }: Entry): string[] {
  const { benefit, payer, parts } = payment;
  return [benefit.name, payer, benefitOf(payment)?.name ?? '', ...parts.map((part) => part.benefit.name)];
}
