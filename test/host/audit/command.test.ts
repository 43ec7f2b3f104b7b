import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { runAuditCommand } from '../../../packages/host/src/audit/command.ts';
import { fakeClock, NAMES, startKind, type Kind, type Place } from '../kommunikationsyta/stores.ts';
import { serversIn, writeEvents } from './auditing.ts';

const BIN = join(import.meta.dirname, '../../../packages/host/bin/audit.ts');
const base64 = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
/** Those that the servers of the tests have. */
const KOMMUNIKATIONSYTA_KEYS = `pseudonyms:${base64(1)} old:${base64(2)}`;

type Environment = Record<string, string>;

/** As it is run. */
function run(args: readonly string[], env: Environment) {
  return new Promise((resolve) =>
    execFile(process.execPath, [BIN, ...args], { env: { PATH: '', ...env } }, (error, stdout) =>
      resolve([error ? error.code : 0, stdout]),
    ),
  );
}

/** The same without a process. */
async function told(args: readonly string[], env: Environment) {
  const lines: string[] = [];
  const code = await runAuditCommand({ args, env, print: (line) => void lines.push(line) });
  return [code, lines.join('\n')];
}

for (const database of NAMES) {
  describe(`the command, of an audit in ${database}`, () => {
    let kind: Kind;
    let place: Place;
    let servers: ReturnType<typeof serversIn>;
    let env: Environment;
    before(async () => {
      kind = await startKind(database);
      servers = serversIn();
    });
    after(async () => {
      await servers.end();
      await kind.end();
    });
    beforeEach(async () => {
      place = await kind.place();
      const one = await servers.start(place, fakeClock());
      const other = await servers.start(place, fakeClock());
      await Promise.all([one, other].map(({ audit }) => writeEvents(audit, 6)));
      env = {
        KOMMUNIKATIONSYTA_KEYS,
        AUDIT_HEADS: `${one.file}, ${other.file}`,
        [database === 'SQLite' ? 'DATABASE_FILE' : 'DATABASE_URL']: place.argument,
      };
    });

    test('tells that it is intact', async () => {
      const answer = [0, 'The audit is intact: 12 entries, up to number 12.\n'];
      assert.deepEqual(await run(['verify'], env), answer);
    });

    test('tells where it is broken, and how', async () => {
      await place.sql("UPDATE audit_entry SET outcome = 'failed' WHERE sequence = 7");
      const answer = [1, 'The audit is broken at number 7: the entry is not the one that was written.\n'];
      assert.deepEqual(await run(['verify'], env), answer);
      await place.sql('DELETE FROM audit_entry WHERE sequence = 7');
      const other = [1, 'The audit is broken at number 7: the entry is not there.'];
      assert.deepEqual(await told(['verify'], env), other);
    });

    test('tells that it could not look when there is no such table', async () => {
      await place.sql('DROP TABLE audit_entry');
      const answer = [2, 'The database cannot be read: is it there, and of this version?\n'];
      assert.deepEqual(await run(['verify'], env), answer);
    });
  });
}

describe('the command', () => {
  let servers: ReturnType<typeof serversIn>;
  let env: Environment;
  let file: string;
  let kind: Kind;
  before(async () => {
    kind = await startKind('SQLite');
    servers = serversIn();
    const place = await kind.place();
    const { audit, file: head } = await servers.start(place, fakeClock());
    await writeEvents(audit, 1);
    file = place.argument;
    env = { KOMMUNIKATIONSYTA_KEYS, AUDIT_HEADS: head };
  });
  after(async () => {
    await servers.end();
    await kind.end();
  });

  test('takes a file as its argument, before what the environment says', async () => {
    const answer = [0, 'The audit is intact: 1 entry, up to number 1.'];
    assert.deepEqual(await told(['verify', file], env), answer);
    assert.deepEqual(await told(['verify', file], { ...env, DATABASE_URL: 'postgres://x' }), answer);
  });

  test('tells how it is asked', async () => {
    const [code, help] = await told(['--help'], {});
    assert.equal(code, 0);
    for (const name of ['DATABASE_URL', 'DATABASE_FILE', 'KOMMUNIKATIONSYTA_KEYS_FILE', 'AUDIT_HEADS'])
      assert.match(String(help), new RegExp(`\\b${name}\\b`));
  });

  test('tells in a sentence what it lacks, and makes nothing', async () => {
    const other = join(servers.folder, 'other');
    writeFileSync(other, 'something else, that is longer than a header of a database would be'.repeat(9));
    const whole = { ...env, DATABASE_FILE: file };
    const no = /^The database cannot be read: is it there, and of this version\?$/;
    for (const [args, environment, sentence] of [
      [[], whole, /^It is asked for as audit verify: see --help\.$/],
      [['list'], whole, /^It is asked for as audit verify/],
      [['verify', file, file], whole, /^It is asked for as audit verify/],
      [['verify', '--all'], whole, /^There is no such option: see --help\.$/],
      [['verify'], { ...whole, KOMMUNIKATIONSYTA_KEYS: '' }, /^The kommunikationsyta has no keys: /],
      [['verify'], { ...whole, KOMMUNIKATIONSYTA_KEYS: 'x:y' }, /^The key in entry 1 of /],
      [['verify'], { ...whole, AUDIT_HEADS: ' , ' }, /^AUDIT_HEADS must name the files/],
      [['verify'], { ...whole, AUDIT_HEADS: `${file}.head` }, /^There is no head of the audit in \S+\.$/],
      [['verify'], { ...whole, AUDIT_HEADS: other }, /^What is in \S+ is not a head of the audit\.$/],
      [
        ['verify'],
        { ...whole, DATABASE_URL: 'postgres://x' },
        /^Set DATABASE_URL or DATABASE_FILE, not both/,
      ],
      [['verify'], env, /^Name a SQLite file, or set DATABASE_URL to postgres:/],
      [['verify'], { ...env, DATABASE_URL: file }, /^Name a SQLite file, or set DATABASE_URL to postgres:/],
      [['verify', `${file}.nowhere`], env, /^The database file is not there\.$/],
      [['verify', other], env, no],
      [['verify'], { ...env, DATABASE_URL: 'postgres://secret:word@127.0.0.1:1/x' }, no],
    ] as const) {
      const [code, line] = await told(args, environment);
      assert.match(String(line), sentence);
      assert.doesNotMatch(String(line), /\n|secret|AQEB/);
      assert.equal(code, 2, String(line));
    }
    assert.ok(!existsSync(`${file}.nowhere`) && !existsSync(`${file}.head`));
  });
});
