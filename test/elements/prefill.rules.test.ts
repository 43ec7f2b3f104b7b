import '@medborgarnavet/elements/define.ts';
import type { SsbtekPrefill } from '@medborgarnavet/elements';
import {
  EKBIST_ROWS,
  IncomeProblem,
  oreFromKronor,
  PROBLEM_TYPES,
  sumOre,
  type IncomeStatement,
  type Ore,
} from '@medborgarnavet/model';
import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import { anyStatement } from '../arbitraries.ts';
import { byLabel, textOf, type } from './page.ts';

type Step =
  | { readonly do: 'fetch'; readonly answer: IncomeStatement | (typeof PROBLEM_TYPES)[number] }
  | {
      readonly do: 'write';
      readonly field: 'Rätt belopp' | 'Kommentar';
      readonly row: string;
      readonly text: string;
    };

// The row for Pensionsmyndigheten is there only at times.
const rows = EKBIST_ROWS.filter(({ group }) => group !== 'PM').map(({ label }) => label);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('fetch' as const),
    answer: fc.oneof(anyStatement, fc.constantFrom(...PROBLEM_TYPES)),
  }),
  fc.record({
    do: fc.constant('write' as const),
    field: fc.constantFrom('Rätt belopp' as const, 'Kommentar' as const),
    row: fc.constantFrom(...rows),
    text: fc.oneof(
      fc.nat(100_000).map(String),
      fc.constantFrom('', 'abc', '12,3,4', '1.234', '−50', '1 234,50 kr'),
    ),
  }),
);

const prefill = () =>
  fixture<SsbtekPrefill>(html`<ssbtek-prefill name="inkomster" period="2026-10"></ssbtek-prefill>`);

async function fetchInto(
  element: SsbtekPrefill,
  answer: IncomeStatement | (typeof PROBLEM_TYPES)[number],
): Promise<void> {
  const fetchIncome = () =>
    typeof answer === 'string' ? Promise.reject(new IncomeProblem(answer)) : Promise.resolve(answer);
  element.source = { fetchIncome, latestIncome: () => Promise.resolve(undefined) };
  await element.fetchIncome();
  await element.updateComplete;
}

function read(shown: string): Ore {
  const amount = oreFromKronor(shown.replace(/\s|kr/g, '').replace('\u2212', '-'));
  if (amount === undefined) throw new Error(`Not an amount: ${shown}`);
  return amount;
}

describe('ssbtek-prefill, whatever happens', () => {
  it('never touches what the person wrote: any order of fetching, failing and writing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 12 }), async (steps) => {
        const element = await prefill();
        const written = new Map<string, string>();
        for (const step of steps) {
          if (step.do === 'fetch') await fetchInto(element, step.answer);
          else {
            const name = `${step.field}: ${step.row}`;
            await type(element, name, step.text);
            written.set(name, step.text);
          }
          for (const [name, text] of written) expect(byLabel(element, name).value).to.equal(text);
        }
        element.remove();
      }),
      { numRuns: 60 },
    );
  });

  it('never shows a failure as zero, nor as complete', async () => {
    await fc.assert(
      fc.asyncProperty(anyStatement, async (statement) => {
        const element = await prefill();
        await fetchInto(element, statement);
        const failed = statement.sources.some(
          ({ verdict, sections }) =>
            verdict === 'unchecked' || sections.some((section) => section.verdict === 'unchecked'),
        );
        const status = textOf(element, '[role=status]');
        expect(status.includes('Alla har svarat.')).to.equal(!failed);
        expect(status.includes('En del kunde inte kontrolleras.')).to.equal(failed);
        for (const row of element.renderRoot.querySelectorAll('.without-amount')) {
          expect(row.textContent).not.to.match(/\d\s*kr/);
        }
        element.remove();
      }),
      { numRuns: 100 },
    );
  });

  it('shows every krona: the amounts of all rows and all that is set aside are those of the payments', async () => {
    await fc.assert(
      fc.asyncProperty(anyStatement, async (statement) => {
        const element = await prefill();
        await fetchInto(element, statement);
        const rows = [...element.renderRoot.querySelectorAll('.amount')].map(
          ({ textContent }) => textContent,
        );
        const aside = [...element.renderRoot.querySelectorAll('[aria-labelledby=set-aside] li')].map(
          ({ textContent }) => /: ([^:]*kr), [^,:]*$/.exec(textContent)?.[1] ?? '',
        );
        const all = statement.sources.flatMap(({ payments }) => payments.map(({ net }) => net));
        expect(sumOre([...rows, ...aside].map(read))).to.equal(sumOre(all));
        element.remove();
      }),
      { numRuns: 50 },
    );
  });
});
