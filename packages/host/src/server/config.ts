import type { KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { readKeys, type Keys } from '../kommunikationsyta/keys.ts';
import { DEFAULT_LIFETIME_DAYS, lifetimeOf } from '../kommunikationsyta/lifetime.ts';
import type { SealKey } from '../seal.ts';
import { readSigningKey } from '../submission/sign-key.ts';
import type { Database } from './open-stores.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** All that is read. docs/drift.md tells what each of them is. */
export const VARIABLES = [
  'PORT',
  'HOST',
  'DATABASE_URL',
  'DATABASE_FILE',
  'KOMMUNIKATIONSYTA_KEYS',
  'KOMMUNIKATIONSYTA_KEYS_FILE',
  'KOMMUNIKATIONSYTA_LOST_KEYS',
  'KOMMUNIKATIONSYTA_DAYS',
  'SEAL_KEY',
  'SEAL_KEY_FILE',
  'INLAMNING_KEY',
  'INLAMNING_KEY_FILE',
  'ALLOWED_ORIGINS',
  'ORIGINS',
  'AUDIT_HEADS',
] as const;

/** What a deployment sets. */
export interface ServerConfig {
  readonly port: number;
  readonly host: string;
  readonly database: Database;
  readonly keys: Keys;
  /** Ids of keys that are lost for good. */
  readonly lostKeys: readonly string[];
  readonly lifetimeDays: number;
  readonly seal: SealKeys;
  /** Signs what is handed in. */
  readonly signingKey: KeyObject;
  readonly allowedOrigins: readonly string[];
  /** The addresses that people reach the service by: at others it does not answer. Any when there is none. */
  readonly origins: readonly string[];
  /** The file of this server that the head of the audit's chain is written to. */
  readonly auditHeads: string;
}

/** The key that seals, and those that sealed what is still kept. */
export interface SealKeys extends SealKey {
  readonly earlier: readonly SealKey[];
}

/** All that is wrong with an environment, a line each. Holds no value of it. */
export class ConfigFaults extends Error {
  override readonly name = 'ConfigFaults';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

const SHORTEST_SEAL_KEY = 32;

const Variable = z.string().optional();
const Port = z
  .string()
  .default('8080')
  .refine(
    (text) => /^\d{1,5}$/.test(text) && Number(text) < 65_536,
    'PORT must be a whole number from 0 to 65535',
  )
  .transform(Number);
const Host = z
  .string()
  .default('127.0.0.1')
  .refine(
    (text) => /^[\w.:-]+$/.test(text),
    'HOST must be an address of this machine, for instance 127.0.0.1',
  );
const DatabaseOf = z
  .object({ url: Variable, file: Variable })
  .transform(({ url, file }, context): Database => {
    if (url !== undefined && file !== undefined)
      return fault(context, 'Set DATABASE_URL or DATABASE_FILE, not both');
    if (file !== undefined && !isInFolder(file))
      return fault(context, 'DATABASE_FILE must lie in a folder that is there');
    if (file !== undefined) return { kind: 'sqlite', file };
    if (url === undefined) return fault(context, 'Set DATABASE_URL or DATABASE_FILE');
    if (!/^postgres(ql)?:\/\//.test(url)) return fault(context, 'DATABASE_URL must begin with postgres://');
    return { kind: 'postgresql', url };
  });
const KeysOf = z.record(z.string(), Variable).transform((environment, context): Keys => {
  try {
    return readKeys(environment);
  } catch (error) {
    return fault(context, sentenceOf(error));
  }
});
const SigningKeyOf = z.record(z.string(), Variable).transform((environment, context): KeyObject => {
  try {
    return readSigningKey(environment);
  } catch (error) {
    return fault(context, sentenceOf(error));
  }
});
const Days = z
  .string()
  .default(String(DEFAULT_LIFETIME_DAYS))
  .refine(isLifetime, 'KOMMUNIKATIONSYTA_DAYS must be a whole number from 1 to 14')
  .transform(Number);
const SealKeyOf = z
  .object({ text: Variable, file: Variable })
  .transform(({ text, file }, context): SealKeys => {
    if (text !== undefined && file !== undefined)
      return fault(context, 'Set SEAL_KEY or SEAL_KEY_FILE, not both');
    const entries = text ?? (file === undefined ? undefined : contentOf(file));
    if (entries === undefined)
      return fault(
        context,
        file === undefined
          ? 'Set SEAL_KEY or SEAL_KEY_FILE'
          : 'SEAL_KEY_FILE must name a file that can be read',
      );
    const [first, ...earlier] = entries.split(/\s+/).map(sealKeyIn);
    if (!first || earlier.includes(undefined))
      return fault(context, `SEAL_KEY must be id:base64, with at least ${SHORTEST_SEAL_KEY} bytes`);
    const all = [first, ...earlier.filter((each) => each !== undefined)];
    if (new Set(all.map(({ id }) => id)).size < all.length)
      return fault(context, 'SEAL_KEY must have another id for each key');
    return { ...first, earlier: all.slice(1) };
  });
const LostKeys = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((each) => each !== ''))
  .refine(
    (ids) => ids.every((id) => /^[\w.-]{1,40}$/.test(id)),
    'KOMMUNIKATIONSYTA_LOST_KEYS must hold ids of keys with a space between, and no key',
  );
const originsIn = (variable: string) =>
  z
    .string()
    .default('')
    .transform((text) => text.split(/[\s,]+/).filter((each) => each !== ''))
    .refine(
      (origins) => origins.every(isOrigin),
      `${variable} must hold origins with a space between, for instance https://kommun.example`,
    );
const Heads = z.string('Set AUDIT_HEADS').refine(
  // Commas are for who verifies the files of several servers.
  (file) => !file.includes(',') && isInFolder(file),
  'AUDIT_HEADS must name one file, in a folder that is there',
);

const Config = z.object({
  port: Port,
  host: Host,
  database: DatabaseOf,
  keys: KeysOf,
  lostKeys: LostKeys,
  lifetimeDays: Days,
  seal: SealKeyOf,
  signingKey: SigningKeyOf,
  allowedOrigins: originsIn('ALLOWED_ORIGINS'),
  origins: originsIn('ORIGINS'),
  auditHeads: Heads,
});

/**
 * What the environment sets. A variable that is empty is not set, and one that is not known is left alone.
 * @throws ConfigFaults with everything that is wrong.
 */
export function readConfig(environment: Environment): ServerConfig {
  const set = Object.fromEntries(VARIABLES.map((name) => [name, unlessBlank(environment[name])])) as Readonly<
    Record<(typeof VARIABLES)[number], string | undefined>
  >;
  const { success, data, error } = Config.safeParse({
    port: set.PORT,
    host: set.HOST,
    database: { url: set.DATABASE_URL, file: set.DATABASE_FILE },
    keys: set,
    lostKeys: set.KOMMUNIKATIONSYTA_LOST_KEYS,
    lifetimeDays: set.KOMMUNIKATIONSYTA_DAYS,
    seal: { text: set.SEAL_KEY, file: set.SEAL_KEY_FILE },
    signingKey: set,
    allowedOrigins: set.ALLOWED_ORIGINS,
    origins: set.ORIGINS,
    auditHeads: set.AUDIT_HEADS,
  });
  if (!success) throw new ConfigFaults(error.issues.map(({ message }) => message));
  return data;
}

function fault(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

/** Undefined when it is not one. */
function sealKeyIn(entry: string): SealKey | undefined {
  const [, id, base64 = ''] = /^([\w.-]{1,40}):([A-Za-z0-9+/]+=*)$/.exec(entry) ?? [];
  const key = Buffer.from(base64, 'base64');
  return id === undefined || key.byteLength < SHORTEST_SEAL_KEY ? undefined : { id, key };
}

/** Of an error whose message is a sentence of ours. */
function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : 'The keys are wrong';
}

function unlessBlank(value = ''): string | undefined {
  return value.trim() === '' ? undefined : value.trim();
}

function isInFolder(file: string): boolean {
  return existsSync(dirname(file));
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function isLifetime(days: string): boolean {
  try {
    return lifetimeOf(Number(days)) > 0;
  } catch {
    return false;
  }
}

/** An origin as browsers write it, and so without a path. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
