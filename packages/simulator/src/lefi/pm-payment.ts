import type { Day } from '../days.ts';
import { coveredPeriod } from '../persona/days.ts';
import type { PmPayment } from '../persona/lefi.ts';
import { kod } from './values.ts';

/** A payment as PM tells of it: `LefiPmFormanUtbetalning`. The totals are made from the rows. */
export function pmPayment({ rows, deductions = [], covers }: PmPayment, date: Day): object {
  const gross = total(rows);
  return {
    utbetalningsdatum: date,
    utbetalningsperiod: coveredPeriod(date, covers),
    bruttobelopp: gross,
    nettobelopp: gross - total(deductions),
    avdrag: deductions.map(({ type, amount }) => ({ belopp: -amount, avdragstyp: kod(type) })),
    utbetalningsrader: rows.map(({ group, form, type, amount }) => ({
      formansgrupp: kod(group),
      belopp: amount,
      utbetalningsforman: kod(form),
      beloppstyp: kod(type),
    })),
  };
}

function total(rows: readonly { readonly amount: number }[]): number {
  return rows.reduce((sum, { amount }) => sum + amount, 0);
}
