import { formatAmount, ore, sumOre, type Ore } from '@medborgarnavet/model';
import type { IncomeViewTexts } from '../localize/income-view.texts.ts';
import type { Entry } from './income-view.entries.ts';
import { nameOfOrigin, namesInSentence, originOf, type Origin } from './income-view.origin.ts';

/** What came and will come of some payments. */
export interface Sums {
  readonly paid: Map<Origin, Ore>;
  readonly planned: Map<Origin, Ore>;
  /** What is planned, by whether it counts: it does, it does when it has been paid, it does not. */
  readonly plans: Readonly<Record<'counted' | 'notYet' | 'never', Ore[]>>;
  /** Told twice. */
  readonly notCounted: Ore[];
}

export function sumsOf(entries: readonly Entry[]): Sums {
  const sums: Sums = {
    paid: new Map(),
    planned: new Map(),
    plans: { counted: [], notYet: [], never: [] },
    notCounted: [],
  };
  for (const { payment, setAside } of entries) {
    if (setAside === 'possible-duplicate') {
      sums.notCounted.push(payment.net);
      continue;
    }
    const origin = originOf(payment);
    const of = payment.status === 'paid' ? sums.paid : sums.planned;
    of.set(origin, sumOre([of.get(origin) ?? ore(0), payment.net]));
    if (payment.status === 'paid') continue;
    sums.plans[setAside === undefined ? 'counted' : setAside === 'planned' ? 'notYet' : 'never'].push(
      payment.net,
    );
  }
  return sums;
}

export function namesOf(
  { paid, planned }: Sums,
  entries: readonly Entry[],
  texts: IncomeViewTexts,
): ReadonlyMap<Origin, string> {
  const origins = [...paid.keys(), ...planned.keys()];
  return new Map(origins.map((origin) => [origin, nameOfOrigin(origin, entries, texts)]));
}

/** What is not in the figure, and whether it counts. */
export function notesOf({ plans, notCounted }: Sums, { month }: IncomeViewTexts): string[] {
  const say = (amounts: readonly Ore[], text: (amount: string) => string): string[] =>
    amounts.length > 0 ? [text(formatAmount(sumOre(amounts)))] : [];
  return [
    ...say(plans.counted, month.planned.counted),
    ...say(plans.notYet, month.planned.notYet),
    ...say(plans.never, month.planned.never),
    ...say(notCounted, month.notCounted),
  ];
}

/** Whom money came from. Whoever took more back than it gave is not one of them. */
export function paidSentence(paid: Sums['paid'], entries: readonly Entry[], texts: IncomeViewTexts): string {
  const { month } = texts;
  if (sumOre(paid.values()) < 0) return month.takenBack;
  const givers = [...paid].flatMap(([origin, amount]) => (amount > 0 ? [origin] : []));
  const those = entries.filter(({ payment }) => payment.status === 'paid');
  const names = namesInSentence(givers, those, texts);
  const sentences = [
    ...(names.length > 0 ? [month.from(names.join(', '), names.length)] : []),
    ...(givers.includes('wages') ? [month.wages(names.length > 0)] : []),
  ];
  return sentences.length > 0 ? sentences.join(' ') : month.nothingLeft;
}
