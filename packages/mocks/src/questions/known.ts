import {
  addMonths,
  includes,
  lastDayOf,
  monthOf,
  overlap,
  SOURCE_NAMES,
  type IncomeStatement,
  type Month,
  type Payment,
  type Period,
  type Source,
  type SourceCode,
} from '@medborgarnavet/model';
import { joinWords } from './words.ts';

// What can be known of a statement. Written for the questions alone, so that a mistake of the view cannot hide in both.

/** Payments, and a sentence on what could not be known. */
export interface Known {
  readonly payments: readonly Payment[];
  readonly missing?: string;
}

/** Every payment of one source, or of all, less those that are told of twice. */
export function paymentsOf({ sources }: IncomeStatement, source?: SourceCode): Payment[] {
  return sources
    .filter((each) => source === undefined || each.source === source)
    .flatMap(({ payments }): Payment[] => payments)
    .filter(({ flags }) => !flags.includes('possible-duplicate'));
}

/** The money that has come in a month: the day of payment decides, else the beginning of the time that it is for. */
export function paidIn(statement: IncomeStatement, month: Month, source?: SourceCode): Known {
  return {
    payments: inMonth(paymentsOf(statement, source), month).filter(({ status }) => status === 'paid'),
    ...missingIn(statement, month, source),
  };
}

/** The money that has not come yet: in a month, or whenever it is. */
export function plannedIn(statement: IncomeStatement, month?: Month): Known {
  const planned = paymentsOf(statement).filter(({ status }) => status === 'planned');
  if (month === undefined) return { payments: planned, ...missingAtAll(statement) };
  return { payments: inMonth(planned, month), ...missingIn(statement, month) };
}

/** The months that were asked about. */
export function monthsAsked({ period }: IncomeStatement): Month[] {
  const months: Month[] = [];
  for (let month = monthOf(period.from); month <= monthOf(period.to); month = addMonths(month, 1))
    months.push(month);
  return months;
}

/** The day that decides where a payment is shown. */
export function dayOf({ date, period }: Payment): string | undefined {
  return date ?? period?.from;
}

/** All that could not be known, each by name. Nothing to tell is not among it. */
export function gapsOf({ sources, period }: IncomeStatement): string[] {
  return sources.flatMap((source) => gapsIn(source, period));
}

export function namesNotAsked({ sources }: IncomeStatement): string[] {
  return sources.filter(({ verdict }) => verdict === 'not-asked').map(nameOf);
}

/** A sentence on all that could not be known; nothing when all have answered. */
export function missingAtAll(statement: IncomeStatement): Pick<Known, 'missing'> {
  return sentenceOn(gapsOf(statement), namesNotAsked(statement));
}

function missingIn(statement: IncomeStatement, month: Month, source?: SourceCode): Pick<Known, 'missing'> {
  const meant = overlap({ from: `${month}-01`, to: lastDayOf(month) }, statement.period);
  if (!meant) return { missing: 'Den månaden är inte hämtad.' };
  const sources = statement.sources.filter((each) => source === undefined || each.source === source);
  const gaps = sources.flatMap((each) => gapsIn(each, meant));
  const unasked = sources.filter(({ verdict }) => verdict === 'not-asked').map(nameOf);
  return sentenceOn(gaps, unasked);
}

/** A whole source, a part of these days, or one of those that the source answers for. */
function gapsIn(source: Source, days: Period): string[] {
  const name = nameOf(source);
  if (source.verdict === 'unchecked') return [name];
  const { asked = days } = source;
  const isWhole = includes(asked, days.from) && includes(asked, days.to);
  return [
    ...(isWhole ? [] : [`${name} (en del av tiden)`]),
    ...source.sections
      .filter(({ verdict }) => verdict === 'unchecked')
      .map((section) => (source.source === 'SO' ? section.name : `${name} (${section.name})`)),
  ];
}

function sentenceOn(gaps: readonly string[], unasked: readonly string[]): Pick<Known, 'missing'> {
  const sentences = [
    ...(gaps.length > 0 ? [`${joinWords(gaps)} kunde inte kontrolleras.`] : []),
    ...(unasked.length > 0 ? [`Vi har inte frågat ${joinWords(unasked)}.`] : []),
  ];
  return sentences.length > 0 ? { missing: sentences.join(' ') } : {};
}

function inMonth(payments: readonly Payment[], month: Month): Payment[] {
  return payments.filter((payment) => {
    const day = dayOf(payment);
    return day !== undefined && monthOf(day) === month;
  });
}

function nameOf({ source }: Pick<Source, 'source'>): string {
  return SOURCE_NAMES[source];
}
