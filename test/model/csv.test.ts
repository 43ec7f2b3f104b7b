import { toCsvCell, toCsvText } from '@medborgarnavet/model';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';

/** A reader of its own: quotes, semicolons and line ends as RFC 4180 has them. */
function read(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ';') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const anyText = fc.oneof(
  fc.string(),
  fc.constantFrom('=1+1', '@a', ' =1', '\t=1', '-5', '-0,50', '+46', 'a;b', 'a"b', 'a\r\nb', ''),
);

describe('a table as CSV', () => {
  test('begins with the mark that tells a spreadsheet of UTF-8, and ends every line', () => {
    assert.equal(
      toCsvText([
        ['Fråga', 'Poäng'],
        ['Skatt?', '0,5'],
      ]),
      '\ufeffFråga;Poäng\r\nSkatt?;0,5\r\n',
    );
  });

  test('is read back as it was, but for an apostrophe before what a spreadsheet would count', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyText, { minLength: 1 }), { minLength: 1 }), (rows) => {
        const told = read(toCsvText(rows).slice(1));
        assert.deepEqual(
          told.map((cells) => cells.length),
          rows.map((cells) => cells.length),
        );
        rows.forEach((cells, y) =>
          cells.forEach((cell, x) => assert.ok(told[y]![x] === cell || told[y]![x] === `'${cell}`)),
        );
      }),
    );
  });

  test('lets no cell begin like a formula, unless it is a plain negative number', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cell = toCsvCell(text).replace(/^"/, '');
        assert.ok(!/^\s*[=+@]/.test(cell) && (!/^\s*-/.test(cell) || /^-\d+(?:,\d+)?$/.test(cell)));
      }),
    );
  });
});
