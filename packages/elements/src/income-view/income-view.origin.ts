import { SOURCE_NAMES, SourceCode, type Payment } from '@medborgarnavet/model';
import type { IncomeViewTexts } from '../localize/income-view.texts.ts';
import type { Entry } from './income-view.entries.ts';

/** Where money came from: wages are told by Skatteverket, and come from employers. */
export type Origin = SourceCode | 'wages';

export function originOf(payment: Pick<Payment, 'source' | 'benefit'>): Origin {
  return isWage(payment) ? 'wages' : payment.source;
}

export function isWage({ source, benefit }: Pick<Payment, 'source' | 'benefit'>): boolean {
  return source === 'SKV' && benefit.code === 'individuppgifter';
}

/** The authority that pays, where another one than the source does. */
export function otherPayer({ source, payer }: Pick<Payment, 'source' | 'payer'>): SourceCode | undefined {
  const code = SourceCode.options.find((each) => SOURCE_NAMES[each] === payer);
  return code === source ? undefined : code;
}

/** Entries that belong together, and what they are called. */
export interface Group {
  readonly origin: Origin;
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** By where the money came from. A copy of a payment stands where the payment is. */
export function groupsOf(entries: readonly Entry[], texts: IncomeViewTexts): Group[] {
  const groups = groupBy(entries, ({ payment, setAside }) =>
    setAside === 'possible-duplicate' ? (otherPayer(payment) ?? originOf(payment)) : originOf(payment),
  );
  return [...groups].map(([origin, of]) => ({ origin, name: nameOfOrigin(origin, of, texts), entries: of }));
}

/** As it stands alone. */
export function nameOfOrigin(origin: Origin, entries: readonly Entry[], texts: IncomeViewTexts): string {
  if (origin === 'wages') return texts.origin.wages;
  const [fund, ...others] = origin === 'SO' ? payersIn(origin, entries) : [];
  return fund === undefined || others.length > 0 ? texts.source.names[origin] : fund;
}

/** As they stand in a sentence: a-kassor each by name. Wages are said in a sentence of their own. */
export function namesInSentence(
  origins: readonly Origin[],
  entries: readonly Entry[],
  { origin: texts, source }: IncomeViewTexts,
): string[] {
  return origins.flatMap((origin) => {
    if (origin === 'wages') return [];
    if (origin !== 'SO') return [texts.inSentence[origin]];
    return payersIn(origin, entries).map((payer) =>
      payer === source.names.SO ? texts.inSentence.SO : payer,
    );
  });
}

function payersIn(origin: Origin, entries: readonly Entry[]): string[] {
  const those = entries.filter(({ payment }) => originOf(payment) === origin);
  return [...new Set(those.map(({ payment }) => payment.payer))];
}

export function groupBy<Key, T>(items: readonly T[], keyOf: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
