import { monthOf, toCsvText, toKronorText, type IncomeStatement, type Ore } from '@medborgarnavet/model';
import type { IncomeViewTexts } from '../localize/income-view.texts.ts';
import { entriesOf } from './income-view.entries.ts';

/**
 * For a spreadsheet in Swedish: semicolons, decimal commas. What could not be checked has lines of its own, and so has who
 * answered that there is nothing.
 * @param isDisputed whether the person says of a payment that it is wrong.
 */
export function toCsv(
  statement: IncomeStatement,
  texts: IncomeViewTexts,
  isDisputed: (payment: string) => boolean = () => false,
): string {
  const { columns, counted } = texts.take;
  const payments = entriesOf(statement).map(({ payment, month, setAside }) => [
    month ?? '',
    payment.date ?? '',
    payment.status === 'paid' ? texts.payment.paid : texts.payment.planned,
    texts.source.names[payment.source],
    payment.payer,
    payment.benefit.name,
    payment.benefit.code,
    payment.period?.from ?? '',
    payment.period?.to ?? '',
    kronor(payment.gross),
    kronor(payment.tax),
    payment.deductions.map(({ name, amount }) => `${name} ${kronor(amount)}`).join(', '),
    kronor(payment.net),
    setAside
      ? texts.payment.notCountedShort[setAside]
      : isDisputed(payment.id)
        ? texts.take.disputed
        : counted,
  ]);
  const head = Object.values(columns);
  const without = verdictsWithoutPayments(statement, texts).map(([verdict, name]) => [
    monthsIn(statement),
    '',
    verdict,
    name,
    ...head.slice(4).map(() => ''),
  ]);
  return toCsvText([head, ...payments, ...without]);
}

/** Who could not be checked, and who had nothing. */
function verdictsWithoutPayments(
  { sources }: IncomeStatement,
  { source: words }: IncomeViewTexts,
): (readonly [verdict: string, name: string])[] {
  return sources.flatMap(({ source, verdict, sections }) => {
    const name = words.names[source];
    return [
      ...(verdict === 'unchecked' ? [[words.unchecked, name] as const] : []),
      ...(verdict === 'nothing' ? [[words.nothing, name] as const] : []),
      ...sections
        .filter((section) => section.verdict === 'unchecked')
        .map((section) => [words.unchecked, `${name}: ${section.name}`] as const),
    ];
  });
}

/** As the months of payments are written. */
function monthsIn({ period }: IncomeStatement): string {
  return [...new Set([monthOf(period.from), monthOf(period.to)])].join('–');
}

/** All that was fetched, as it was told. The seal is between the host and itself. */
export function toJson({ version, fetchedAt, period, sources }: IncomeStatement): string {
  return JSON.stringify({ version, fetchedAt, period, currency: 'SEK', unit: 'öre', sources }, null, 2);
}

function kronor(amount: Ore | undefined): string {
  return amount === undefined ? '' : toKronorText(amount).replace('.', ',');
}

/** Hands over a file that was made in the page. It is sent nowhere. */
export function save(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  // In no document: the page need not see it, and a click works all the same.
  link.click();
  // The browser has begun to read when this task is done.
  setTimeout(() => URL.revokeObjectURL(url));
}
