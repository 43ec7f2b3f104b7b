import { outsideText } from '@medborgarnavet/model';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

describe('text from outside', () => {
  test('is one line without anything that hides or turns it round, whatever it was', () => {
    const unsafe = fc.constantFrom(
      ...['\u0000', '\u001b', '\u0085', '\u061c', '\u200b', '\u200e', '\u202e', '\u2066', '\u2069', '\ufeff'],
      ...['\ud800', '\udc00', '\r\n', '\t', '\u00a0', '\u{e0041}', 'e\u0301', 'Å', '😀'],
    );
    const texts = fc.array(fc.oneof(unsafe, fc.string({ unit: 'binary' })), { maxLength: 80 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 200 }), (parts, longest) => {
        const text = outsideText(parts.join(''), longest);
        assert.doesNotMatch(text, /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u);
        assert.doesNotMatch(text, /^\s|\s$|\s\s/u);
        assert.ok(text.length <= longest);
        assert.equal(outsideText(text, longest), text);
      }),
    );
  });

  test('keeps what words are spelled with', () => {
    for (const word of ['Åsa Öberg AB', 'می\u200cخواهم', 'क्\u200dष', 'שלום', 'O’Neill & Søn', 'a\ufffdb'])
      assert.equal(outsideText(word), word);
    assert.equal(outsideText(' a\r\n\u0000\tb '), 'a b');
    assert.equal(outsideText('Bolag\u202eBA\ud83d'), 'BolagBA\ufffd');
    assert.equal(outsideText('ab😀', 3), 'ab');
  });
});
