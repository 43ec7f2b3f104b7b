import { PERSONAS } from '@medborgarnavet/simulator';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CANARY, findingsIn, formsOf } from '../../scripts/canary-scan.ts';

describe('what the suites write', () => {
  test('holds no test person’s number, however it is written', () => {
    for (const { personnummer } of PERSONAS)
      for (const form of formsOf(personnummer))
        for (const around of ['', ' ', '"', 'x', '7'])
          assert.deepEqual(findingsIn(`one\nand ${around}${form}${around} here\nthree`), [
            { line: 2, kind: 'the number of a test person' },
          ]);
  });

  test('holds no other number that could be somebody’s', () => {
    const kind = 'a personnummer or samordningsnummer';
    for (const number of formsOf('189001029801').slice(0, 4))
      assert.deepEqual(findingsIn(`kept ${number}.`), [{ line: 1, kind }]);
  });

  test('holds no canary, and each line is told of once', () => {
    const output = `${CANARY}P1\nnothing\n${CANARY.toUpperCase()} ${CANARY}\r\n`;
    assert.deepEqual(findingsIn(output), [
      { line: 1, kind: 'a canary' },
      { line: 3, kind: 'a canary' },
    ]);
  });

  test('may hold other numbers: counts, times, ports, instants and digests', () => {
    for (const text of [
      '8903 passed, 0 failed',
      '✔ It is told (1890.9001029801ms)',
      'ready http://localhost:41730',
      '2026-11-21T08:14:00.000Z 1795162440000',
      '189001029802, which has another check digit',
      'sha384-1890010298010000',
    ])
      assert.deepEqual(findingsIn(text), [], text);
  });
});
