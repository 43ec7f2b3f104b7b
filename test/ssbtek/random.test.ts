import { arrange, IncomeStatement, ore, paymentsIn, sumOre, type Source } from '@medborgarnavet/model';
import { randomPersonas } from '@medborgarnavet/simulator';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { OCTOBER } from './asking.ts';
import { answersAbout, anyMutant, decodeMutant, inProcess, questionAbout, ssbtek } from './mutants.ts';
import { assertOnScreen } from './on-screen.ts';

const RUNS = 10_000;

describe('random persons', () => {
  test('lose no krona between the wire, the form and the screen, and fit the contract with the page', async () => {
    const shown = { all: 0, withoutGross: 0, unexplained: 0, withDeductions: 0 };
    const most = 3_000;
    for (const first of [0, 1_000_000, 2_000_000, 3_000_000]) {
      const personas = randomPersonas(first, Math.min(most, RUNS / 4));
      const transport = inProcess(personas);
      for (const [index, { personnummer }] of personas.entries()) {
        const { lookUpIncome } = ssbtek(transport, index % 2 === 0 ? 10 : 11);
        const sources = [...(await lookUpIncome(questionAbout(personnummer))).sources];
        const { rows, setAside } = arrange({ sources, period: OCTOBER });
        const placed = [
          ...rows.flatMap(({ retrieved }) => (retrieved === undefined ? [] : [retrieved])),
          ...setAside.map(({ payment }) => payment.net),
        ];
        assert.equal(sumOre(placed), sumOre(paymentsIn({ sources }).map(({ net }) => net)));
        const statement = {
          id: 'statement-1',
          version: 1 as const,
          fetchedAt: '2026-11-21T08:00:00Z',
          period: OCTOBER,
          sources,
          seal: 'x',
        };
        assert.equal(IncomeStatement.safeParse(statement).error, undefined);
        assertOnScreen(statement, shown);
        if (index % 2 === 0) assertOnScreen(withUnexplained(statement), shown);
      }
    }
    for (const [what, count] of Object.entries(shown)) assert.ok(count > 1_000, `${what}: ${count}`);
  });
});

/** As when an authority takes something away, and says nothing of it: each gross is a krona more. */
function withUnexplained(statement: IncomeStatement): IncomeStatement {
  return {
    ...statement,
    sources: statement.sources.map((source): Source => {
      if (source.verdict !== 'answered') return source;
      const payments = source.payments.map(({ gross, ...payment }) =>
        gross === undefined ? payment : { ...payment, gross: ore(gross + 100) },
      );
      return { ...source, payments };
    }),
  };
}

describe('an answer with any mistake in it', () => {
  test('ends in an answer or in a typed failure, never otherwise', async () => {
    const answers = await answersAbout(60);
    await fc.assert(fc.asyncProperty(anyMutant(answers), decodeMutant), { numRuns: RUNS });
  });
});
