import type { Day } from '../days.ts';
import { coded } from '../notation.ts';
import { coveredPeriod } from '../persona/days.ts';
import type { FkCovers, FkPayment, FkRow } from '../persona/lefi.ts';
import { belopp, digits, letters } from './values.ts';

/** A payment as FK tells of it: `LefiUtbetalningUppgift`. The totals are made from the rows. */
export function fkPayment(payment: FkPayment, date: Day): object {
  const deductions = payment.deductions ?? [];
  const gross = total(payment.rows);
  const tax = total(deductions.filter(isTax));
  const taken = total(deductions);
  const benefit = letters(payment.benefit ?? payment.family);
  return {
    typ: digits(payment.kind ?? '1 Månad'),
    foretag: digits(payment.company ?? '1001 Försäkringskassan'),
    formansfamilj: letters(payment.family),
    datum: date,
    period: franTill(date, payment.covers),
    bruttobelopp: belopp(gross),
    skattebelopp: belopp(tax),
    // The deductions include the tax (facts §0.8).
    avdragsbelopp: belopp(taken),
    nettobelopp: belopp(gross - taken),
    utbetalningsdetalj: [
      ...payment.rows.map((row) => ({
        forman: row.benefit === undefined ? benefit : letters(row.benefit),
        period: franTill(date, row.covers ?? payment.covers),
        beloppstyp: letters(row.type),
        ...extentAndDays(row),
        bruttobelopp: belopp(row.amount),
      })),
      ...deductions.map((deduction) => ({
        forman: benefit,
        period: franTill(date, payment.covers),
        beloppstyp: letters(deduction.type),
        [isTax(deduction) ? 'skattebelopp' : 'avdragsbelopp']: belopp(deduction.amount),
      })),
    ],
  };
}

function extentAndDays({ extent, days }: FkRow): object {
  return {
    ...(extent !== undefined && { omfattning: { taljare: extent, namnare: 100 } }),
    ...(days !== undefined && { dagar: days }),
  };
}

function isTax({ type }: { readonly type: string }): boolean {
  return ['PS', 'SS'].includes(coded(type).code);
}

function total(rows: readonly { readonly amount: number }[]): number {
  return rows.reduce((sum, { amount }) => sum + amount, 0);
}

/** FK gives days, or months: `2026-09`. */
function franTill(date: Day, covers: FkCovers | undefined): object {
  const { from, tom } = coveredPeriod(date, covers);
  const length = covers?.as === 'months' ? 'yyyy-mm'.length : from.length;
  return { fran: from.slice(0, length), till: tom.slice(0, length) };
}
