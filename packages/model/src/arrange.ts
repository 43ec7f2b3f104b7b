import { sumOre, type Ore } from './money.ts';
import type { Payment } from './payment.ts';
import { includes, type Period } from './period.ts';
import { EKBIST_ROWS, OTHER_INCOME, rowFor, type Row } from './rows.ts';
import { paymentsIn, type IncomeStatement } from './statement.ts';

/**
 * Why a payment is in no row:
 * - `other-period`: it was paid at another time than the form asks about
 * - `undated`: neither a day of payment nor a period is known
 * - `planned`: it is not paid yet
 * - `possible-duplicate`: the same money is counted elsewhere
 * - `no-row`: the form has no row for it, and no row for other income
 */
export type SetAsideReason = 'other-period' | 'undated' | 'planned' | 'possible-duplicate' | 'no-row';

export interface SetAside {
  readonly payment: Payment;
  readonly reason: SetAsideReason;
}

/** A row of the form with what was retrieved for it. `retrieved` is absent when no payment belongs in it. */
export interface FilledRow {
  readonly row: Row;
  readonly retrieved?: Ore;
  readonly payments: readonly Payment[];
}

export interface Arrangement {
  /** Every row, in the order of the form. */
  readonly rows: readonly FilledRow[];
  readonly setAside: readonly SetAside[];
}

/**
 * Puts every payment of a statement in a row of the form, or sets it aside with a reason. Nothing is dropped: the
 * nets of all rows and of all that is set aside sum up to the nets of all payments (DESIGN rule 1).
 */
export function arrange(
  statement: Pick<IncomeStatement, 'sources' | 'period'>,
  rows: readonly Row[] = EKBIST_ROWS,
): Arrangement {
  const inRows = new Map<string, Payment[]>();
  const setAside: SetAside[] = [];
  const other = rows.find(({ key }) => key === OTHER_INCOME);
  for (const payment of paymentsIn(statement)) {
    const row = rowFor(payment, rows) ?? other;
    const reason = reasonToSetAside(payment, statement.period) ?? (row ? undefined : 'no-row');
    if (row && !reason) append(inRows, row.key, payment);
    else if (reason) setAside.push({ payment, reason });
  }
  return { rows: rows.map((row) => fill(row, inRows.get(row.key) ?? [])), setAside };
}

/**
 * The payment's own day decides which month it counts in; without one, the beginning of the time it is for (facts §5).
 * What CSN plans is counted, since study grants are paid on the last day of the month (facts §5); what others plan is not.
 */
function reasonToSetAside(payment: Payment, period: Period): SetAsideReason | undefined {
  if (payment.flags.includes('possible-duplicate')) return 'possible-duplicate';
  if (payment.status === 'planned' && payment.source !== 'CSN') return 'planned';
  const date = payment.date ?? payment.period?.from;
  if (date === undefined) return 'undated';
  return includes(period, date) ? undefined : 'other-period';
}

function append(map: Map<string, Payment[]>, key: string, payment: Payment): void {
  const list = map.get(key);
  if (list) list.push(payment);
  else map.set(key, [payment]);
}

function fill(row: Row, payments: readonly Payment[]): FilledRow {
  if (payments.length === 0) return { row, payments };
  return { row, payments, retrieved: sumOre(payments.map(({ net }) => net)) };
}
