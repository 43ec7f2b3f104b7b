import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryPlace } from './place.ts';

const root = join(import.meta.dirname, '../..');

/** Runs `scripts/start.ts` until it ends by itself. */
function start(env: Readonly<Record<string, string>>): Promise<{ code: unknown; stderr: string }> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, ...env }, timeout: 600_000 };
    execFile(process.execPath, ['scripts/start.ts'], options, (error, _stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stderr }),
    );
  });
}

test('A key that is too short ends the start with one sentence', async () => {
  const place = temporaryPlace();
  const env = { DATA_DIR: place.dataDirectory, PORT: '0', SSBTEK_URL: 'http://127.0.0.1:9/' };
  for (const [name, text] of [
    ['in the folder', ''],
    ['of the environment', 'pseudonyms:c2hvcnQ='],
  ] as const) {
    writeFileSync(join(place.dataDirectory, 'keys'), 'pseudonyms:c2hvcnQ=');
    const { code, stderr } = await start({ ...env, KOMMUNIKATIONSYTA_KEYS: text });
    assert.equal(code, 1, name);
    assert.equal(
      stderr.trim(),
      'Entry 1 of KOMMUNIKATIONSYTA_KEYS has a key of 5 bytes: it must have 32.',
      name,
    );
  }
  place.remove();
});

test('A wrong configuration of SSBTEK ends the start with its message and no address of code', async () => {
  const place = temporaryPlace();
  for (const env of [{ SSBTEK_VERSION: '12' }, { SSBTEK_URL: 'http://127.0.0.1:9/', SSBTEK_VERSION: '12' }]) {
    const { code, stderr } = await start({ ...env, DATA_DIR: place.dataDirectory });
    assert.equal(code, 1);
    assert.match(stderr, /The configuration of SSBTEK is wrong:\n {2}version: /);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
  place.remove();
});
