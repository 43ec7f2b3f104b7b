import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'node:test';

const root = join(import.meta.dirname, '../../..');

/** Runs a module where the package `pg` cannot be found. */
function runWithoutPg(source: string): string {
  const hook = `import { registerHooks } from 'node:module';
    registerHooks({ resolve(name, context, next) {
      if (name === 'pg') throw Object.assign(new Error('No pg'), { code: 'ERR_MODULE_NOT_FOUND' });
      return next(name, context);
    } });`;
  const hooked = `data:text/javascript,${encodeURIComponent(hook)}`;
  const args = ['--import', hooked, '--input-type=module', '--eval', source];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

describe('a server without the driver of PostgreSQL', () => {
  test('keeps everything in SQLite', () => {
    const told = runWithoutPg(`
      const { openStores } = await import('@medborgarnavet/host/server.ts');
      const stores = await openStores({ kind: 'sqlite', file: ':memory:' });
      await stores.close();
      console.log('open');`);
    assert.equal(told, 'open');
  });

  test('says in one sentence what to install when it is to use PostgreSQL', () => {
    const told = runWithoutPg(`
      const { openStores } = await import('@medborgarnavet/host/server.ts');
      await openStores({ kind: 'postgresql', url: 'postgres://localhost/x' }).catch(({ message }) => console.log(message));`);
    assert.equal(told, 'PostgreSQL needs the package pg: npm install pg@8.');
  });
});
