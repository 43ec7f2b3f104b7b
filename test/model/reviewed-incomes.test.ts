import {
  arrange,
  EKBIST_ROWS,
  ore,
  OTHER_INCOME,
  paymentsIn,
  reviewIncomes,
  sourceThatAnswered,
  sourceThatFailed,
  sumOre,
  type IncomeStatement,
  type Payment,
  type PostedIncomes,
  type PostedRow,
} from '@medborgarnavet/model';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anyOre, anyPayment, anyStatement, OCTOBER } from '../arbitraries.ts';

const statementOf = (...sources: IncomeStatement['sources']) => ({ period: OCTOBER, sources });

function payment(change: Partial<Payment> = {}): Payment {
  const [one] = fc.sample(anyPayment('FK'), 1);
  return {
    ...one!,
    benefit: { code: 'ABB', name: 'Barnbidrag' },
    date: '2026-10-20',
    status: 'paid',
    flags: [],
    net: ore(125_000),
    ...change,
  };
}

const written = (row: Partial<PostedRow> = {}): PostedIncomes => ({
  rows: [{ key: 'fk.barnbidrag', disputed: [], ...row }],
  own: [],
});

/** A statement, and what somebody may post with it: what was posted as retrieved is anything. */
const anyReview = anyStatement.chain((statement) => {
  const ids = paymentsIn(statement).map(({ id }) => id);
  const anyRow = (key: string): fc.Arbitrary<PostedRow> =>
    fc.record(
      {
        key: fc.constant(key),
        retrieved: anyOre,
        effective: anyOre,
        corrected: anyOre,
        comment: fc.string({ minLength: 1, maxLength: 20 }),
        disputed: fc.subarray([...ids, 'gone']),
      },
      { requiredKeys: ['key', 'disputed'] },
    );
  const anyPosted: fc.Arbitrary<PostedIncomes> = fc.record({
    rows: fc.tuple(...EKBIST_ROWS.map(({ key }) => anyRow(key))),
    own: fc.array(fc.record({ amount: anyOre }, { requiredKeys: [] }), { maxLength: 3 }),
  });
  return fc.tuple(fc.constant(statement), anyPosted);
});

/** Without what a post is not trusted to say. */
const withoutAmounts = ({ rows, own }: PostedIncomes): PostedIncomes => ({
  rows: rows.map((row) => {
    const kept = { ...row };
    delete kept.retrieved;
    delete kept.effective;
    return kept;
  }),
  own,
});

