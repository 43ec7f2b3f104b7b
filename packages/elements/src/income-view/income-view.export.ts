import { formatMonths, toKronorText, type IncomeStatement, type Ore } from '@medborgarnavet/model';
import type { IncomeViewTexts } from '../localize/income-view.texts.ts';
import { entriesOf } from './income-view.entries.ts';

const BOM = '\ufeff';
const LINE_END = '\r\n';

/** For a spreadsheet in Swedish: semicolons, decimal commas. What could not be checked has lines of its own. */
export function toCsv(statement: IncomeStatement, texts: IncomeViewTexts): string {
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
    setAside ? texts.payment.notCountedShort[setAside] : counted,
  ]);
  const gaps = statement.sources.flatMap((source) => [
    ...(source.verdict === 'unchecked' ? [texts.source.names[source.source]] : []),
    ...source.sections
      .filter(({ verdict }) => verdict === 'unchecked')
      .map(({ name }) => `${texts.source.names[source.source]}: ${name}`),
  ]);
  const head = Object.values(columns);
  const lines = [
    head,
    ...payments,
    ...gaps.map((name) => [
      formatMonths(statement.period),
      '',
      texts.source.unchecked,
      name,
      ...head.slice(4).map(() => ''),
    ]),
  ];
  return BOM + lines.map((cells) => cells.map(toCell).join(';') + LINE_END).join('');
}

/** All that was fetched, as it was told. The seal is between the host and itself. */
export function toJson({ version, fetchedAt, period, sources }: IncomeStatement): string {
  return JSON.stringify({ version, fetchedAt, period, currency: 'SEK', unit: 'öre', sources }, null, 2);
}

/** A spreadsheet counts what begins like a formula; a plain negative number is none. */
export function toCell(text: string): string {
  const isNumber = /^-\d+(?:,\d+)?$/.test(text);
  const safe = !isNumber && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
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
