import assert from 'node:assert/strict';
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, test } from 'node:test';
import { promisify } from 'node:util';
import { randomPersona } from '@medborgarnavet/simulator';
import { all, block, one, parse, persona, question } from './asking.ts';

const PACKAGE = join(import.meta.dirname, '../../packages/simulator');
const BIN = join(PACKAGE, 'bin/ssbtek-simulator.ts');
const run = (...args: readonly string[]) => promisify(execFile)(process.execPath, [BIN, ...args]);

/** Starts it, and gives what it tells up to a line. */
async function started(
  args: readonly string[],
  lastLine: RegExp,
  env: NodeJS.ProcessEnv = {},
): Promise<[ChildProcess, string]> {
  const child = spawn(process.execPath, [BIN, '--port', '0', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lastLine.test(line)) break;
  }
  return [child, lines.join('\n')];
}

async function ended(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  assert.deepEqual(await exit, [0, null]);
}

async function askAt(output: string, personnummer: string) {
  const [url = ''] = /http:\S+/.exec(output) ?? [];
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    body: question({ personnummer }),
  });
  return parse(await response.text());
}

describe('the command', () => {
  test('tells its options, and its version', async () => {
    const help = await run('--help');
    for (const option of ['port', 'seed', 'count', 'deviations', 'tls', 'version']) {
      assert.match(help.stdout, new RegExp(`--${option} `));
    }
    const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as {
      version: string;
    };
    assert.equal((await run('--version')).stdout, `${version} (SSBTEK v10, v11)\n`);
  });

  test('refuses what it does not understand, and says where to read', async () => {
    await assert.rejects(run('--tsl'), { code: 1, stderr: /--tsl[^]*See --help/ });
    await assert.rejects(run('--port', 'x'), { code: 1, stderr: /^--port takes a whole number, not x\n/ });
    await assert.rejects(run('--count', '5000'), { code: 1, stderr: /persons/ });
  });

  test('answers about persons with a file and random ones, until it is told to end', async () => {
    const [child, output] = await started(['--seed', '8', '--count', '2'], /^R9 /);
    try {
      assert.match(output, /^P14 /m);
      assert.match(output, new RegExp(`^R9 {3}${randomPersona(9).personnummer} `, 'm'));
      const answer = await askAt(output, randomPersona(8).personnummer);
      assert.equal(all(one(answer, 'svarsdata'), 'FK').length, 1);
    } finally {
      await ended(child);
    }
  });

  for (const [name, args, env] of [
    ['an option', ['--deviations'], {}],
    ['the environment', [], { DEVIATIONS: '1' }],
  ] as const) {
    test(`deviates by ${name}`, async () => {
      const [child, output] = await started(args, /^P15 /, env);
      try {
        const answer = await askAt(output, persona('P7').personnummer);
        assert.deepEqual(all(block(answer, 'SO'), 'Syfte'), []);
      } finally {
        await ended(child);
      }
    });
  }
});
