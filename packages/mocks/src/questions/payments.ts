import {
  arrange,
  formatAmount,
  formatDate,
  formatMonths,
  SOURCE_NAMES,
  type IncomeStatement,
  type Month,
  type Payment,
  type SetAside,
  type SetAsideReason,
  type SourceCode,
} from '@medborgarnavet/model';
import { dayOf, paidIn, paymentsOf, plannedIn } from './known.ts';
import { tellAmount, tellNothing } from './months.ts';
import type { Question } from './question.ts';
import { compare, nameWithPayer, pointOut, tellMonth, tellWhen } from './words.ts';

// What is asked of a person who sees every payment.

/** How much one source paid in a month. */
export function howMuchFrom(statement: IncomeStatement, source: SourceCode, month: Month): Question {
  const name = SOURCE_NAMES[source];
  return {
    id: `how-much-from-${source.toLowerCase()}`,
    text: `Hur mycket fick du från ${name} i ${tellMonth(month)}?`,
    answer: tellAmount(paidIn(statement, month, source), `Inget. ${name} har svarat.`),
  };
}

/** Which day a payment was made. Undefined when it cannot be asked without telling, or is not known. */
export function whichDay(statement: IncomeStatement, payment: Payment): Question | undefined {
  const day = payment.date;
  if (day === undefined || payment.status !== 'paid') return undefined;
  const month = day.slice(0, 7);
  const alike = paymentsOf(statement).filter(
    (other) => nameWithPayer(other) === nameWithPayer(payment) && dayOf(other)?.slice(0, 7) === month,
  );
  if (alike.length > 1) return undefined;
  return {
    id: 'which-day',
    text: `Vilken dag betalades ${nameWithPayer(payment)} ut i ${tellMonth(month)}?`,
    answer: `${formatDate(day)}.`,
  };
}

/** Which payments have not come yet. */
export function notComeYet(statement: IncomeStatement): Question {
  const { payments, missing } = plannedIn(statement);
  const soonestFirst = payments.toSorted((one, other) => compare(dayOf(one) ?? '9', dayOf(other) ?? '9'));
  return {
    id: 'not-come-yet',
    text:
      payments.length > 1
        ? 'Vilka utbetalningar har inte kommit än?'
        : 'Vilken utbetalning har inte kommit än?',
    answer:
      payments.length > 0
        ? [...soonestFirst.map(tellPlanned), ...(missing ? [`Det kan finnas fler. ${missing}`] : [])].join(
            ' ',
          )
        : tellNothing(statement, 'Ingen.'),
  };
}

const WHY_NOT: Readonly<Record<SetAsideReason, (months: string) => string>> = {
  'possible-duplicate': () => 'Samma pengar står redan på ett annat ställe.',
  undated: () => 'Vi vet inte vilken dag den gäller.',
  'other-period': (months) => `Den hör till en annan tid. Ansökan gäller ${months}.`,
  planned: () => 'Den är inte utbetald än.',
  'no-row': () => 'Den har ingen rad i ansökan.',
};

const REASONS: readonly SetAsideReason[] = [
  ...(['possible-duplicate', 'undated', 'no-row', 'other-period', 'planned'] as const),
];

/** What does not count, the hardest to understand first. */
export function hardestSetAside(statement: IncomeStatement): SetAside | undefined {
  const { setAside } = arrange(statement);
  return REASONS.flatMap((reason) => setAside.filter((item) => item.reason === reason))[0];
}

/** Why a payment does not count, or that all do. */
export function whyNotCounted(statement: IncomeStatement): Question {
  const id = 'why-not-counted';
  const first = hardestSetAside(statement);
  if (first) {
    const text = `Titta på ${pointOut(first.payment, statement)}. Varför räknas den inte?`;
    return { id, text, answer: tellWhyNot(first, statement) };
  }
  const hasAny = paymentsOf(statement).length > 0;
  return {
    id,
    text: 'Finns det någon utbetalning som inte räknas?',
    answer: hasAny
      ? 'Nej. Alla som syns räknas.'
      : tellNothing(statement, 'Nej. Det finns inga utbetalningar.'),
  };
}

export function tellWhyNot({ reason }: SetAside, { period }: IncomeStatement): string {
  return WHY_NOT[reason](formatMonths(period));
}

/** The largest payment of a month. Undefined when none stands out. */
export function largest(statement: IncomeStatement, month: Month): Question | undefined {
  const { payments, missing } = paidIn(statement, month);
  const [first, second] = payments.toSorted((one, other) => other.net - one.net);
  if (!first || !second || first.net === second.net) return undefined;
  const told = `${nameWithPayer(first)}, ${formatAmount(first.net)}`;
  return {
    id: 'largest',
    text: `Vilken utbetalning var störst i ${tellMonth(month)}?`,
    answer: missing === undefined ? `${told}.` : `Av det som syns: ${told}. ${missing}`,
  };
}

function tellPlanned(payment: Payment): string {
  return `${nameWithPayer(payment)}, ${formatAmount(payment.net)}, ${tellWhen(payment)}.`;
}
