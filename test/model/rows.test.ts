import { EKBIST_ROWS, MONEY_SOURCES, Rows, rowsNotCovered } from '@medborgarnavet/model';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

describe('a list of rows', () => {
  test('is by default that of eAnsökan EkBist, which fits its own schema and survives JSON', () => {
    assert.deepEqual(Rows.parse(JSON.parse(JSON.stringify(EKBIST_ROWS))), EKBIST_ROWS);
  });

  test('has no key twice, and none that a form could not post', () => {
    const [row] = EKBIST_ROWS;
    assert.ok(row);
    const wrong: unknown[] = [
      [],
      [row, row],
      [{ ...row, key: 'fk barnbidrag' }],
      [{ ...row, key: '' }],
      [{ ...row, label: '' }],
      [{ ...row, group: 'XX' }],
      [{ ...row, takes: { XX: ['A'] } }],
      [{ ...row, extra: 1 }],
      'ekbist',
    ];
    for (const list of wrong) assert.equal(Rows.safeParse(list).success, false, JSON.stringify(list));
  });

  test('can be only what the sources have nothing for', () => {
    const keys = rowsNotCovered(EKBIST_ROWS, MONEY_SOURCES).map(({ key }) => key);
    assert.deepEqual(keys, ['andra.lon', 'andra.afa', 'andra.overskjutande-skatt', 'andra.annan']);
  });
});
