import type { Payment, ReviewedLine } from '@medborgarnavet/model';
import type { HandedInPayment, HandedInRow } from './handed-in.schema.ts';
import { say } from './handed-in-sources.ts';
import { MISSING, REASONS, STATUSES } from './handed-in-words.ts';

/** A row: what was retrieved, what the person says, and what counts. @param isUnseen the page could not look up what was fetched. */
export function toHandedInRow(
  line: ReviewedLine,
  payments: readonly Payment[],
  isUnseen: boolean,
): HandedInRow {
  const { key, label, retrieved, missing, payers, corrected, reason, comment, disputed, effective } = line;
  return {
    nyckel: key,
    benamning: label,
    hamtat:
      retrieved === undefined
        ? { saknas: say(MISSING, isUnseen ? 'not-shown' : (missing ?? 'not-fetched')) }
        : { belopp: retrieved, fran: [...payers] },
    ...(corrected !== undefined && { rattat: corrected }),
    ...(effective !== undefined && { galler: effective }),
    ...(reason && { orsak: say(REASONS, reason) }),
    ...(comment !== undefined && { kommentar: comment }),
    bestridda: disputed.map(({ payment, reason: why }) => ({
      ...whichPayment(payment),
      ...(why && { orsak: say(REASONS, why) }),
    })),
    utbetalningar: payments.map(toHandedInPayment),
  };
}

export function toHandedInPayment(payment: Payment): HandedInPayment {
  const { source, status, period, gross, tax, deductions } = payment;
  return {
    ...whichPayment(payment),
    kalla: source,
    status: say(STATUSES, status),
    ...(period && {
      period: {
        ...(period.from !== undefined && { fran: period.from }),
        ...(period.to !== undefined && { till: period.to }),
      },
    }),
    ...(gross !== undefined && { brutto: gross }),
    ...(tax !== undefined && { skatt: tax }),
    avdrag: deductions.map(({ code, name, amount }) => ({ kod: code, namn: name, belopp: amount })),
  };
}

/** Enough of a payment to know which one it is. */
function whichPayment({ id, payer, benefit, date, net }: Payment) {
  return {
    id,
    betalare: payer,
    forman: { kod: benefit.code, namn: benefit.name },
    ...(date !== undefined && { datum: date }),
    netto: net,
  };
}
