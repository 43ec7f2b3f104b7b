import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import {
  checkServerIdentity,
  createSecureContext,
  type SecureContext,
  type SecureContextOptions,
} from 'node:tls';
import type { TlsFiles } from './config.ts';

/** What a municipality must know of its certificate before it stops working. No address and no name in it. */
export type CertificateWarning =
  | { readonly kind: 'expires-soon'; readonly days: number }
  /** The files have changed and cannot be used; the earlier certificate goes on being used. */
  | { readonly kind: 'reload-failed' };

export interface TlsOptions {
  readonly files: TlsFiles;
  readonly clock: () => Date;
  readonly warn: (warning: CertificateWarning) => void;
}

const DAY = 24 * 60 * 60 * 1000;
const WARN_DAYS = 30;

/**
 * Mutual TLS with certificates in files. The returned function gives the agent to call with; when the files have
 * changed it is a new one, so that a renewed certificate needs no restart.
 * @throws Error at once, when the files cannot be read or used; it names the field and never the content.
 */
export function mutualTls({ files, clock, warn }: TlsOptions): () => Agent {
  let current = load(files);
  const tellOfExpiry = (): void => {
    const days = current.expires && Math.floor((current.expires.getTime() - clock().getTime()) / DAY);
    if (days !== undefined && days < WARN_DAYS) warn({ kind: 'expires-soon', days });
  };
  let told = dayOf(clock());
  tellOfExpiry();
  return () => {
    const renewed = renew(files, current, warn);
    const today = dayOf(clock());
    if (renewed !== current || today !== told) {
      if (renewed !== current) current.agent.destroy();
      current = renewed;
      told = today;
      tellOfExpiry();
    }
    return current.agent;
  };
}

interface Loaded {
  readonly agent: Agent;
  readonly expires: Date | undefined;
  /** Tells whether the files have changed. */
  readonly digest: string;
}

function load(files: TlsFiles): Loaded {
  const options = read(files);
  let context: SecureContext;
  try {
    context = createSecureContext(options);
  } catch {
    throw new Error(
      'tls: the key, the certificate and the CA cannot be used together; check the files and the passphrase',
    );
  }
  return {
    // The identity check and the rest belong to the agent: set per request they would not hold for reused connections.
    agent: new Agent({
      ...options,
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
      checkServerIdentity,
      keepAlive: true,
    }),
    expires: expiryOf(context),
    digest: digestOf(options),
  };
}

/** Node has no public way to the certificate inside a PKCS#12 file, but what it has made of one tells it. */
function expiryOf({ context }: SecureContext): Date | undefined {
  const certificate = (context as { getCertificate?: () => Buffer | null }).getCertificate?.();
  return certificate ? new X509Certificate(certificate).validToDate : undefined;
}

function renew(files: TlsFiles, current: Loaded, warn: TlsOptions['warn']): Loaded {
  try {
    return digestOf(read(files)) === current.digest ? current : load(files);
  } catch {
    warn({ kind: 'reload-failed' });
    return current;
  }
}

function read(files: TlsFiles): SecureContextOptions {
  const ca = files.ca === undefined ? {} : { ca: readFile('ca', files.ca) };
  if ('pfx' in files) {
    const passphrase = files.passphrase === undefined ? {} : { passphrase: files.passphrase };
    return { ...ca, ...passphrase, pfx: readFile('pfx', files.pfx) };
  }
  return { ...ca, key: readFile('key', files.key), cert: readFile('cert', files.cert) };
}

function readFile(field: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new Error(`tls.${field}: there is no readable file at that path`);
  }
}

function digestOf({ key, cert, pfx, ca }: SecureContextOptions): string {
  const hash = createHash('sha256');
  for (const part of [key, cert, pfx, ca]) if (Buffer.isBuffer(part)) hash.update(part).update('|');
  return hash.digest('hex');
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
