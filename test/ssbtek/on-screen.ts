import { ore, sumOre, type IncomeStatement, type Payment } from '@medborgarnavet/model';
import assert from 'node:assert/strict';
import { entriesOf } from '../../packages/elements/src/income-view/income-view.entries.ts';
import {
  toPaymentDetails,
  type PaymentDetails,
} from '../../packages/elements/src/income-view/income-view.payment-view.ts';
import type { StepView } from '../../packages/elements/src/income-view/income-view.steps.ts';
import { incomeViewSv as texts } from '../../packages/elements/src/localize/income-view.sv.ts';

const { payment: words } = texts;

/** How many payments of each kind have been looked at, so that a rule is not kept for want of payments. */
export interface Tally {
  all: number;
  withoutGross: number;
  unexplained: number;
  withDeductions: number;
}

/** That every payment of a statement comes out on screen, as `<ssbtek-income-view>` shows it. */
export function assertOnScreen(statement: IncomeStatement, tally: Tally): void {
  for (const entry of entriesOf(statement)) {
    const { payment } = entry;
    const rest = restOf(payment);
    const time = { period: statement.period, isApplication: false };
    assertComesOut(payment, rest, toPaymentDetails(entry, time, texts));
    tally.all += 1;
    if (rest === undefined) tally.withoutGross += 1;
    else if (rest !== 0) tally.unexplained += 1;
    if (payment.deductions.length > 0) tally.withDeductions += 1;
  }
}

/** What the authority does not explain, in öre; undefined when it has told no gross. */
function restOf({ gross, tax, deductions, net }: Payment): number | undefined {
  if (gross === undefined) return undefined;
  return net - gross + sumOre([tax ?? ore(0), ...deductions.map(({ amount }) => amount)]);
}

/**
 * Gross and all that is taken, each with its own words, come to the net; or it is said that the gross is not known. An
 * a-kassa tells what remains after tax, and then it is that and all that is taken.
 */
function assertComesOut(
  payment: Payment,
  rest: number | undefined,
  { steps, remarks }: PaymentDetails,
): void {
  const { source, gross, tax, deductions, parts, net } = payment;
  const isTaxed = tax !== undefined && tax !== 0;
  const afterTax = sumOre([net, ...deductions.map(({ amount }) => amount)]);
  const isAfterTax = gross === undefined && source === 'SO' && deductions.length > 0;
  const shown = steps.map((step) => [step.kind, step.label, read(step)]);
  assert.deepEqual(shown, [
    ...(gross === undefined ? [] : [['gross', isTaxed ? words.gross : words.amount, gross]]),
    ...(isAfterTax ? [['gross', words.afterTax, afterTax]] : []),
    ...(isTaxed ? [['taken', words.tax, 0 - tax]] : []),
    ...deductions.map(({ name, amount }) => ['taken', name, 0 - amount]),
    ...(rest === undefined || rest === 0 ? [] : [['taken', words.otherDifference, rest]]),
    ['net', netLabel(payment), net],
  ]);
  const isTold = deductions.length > 0 || parts.length > 0;
  assert.equal(remarks.includes(words.onlyNet), gross === undefined && !isTold);
  assert.equal(remarks.includes(words.noGross), gross === undefined && isTold && source !== 'CSN');
  assert.equal(remarks.includes(words.noTax) || remarks.includes(words.noTaxPlanned), tax === 0);
  if (gross !== undefined || isAfterTax)
    assert.equal(sumOre(steps.slice(0, -1).map((step) => ore(read(step)))), net);
}

/** What the last step is called: a minus is something taken back, and what is left of wages is an estimate. */
function netLabel({ status, net, benefit }: Payment): string {
  if (net < 0) return status === 'planned' ? words.netTakingBack : words.netTakenBack;
  if (benefit.code === 'individuppgifter') return words.netWages;
  return status === 'planned' ? words.netPlanned : words.net;
}

/** Whole öre out of `−1 234,50 kr`. */
function read({ amount }: StepView): number {
  const match = /^(\u2212?)([\d\u00a0]+)(?:,(\d\d))?\u00a0kr$/.exec(amount);
  if (!match) throw new Error(`Not an amount: ${amount}`);
  const [, sign, kronor = '', rest = '0'] = match;
  const size = Number(kronor.replaceAll('\u00a0', '')) * 100 + Number(rest);
  return sign === '' ? size : -size;
}
