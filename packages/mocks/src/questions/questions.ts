import type { IncomeStatement, Month, SourceCode } from '@medborgarnavet/model';
import {
  aboutNothing,
  beforeTax,
  doesItCount,
  howMuchTax,
  paymentToLookAt,
  whatIsIn,
  whatTime,
  whatWasTaken,
} from './details.ts';
import { monthsAsked, paidIn } from './known.ts';
import { bestMonth, fromHowMany, howMuch, stillToCome, whatIsUnchecked } from './months.ts';
import { hardestSetAside, howMuchFrom, largest, notComeYet, whichDay, whyNotCounted } from './payments.ts';
import type { Depth, Question } from './question.ts';

/** More than this in one go is too much for a tired person. */
const MOST = 5;

/** The questions that fit what the view shows at a depth: three to five, none of a kind twice. */
export function questionsFor(statement: IncomeStatement, depth: Depth): Question[] {
  return CHOICES[depth](statement)
    .filter((question) => question !== undefined)
    .slice(0, MOST);
}

type Choice = (statement: IncomeStatement) => (Question | undefined)[];

const CHOICES: Readonly<Record<Depth, Choice>> = {
  months(statement) {
    const month = monthToAskAbout(statement);
    return [
      howMuch(statement, month),
      fromHowMany(statement, month),
      whatIsUnchecked(statement),
      stillToCome(statement),
      bestMonth(statement),
    ];
  },
  payments(statement) {
    const month = monthToAskAbout(statement);
    const { payments } = paidIn(statement, month);
    const days = payments.map((payment) => whichDay(statement, payment));
    return [
      ...sourcesToAskAbout(statement, month).map((source) => howMuchFrom(statement, source, month)),
      notComeYet(statement),
      whyNotCounted(statement),
      days.find((question) => question !== undefined),
      largest(statement, month),
    ];
  },
  details(statement) {
    const payment = paymentToLookAt(statement);
    if (!payment) return aboutNothing(statement);
    return [
      howMuchTax(statement, payment),
      beforeTax(statement, payment),
      whatWasTaken(statement, payment),
      doesItCount(statement, hardestSetAside(statement)?.payment ?? payment),
      whatIsIn(statement, payment),
      whatTime(statement, payment),
    ];
  },
};

/** The month with most payments; of several the latest. */
function monthToAskAbout(statement: IncomeStatement): Month {
  const months = monthsAsked(statement).reverse();
  const count = (month: Month): number => paidIn(statement, month).payments.length;
  return months.toSorted((one, other) => count(other) - count(one))[0] ?? '';
}

/** The source with most payments that month, and one that could not be checked. */
function sourcesToAskAbout(statement: IncomeStatement, month: Month): SourceCode[] {
  const count = (source: SourceCode): number => paidIn(statement, month, source).payments.length;
  const codes = statement.sources.map(({ source }) => source);
  const [most] = codes.toSorted((one, other) => count(other) - count(one));
  const unchecked = statement.sources.find(({ verdict }) => verdict === 'unchecked')?.source;
  return [...new Set([most, unchecked])].filter((source) => source !== undefined);
}
