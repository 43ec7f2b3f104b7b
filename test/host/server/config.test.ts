import {
  ConfigFaults,
  openStores,
  readConfig,
  VARIABLES,
  type Environment,
} from '@medborgarnavet/host/server.ts';
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'config-'));
after(() => rmSync(folder, { recursive: true }));

const key = (byte: number): string => Buffer.alloc(32, byte).toString('base64');
const KEYS = `pseudonyms:${key(1)}\n2026-11:${key(2)}`;
const PEM = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const RIGHT: Environment = {
  DATABASE_FILE: join(folder, 'kommunikationsyta.sqlite'),
  KOMMUNIKATIONSYTA_KEYS: KEYS,
  SEAL_KEY: `seal-2026-1:${key(3)}`,
  INLAMNING_KEY: PEM,
  AUDIT_HEADS: join(folder, 'heads'),
};

function faultsOf(environment: Environment): readonly string[] {
  try {
    readConfig({ ...RIGHT, ...environment });
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigFaults);
    assert.equal(error.message, error.faults.join('\n'));
    return error.faults;
  }
}

describe('the configuration', () => {
  test('needs a database, keys and a place for the head of the audit, and has the rest unless it is set', () => {
    const { keys, seal, signingKey, ...rest } = readConfig({ ...RIGHT, PATH: '/bin', SOMETHING: 'else' });
    assert.deepEqual(rest, {
      port: 8080,
      host: '127.0.0.1',
      database: { kind: 'sqlite', file: RIGHT['DATABASE_FILE'] },
      lostKeys: [],
      lifetimeDays: 7,
      allowedOrigins: [],
      origins: [],
      auditHeads: RIGHT['AUDIT_HEADS'],
    });
    assert.equal(keys.current.id, '2026-11');
    assert.equal(signingKey.asymmetricKeyType, 'ed25519');
    assert.deepEqual(seal, { id: 'seal-2026-1', key: Buffer.alloc(32, 3), earlier: [] });
  });

  test('takes all that is set, and what is empty as not set', () => {
    const sealFile = join(folder, 'seal');
    const keysFile = join(folder, 'keys');
    writeFileSync(sealFile, `seal-2:${key(4)}\n`);
    writeFileSync(keysFile, KEYS);
    const pemFile = join(folder, 'inlamning.pem');
    writeFileSync(pemFile, PEM);
    const { keys, seal, signingKey, ...rest } = readConfig({
      PORT: '0',
      HOST: '0.0.0.0',
      DATABASE_URL: ' postgres://db/kommunikationsyta ',
      DATABASE_FILE: '',
      KOMMUNIKATIONSYTA_KEYS: ' ',
      KOMMUNIKATIONSYTA_KEYS_FILE: keysFile,
      KOMMUNIKATIONSYTA_LOST_KEYS: '2025-11 2025-05',
      KOMMUNIKATIONSYTA_DAYS: '14',
      SEAL_KEY_FILE: sealFile,
      INLAMNING_KEY_FILE: pemFile,
      ALLOWED_ORIGINS: 'https://kommun.example http://localhost:4173',
      ORIGINS: 'https://ansokan.kommun.example',
      AUDIT_HEADS: join(folder, 'heads'),
    });
    assert.deepEqual(rest, {
      port: 0,
      host: '0.0.0.0',
      database: { kind: 'postgresql', url: 'postgres://db/kommunikationsyta' },
      lostKeys: ['2025-11', '2025-05'],
      lifetimeDays: 14,
      allowedOrigins: ['https://kommun.example', 'http://localhost:4173'],
      origins: ['https://ansokan.kommun.example'],
      auditHeads: join(folder, 'heads'),
    });
    assert.deepEqual([keys.ring.size, seal.id, signingKey.type], [1, 'seal-2', 'private']);
  });

  test('takes several keys of the seal: the first seals, and the others verify', () => {
    const SEAL_KEY = `s2:${key(4)}\ns1:${key(3)}`;
    assert.deepEqual(readConfig({ ...RIGHT, SEAL_KEY }).seal, {
      id: 's2',
      key: Buffer.alloc(32, 4),
      earlier: [{ id: 's1', key: Buffer.alloc(32, 3) }],
    });
    assert.deepEqual(faultsOf({ SEAL_KEY: `s1:${key(4)} s1:${key(3)}` }), [
      'SEAL_KEY must have another id for each key',
    ]);
    assert.deepEqual(faultsOf({ SEAL_KEY: `s2:${key(4)} s1` }), [
      'SEAL_KEY must be id:base64, with at least 32 bytes',
    ]);
  });

  test('tells all that is missing at once', () => {
    assert.throws(() => readConfig({}), {
      message: [
        'Set DATABASE_URL or DATABASE_FILE',
        'The kommunikationsyta has no keys: set KOMMUNIKATIONSYTA_KEYS or KOMMUNIKATIONSYTA_KEYS_FILE (docs/drift.md)',
        'Set SEAL_KEY or SEAL_KEY_FILE',
        'There is no key to sign what is handed in: set INLAMNING_KEY or INLAMNING_KEY_FILE (docs/inlamning.md)',
        'Set AUDIT_HEADS',
      ].join('\n'),
    });
  });

  test('tells what each variable must be, and nothing of what it is', () => {
    const port = 'PORT must be a whole number from 0 to 65535';
    const host = 'HOST must be an address of this machine, for instance 127.0.0.1';
    const days = 'KOMMUNIKATIONSYTA_DAYS must be a whole number from 1 to 14';
    const seal = 'SEAL_KEY must be id:base64, with at least 32 bytes';
    const origins =
      'ALLOWED_ORIGINS must hold origins with a space between, for instance https://kommun.example';
    const heads = 'AUDIT_HEADS must name one file, in a folder that is there';
    const wrong: [Environment, string][] = [
      ...['-1', '65536', '80a', '1e3', 'secret'].map((PORT): [Environment, string] => [{ PORT }, port]),
      ...['http://secret', 'a b'].map((HOST): [Environment, string] => [{ HOST }, host]),
      ...['0', '15', '1.5', 'secret'].map((text): [Environment, string] => [
        { KOMMUNIKATIONSYTA_DAYS: text },
        days,
      ]),
      ...[
        'secret',
        key(5),
        `a:${Buffer.alloc(31, 5).toString('base64')}`,
        `a b:${key(5)}`,
        `a:${key(5)}x`,
      ].map((SEAL_KEY): [Environment, string] => [{ SEAL_KEY }, seal]),
      ...['https://kommun.example/', 'kommun.example', '*', 'null', 'https://a.example,ftp://secret'].map(
        (ALLOWED_ORIGINS): [Environment, string] => [{ ALLOWED_ORIGINS }, origins],
      ),
      [
        { DATABASE_FILE: '', DATABASE_URL: 'mysql://role:secret@db' },
        'DATABASE_URL must begin with postgres://',
      ],
      [{ DATABASE_URL: 'postgres://role:secret@db' }, 'Set DATABASE_URL or DATABASE_FILE, not both'],
      [{ DATABASE_FILE: '/no/secret/file' }, 'DATABASE_FILE must lie in a folder that is there'],
      [{ AUDIT_HEADS: '/no/secret/file' }, heads],
      [{ AUDIT_HEADS: `${join(folder, 'one')},${join(folder, 'two')}` }, heads],
      [{ INLAMNING_KEY: 'secret' }, 'INLAMNING_KEY is not a private key in PEM (PKCS#8), without a password'],
      [{ SEAL_KEY_FILE: '/no/secret' }, 'Set SEAL_KEY or SEAL_KEY_FILE, not both'],
      [{ SEAL_KEY: '', SEAL_KEY_FILE: '/no/secret' }, 'SEAL_KEY_FILE must name a file that can be read'],
      [
        { KOMMUNIKATIONSYTA_KEYS: 'pseudonyms:c2VjcmV0' },
        'Entry 1 of KOMMUNIKATIONSYTA_KEYS has a key of 6 bytes: it must have 32',
      ],
    ];
    for (const [environment, fault] of wrong) assert.deepEqual(faultsOf(environment), [fault]);
    const all = Object.assign({}, ...wrong.map(([environment]) => environment)) as Environment;
    assert.ok(faultsOf(all).length >= 6);
  });

  test('has every variable in the documents', () => {
    const root = join(import.meta.dirname, '../../..');
    const [, section = ''] =
      /\n## The server\n([^]*?)(?=\n## |$)/.exec(readFileSync(join(root, 'docs/drift.md'), 'utf8')) ?? [];
    const told = [...section.matchAll(/^\| (`[^|]*)\|/gm)].flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
    );
    assert.deepEqual(told.sort(), [...VARIABLES].sort());
  });
});

describe('the database', () => {
  test('is opened by its kind', async () => {
    const stores = await openStores({ kind: 'sqlite', file: join(folder, 'opened.sqlite') });
    await stores.check();
    await stores.close();
  });

  test('is told of by a code and what to do about it, and by nothing else, when it cannot be used', async () => {
    const url = 'postgres://role:secret@127.0.0.1:1/secret';
    await assert.rejects(openStores({ kind: 'postgresql', url }), {
      message: 'The database cannot be used: ECONNREFUSED (nothing answers at its address).',
    });
    await assert.rejects(openStores({ kind: 'sqlite', file: folder }), {
      message: 'The database cannot be used: EISDIR (it is a folder, and not a file).',
    });
  });
});
