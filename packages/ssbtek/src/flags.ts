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
  return [
    ...(rowFor(payment) ? [] : (['unknown-benefit'] as const)),
    ...(payment.source === 'FK' && payment.payer === SOURCE_NAMES.PM && toldByPm.has(keyOf(payment))
      ? (['possible-duplicate'] as const)
      : []),
  ];
}

function withFlags(payment: Payment, flags: readonly PaymentFlag[]): Payment {
  return flags.length === 0 ? payment : { ...payment, flags: [...payment.flags, ...flags] };
}

function keyOf({ payer, date, net }: Payment): string {
  return [payer, date, net].join('\n');
}
