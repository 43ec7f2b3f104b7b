import {
  changesBetween,
  ore,
  sourceThatAnswered,
  sourceThatFailed,
  type Payment,
} from '@medborgarnavet/model';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anyStatement } from '../arbitraries.ts';

function payment(id: string, change: Partial<Payment> = {}): Payment {
  return {
    id,
    source: 'FK',
    payer: 'Försäkringskassan',
    benefit: { code: 'ABB', name: 'Barnbidrag' },
    status: 'paid',
    date: '2026-10-20',
    deductions: [],
    net: ore(125_000),
    parts: [],
    flags: [],
    ...change,
  };
}

const told = (...payments: Payment[]) => ({ sources: [sourceThatAnswered('FK', payments)] });

describe('what is otherwise since the fetch before', () => {
  test('is nothing when the authorities say the same', () => {
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const { added, changed, gone } = changesBetween(statement, statement);
        assert.deepEqual([added.size, changed.size, gone.length], [0, 0, 0]);
      }),
    );
  });

  test('is a payment that is new, one that has another amount, and one that is gone', () => {
    const before = told(
      payment('same'),
      payment('old', { date: '2026-10-01' }),
      payment('was', { date: '2026-10-05' }),
    );
    const now = told(
      payment('same'),
      payment('new', { benefit: { code: 'BOB', name: 'Bostadsbidrag' } }),
      payment('is', { date: '2026-10-05', net: ore(100) }),
    );
    const { added, changed, gone } = changesBetween(before, now);
    assert.deepEqual([...added], ['new']);
    assert.deepEqual(
      [...changed].map(([id, was]) => [id, was.id]),
      [['is', 'was']],
    );
    assert.deepEqual(
      gone.map(({ id }) => id),
      ['old'],
    );
  });

  test('is not that a payment is gone when its source could not be checked', () => {
    const { gone } = changesBetween(told(payment('one')), { sources: [sourceThatFailed('FK', 'timeout')] });
    assert.deepEqual(gone, []);
  });

  test('accounts for every payment of both', () => {
    fc.assert(
      fc.property(anyStatement, anyStatement, (before, now) => {
        const ids = (statement: typeof now) =>
          statement.sources.flatMap(({ payments }): Payment[] => payments).map(({ id }) => id);
        const { added, changed } = changesBetween(before, now);
        const earlier = new Set(ids(before));
        for (const id of ids(now)) assert.equal(added.has(id) || changed.has(id), !earlier.has(id));
      }),
    );
  });
});
