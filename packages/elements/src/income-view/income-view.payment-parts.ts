import { formatAmount, type PaymentPart } from '@medborgarnavet/model';
import type { IncomeViewTexts } from '../localize/income-view.texts.ts';
import { isShared } from './income-view.benefit.ts';
import { groupBy } from './income-view.origin.ts';
import { formatNumber, formatSpan } from './income-view.span.ts';

/** What a payment is made of. Parts that say the same are told once, with their number. */
export function partsOf(
  parts: readonly PaymentPart[],
  texts: IncomeViewTexts,
): (readonly [name: string, value: string])[] {
  const told = parts.map((part) => [part.benefit.name, describe(part, texts)] as const);
  return [...groupBy(told, (each) => each.join('\n')).values()].flatMap(([each, ...others]) => {
    if (!each || others.length === 0) return each ? [each] : [];
    const [name, value] = each;
    return [[name, texts.payment.times(others.length + 1, value)] as const];
  });
}

function describe(part: PaymentPart, texts: IncomeViewTexts): string {
  const { amount, days, extent, period } = part;
  return [
    ...(amount === undefined ? [] : [formatAmount(amount)]),
    ...(days === undefined ? [] : [texts.payment.days(formatNumber(days))]),
    ...(extent === undefined ? [] : [extentOf(part, extent, texts)]),
    ...(period ? [formatSpan(period, texts.span)] : []),
  ].join(', ');
}

/** The whole or a share of it, so much of each day, or a level. */
function extentOf(
  { benefit, days }: PaymentPart,
  extent: number,
  { payment: words }: IncomeViewTexts,
): string {
  const share = isShared(benefit.name) ? words.shares[extent] : undefined;
  if (share !== undefined) return share;
  const percent = `${formatNumber(extent)}\u00a0%`;
  return days === undefined ? words.level(percent) : words.ofDay(percent);
}
