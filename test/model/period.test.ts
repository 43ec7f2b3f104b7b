import {
  addMonths,
  dateInSweden,
  formatDate,
  formatMonths,
  lastDayOf,
  overlap,
  parseMonths,
} from '@medborgarnavet/model';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

describe('a period', () => {
  test('of a month has all of its days, in leap years too', () => {
    assert.deepEqual(parseMonths('2026-10'), { from: '2026-10-01', to: '2026-10-31' });
    assert.deepEqual(parseMonths('2028-02'), { from: '2028-02-01', to: '2028-02-29' });
    assert.deepEqual(parseMonths('2026-11/2027-01'), { from: '2026-11-01', to: '2027-01-31' });
  });

  test('is not read out of something else', () => {
    for (const text of [
      '',
      '2026',
      '2026-13',
      '2026-00',
      '2026-10-01',
      '2026-10/2026-09',
      '2026-10/2026-11/2026-12',
    ]) {
      assert.equal(parseMonths(text), undefined, text);
    }
  });

  test('is told in words', () => {
    assert.equal(formatMonths({ from: '2026-10-01', to: '2026-10-31' }), 'oktober 2026');
    assert.equal(formatMonths({ from: '2026-08-01', to: '2026-10-31' }), 'augusti–oktober 2026');
    assert.equal(formatMonths({ from: '2026-12-01', to: '2027-01-31' }), 'december 2026–januari 2027');
    assert.equal(formatDate('2026-10-05'), '5\u00a0oktober\u00a02026');
  });

  test('overlaps another where both have the same days', () => {
    const october = { from: '2026-10-01', to: '2026-10-31' };
    assert.deepEqual(overlap(october, { from: '2026-09-21', to: '2026-12-21' }), october);
    assert.deepEqual(overlap(october, { from: '2026-10-21', to: '2026-12-21' }), {
      from: '2026-10-21',
      to: '2026-10-31',
    });
    assert.equal(overlap(october, { from: '2026-11-01', to: '2026-11-30' }), undefined);
  });

  test('goes over the turn of the year', () => {
    assert.equal(addMonths('2026-01', -1), '2025-12');
    assert.equal(addMonths('2026-12', 1), '2027-01');
    assert.equal(addMonths('2026-03', -27), '2023-12');
    assert.equal(lastDayOf('2026-04'), '2026-04-30');
  });

  test('counts days in Sweden, on both sides of midnight and of summer time', () => {
    assert.equal(dateInSweden(new Date('2026-12-31T22:59:59Z')), '2026-12-31');
    assert.equal(dateInSweden(new Date('2026-12-31T23:00:00Z')), '2027-01-01');
    assert.equal(dateInSweden(new Date('2026-07-31T21:59:59Z')), '2026-07-31');
    assert.equal(dateInSweden(new Date('2026-07-31T22:00:00Z')), '2026-08-01');
    assert.equal(dateInSweden(new Date('2026-03-29T00:59:59Z')), '2026-03-29');
  });
});
