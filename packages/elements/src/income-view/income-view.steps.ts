import { formatAmount, ore, sumOre, type Ore, type Payment } from '@medborgarnavet/model';
import type { IncomeViewTexts } from '../localize/income-view.texts.ts';
import { isWage } from './income-view.origin.ts';

/** Part of the way from before tax to what the person got. */
export interface StepView {
  readonly label: string;
  readonly amount: string;
  readonly kind: 'gross' | 'taken' | 'net';
  /** From where to where, in whole öre: absent when it is not known what it is taken from. */
  readonly bar?: readonly [from: number, to: number];
}

/** From gross to net. What the authority does not explain is a step of its own, so that the sum always comes out. */
export function stepsOf(payment: Payment, texts: IncomeViewTexts): StepView[] {
  const { payment: words } = texts;
  const { tax = 0, deductions, net } = payment;
  const begin = beginningOf(payment, texts);
  const taken = [
    ...(tax === 0 ? [] : [{ label: words.tax, amount: tax }]),
    ...deductions.map(({ name, amount }) => ({ label: name, amount })),
  ];
  const explained = sumOre(taken.map(({ amount }) => ore(amount)));
  const rest = begin === undefined ? 0 : begin.amount - explained - net;
  const all = rest === 0 ? taken : [...taken, { label: words.otherDifference, amount: ore(rest) }];
  let left: number = begin?.amount ?? 0;
  const steps = all.map(({ label, amount }): StepView => {
    const before = left;
    left -= amount;
    return {
      label,
      amount: formatAmount(ore(0 - amount)),
      kind: 'taken',
      ...(begin && { bar: [before, left] as const }),
    };
  });
  return [
    ...(begin ? [whole(begin.label, begin.amount, 'gross', true)] : []),
    ...steps,
    whole(netLabel(payment, texts), net, 'net', begin !== undefined),
  ];
}

/** Where the steps begin: before tax, or after it where an a-kassa tells that alone. */
function beginningOf(
  payment: Payment,
  { payment: words }: IncomeViewTexts,
): { readonly label: string; readonly amount: Ore } | undefined {
  const { gross, tax = 0, net, deductions } = payment;
  if (gross !== undefined) return { label: tax === 0 ? words.amount : words.gross, amount: gross };
  if (!isAfterTax(payment)) return undefined;
  return { label: words.afterTax, amount: sumOre([net, ...deductions.map(({ amount }) => amount)]) };
}

/** An a-kassa tells what remains after tax, and what was paid out (facts §4.5). */
function isAfterTax({ source, gross, deductions }: Payment): boolean {
  return (
    source === 'SO' &&
    gross === undefined &&
    deductions.length > 0 &&
    deductions.every(({ code }) => code === 'avdrag')
  );
}

function netLabel(payment: Payment, { payment: words }: IncomeViewTexts): string {
  const isPlanned = payment.status === 'planned';
  if (payment.net < 0) return isPlanned ? words.netTakingBack : words.netTakenBack;
  if (isWage(payment)) return words.netWages;
  return isPlanned ? words.netPlanned : words.net;
}

/** What the steps do not say: whether tax was drawn, what was not told, and what a minus means. */
export function remarksOn(payment: Payment, { payment: words }: IncomeViewTexts): string[] {
  const { source, status, gross, tax, deductions, parts, net } = payment;
  const isTold = deductions.length > 0 || parts.length > 0;
  return [
    ...(tax === 0 ? [status === 'planned' ? words.noTaxPlanned : words.noTax] : []),
    ...(gross === undefined && !isTold ? [words.onlyNet] : []),
    // No tax is drawn from what CSN pays.
    ...(gross === undefined && isTold && source !== 'CSN' ? [words.noGross] : []),
    ...(isWage(payment) ? [words.estimated] : []),
    ...(net < 0 ? [words.minus] : []),
  ];
}

function whole(label: string, amount: Ore, kind: StepView['kind'], hasBar: boolean): StepView {
  return { label, amount: formatAmount(amount), kind, ...(hasBar && { bar: [0, amount] as const }) };
}
