import { formatAmount } from '@medborgarnavet/model';
import type { IncomeViewTexts } from '../localize/income-view.texts.ts';
import type { MonthView } from './income-view.month-view.ts';
import type { Origin } from './income-view.origin.ts';

/** A bar, or what stands in its place. */
export interface ChartItem {
  readonly key: string;
  /** The key of the month. */
  readonly month: string;
  readonly monthLabel: string;
  /** Who, by name; empty where it is about the whole month. */
  readonly label: string;
  readonly value: string;
  readonly kind: 'paid' | 'planned' | 'empty' | 'unchecked';
  readonly origin?: Origin;
  /** In percent of the width. */
  readonly bar?: { readonly x: number; readonly width: number };
}

/** The same as the months say. The table is made of it too. */
export function toChart(months: readonly MonthView[], texts: IncomeViewTexts): ChartItem[] {
  const amounts = months.flatMap(({ paid, planned }) => [...paid.values(), ...planned.values()]);
  const scale = scaleFor(amounts);
  return months.flatMap((month) => {
    const base = { month: month.key, monthLabel: month.label };
    const bars = (['paid', 'planned'] as const).flatMap((kind) =>
      [...month[kind]].map(([origin, amount]): ChartItem => ({
        ...base,
        key: `${month.key}-${origin}-${kind}`,
        label: month.names.get(origin) ?? '',
        value: kind === 'paid' ? formatAmount(amount) : texts.chart.planned(formatAmount(amount)),
        kind,
        origin,
        bar: scale(amount),
      })),
    );
    const rest = restOf(month, bars.length > 0, texts);
    return rest ? [...bars, { ...base, key: `${month.key}-${rest.kind}`, label: '', ...rest }] : bars;
  });
}

/** What is to be said of a month beside its bars. A gap is said even where there are bars. */
function restOf(
  { missing, standing }: MonthView,
  hasBars: boolean,
  { chart }: IncomeViewTexts,
): Pick<ChartItem, 'kind' | 'value'> | undefined {
  if (missing.length > 0) return { kind: 'unchecked', value: chart.unchecked(missing.join(', ')) };
  if (hasBars) return undefined;
  if (standing === 'not-fetched') return { kind: 'unchecked', value: chart.notFetched };
  if (standing === 'nothing-yet') return { kind: 'empty', value: chart.nothingYet };
  return { kind: 'empty', value: standing === 'not-counted' ? chart.notCounted : chart.nothing };
}

/** What a bar is called. */
export function nameOf({ monthLabel, label, value }: ChartItem): string {
  return [monthLabel.toLocaleLowerCase('sv'), label, value].filter((part) => part !== '').join(', ');
}

/** From whole öre to percent of the width; what is negative goes to the other side of zero. */
export function scaleFor(
  amounts: readonly number[],
): (to: number, from?: number) => { x: number; width: number } {
  const least = amounts.reduce((a, b) => Math.min(a, b), 0);
  const most = amounts.reduce((a, b) => Math.max(a, b), 0);
  const whole = most - least || 1;
  return (to, from = 0) => ({
    x: round(((Math.min(from, to) - least) / whole) * 100),
    width: round((Math.abs(to - from) / whole) * 100),
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
