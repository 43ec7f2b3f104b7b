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

export interface DifferencesView {
  readonly heading: string;
  /** Empty when nothing has changed. */
  readonly told: readonly string[];
  readonly next: string;
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
  /** Where an amount that was typed cannot be read, by name. */
  readonly unread: readonly string[];
  readonly setAside: readonly string[];
  /** What has changed since it was read; absent when that is not told. */
  readonly differences?: DifferencesView;
}

export interface ReviewInput {
  readonly retrieved: Retrieved;
  /** What had been read before. */
  readonly before?: Retrieved | undefined;
  /** Nothing can be changed any more. */
  readonly isHandedIn: boolean;
  readonly posted: PostedIncomes;
  readonly rows: readonly Row[];
  readonly texts: ReviewTexts;
}

export function toReviewView(input: ReviewInput): ReviewView {
  const { retrieved, before, isHandedIn, posted, rows } = input;
  const texts = textsFor(retrieved, input.texts);
  const { statement } = retrieved;
  const incomes = reviewIncomes(statement, posted, rows);
  const unchecked = toUncheckedView(statement, isHandedIn, texts);
  const setAside = tellSetAside(incomes.setAside, texts);
  const differences = before && differencesBetween(before.statement, retrieved.statement, rows, texts);
  const notes = new Map(differences?.map(({ key, note }) => [key, note] as const));
  return {
    notices: noticesOn(retrieved, incomes, isHandedIn ? texts.receipt : texts.review, texts),
    ...(unchecked && { unchecked }),
    ...(incomes.hasIncome && { answer: texts.review.answers[incomes.hasIncome] }),
    lines: incomes.lines.map((line) => toLineView(line, notes.get(line.key), texts)),
    empty: incomes.lines.length > 0 ? [] : whyEmpty(retrieved, incomes, texts),
    own: incomes.own.map((own) => toOwnView(own, texts)),
    unread: unreadIn(incomes, texts),
    ...(incomes.total !== undefined && {
      total: {
        amount: formatAmount(incomes.total),
        isIncomplete: unchecked !== undefined || retrieved.isUnseen === true,
      },
    }),
    setAside,
    ...(before &&
      differences && {
        differences: toDifferencesView(
          [
            ...differences.map(({ text }) => text),
            ...otherDifferences({ ...input, retrieved: before }, { unchecked, setAside }),
          ],
          texts,
        ),
      }),
  };
}

/** Of what could not be looked up it is never said that it was not fetched. */
function textsFor({ isUnseen }: Retrieved, texts: ReviewTexts): ReviewTexts {
  if (!isUnseen) return texts;
  const { line } = texts;
  return { ...texts, line: { ...line, missing: { ...line.missing, 'not-fetched': line.unseen } } };
}

/** What differs beside the amounts of the rows. */
function otherDifferences(
  { retrieved: { statement }, isHandedIn, posted, rows, texts }: ReviewInput,
  now: { readonly unchecked: UncheckedView | undefined; readonly setAside: readonly string[] },
): readonly string[] {
  const { differences } = texts;
  const setAside = tellSetAside(reviewIncomes(statement, posted, rows).setAside, texts);
  const unchecked = toUncheckedView(statement, isHandedIn, texts);
  return [
    ...(setAside.join() === now.setAside.join() ? [] : [differences.setAside]),
    ...(unchecked?.names.join() === now.unchecked?.names.join() ? [] : [differences.unchecked]),
  ];
}

function toDifferencesView(told: readonly string[], { differences }: ReviewTexts): DifferencesView {
  const { heading, noneHeading, next, noneNext } = differences;
  return told.length > 0 ? { heading, told, next } : { heading: noneHeading, told, next: noneNext };
}

function noticesOn(
  retrieved: Retrieved,
  { hasIncome, total }: ReviewedIncomes,
  words: Pick<ReviewTexts['review'], 'otherTime' | 'contradicted' | 'unseen'>,
  { review }: ReviewTexts,
): readonly string[] {
  const { statement, isOfOtherTime, isUnseen } = retrieved;
  const without = isUnseen ? words.unseen : isOfOtherTime ? words.otherTime : review.nothingFetched;
  return [
    ...(statement ? [] : [without]),
    ...(hasIncome === 'no' && total !== undefined ? [words.contradicted] : []),
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

export function unreadIn({ lines, own }: ReviewedIncomes, { review }: ReviewTexts): readonly string[] {
  return [
    ...lines.flatMap(({ typed, label }) => (typed === undefined ? [] : [label])),
    ...own.flatMap(({ typed }, index) => (typed === undefined ? [] : [review.ownIncome(index + 1)])),
  ];
}

function toOwnView({ type, amount, typed, date }: PostedOwnIncome, { own, line }: ReviewTexts): OwnView {
  const what = type === undefined ? own.income : own.types[type];
  return {
    text: date === undefined ? what : `${what}, ${formatDate(date)}`,
    amount: figure(amount, typed === undefined ? own.noAmount : line.unreadable(typed)),
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
