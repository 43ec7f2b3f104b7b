import { isPersonnummer } from '@medborgarnavet/ssbtek';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');

/** Born in 1890 with a birth number from 980: Skatteverket's kind of test number, and nobody living has it. */
const TEST_NUMBER = /^1890\d{4}98\d\d$/;
/** A published samordningsnummer with an unknown month. */
const OTHERS = new Set(['191500722390']);

test('no number in the repository can belong to anybody living', () => {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const found = files
    .trim()
    .split('\n')
    .filter((file) => file !== 'package-lock.json' && existsSync(join(root, file)))
    .flatMap((file) =>
      [...readFileSync(join(root, file), 'latin1').matchAll(/(?<!\d)\d{12}(?!\d)/g)]
        .map(([number]) => number)
        .filter((number) => isPersonnummer(number) && !TEST_NUMBER.test(number) && !OTHERS.has(number))
        .map((number) => `${file}: ${number.slice(0, 4)}…`),
    );
  assert.deepEqual(found, []);
});
