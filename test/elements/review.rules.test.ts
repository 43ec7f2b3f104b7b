import {
  CorrectionReason,
  EKBIST_ROWS,
  formatAmount,
  OWN_INCOME_TYPES,
  paymentsIn,
  readPostedFields,
  reviewIncomes,
  toPostedFields,
  type IncomeStatement,
  type PostedField,
  type PostedIncomes,
} from '@medborgarnavet/model';
import { expect, fixtureCleanup } from '@open-wc/testing';
import fc from 'fast-check';
import { anyOre, anyStatement } from '../arbitraries.ts';
import { textOf } from './page.ts';
import { handIn, page, ReviewHost } from './review.ts';

// Rules that must hold whatever was retrieved, and whatever the person has written.

const anyComment = fc
  .string({ minLength: 1, maxLength: 40 })
  .filter((text) => /^[^\p{Cc}]*\S[^\p{Cc}]*$/u.test(text));
const anyReason = fc.constantFrom(...CorrectionReason.options);
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });

function anyPosted(statement: IncomeStatement): fc.Arbitrary<PostedIncomes> {
  const ids = paymentsIn(statement).map(({ id }) => id);
  const row = fc
    .record({
      row: fc.constantFrom(...EKBIST_ROWS),
      corrected: maybe(anyOre),
      comment: maybe(anyComment),
      reason: maybe(anyReason),
      disputed: fc.subarray(ids),
    })
    .map(({ row: { key }, corrected, comment, reason, disputed }) => ({
      key,
      disputed,
      ...(corrected !== undefined && { corrected }),
      ...(comment !== undefined && { comment }),
      ...(reason && { reason }),
    }));
  return fc.record({
    rows: fc.uniqueArray(row, { selector: ({ key }) => key, maxLength: 5 }),
    own: fc.array(fc.record({ type: fc.constantFrom(...OWN_INCOME_TYPES), amount: anyOre }), {
      maxLength: 2,
    }),
  });
}

const anyPage = anyStatement.chain((statement) =>
  anyPosted(statement).map((posted) => ({ statement, fields: toPostedFields('inkomster', posted) })),
);

const normal = (text: string): string => text.replace(/\s+/g, ' ');

describe('whatever was retrieved and written', () => {
  it('the sum that is shown is the one that the model works out, and is never whole when a source is missing', async () => {
    await fc.assert(
      fc.asyncProperty(anyPage, async ({ statement, fields }) => {
        const { review } = await shown(statement, fields);
        const posted = readPostedFields('inkomster', fields, EKBIST_ROWS);
        const { total } = reviewIncomes(statement, posted);
        const text = textOf(review, '.total');
        const isWhole = statement.sources.every(
          ({ verdict, sections }) =>
            verdict !== 'unchecked' && sections.every((section) => section.verdict !== 'unchecked'),
        );
        if (total === undefined) expect(text).to.equal('');
        else {
          expect(text).to.include(`Summa av det som räknas: ${normal(formatAmount(total))}`);
          expect(text.includes('för låg')).to.equal(!isWhole);
        }
        expect(review.renderRoot.querySelector('.unchecked') === null).to.equal(isWhole);
        fixtureCleanup();
      }),
      { numRuns: 40 },
    );
  });

  it('what is handed in is what the form holds, and what is shown of each row is what the model says', async () => {
    await fc.assert(
      fc.asyncProperty(anyPage, async ({ statement, fields }) => {
        const { host, form, review } = await shown(statement, fields);
        const lines = reviewIncomes(statement, readPostedFields('inkomster', fields, EKBIST_ROWS)).lines;
        const said = [...review.renderRoot.querySelectorAll<HTMLElement>('.counts dd')].map(({ innerText }) =>
          normal(innerText.trim()),
        );
        expect(said).to.deep.equal(
          lines.map(({ effective }) =>
            effective === undefined ? 'Inget belopp' : normal(formatAmount(effective)),
          ),
        );
        const held = [...new FormData(form)];
        await handIn(review);
        expect(host.sent[0]?.submission.fields).to.deep.equal(held);
        expect(held).to.deep.equal(fields.map(([name, value]) => [name, value]));
        expect(host.sent[0]?.submission.statement).to.deep.equal({ id: statement.id, seal: statement.seal });
        fixtureCleanup();
      }),
      { numRuns: 25 },
    );
  });
});

function shown(statement: IncomeStatement, fields: readonly PostedField[]): ReturnType<typeof page> {
  return page({ host: new ReviewHost(statement), entries: fields });
}
