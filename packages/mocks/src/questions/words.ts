import {
  formatAmount,
  formatDate,
  formatMonths,
  paymentsIn,
  SOURCE_NAMES,
  sumOre,
  type IncomeStatement,
  type Month,
  type Payment,
} from '@medborgarnavet/model';

/** `A, B och C`. */
export function joinWords(words: readonly string[]): string {
  return new Intl.ListFormat('sv').format(words);
}

/** `oktober 2026`. */
export function tellMonth(month: Month): string {
  return formatMonths({ from: `${month}-01`, to: `${month}-01` });
}

/** What payments come to. */
export function tellSum(payments: readonly Payment[]): string {
  return formatAmount(sumOre(payments.map(({ net }) => net)));
}

/** How a payment is pointed out, so that no other can be meant: more is told where two sound the same. */
export function pointOut(payment: Payment, statement: IncomeStatement): string {
  const short = shortName(payment);
  const alike = paymentsIn(statement).filter((other) => shortName(other) === short);
  return alike.length > 1 ? `${short}, ${formatAmount(payment.net)}` : short;
}

function shortName(payment: Payment): string {
  return `${nameWithPayer(payment)}, ${tellWhen(payment)}`;
}

/** The payer is told where it is not the authority itself; where it is another one, who tells of it. */
export function nameWithPayer({ benefit, payer, source }: Payment): string {
  const teller = SOURCE_NAMES[source];
  if (payer === teller) return benefit.name;
  const isAuthority = Object.values(SOURCE_NAMES).includes(payer);
  return isAuthority ? `${benefit.name} enligt ${teller}` : `${benefit.name} från ${payer}`;
}

export function tellWhen({ date, period }: Payment): string {
  if (date !== undefined) return formatDate(date);
  return period?.from === undefined ? 'utan datum' : `utan datum, för tiden från ${formatDate(period.from)}`;
}

/** Days, as text: what comes first is less. */
export function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
