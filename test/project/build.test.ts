import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '../..');
const LARGEST_KB = 120;

describe('npm run build', () => {
  let output: string;
  let script: Buffer;
  before(() => {
    output = execFileSync('npm', ['run', 'build'], { cwd: root, encoding: 'utf8' });
    script = readFileSync(join(root, 'packages/embed/dist/medborgarnavet.js'));
  });

  test('writes one script and tells its integrity', () => {
    const integrity = `sha384-${createHash('sha384').update(script).digest('base64')}`;
    assert.ok(output.includes(`integrity="${integrity}"`));
  });

  test(`keeps it under ${LARGEST_KB} kB gzipped`, () => {
    assert.ok(gzipSync(script, { level: 9 }).byteLength < LARGEST_KB * 1000);
  });

  test('says in its first line what it is', () => {
    assert.match(script.toString(), /^\/\*! medborgarnavet \d+\.\d+\.\d+, MIT \*\/\n/);
  });

  test('gives its copy of Lit a Trusted Types policy of its own', () => {
    const text = script.toString();
    assert.match(text, /createPolicy\([`"']medborgarnavet[`"']/);
    assert.doesNotMatch(text, /createPolicy\([`"']lit-html/);
  });
});
