import { rowFor, SOURCE_NAMES, type Payment, type PaymentFlag, type Source } from '@medborgarnavet/model';

/**
 * Marks what can only be seen across payments and sources: a benefit that no row is meant for, and money that both FK
 * and PM tell of (facts §4.3: same day, same net, PM pays).
 */
export function flag(sources: readonly Source[]): Source[] {
  const told = new Set(
    sources.filter(({ source }) => source === 'PM').flatMap(({ payments }) => payments.map(keyOf)),
  );
  return sources.map((source): Source => {
    if (source.verdict !== 'answered') return source;
    return {
      ...source,
      payments: source.payments.map((payment) => withFlags(payment, flagsFor(payment, told))),
    };
  });
}

function flagsFor(payment: Payment, toldByPm: ReadonlySet<string>): PaymentFlag[] {
  const flags: PaymentFlag[] = [];
  if (!rowFor(payment)) flags.push('unknown-benefit');
  const paidByPm = payment.source === 'FK' && payment.payer === SOURCE_NAMES.PM;
  if (paidByPm && toldByPm.has(keyOf(payment))) flags.push('possible-duplicate');
  return flags;
}

function withFlags(payment: Payment, flags: readonly PaymentFlag[]): Payment {
  return flags.length === 0 ? payment : { ...payment, flags: [...payment.flags, ...flags] };
}

function keyOf({ payer, date, net }: Payment): string {
  return [payer, date, net].join('\n');
}
