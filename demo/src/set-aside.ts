import { formatAmount, formatDate, type SetAside, type SetAsideReason } from '@medborgarnavet/model';

/** In the same words as on the page where it was fetched. */
const REASONS: Readonly<Record<SetAsideReason, string>> = {
  'other-period': 'hör till en annan månad',
  undated: 'har inget datum',
  planned: 'är inte utbetalt än',
  'possible-duplicate': 'räknas redan på en annan rad',
  'no-row': 'har ingen rad i formuläret',
};

/** What was retrieved and does not count, a sentence of each; payments with nothing to tell them apart share one. */
export function tellSetAside(setAside: readonly SetAside[]): readonly string[] {
  const alike = new Map<string, { readonly item: SetAside; readonly count: number }>();
  for (const item of setAside) {
    const key = tell(item, 1);
    alike.set(key, { item, count: (alike.get(key)?.count ?? 0) + 1 });
  }
  return [...alike.values()].map(({ item, count }) => tell(item, count));
}

function tell({ payment, reason }: SetAside, count: number): string {
  const { benefit, payer, date, net } = payment;
  const day = date === undefined ? 'inget datum bestämt' : formatDate(date);
  const amount = count === 1 ? formatAmount(net) : `${count} utbetalningar på ${formatAmount(net)} vardera`;
  return `${benefit.name}, ${payer}, ${day}: ${amount}, ${REASONS[reason]}.`;
}
