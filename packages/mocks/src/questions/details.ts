import {
  arrange,
  formatAmount,
  formatDate,
  formatMonths,
  ore,
  SOURCE_NAMES,
  sumOre,
  type IncomeStatement,
  type Ore,
  type Payment,
} from '@medborgarnavet/model';
import { dayOf, paymentsOf } from './known.ts';
import { tellNothing, whatIsUnchecked } from './months.ts';
import { tellWhyNot } from './payments.ts';
import type { Question } from './question.ts';
import { compare, joinWords, pointOut } from './words.ts';

// What is asked of a person who sees what each payment is made of.

const NOT_TOLD = 'Det syns inte. De har inte sagt det.';

/** How much tax was taken. */
export function howMuchTax(statement: IncomeStatement, payment: Payment): Question {
  const { tax } = payment;
  return about(statement, payment, {
    id: 'how-much-tax',
    text: 'Hur mycket drogs i skatt?',
    answer: tax === undefined ? NOT_TOLD : tax === 0 ? 'Ingen skatt drogs: 0 kr.' : `${formatAmount(tax)}.`,
  });
}

/** How much it was before anything was taken, tax too. Undefined when that is not told. */
export function beforeTax(statement: IncomeStatement, payment: Payment): Question | undefined {
  const { gross } = payment;
  if (gross === undefined) return undefined;
  return about(statement, payment, {
    id: 'before-tax',
    text: 'Hur mycket var det innan något drogs av?',
    answer: `${formatAmount(gross)}.`,
  });
}

/** What was taken beside tax, down to what the authority does not explain. */
export function whatWasTaken(statement: IncomeStatement, payment: Payment): Question {
  const { gross, deductions, net } = payment;
  const rest = gross === undefined ? 0 : gross - takenFrom(payment) - net;
  const told = [
    ...deductions.map(({ name, amount }) => tellOne(name, amount)),
    ...(rest === 0 ? [] : [tellOne('Annat avdrag eller tillägg', ore(rest))]),
  ];
  return about(statement, payment, {
    id: 'what-was-taken',
    text: 'Drogs något annat än skatt? Vad?',
    answer:
      told.length > 0 ? `Ja: ${joinWords(told)}.` : gross === undefined ? NOT_TOLD : 'Nej, inget annat.',
  });
}

/** What a payment is made of. Undefined when it is one thing. */
export function whatIsIn(statement: IncomeStatement, payment: Payment): Question | undefined {
  const parts = payment.parts.flatMap(({ benefit, amount }) =>
    amount === undefined ? [] : [tellOne(benefit.name, amount)],
  );
  if (parts.length < 2) return undefined;
  return about(statement, payment, {
    id: 'what-is-in',
    text: 'Vad ingår i pengarna?',
    answer: `${joinWords(parts)}.`,
  });
}

/** The time that a payment is for. Undefined when it is not known from both sides. */
export function whatTime(statement: IncomeStatement, payment: Payment): Question | undefined {
  const { from, to } = payment.period ?? {};
  if (payment.date === undefined || from === undefined || to === undefined) return undefined;
  return about(statement, payment, {
    id: 'what-time',
    text: 'Vilken tid gäller pengarna?',
    answer: `${formatDate(from)}–${formatDate(to)}.`,
  });
}

/** Whether a payment counts, and why. */
export function doesItCount(statement: IncomeStatement, payment: Payment): Question {
  const setAside = arrange(statement).setAside.find((item) => item.payment === payment);
  return about(statement, payment, {
    id: 'does-it-count',
    text: 'Räknas den i ansökan? Varför, eller varför inte?',
    answer: setAside ? `Nej. ${tellWhyNot(setAside, statement)}` : tellWhyCounted(payment, statement),
  });
}

/** What is asked where there is no payment to look at. */
export function aboutNothing(statement: IncomeStatement): Question[] {
  return [
    {
      id: 'how-much-tax',
      text: 'Hur mycket drogs i skatt?',
      answer: tellNothing(statement, 'Inget. Det finns ingen utbetalning.'),
    },
    whoHadNothing(statement),
    whatIsUnchecked(statement),
  ];
}

/** Who has answered, and had nothing to tell. */
export function whoHadNothing({ sources }: IncomeStatement): Question {
  const names = sources
    .filter(({ verdict }) => verdict === 'nothing')
    .map(({ source }) => SOURCE_NAMES[source]);
  return {
    id: 'who-had-nothing',
    text: 'Vilka har svarat att de inte har något om dig?',
    answer: names.length > 0 ? `${joinWords(names)}.` : 'Ingen.',
  };
}

/** The payment that is worth looking at: of those that have come, the one that most was taken from, else the newest. */
export function paymentToLookAt(statement: IncomeStatement): Payment | undefined {
  const payments = paymentsOf(statement);
  const paid = payments.filter(({ status }) => status === 'paid');
  return (paid.length > 0 ? paid : payments).toSorted(
    (one, other) =>
      takenFrom(other) - takenFrom(one) ||
      compare(dayOf(other) ?? '', dayOf(one) ?? '') ||
      other.net - one.net,
  )[0];
}

function takenFrom({ tax, deductions }: Payment): Ore {
  return sumOre([...(tax === undefined ? [] : [tax]), ...deductions.map(({ amount }) => amount)]);
}

function about(statement: IncomeStatement, payment: Payment, question: Question): Question {
  return { ...question, text: `Titta på ${pointOut(payment, statement)}. ${question.text}` };
}

function tellOne(name: string, amount: Ore): string {
  return `${name} ${formatAmount(amount)}`;
}

function tellWhyCounted({ date, period, status }: Payment, { period: asked }: IncomeStatement): string {
  const months = formatMonths(asked);
  if (date === undefined) {
    return period?.from === undefined
      ? 'Ja.'
      : `Ja. Den gäller från ${formatDate(period.from)}, och ansökan gäller ${months}.`;
  }
  const how = status === 'paid' ? 'betalades ut' : 'ska betalas ut';
  return `Ja. Den ${how} ${formatDate(date)}, och ansökan gäller ${months}.`;
}
