import {
  CorrectionReason,
  EKBIST_ROWS,
  effectiveAmount,
  formatTypedAmount,
  ore,
  OWN_INCOME_TYPES,
  parseTypedAmount,
  readAmount,
  readPostedFields,
  toPostedFields,
  type Payment,
  type PostedIncomes,
} from '@medborgarnavet/model';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

const anyOre = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(ore);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Drops what is undefined, as exact optional fields have it. */
function exact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}

const anyPosted: fc.Arbitrary<PostedIncomes> = fc
  .record({
    statement: optional(fc.uuid()),
    hasIncome: optional(fc.constantFrom('yes' as const, 'no' as const)),
    rows: fc.tuple(
      ...EKBIST_ROWS.map(({ key }) =>
        fc
          .record({
            key: fc.constant(key),
            retrieved: optional(anyOre),
            corrected: optional(anyOre),
            comment: optional(fc.string({ minLength: 1, maxLength: 40 })),
            reason: optional(fc.constantFrom(...CorrectionReason.options)),
            disputed: fc.array(fc.uuid(), { maxLength: 3 }),
          })
          .map(exact),
      ),
    ),
    own: fc.array(
      fc
        .record({
          type: fc.constantFrom(...OWN_INCOME_TYPES),
          amount: optional(anyOre),
          date: optional(fc.constantFrom('2026-10-01', '2026-02-28')),
        })
        .map(exact),
      { maxLength: 4 },
    ),
  })
  .map(exact) as fc.Arbitrary<PostedIncomes>;

const payment = (id: string, net: number) => ({ id, net: ore(net) }) as Payment;

describe('what a form with incomes posts', () => {
  test('is read back as it was', () => {
    fc.assert(
      fc.property(anyPosted, (posted) => {
        assert.deepEqual(readPostedFields('x.y', toPostedFields('x.y', posted), EKBIST_ROWS), posted);
      }),
    );
  });

  test('is read without what is not of the contract, whatever is posted', () => {
    const anyField = fc.tuple(
      fc.oneof(fc.string(), fc.constantFrom('i.fk.barnbidrag.corrected', 'i.egna.1.belopp', 'i.egna.x.typ')),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(anyField), (fields) => {
        const { rows } = readPostedFields('i', fields, EKBIST_ROWS);
        assert.deepEqual(
          rows.map(({ key }) => key),
          EKBIST_ROWS.map(({ key }) => key),
        );
      }),
    );
    const read = readPostedFields(
      'i',
      [
        ['i.fk.barnbidrag.corrected', '12,3,4'],
        ['i.fk.barnbidrag.reason', 'because'],
        ['i.egna.1.datum', '2026-02-30'],
        ['j.fk.barnbidrag.corrected', '1.00'],
      ],
      EKBIST_ROWS,
    );
    assert.deepEqual(read.rows[0], { key: 'fk.barnbidrag', typed: '12,3,4', disputed: [] });
    assert.deepEqual(read.own, [{}]);
  });

  test('keeps whatever was typed in place of an amount, and never counts the retrieved one instead', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('tusen', '1.234', '1,5,0', '-', '99999999')),
        (text) => {
          const { amount, typed } = readAmount(text);
          const own = [
            { ...(amount !== undefined && { amount }), ...(typed !== undefined && { typed }) },
          ].filter((income) => Object.keys(income).length > 0);
          const row = {
            key: 'fk.barnbidrag',
            ...(amount !== undefined && { corrected: amount }),
            ...(typed !== undefined && { typed }),
            disputed: [],
          };
          const read = readPostedFields('i', toPostedFields('i', { rows: [row], own }), EKBIST_ROWS);
          assert.deepEqual(read.rows[0], row);
          assert.deepEqual(read.own, own);
          const effective = effectiveAmount({ retrieved: ore(3000), payments: [] }, row);
          assert.equal(effective, text.trim() === '' ? 3000 : amount);
        },
      ),
    );
  });
});

describe('what a row comes to', () => {
  const row = { retrieved: ore(3000), payments: [payment('a', 1000), payment('b', 2000)] };

  test('is the person’s own amount, else what was retrieved less what they say is not right', () => {
    assert.equal(effectiveAmount(row, { disputed: [] }), 3000);
    assert.equal(effectiveAmount(row, { disputed: ['b', 'gone'] }), 1000);
    assert.equal(effectiveAmount(row, { corrected: ore(500), disputed: ['b'] }), 500);
    assert.equal(effectiveAmount({ payments: [] }, { disputed: ['b'] }), undefined);
    assert.equal(effectiveAmount({ payments: [] }, { corrected: ore(0), disputed: [] }), 0);
  });
});

describe('an amount as it is typed', () => {
  test('is read back as the same, however large, and with öre', () => {
    fc.assert(
      fc.property(anyOre, (amount) => {
        assert.deepEqual(parseTypedAmount(formatTypedAmount(amount)), { kind: 'amount', ore: amount });
      }),
    );
  });
});
