import { execFile } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Profile, Validity } from './profiles.ts';
import type { KeyPair } from './test-ca.ts';

/** Signs certificates with the command openssl, in a folder of its own. */
export interface Signer {
  selfSigned(profile: Profile, validity: Validity): Promise<KeyPair>;
  issued(profile: Profile, validity: Validity, issuer: KeyPair): Promise<KeyPair>;
  pkcs12(pair: KeyPair, ca: string, passphrase: string): Promise<Uint8Array>;
  /** Removes its folder. */
  close(): Promise<void>;
}

const run = promisify(execFile);

/** `openssl ca` is what takes any days also in versions before 3.4. It wants a list of what it has issued. */
const CONFIG = `
[ca]
default_ca = test
[test]
database = issued
new_certs_dir = .
serial = serial
default_md = sha256
unique_subject = no
policy = any
[any]
commonName = supplied
[req]
distinguished_name = name
[name]
[extensions]
`;

/** @throws Error when the command is not on this machine. */
export async function signer(command: string): Promise<Signer> {
  const folder = await mkdtemp(join(tmpdir(), 'test-ca-'));
  const write = (name: string, text: string) => writeFile(join(folder, name), text, { mode: 0o600 });
  const openssl = async (...args: readonly string[]): Promise<void> => {
    await run(command, args, { cwd: folder });
  };

  const sign = async (profile: Profile, validity: Validity, issuer?: KeyPair): Promise<KeyPair> => {
    const key = newKey();
    await write('config', `${CONFIG}${profile.extensions.join('\n')}\n`);
    await write('key', key);
    await write('issued', '');
    await write('serial', `7${randomBytes(8).toString('hex').slice(1)}\n`);
    await write('issuer.key', issuer?.key ?? key);
    await write('issuer.crt', issuer?.cert ?? '');
    await openssl(
      ...['req', '-new', '-config', 'config', '-key', 'key', '-subj', `/CN=${profile.name}`, '-out', 'csr'],
    );
    await openssl(
      ...['ca', '-batch', '-notext', '-config', 'config', '-extensions', 'extensions'],
      ...['-startdate', asn1Time(validity.from), '-enddate', asn1Time(validity.until)],
      ...['-keyfile', 'issuer.key', ...(issuer ? ['-cert', 'issuer.crt'] : ['-selfsign'])],
      ...['-in', 'csr', '-out', 'crt'],
    );
    return { key, cert: await readFile(join(folder, 'crt'), 'utf8') };
  };

  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await openssl('version');
  } catch (cause) {
    await remove();
    throw new Error(`The test CA is made with the command ${command}, which is not on this machine.`, {
      cause,
    });
  }
  return {
    selfSigned: (profile, validity) => sign(profile, validity),
    issued: sign,
    pkcs12: async ({ key, cert }, ca, passphrase) => {
      await write('key', key);
      await write('crt', cert);
      await write('ca', ca);
      await openssl(
        ...['pkcs12', '-export', '-inkey', 'key', '-in', 'crt', '-certfile', 'ca'],
        ...['-passout', `pass:${passphrase}`, '-out', 'p12'],
      );
      return readFile(join(folder, 'p12'));
    },
    close: remove,
  };
}

function newKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** `20261015120000Z` */
function asn1Time(date: Date): string {
  return date.toISOString().replace(/[-:T]|\.\d+/g, '');
}
