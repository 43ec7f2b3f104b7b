import {
  formatAmount,
  formatDate,
  formatMonths,
  ore,
  sumOre,
  type Changes,
  type CorrectionReason,
  type Payment,
  type PaymentPart,
  type Period,
} from '@medborgarnavet/model';
import type { Texts } from '../localize/texts.ts';
import type { Written } from './prefill.written.ts';

/** A line of what a payment is made of. */
export type Line = readonly [label: string, value: string];

export interface PaymentView {
  readonly id: string;
  readonly heading: string;
  readonly lines: readonly Line[];
  /** Why it counts in the time that the form asks about. */
  readonly why: string;
  /** What is otherwise than at the fetch before. */
  readonly change?: string;
  readonly isDisputed: boolean;
  readonly reason: CorrectionReason | '';
}

export interface PaymentViewInput {
  readonly period: Period;
  readonly written: Written;
  readonly changes: Changes;
  readonly texts: Texts;
}

export function toPaymentView(
  payment: Payment,
  { period, written, changes, texts }: PaymentViewInput,
): PaymentView {
  const was = changes.changed.get(payment.id);
  const change = was
    ? texts.payment.wasBefore(formatAmount(was.net))
    : changes.added.has(payment.id)
      ? texts.payment.isNew
      : undefined;
  return {
    id: payment.id,
    heading: `${payment.benefit.name}, ${payment.payer}`,
    lines: linesOf(payment, texts),
    why: whyItCounts(payment, period, texts),
    ...(change !== undefined && { change }),
    isDisputed: written.disputes.has(payment.id),
    reason: written.disputes.get(payment.id)?.reason ?? '',
  };
}

/** From gross to net. What the authority does not explain is a line of its own, so that the sum always comes out. */
function linesOf(payment: Payment, { payment: texts }: Texts): Line[] {
  const { status, date, period, gross, tax, deductions, net, parts } = payment;
  const planned = status === 'planned';
  const taken = sumOre([...(tax === undefined ? [] : [tax]), ...deductions.map(({ amount }) => amount)]);
  const rest = gross === undefined ? 0 : net - (gross - taken);
  const lines: (Line | false)[] = [
    date !== undefined && [planned ? texts.planned : texts.paid, formatDate(date)],
    period !== undefined && [texts.period, formatSpan(period)],
    ...parts.map((part): Line => [texts.part(part.benefit.name), describePart(part, texts)]),
    gross !== undefined && [texts.gross, formatAmount(gross)],
    tax !== undefined && [texts.tax, formatAmount(minus(tax))],
    ...deductions.map(({ name, amount }): Line => [name, formatAmount(minus(amount))]),
    rest !== 0 && [texts.otherDifference, formatAmount(ore(rest))],
    [planned ? texts.netPlanned : texts.net, formatAmount(net)],
  ];
  return lines.filter((line) => line !== false);
}

function describePart(
  { amount, days, extent, period }: PaymentPart,
  { days: inDays }: Texts['payment'],
): string {
  return [
    ...(amount === undefined ? [] : [formatAmount(amount)]),
    ...(days === undefined ? [] : [inDays(String(days).replace('.', ','))]),
    ...(extent === undefined ? [] : [`${extent}\u00a0%`]),
    ...(period ? [formatSpan(period)] : []),
  ].join(', ');
}

function whyItCounts({ date, period, status }: Payment, asked: Period, { payment }: Texts): string {
  const months = formatMonths(asked);
  if (date !== undefined) {
    return status === 'planned'
      ? payment.countedAsPlanned(months, formatDate(date))
      : payment.countedByDate(months, formatDate(date));
  }
  return period?.from === undefined ? '' : payment.countedByPeriod(months, formatDate(period.from));
}

/** Either end may be missing. */
function formatSpan({ from, to }: NonNullable<Payment['period']>): string {
  return `${from === undefined ? '' : formatDate(from)}–${to === undefined ? '' : formatDate(to)}`;
}

function minus(amount: number): ReturnType<typeof ore> {
  return ore(-amount);
}