describe('what is read through before handing in', () => {
  test('has every krona of the statement in a line or set aside, whatever was posted', () => {
    fc.assert(
      fc.property(anyReview, ([statement, posted]) => {
        const { lines, setAside } = reviewIncomes(statement, posted);
        const retrieved = lines.flatMap((line) => (line.retrieved === undefined ? [] : [line.retrieved]));
        const all = sumOre(paymentsIn(statement).map(({ net }) => net));
        assert.equal(sumOre([...retrieved, ...setAside.map(({ payment: { net } }) => net)]), all);
      }),
      { numRuns: 500 },
    );
  });

  test('never trusts a retrieved or an effective amount that was posted', () => {
    fc.assert(
      fc.property(anyReview, ([statement, posted]) => {
        assert.deepEqual(reviewIncomes(statement, posted), reviewIncomes(statement, withoutAmounts(posted)));
        const nothing = reviewIncomes(undefined, posted);
        assert.ok(
          nothing.lines.every(
            ({ retrieved, missing }) => retrieved === undefined && missing === 'not-fetched',
          ),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('counts the person’s own amount, else what was retrieved less what is disputed', () => {
    fc.assert(
      fc.property(anyReview, ([statement, posted]) => {
        const filled = new Map(arrange(statement).rows.map((each) => [each.row.key, each]));
        for (const { key, corrected, retrieved, effective, disputed } of reviewIncomes(statement, posted)
          .lines) {
          const taken = sumOre(disputed.map(({ payment: { net } }) => net));
          assert.equal(effective, corrected ?? (retrieved === undefined ? undefined : retrieved - taken));
          assert.equal(retrieved, filled.get(key)?.retrieved);
          assert.ok(disputed.every(({ payment: each }) => filled.get(key)?.payments.includes(each)));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('has the sum of what counts and of what was added, and none when nothing counts', () => {
    fc.assert(
      fc.property(anyReview, ([statement, posted]) => {
        const { lines, own, total } = reviewIncomes(statement, posted);
        const counted = [...lines.map(({ effective }) => effective), ...own.map(({ amount }) => amount)];
        const amounts = counted.flatMap((amount) => (amount === undefined ? [] : [amount]));
        assert.equal(total, amounts.length === 0 ? undefined : sumOre(amounts));
      }),
      { numRuns: 300 },
    );
    assert.equal('total' in reviewIncomes(undefined, undefined), false);
    assert.equal(reviewIncomes(undefined, written({ corrected: ore(0) })).total, 0);
  });

  test('says of a line what was retrieved or why nothing was, and never both', () => {
    fc.assert(
      fc.property(anyReview, ([statement, posted]) => {
        for (const { retrieved, missing, payers } of reviewIncomes(statement, posted).lines) {
          assert.notEqual(retrieved === undefined, missing === undefined);
          assert.equal(payers.length > 0, retrieved !== undefined);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a line', () => {
  const line = (
    statement: ReturnType<typeof statementOf> | undefined,
    posted = written({ corrected: ore(1) }),
  ) => reviewIncomes(statement, posted).lines.find(({ key }) => key === 'fk.barnbidrag');

  test('tells nothing from not able to look, and both from nobody asked', () => {
    const gap = { name: 'Barnbidrag', verdict: 'unchecked', reason: 'fault' } as const;
    assert.equal(line(statementOf(sourceThatAnswered('FK', [])))?.missing, 'nothing');
    assert.equal(line(statementOf(sourceThatFailed('FK', 'timeout')))?.missing, 'unchecked');
    assert.equal(line(statementOf(sourceThatAnswered('FK', [], [gap])))?.missing, 'unchecked');
    assert.equal(line(statementOf(sourceThatAnswered('FK', [], [], OCTOBER)))?.missing, 'unchecked');
    assert.equal(line(statementOf(sourceThatAnswered('CSN', [])))?.missing, 'not-fetched');
    assert.equal(line(undefined)?.missing, 'not-fetched');
  });

  test('is there for a comment alone, and not for nothing at all', () => {
    assert.equal(
      line(undefined, written({ comment: 'Kommer nästa vecka.' }))?.comment,
      'Kommer nästa vecka.',
    );
    assert.equal(line(undefined, written()), undefined);
  });

  test('tells the reason of a dispute, and knows no payment that is not behind it', () => {
    const one = payment({ id: 'one' });
    const posted = written({ disputed: ['one', 'gone'], disputeReasons: { one: 'not-received' } });
    const found = line(statementOf(sourceThatAnswered('FK', [one])), posted);
    assert.deepEqual(found?.disputed, [{ payment: one, reason: 'not-received' }]);
    assert.equal(found.effective, 0);
  });

  test('tells each payer once, and among other incomes the authority’s own name for it', () => {
    const child = { payer: 'Försäkringskassan' };
    const odd = payment({
      id: 'c',
      benefit: { code: 'XQZ', name: 'Nytt stöd' },
      parts: [],
      payer: 'Försäkringskassan',
    });
    const statement = statementOf(
      sourceThatAnswered('FK', [payment({ id: 'a', ...child }), payment({ id: 'b', ...child }), odd]),
    );
    assert.deepEqual(line(statement)?.payers, ['Försäkringskassan']);
    const { lines } = reviewIncomes(statement, undefined);
    assert.deepEqual(lines.find(({ key }) => key === OTHER_INCOME)?.payers, [
      'Försäkringskassan (Nytt stöd)',
    ]);
  });
});
