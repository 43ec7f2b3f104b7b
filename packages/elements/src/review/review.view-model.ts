import {
  formatAmount,
  formatDate,
  isComplete,
  reviewIncomes,
  type PostedIncomes,
  type PostedOwnIncome,
  type ReviewedIncomes,
  type Row,
  type SetAside,
} from '@medborgarnavet/model';
import type { ReviewTexts } from '../localize/review.texts.ts';
import { differencesBetween } from './review.differences.ts';
import { figure, toLineView, type Figure, type LineView } from './review.line.ts';
import type { Retrieved } from './review.state.ts';
import { toUncheckedView, type UncheckedView } from './review.unchecked.ts';

export interface OwnView {
  readonly text: string;
  readonly amount: Figure;
}

/** The summary as it is shown. */
export interface ReviewView {
  /** What the person should know before anything else. */
  readonly notices: readonly string[];
  readonly unchecked?: UncheckedView;
  /** The answer to "Har du några inkomster?". */
  readonly answer?: string;
  readonly lines: readonly LineView[];
  /** Why there are no lines. */
  readonly empty: readonly string[];
  readonly own: readonly OwnView[];
  readonly total?: { readonly amount: string; readonly isIncomplete: boolean };
  readonly setAside: readonly string[];
  /** What has changed since it was read; empty when nothing in the rows has, absent when that is not told. */
  readonly differences?: readonly string[];
}

export interface ReviewInput {
  readonly retrieved: Retrieved;
  /** What had been read before. */
  readonly before?: Retrieved | undefined;
  readonly posted: PostedIncomes;
  readonly rows: readonly Row[];
  readonly texts: ReviewTexts;
}

export function toReviewView({ retrieved, before, posted, rows, texts }: ReviewInput): ReviewView {
  const { statement } = retrieved;
  const incomes = reviewIncomes(statement, posted, rows);
  const unchecked = toUncheckedView(statement, texts);
  const differences = before && differencesBetween(before.statement, retrieved.statement, rows, texts);
  const notes = new Map(differences?.map(({ key, note }) => [key, note] as const));
  return {
    notices: noticesOn(retrieved, incomes, texts),
    ...(unchecked && { unchecked }),
    ...(incomes.hasIncome && { answer: texts.review.answers[incomes.hasIncome] }),
    lines: incomes.lines.map((line) => toLineView(line, notes.get(line.key), texts)),
    empty: incomes.lines.length > 0 ? [] : whyEmpty(retrieved, incomes, texts),
    own: incomes.own.map((own) => toOwnView(own, texts)),
    ...(incomes.total !== undefined && {
      total: { amount: formatAmount(incomes.total), isIncomplete: unchecked !== undefined },
    }),
    setAside: tellSetAside(incomes.setAside, texts),
    ...(differences && { differences: differences.map(({ text }) => text) }),
  };
}

function noticesOn(
  { statement, isOfOtherTime }: Retrieved,
  { hasIncome, total }: ReviewedIncomes,
  { review }: ReviewTexts,
): readonly string[] {
  return [
    ...(statement ? [] : [isOfOtherTime ? review.otherTime : review.nothingFetched]),
    ...(hasIncome === 'no' && total !== undefined ? [review.contradicted] : []),
  ];
}

function whyEmpty(
  { statement }: Retrieved,
  { setAside, own }: ReviewedIncomes,
  { review }: ReviewTexts,
): readonly string[] {
  if (setAside.length > 0) return [review.nothingCounts];
  if (statement) return [statement.sources.every(isComplete) ? review.nothingAnywhere : review.nothingToShow];
  return own.length === 0 ? [review.nothingWritten] : [];
}

function toOwnView({ type, amount, date }: PostedOwnIncome, { own }: ReviewTexts): OwnView {
  const what = type === undefined ? own.income : own.types[type];
  return {
    text: date === undefined ? what : `${what}, ${formatDate(date)}`,
    amount: figure(amount, own.noAmount),
  };
}

/** A sentence of each; payments with nothing to tell them apart share one. */
function tellSetAside(setAside: readonly SetAside[], texts: ReviewTexts): readonly string[] {
  const alike = new Map<string, SetAside[]>();
  for (const item of setAside) {
    const said = tellOne(item, 1, texts);
    alike.set(said, [...(alike.get(said) ?? []), item]);
  }
  return [...alike.values()].flatMap((items) =>
    items.slice(0, 1).map((item) => tellOne(item, items.length, texts)),
  );
}

function tellOne({ payment, reason }: SetAside, count: number, { setAside }: ReviewTexts): string {
  const { benefit, payer, date, net } = payment;
  const day = date === undefined ? setAside.undated : formatDate(date);
  const amount = count === 1 ? formatAmount(net) : setAside.several(count, formatAmount(net));
  return `${benefit.name}, ${payer}, ${day}: ${amount}, ${setAside.reasons[reason]}.`;
}
