import { personas } from '@medborgarnavet/mocks';
import {
  DEPTHS,
  howMuch,
  howMuchFrom,
  howMuchTax,
  questionsFor,
  whatIsUnchecked,
} from '@medborgarnavet/mocks/questions.ts';
import {
  formatAmount,
  monthOf,
  paymentsIn,
  sourceThatFailed,
  sumOre,
  type IncomeStatement,
  type Month,
  type Payment,
  type SourceCode,
} from '@medborgarnavet/model';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { entriesOf } from '../../packages/elements/src/income-view/income-view.entries.ts';
import { toMonths } from '../../packages/elements/src/income-view/income-view.month-view.ts';
import { incomeViewSv } from '../../packages/elements/src/localize/income-view.sv.ts';
import { anyStatement } from '../arbitraries.ts';

const SOURCES = ['FK', 'PM', 'CSN', 'SO'] as const;
const OCTOBER = '2026-10';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

function paid({ sources }: IncomeStatement, month: Month, code?: SourceCode): Payment[] {
  return paymentsIn({
    sources: sources.filter(({ source }) => code === undefined || source === code),
  }).filter(
    ({ status, flags, date, period }) =>
      status === 'paid' &&
      !flags.includes('possible-duplicate') &&
      monthOf(date ?? period?.from ?? '') === month,
  );
}

const sumOf = (payments: readonly Payment[]): string => formatAmount(sumOre(payments.map(({ net }) => net)));

describe('questions for those who test with people', () => {
  test('are three to five at every depth, whatever there is to see, and no two of a kind', () => {
    const check = (statement: IncomeStatement, who: string): void => {
      for (const depth of DEPTHS) {
        const questions = questionsFor(statement, depth);
        assert.ok(questions.length >= 3 && questions.length <= 5, `${who}, ${depth}: ${questions.length}`);
        assert.equal(new Set(questions.map(({ id }) => id)).size, questions.length);
        for (const { id, text, answer } of questions) {
          assert.match(id, /^[a-z-]+$/);
          assert.match(text, /\?$/);
          assert.match(answer, /\.$/);
        }
      }
    };
    for (const { persona, statement } of Object.values(personas)) check(statement, persona);
    fc.assert(fc.property(anyStatement, (statement) => check(statement, 'anybody')));
  });

  test('how much from whom is the sum of what was paid then, and of nothing else', () => {
    fc.assert(
      fc.property(anyStatement, fc.constantFrom(...SOURCES), (statement, source) => {
        const { answer } = howMuchFrom(statement, source, OCTOBER);
        const payments = paid(statement, OCTOBER, source);
        if (payments.length > 0) assert.ok(answer.startsWith(sumOf(payments)), answer);
        else assert.match(answer, /^(Inget|Det går inte att veta)\./);
      }),
    );
  });

  test('what could not be checked is never answered with nothing or a whole sum', () => {
    fc.assert(
      fc.property(anyStatement, (statement) => {
        for (const { source, verdict, sections } of statement.sources) {
          const { answer } = howMuchFrom(statement, source, OCTOBER);
          const hasGaps = verdict === 'unchecked' || sections.some((each) => each.verdict === 'unchecked');
          assert.equal(answer.includes('kunde inte kontrolleras'), hasGaps, answer);
          if (hasGaps) assert.match(answer, /Det går inte att veta|men det kan vara mer/);
        }
      }),
    );
  });

  test('when nobody could be checked, no answer says that there is nothing', () => {
    const { statement } = personas.P10;
    const failed = { ...statement, sources: SOURCES.map((source) => sourceThatFailed(source, 'timeout')) };
    for (const depth of DEPTHS) {
      for (const { text, answer } of questionsFor(failed, depth)) {
        if (text.startsWith('Vilka har svarat')) assert.equal(answer, 'Ingen.');
        else assert.match(answer, /det går inte att veta|^Ja: Försäkringskassan, /i, text);
      }
    }
  });

  test('the month’s right answer is what the view shows, its gaps included', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyStatement, fc.constantFrom(...Object.values(personas).map(({ statement }) => statement))),
        (statement) => {
          const input = { statement, period: undefined, asked: [], texts: incomeViewSv };
          for (const view of toMonths(entriesOf(statement), input)) {
            if (view.key < monthOf(statement.period.from) || view.key > monthOf(statement.period.to))
              continue;
            const { answer } = howMuch(statement, view.key);
            if (view.standing === 'paid') assert.ok(answer.startsWith(view.figure), answer);
            else assert.match(answer, view.standing === 'unknown' ? /^Det går inte att veta/ : /^Nej\./);
            assert.equal(/kunde inte kontrolleras|inte frågat/.test(answer), view.missing.length > 0);
          }
        },
      ),
    );
  });

  test('tax that nobody has told of is not answered with none', () => {
    fc.assert(
      fc.property(anyStatement, (statement) => {
        for (const payment of paymentsIn(statement)) {
          const { answer } = howMuchTax(statement, payment);
          assert.equal(answer.startsWith('Det syns inte'), payment.tax === undefined);
        }
      }),
    );
  });

  const answersOf = (persona: keyof typeof personas, depth: (typeof DEPTHS)[number]) =>
    new Map(
      questionsFor(personas[persona].statement, depth).map(({ id, text, answer }) => [
        id,
        `${plain(text)} ${plain(answer)}`,
      ]),
    );

  test('P4 is asked what was taken from aktivitetsstöd, and P8 why the same pension is there twice', () => {
    const details = answersOf('P4', 'details');
    assert.match(details.get('how-much-tax') ?? '', /Hur mycket drogs i skatt\? 1 830 kr\.$/);
    assert.match(details.get('what-was-taken') ?? '', /Ja: Utmätning 1 200 kr och Socialavdrag 1 000 kr\.$/);
    const payments = answersOf('P8', 'payments');
    assert.match(payments.get('why-not-counted') ?? '', /Samma pengar står redan på ett annat ställe\.$/);
  });

  test('P10, who has nothing, and P11, of whom much is unknown, are answered differently', () => {
    assert.equal(
      answersOf('P10', 'months').get('how-much'),
      'Fick du några pengar i oktober 2026? Nej. Alla har svarat, och inget är betalt.',
    );
    assert.match(
      answersOf('P11', 'months').get('how-much') ?? '',
      /1 250 kr, men det kan vara mer\. .*CSN.* kunde inte kontrolleras\.$/,
    );
    assert.match(whatIsUnchecked(personas.P11.statement).answer, /^Ja: .*CSN/);
    assert.match(answersOf('P5', 'payments').get('not-come-yet') ?? '', /utan datum, för tiden från/);
  });

  test('two payments that sound the same are told apart by their amounts', () => {
    const { text } = howMuchTax(
      personas.P6.statement,
      paymentsIn(personas.P6.statement).find(({ net }) => net < 0)!,
    );
    assert.match(plain(text), /^Titta på Inackorderingstillägg, \d+ \w+ 2026, −580 kr\. /);
  });
});
