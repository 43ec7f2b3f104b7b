import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { machineClock } from '../clock.ts';
import { type Signer, signer } from './signer.ts';
import { PROFILES, type Profile, yearsFrom } from './profiles.ts';

/** A private key and its certificate, in PEM. */
export interface KeyPair {
  readonly key: string;
  readonly cert: string;
}

/** The certificates that a client or the simulator has to refuse. Each could otherwise be used on either side. */
export interface BadPairs {
  readonly expired: KeyPair;
  readonly notYetValid: KeyPair;
  /** For another host than this machine. */
  readonly wrongHost: KeyPair;
  /** Issued by a CA that nobody here trusts. */
  readonly otherCa: KeyPair;
  readonly selfSigned: KeyPair;
}

/** A CA for tests, and what it has issued. Everything is in the folder too, as `<name>.key` and `<name>.crt`. */
export interface TestCa {
  readonly ca: string;
  /** For localhost and 127.0.0.1. */
  readonly server: KeyPair;
  readonly client: KeyPair;
  /** `client.p12`: the client's key, its certificate and that of the CA. */
  readonly pkcs12: Uint8Array;
  readonly passphrase: string;
  readonly bad: BadPairs;
}

/** No secret: what it protects is worth nothing. */
const PASSPHRASE = 'simulator';

export interface TestCaOptions {
  /** What the certificates' days are counted from. */
  readonly clock?: () => Date;
  /** The command to call. */
  readonly openssl?: string;
}

/**
 * Makes a CA for tests in a folder. Node can make keys and cannot sign certificates, so the command `openssl` does.
 * @throws Error when there is no such command.
 */
export async function createTestCa(folder: string, options: TestCaOptions = {}): Promise<TestCa> {
  const openssl = await signer(options.openssl ?? 'openssl');
  try {
    const pairs = await makePairs(openssl, (options.clock ?? machineClock)());
    const pkcs12 = await openssl.pkcs12(pairs.client, pairs.ca.cert, PASSPHRASE);
    await store(folder, pairs, pkcs12);
    const { ca, server, client, ...bad } = pairs;
    return { ca: ca.cert, server, client, pkcs12, passphrase: PASSPHRASE, bad };
  } finally {
    await openssl.close();
  }
}

/** All of them, by the name of their files. */
async function makePairs(openssl: Signer, now: Date) {
  const ca = await openssl.selfSigned(PROFILES.ca, yearsFrom(now, 0, 10));
  const otherCa = await openssl.selfSigned({ ...PROFILES.ca, name: 'Other test CA' }, yearsFrom(now, 0, 10));
  const issue = (profile: Profile, from = 0, issuer: KeyPair = ca) =>
    openssl.issued(profile, yearsFrom(now, from, from + 1), issuer);
  return {
    ca,
    server: await issue(PROFILES.server),
    client: await issue(PROFILES.client),
    expired: await issue(PROFILES.either, -2),
    notYetValid: await issue(PROFILES.either, 1),
    wrongHost: await issue(PROFILES.elsewhere),
    otherCa: await issue(PROFILES.either, 0, otherCa),
    selfSigned: await openssl.selfSigned(PROFILES.either, yearsFrom(now, 0, 1)),
  };
}

/** What the simulator needs of a folder that `createTestCa` has written; undefined when it is not all there. */
export async function readServerPair(
  folder: string,
): Promise<{ readonly ca: string; readonly server: KeyPair } | undefined> {
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  try {
    const [ca, key, cert] = await Promise.all(['ca.crt', 'server.key', 'server.crt'].map(read));
    return ca && key && cert ? { ca, server: { key, cert } } : undefined;
  } catch {
    return undefined;
  }
}

async function store(
  folder: string,
  pairs: Readonly<Record<string, KeyPair>>,
  pkcs12: Uint8Array,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const secret = { mode: 0o600 };
  const files = Object.entries(pairs).flatMap(([name, { key, cert }]) => [
    writeFile(join(folder, `${fileName(name)}.key`), key, secret),
    writeFile(join(folder, `${fileName(name)}.crt`), cert),
  ]);
  await Promise.all([...files, writeFile(join(folder, 'client.p12'), pkcs12, secret)]);
}

/** `notYetValid` is `not-yet-valid`. */
function fileName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
