import { startSimulator } from '@medborgarnavet/simulator';
import { configFromEnvironment, runCommand } from '@medborgarnavet/ssbtek';
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { clock, config } from './asking.ts';

const P1 = '189001019802';
const P11 = '189001119818';

describe('the technician’s command', () => {
  let simulator: Awaited<ReturnType<typeof startSimulator>>;
  let folder: string;
  let env: Record<string, string>;
  before(async () => {
    simulator = await startSimulator({ clock });
    folder = await mkdtemp(join(tmpdir(), 'ssbtek-'));
    await writeFile(join(folder, 'ssbtek.json'), JSON.stringify({ ...config(), url: undefined }));
    env = { SSBTEK_URL: simulator.url, SSBTEK_CONFIG: join(folder, 'ssbtek.json') };
  });
  after(async () => {
    await simulator.close();
    await rm(folder, { recursive: true });
  });

  async function run(...args: string[]): Promise<{ code: number; output: string }> {
    const lines: string[] = [];
    const code = await runCommand({ args, env, clock, print: (line) => lines.push(line) });
    return { code, output: lines.join('\n') };
  }

  test('pings every agency', async () => {
    const { code, output } = await run('ping');
    assert.equal(code, 0);
    assert.deepEqual(
      output.split('\n').map((line) => line.slice(0, 4).trim()),
      [...['AF', 'CSN', 'FK', 'SKV', 'SO', 'TNS', 'MIV']],
    );
  });

  test('tells per source what came back, and no amount, payer or number unless asked to', async () => {
    const { code, output } = await run('ask', P1, '--period', '2026-10');
    assert.equal(code, 0);
    assert.match(output, /FK {3}Försäkringskassan: answered, 3 payments/);
    assert.doesNotMatch(output, /\d\s?kr|Barnbidrag|18900101/);
    assert.match(
      (await run('ask', P1, '--period', '2026-10', '--show-amounts')).output,
      /ABB Barnbidrag.*2\s650\skr/,
    );
  });

  test('tells what lies behind the payments, and of what kinds it is', async () => {
    const { code, output } = await run('ask', P1, '--period', '2026-10', '--background');
    assert.equal(code, 0);
    assert.match(output, /FK {3}Försäkringskassan: answered, \d decision/);
    assert.match(output, /MIV {2}Migrationsverket: nothing, 0 facts/);
    assert.doesNotMatch(output, /\d\s?kr|Barnbidrag|18900101/);
  });

  test('tells why a source could not be checked', async () => {
    assert.match((await run('ask', P11, '--period', '2026-10')).output, /CSN {2}CSN: unchecked \(timeout\)/);
  });

  test('says what is wrong with what was asked, and what went wrong', async () => {
    assert.equal((await run()).code, 2);
    assert.match((await run('--help')).output, /ssbtek ping/);
    assert.match((await run('ask', P1, '--period', 'igår')).output, /--period/);
    const wrong = await run('ask', '123');
    assert.deepEqual(
      [wrong.code, wrong.output],
      [1, 'The income sources could not be asked: invalid-question'],
    );
    assert.equal((await run('ask', P1, '--amounts')).code, 2);
  });
});

describe('the configuration in the environment', () => {
  const rest = { ...config() };
  Reflect.deleteProperty(rest, 'url');

  test('goes before the defaults', () => {
    const read = configFromEnvironment({ SSBTEK_URL: 'https://ssbtek.example/', SSBTEK_VERSION: '11' }, rest);
    assert.deepEqual([read.url, read.version, read.aktorsid], ['https://ssbtek.example/', 11, 'EXEMPEL-01']);
  });

  test('names what is wrong in it', () => {
    const fails = (env: Record<string, string>, pattern: RegExp) =>
      assert.throws(() => configFromEnvironment(env, rest), pattern);
    fails({}, /url/);
    fails({ SSBTEK_URL: 'https://a.example', SSBTEK_VERSION: '9' }, /version/);
    fails({ SSBTEK_URL: 'https://a.example', SSBTEK_CERT: '/finns/inte.pem' }, /tls/);
    fails({ SSBTEK_URL: 'https://a.example', SSBTEK_CONFIG: '/finns/inte.json' }, /SSBTEK_CONFIG/);
  });
});
