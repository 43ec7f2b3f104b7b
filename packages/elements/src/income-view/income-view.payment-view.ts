import { formatAmount, formatDate, formatMonths, type Payment, type Period } from '@medborgarnavet/model';
import type { IncomeViewTexts } from '../localize/income-view.texts.ts';
import { benefitOf, kindsOf, partsExplained, whyDeducted } from './income-view.benefit.ts';
import type { Entry } from './income-view.entries.ts';
import { isWage, otherPayer } from './income-view.origin.ts';
import { partsOf } from './income-view.payment-parts.ts';
import { formatSpanAlone } from './income-view.span.ts';
import { remarksOn, stepsOf, type StepView } from './income-view.steps.ts';

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

/** A payment opened. */
export interface PaymentDetails {
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Why it stands in that month, where no day is known. */
  readonly placed?: string;
  readonly steps: readonly StepView[];
  /** What the steps do not say. */
  readonly remarks: readonly string[];
  readonly deductions: readonly string[];
  readonly parts: readonly (readonly [name: string, value: string])[];
  readonly what: readonly string[];
  readonly counts: string;
  readonly notes: readonly string[];
  readonly contact: string;
}

/** The time that was asked about. */
export interface AskedTime {
  readonly period: Period;
  /** Whether the page asks about just that time. */
  readonly isApplication: boolean;
}

/** With more kinds than this in a payment, only their number is told. */
const FEW = 2;

export function toPaymentLine(entry: Entry, texts: IncomeViewTexts): PaymentLine {
  const { key, payment, setAside } = entry;
  const plain = benefitOf(payment)?.plain;
  return {
    key,
    name: nameOf(payment, texts),
    ...(plain !== undefined && { plain }),
    when: whenOf(entry, texts),
    amount: formatAmount(payment.net),
    isPlanned: payment.status === 'planned',
    ...(setAside && { notCounted: texts.payment.notCountedShort[setAside] }),
  };
}

/** With what it is made of, where that goes by other names. */
function nameOf(payment: Payment, { payment: words }: IncomeViewTexts): string {
  const { name } = payment.benefit;
  const kinds = kindsOf(payment);
  if (kinds.length === 0) return name;
  return words.madeOf(name, kinds.length > FEW ? words.partCount(kinds.length) : kinds.join(', '));
}

function whenOf({ payment, setAside }: Entry, texts: IncomeViewTexts): string {
  const { date, payer, source } = payment;
  const status = statusOf(payment, texts);
  const teller = texts.source.names[source];
  // A copy stands with what it is a copy of, so it says who tells of it.
  const isCopy = setAside === 'possible-duplicate' && otherPayer(payment) !== undefined;
  const by = payer === teller ? '' : `, ${isCopy ? texts.payment.accordingTo(teller) : payer}`;
  return date === undefined
    ? `${status}${by}. ${texts.payment.noDate}`
    : `${status} ${formatDate(date)}${by}`;
}

function statusOf({ status, net }: Payment, { payment: words }: IncomeViewTexts): string {
  if (net < 0) return status === 'planned' ? words.takingBack : words.takenBack;
  return status === 'planned' ? words.planned : words.paid;
}

export function toPaymentDetails(
  { payment, setAside }: Entry,
  time: AskedTime,
  texts: IncomeViewTexts,
): PaymentDetails {
  const { payment: words } = texts;
  const { date, period, deductions, flags } = payment;
  return {
    facts: factsOf(payment, texts),
    ...(date === undefined &&
      period?.from !== undefined && { placed: words.placed(formatDate(period.from)) }),
    steps: stepsOf(payment, texts),
    remarks: remarksOn(payment, texts),
    deductions: [
      ...deductions.map(({ code, name }) => `${name}: ${whyDeducted(code) ?? words.unknownDeduction}`),
      ...(flags.includes('paid-to-other') ? [words.paidToOther] : []),
    ],
    parts: partsOf(payment.parts, texts),
    what: whatItIs(payment, texts),
    counts: setAside
      ? words.notCounted[setAside](formatMonths(time.period), time.isApplication)
      : whyItCounts(payment, time.period, texts),
    notes: flags.includes('retroactive') ? [words.retroactive] : [],
    contact: contactFor(payment, texts),
  };
}

/** Whoever tells of it is named where another pays. */
function factsOf(payment: Payment, texts: IncomeViewTexts): PaymentDetails['facts'] {
  const { payment: words, source } = texts;
  const { date, period, payer } = payment;
  const isToldByOther = isWage(payment) || otherPayer(payment) !== undefined;
  return [
    date === undefined ? [words.day, words.noDate] : [statusOf(payment, texts), formatDate(date)],
    ...(period ? [[words.period, formatSpanAlone(period, texts.span)] as const] : []),
    [words.payer, payer],
    ...(isToldByOther ? [[words.toldBy, source.names[payment.source]] as const] : []),
  ];
}

function whatItIs(payment: Payment, { payment: words }: IncomeViewTexts): string[] {
  const { name } = payment.benefit;
  const benefit = benefitOf(payment);
  return [
    benefit?.plain ?? words.unknown,
    ...partsExplained(payment).map(([part, plain]) => `${part}: ${plain}`),
    ...(benefit && benefit.name !== name ? [words.own(name)] : []),
  ];
}

/** Whoever pays can mend it: the employer, or another authority than the one that told of it. */
function contactFor(payment: Payment, { payment: words, source }: IncomeViewTexts): string {
  if (isWage(payment)) return words.contactEmployer;
  return words.contact(source.contacts[otherPayer(payment) ?? payment.source]);
}

function whyItCounts(payment: Payment, asked: Period, { payment: words }: IncomeViewTexts): string {
  const { date, period, status, net } = payment;
  const months = formatMonths(asked);
  if (date === undefined)
    return period?.from === undefined ? '' : words.countedByPeriod(months, formatDate(period.from));
  if (net < 0) return words.countedAsTaken(months, formatDate(date));
  return status === 'planned'
    ? words.countedAsPlanned(months, formatDate(date))
    : words.countedByDate(months, formatDate(date));
}
