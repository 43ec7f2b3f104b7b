import {
  formatAmount,
  formatDate,
  formatMonths,
  ore,
  sumOre,
  type Ore,
  type Payment,
  type PaymentPart,
  type Period,
} from '@medborgarnavet/model';
import type { IncomeViewTexts } from '../localize/income-view.texts.ts';
import { benefitOf, whyDeducted } from './benefits.ts';
import { formatNumber, formatSpan, type Entry } from './income-view.entries.ts';

/** A payment among others: one line. */
export interface PaymentLine {
  readonly key: string;
  readonly name: string;
  /** What it is, in easy words. */
  readonly plain?: string;
  readonly when: string;
  readonly amount: string;
  readonly isPlanned: boolean;
  /** Why it does not count. */
  readonly notCounted?: string;
}

/** Part of the way from before tax to what the person got. */
export interface StepView {
  readonly label: string;
  readonly amount: string;
  readonly kind: 'gross' | 'taken' | 'net';
  /** From where to where, in whole öre: absent when it is not known what it is taken from. */
  readonly bar?: readonly [from: number, to: number];
}

/** A payment opened. */
export interface PaymentDetails {
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly steps: readonly StepView[];
  /** Said when the way to the net is not known. */
  readonly remark?: string;
  readonly deductions: readonly string[];
  readonly parts: readonly (readonly [name: string, value: string])[];
  readonly what: readonly string[];
  readonly counts: string;
  readonly notes: readonly string[];
  readonly contact: string;
}

export function toPaymentLine({ key, payment, setAside }: Entry, texts: IncomeViewTexts): PaymentLine {
  const { paid, planned, noDateShort } = texts.payment;
  const isPlanned = payment.status === 'planned';
  const plain = benefitOf(payment)?.plain;
  const when = payment.date === undefined ? noDateShort : formatDate(payment.date);
  return {
    key,
    name: payment.benefit.name,
    ...(plain !== undefined && { plain }),
    when: `${isPlanned ? planned : paid} ${when}${payment.payer === texts.source.names[payment.source] ? '' : `, ${payment.payer}`}`,
    amount: formatAmount(payment.net),
    isPlanned,
    ...(setAside && { notCounted: texts.payment.notCountedShort[setAside] }),
  };
}

export function toPaymentDetails(
  { payment, setAside }: Entry,
  period: Period,
  texts: IncomeViewTexts,
): PaymentDetails {
  const { payment: words, source } = texts;
  const isPlanned = payment.status === 'planned';
  const date = payment.date === undefined ? words.noDate : formatDate(payment.date);
  const benefit = benefitOf(payment);
  return {
    facts: [
      [isPlanned ? words.planned : words.paid, date],
      ...(payment.period ? [[words.period, formatSpan(payment.period)] as const] : []),
      [words.payer, payment.payer],
    ],
    steps: stepsOf(payment, texts),
    ...(payment.gross === undefined && { remark: words.noGross }),
    deductions: payment.deductions.flatMap(({ code, name }) => {
      const why = whyDeducted(code);
      return why === undefined ? [] : [`${name}: ${why}`];
    }),
    parts: payment.parts.map((part) => [part.benefit.name, describePart(part, texts)]),
    what: benefit ? [benefit.plain, words.own(payment.benefit.name)] : [words.unknown],
    counts: setAside ? words.notCounted[setAside](formatMonths(period)) : whyItCounts(payment, period, texts),
    notes: [
      ...(payment.flags.includes('retroactive') ? [words.retroactive] : []),
      ...(payment.flags.includes('paid-to-other') ? [words.paidToOther] : []),
    ],
    contact: words.contact(source.contacts[payment.source]),
  };
}

/** From gross to net. What the authority does not explain is a step of its own, so that the sum always comes out. */
export function stepsOf(payment: Payment, { payment: texts }: IncomeViewTexts): StepView[] {
  const { gross, tax, deductions, net, status } = payment;
  const taken = [
    ...(tax === undefined ? [] : [{ label: texts.tax, amount: tax }]),
    ...deductions.map(({ name, amount }) => ({ label: name, amount })),
  ];
  const explained = sumOre(taken.map(({ amount }) => amount));
  const rest = gross === undefined ? 0 : gross - explained - net;
  const all = rest === 0 ? taken : [...taken, { label: texts.otherDifference, amount: ore(rest) }];
  let left: number = gross ?? 0;
  const steps = all.map(({ label, amount }): StepView => {
    const before = left;
    left -= amount;
    return {
      label,
      amount: formatAmount(minus(amount)),
      kind: 'taken',
      ...(gross !== undefined && { bar: [before, left] as const }),
    };
  });
  return [
    ...(gross === undefined ? [] : [whole(texts.gross, gross, 'gross', true)]),
    ...steps,
    whole(status === 'planned' ? texts.netPlanned : texts.net, net, 'net', gross !== undefined),
  ];
}

function whole(label: string, amount: Ore, kind: StepView['kind'], hasBar: boolean): StepView {
  return { label, amount: formatAmount(amount), kind, ...(hasBar && { bar: [0, amount] as const }) };
}

function describePart({ amount, days, extent, period }: PaymentPart, { payment }: IncomeViewTexts): string {
  return [
    ...(amount === undefined ? [] : [formatAmount(amount)]),
    ...(days === undefined ? [] : [payment.days(formatNumber(days))]),
    ...(extent === undefined ? [] : [payment.extent(formatNumber(extent))]),
    ...(period ? [formatSpan(period)] : []),
  ].join(', ');
}

function whyItCounts({ date, period, status }: Payment, asked: Period, { payment }: IncomeViewTexts): string {
  const months = formatMonths(asked);
  if (date === undefined)
    return period?.from === undefined ? '' : payment.countedByPeriod(months, formatDate(period.from));
  return status === 'planned'
    ? payment.countedAsPlanned(months, formatDate(date))
    : payment.countedByDate(months, formatDate(date));
}

function minus(amount: number): Ore {
  return ore(-amount);
}
