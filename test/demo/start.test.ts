import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '../..');

/** Runs `scripts/start.ts` until it ends by itself. */
function start(env: Readonly<Record<string, string>>): Promise<{ code: unknown; stderr: string }> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, ...env }, timeout: 60_000 };
    execFile(process.execPath, ['scripts/start.ts'], options, (error, _stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stderr }),
    );
  });
}

test('A wrong configuration of SSBTEK ends the start with its message and no address of code', async () => {
  for (const env of [{ SSBTEK_VERSION: '12' }, { SSBTEK_URL: 'http://127.0.0.1:9/', SSBTEK_VERSION: '12' }]) {
    const { code, stderr } = await start(env);
    assert.equal(code, 1);
    assert.match(stderr, /The configuration of SSBTEK is wrong:\n {2}version: /);
    assert.doesNotMatch(stderr, /\n\s+at /);
  }
});
