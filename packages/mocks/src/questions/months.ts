import { monthOf, SOURCE_NAMES, sumOre, type IncomeStatement, type Month } from '@medborgarnavet/model';
import {
  dayOf,
  gapsOf,
  missingAtAll,
  monthsAsked,
  namesNotAsked,
  paidIn,
  plannedIn,
  type Known,
} from './known.ts';
import type { Question } from './question.ts';
import { joinWords, tellMonth, tellSum } from './words.ts';

// What is asked of a person who sees a sentence and a figure for each month.

/** How much money came in a month. */
export function howMuch(statement: IncomeStatement, month: Month): Question {
  const known = paidIn(statement, month);
  const when = tellMonth(month);
  return {
    id: 'how-much',
    text:
      known.payments.length > 0 ? `Hur mycket pengar fick du i ${when}?` : `Fick du några pengar i ${when}?`,
    answer: tellAmount(known, 'Nej. Alla har svarat, och inget är betalt.'),
  };
}

/** How many sources the money of a month came from: the a-kassor are one. */
export function fromHowMany(statement: IncomeStatement, month: Month): Question {
  const { payments, missing } = paidIn(statement, month);
  const names = [...new Set(payments.map(({ source }) => SOURCE_NAMES[source]))];
  const told = names.length === 0 ? 'Inget' : `${names.length}: ${joinWords(names)}`;
  return {
    id: 'from-how-many',
    text: `Från hur många olika ställen kom det pengar i ${tellMonth(month)}?`,
    answer:
      missing === undefined
        ? `${told}.`
        : names.length === 0
          ? `Det går inte att veta. ${missing}`
          : `${told}. Det kan vara fler. ${missing}`,
  };
}

/** Whether something could not be checked. */
export function whatIsUnchecked(statement: IncomeStatement): Question {
  const gaps = gapsOf(statement);
  const unasked = namesNotAsked(statement);
  return {
    id: 'what-is-unchecked',
    text: 'Finns det något som inte kunde kontrolleras? Vad?',
    answer: [
      gaps.length > 0 ? `Ja: ${joinWords(gaps)}.` : 'Nej. Alla som är tillfrågade har svarat.',
      ...(unasked.length > 0 ? [`Vi har inte frågat ${joinWords(unasked)}.`] : []),
    ].join(' '),
  };
}

/** How much money has not come yet: in the first month that has any. */
export function stillToCome(statement: IncomeStatement): Question {
  const all = plannedIn(statement);
  const days = all.payments.flatMap((payment) => dayOf(payment) ?? []).sort();
  const month = days[0] === undefined ? undefined : monthOf(days[0]);
  if (month === undefined) {
    return {
      id: 'still-to-come',
      text: 'Finns det pengar som ska komma, men som inte har kommit än?',
      answer: tellAmount(all, 'Nej.'),
    };
  }
  return {
    id: 'still-to-come',
    text: `Hur mycket ska betalas ut i ${tellMonth(month)}, men har inte kommit än?`,
    answer: tellAmount(plannedIn(statement, month), 'Inget.'),
  };
}

/** In which month most money came. Undefined when no month stands out. */
export function bestMonth(statement: IncomeStatement): Question | undefined {
  const months = monthsAsked(statement).map((month) => ({ month, ...paidIn(statement, month) }));
  const sums = months.map(({ payments }) => sumOre(payments.map(({ net }) => net)));
  const most = Math.max(...sums);
  const best = months.filter((_, index) => sums[index] === most);
  const [only] = best;
  if (months.length < 2 || best.length > 1 || !only || only.payments.length === 0) return undefined;
  const { missing } = missingAtAll(statement);
  const told = `${tellMonth(only.month)}, ${tellSum(only.payments)}`;
  return {
    id: 'best-month',
    text: 'I vilken månad fick du mest pengar?',
    answer: missing === undefined ? `I ${told}.` : `Av det som syns: ${told}. ${missing}`,
  };
}

/** A sum, or why it is not the whole truth. What could not be checked is never nothing. */
export function tellAmount({ payments, missing }: Known, nothing: string): string {
  if (payments.length === 0) return missing === undefined ? nothing : `Det går inte att veta. ${missing}`;
  const told = tellSum(payments);
  return missing === undefined ? `${told}.` : `${told}, men det kan vara mer. ${missing}`;
}

/** That there is nothing, as far as anybody knows. */
export function tellNothing(statement: IncomeStatement, nothing: string): string {
  const { missing } = missingAtAll(statement);
  return missing === undefined ? nothing : `Inget som syns, men det går inte att veta. ${missing}`;
}
