import {
  formatAmount,
  ore,
  oreFromKronor,
  formatTypedAmount,
  parseTypedAmount,
  sumOre,
  toKronorText,
} from '@medborgarnavet/model';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anyOre } from '../arbitraries.ts';

describe('money', () => {
  test('is shown the Swedish way, with no-break spaces, a real minus and öre only where there are any', () => {
    assert.equal(formatAmount(ore(265_000)), '2\u00a0650\u00a0kr');
    assert.equal(formatAmount(ore(123_456_789)), '1\u00a0234\u00a0567,89\u00a0kr');
    assert.equal(formatAmount(ore(-30_000)), '\u2212300\u00a0kr');
    assert.equal(formatAmount(ore(-5)), '\u22120,05\u00a0kr');
    assert.equal(formatAmount(ore(0)), '0\u00a0kr');
  });

  test('that is shown can be typed back', () => {
    fc.assert(
      fc.property(anyOre, (amount) => {
        assert.deepEqual(parseTypedAmount(formatAmount(amount)), { kind: 'amount', ore: amount });
      }),
    );
  });

  test('that is posted can be read back', () => {
    fc.assert(fc.property(anyOre, (amount) => assert.equal(oreFromKronor(toKronorText(amount)), amount)));
  });

  test('is read as the authorities write it: numbers, text and decimal commas', () => {
    const read: readonly (readonly [number | string, number])[] = [
      [2650, 265_000],
      [600.5, 60_050],
      ['600,50', 60_050],
      [-300, -30_000],
      ['0.1', 10],
      ['0.005', 1],
      [0.1 + 0.2, 30],
      ['-0', 0],
    ];
    for (const [written, expected] of read) assert.equal(oreFromKronor(written), expected, String(written));
  });

  test('that is no amount, or is beyond belief, is not read', () => {
    for (const written of [
      '',
      ' ',
      'abc',
      '1 000',
      '1e9',
      '0x10',
      NaN,
      Infinity,
      '99999999999999',
      '1.2.3',
      '٣',
    ]) {
      assert.equal(oreFromKronor(written), undefined, String(written));
    }
  });

  test('is never a fraction of an öre', () => {
    assert.throws(() => ore(0.5), RangeError);
    assert.throws(() => ore(Number.MAX_SAFE_INTEGER), RangeError);
  });

  test('of nothing sums up to nothing', () => assert.equal(sumOre([]), 0));
});

describe('an amount that a person types', () => {
  test('is read in all the ways that people write it', () => {
    const ways = {
      '1234': 123_400,
      '1 234': 123_400,
      '1\u00a0234': 123_400,
      '1\u202f234,50': 123_450,
      '1234,5': 123_450,
      '1.234,50': 123_450,
      '1234.50': 123_450,
      '1 234:-': 123_400,
      '1234,-': 123_400,
      '1234 kr': 123_400,
      '1 234,50 KR': 123_450,
      '1234 kronor': 123_400,
      '\u221250': -5_000,
      '-50': -5_000,
      '\u2013 50': -5_000,
      '+1\u00a0234,50 SEK': 123_450,
      'SEK 1 234,50': 123_450,
      'kr 99': 9_900,
      '-1.234,50 kr': -123_450,
      '1 234 567,89': 123_456_789,
      '0': 0,
      ' 12 ': 1_200,
    };
    for (const [typed, expected] of Object.entries(ways)) {
      assert.deepEqual(parseTypedAmount(typed), { kind: 'amount', ore: expected }, typed);
    }
  });

  test('is the same in Arabic, Persian and fullwidth figures, with or without marks that nobody sees', () => {
    const marks = ['', '\u200e', '\u200f', '\u061c', '\u202b', '\u2067', '\ufeff', '\u200b'];
    const inScript = (text: string, zero: number): string =>
      text.replace(/\d/g, (figure) => String.fromCharCode(zero + Number(figure)));
    const typed = fc.oneof(
      anyOre.filter((amount) => amount <= 1_000_000_000).map(formatTypedAmount),
      fc.constantFrom('1 234,50', '1.234', '1,234', '-50', '12,3,4', 'tusen', '1.234,50', '99999999'),
    );
    fc.assert(
      fc.property(
        typed,
        fc.constantFrom(0x0660, 0x06f0, 0xff10),
        fc.array(fc.tuple(fc.nat(12), fc.constantFrom(...marks))),
        (text, zero, places) => {
          const written = inScript(text, zero).split('');
          for (const [place, mark] of places) written.splice(place, 0, mark);
          assert.deepEqual(parseTypedAmount(written.join('')), parseTypedAmount(text));
        },
      ),
    );
  });

  test('is read with the Arabic separators, which can mean only one thing', () => {
    const ways = {
      '\u0661\u066c\u0662\u0663\u0664': 123_400,
      '\u0661\u066c\u0662\u0663\u0664\u066b\u0665': 123_450,
      '\u06f1\u06f2\u066b\u06f5\u06f0': 1_250,
      '\u200f-\u0665\u0660 kr': -5_000,
      '\uff11\uff12\uff0c\uff15': 1_250,
    };
    for (const [typed, expected] of Object.entries(ways))
      assert.deepEqual(parseTypedAmount(typed), { kind: 'amount', ore: expected }, typed);
    for (const [typed, why] of [
      ['\u0661\u066c\u0662\u0663', 'not-an-amount'],
      ['\u0661\u066b\u0662\u0663\u0664', 'not-an-amount'],
      ['\u0661\u060c\u0662\u0663\u0664', 'ambiguous'],
      ['12\u00b2', 'not-an-amount'],
      ['1\u00bd', 'not-an-amount'],
    ] as const)
      assert.deepEqual(parseTypedAmount(typed), { kind: 'unreadable', why }, typed);
  });

  test('is empty when nothing but white space stands there', () => {
    for (const typed of ['', '   ', '\u00a0', '\u200f'])
      assert.deepEqual(parseTypedAmount(typed), { kind: 'empty' });
  });

  test('is asked about when it can mean two things', () => {
    for (const typed of ['1.234', '1,234', '12.345', '-1.234 kr']) {
      assert.deepEqual(parseTypedAmount(typed), { kind: 'unreadable', why: 'ambiguous' }, typed);
    }
  });

  test('is unreadable when it is no amount', () => {
    for (const typed of [
      '12,3,4',
      'abc',
      '1-2',
      '--5',
      'kr',
      'SEK',
      'kr 5 kr 6',
      '1,2345',
      '12 000 000 000 000 000 000 000 000 000 000 000',
    ]) {
      assert.deepEqual(parseTypedAmount(typed), { kind: 'unreadable', why: 'not-an-amount' }, typed);
    }
  });

  test('is too large above ten million kronor', () => {
    assert.equal(parseTypedAmount('10000000').kind, 'amount');
    assert.deepEqual(parseTypedAmount('10000000,01'), { kind: 'unreadable', why: 'too-large' });
  });

  test('never makes the reader throw', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseTypedAmount(text)));
  });
});
