import { parseKeys, readKeys } from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { inspect } from 'node:util';

const key = (byte: number, length = 32): string => Buffer.alloc(length, byte).toString('base64');
const WHOLE = `pseudonyms:${key(1)}\n2026-11:${key(2)} 2026-05:${key(3)}\n`;

describe('the keys', () => {
  test('are a key for pseudonyms, the current one, and those that are still read with', () => {
    const { current, ring } = parseKeys(WHOLE);
    assert.equal(current.id, '2026-11');
    assert.deepEqual([...ring.keys()], ['2026-11', '2026-05']);
    assert.deepEqual(current.key.export(), Buffer.alloc(32, 2));
  });

  test('come from the environment or from a file that it names', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'));
    const file = join(folder, 'keys');
    writeFileSync(file, WHOLE);
    try {
      assert.equal(readKeys({ KOMMUNIKATIONSYTA_KEYS: WHOLE }).current.id, '2026-11');
      assert.equal(readKeys({ KOMMUNIKATIONSYTA_KEYS_FILE: file }).current.id, '2026-11');
      assert.throws(
        () => readKeys({ KOMMUNIKATIONSYTA_KEYS: WHOLE, KOMMUNIKATIONSYTA_KEYS_FILE: file }),
        /not both\.$/,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
    assert.throws(() => readKeys({}), /has no keys: set KOMMUNIKATIONSYTA_KEYS/);
    assert.throws(
      () => readKeys({ KOMMUNIKATIONSYTA_KEYS_FILE: '/nowhere' }),
      /names a file that cannot be read/,
    );
  });

  test('are refused with one sentence that holds no part of a key', () => {
    const mistakes: readonly [string, RegExp][] = [
      [`2026-11:${key(2)}`, /has no entry pseudonyms/],
      [`pseudonyms:${key(1)}`, /no key to encrypt with/],
      [`${WHOLE} 2026-05:${key(4)}`, /^Entry 4 .* has the id of an earlier one/],
      [`${WHOLE} 2026-04:${key(2)}`, /^Entry 4 .* has the key of an earlier one/],
      [`${WHOLE} 2026-04:${key(1)}`, /^Entry 4 .* has the key of an earlier one/],
      [`${WHOLE} 2026-04:${key(4, 16)}`, /^Entry 4 .* 16 bytes: it must have 32/],
      [`${WHOLE} 2026-04:${key(4, 33)}`, /^Entry 4 .* 33 bytes: it must have 32/],
      [`${WHOLE} 2026-04:`, /^Entry 4 .* 0 bytes/],
      [`${WHOLE} 2026-04:${'0z_-'.repeat(11)}`, /^The key in entry 4 .* is not base64/],
      [`${WHOLE} 2026-04:${key(4).slice(0, -1)}`, /^The key in entry 4 .* is not base64/],
      [`${WHOLE} ${key(4)}`, /^Entry 4 .* is not id:base64/],
      [`${WHOLE} a:b:${key(4)}`, /^Entry 4 .* is not id:base64/],
      [`${WHOLE} å:${key(4)}`, /^Entry 4 .* is not id:base64/],
    ];
    for (const [text, sentence] of mistakes) {
      assert.throws(
        () => parseKeys(text),
        (error: Error) => {
          assert.match(error.message, sentence);
          assert.doesNotMatch(error.message, /\n/);
          for (const byte of [1, 2, 3, 4])
            assert.ok(!error.message.includes(key(byte).slice(0, 8)), error.message);
          return true;
        },
      );
    }
  });

  test('are not shown when they are printed', () => {
    const printed =
      inspect(parseKeys(WHOLE), { depth: 10, showHidden: true }) + JSON.stringify(parseKeys(WHOLE));
    for (const byte of [1, 2, 3]) {
      assert.ok(!printed.includes(key(byte).slice(0, 8)));
      assert.ok(!printed.includes(Buffer.alloc(4, byte).toString('hex')));
    }
  });
});
