import { createSecretKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

export interface KeyEncryptionKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** The keys of a kommunikationsyta. */
export interface Keys {
  /** Makes pseudonyms of persons and applications. When it is changed, nothing that was kept can be found again. */
  readonly pseudonyms: KeyObject;
  /** What is written is wrapped with this one. */
  readonly current: KeyEncryptionKey;
  /** All that can be read with, the current one among them. */
  readonly ring: ReadonlyMap<string, KeyObject>;
}

const BYTES = 32;
const PSEUDONYMS = 'pseudonyms';
const NAME = 'KOMMUNIKATIONSYTA_KEYS';

/**
 * The keys of an environment: `KOMMUNIKATIONSYTA_KEYS`, or the file that `KOMMUNIKATIONSYTA_KEYS_FILE` names.
 * @throws Error with one sentence, which holds no part of a key.
 */
export function readKeys(environment: Readonly<Record<string, string | undefined>>): Keys {
  const text = environment[NAME] ?? '';
  const file = environment[`${NAME}_FILE`] ?? '';
  if (text !== '' && file !== '') throw new Error(`Set ${NAME} or ${NAME}_FILE, not both.`);
  if (file !== '') return parseKeys(readKeyFile(file));
  if (text === '')
    throw new Error(`The kommunikationsyta has no keys: set ${NAME} or ${NAME}_FILE (docs/drift.md).`);
  return parseKeys(text);
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`${NAME}_FILE names a file that cannot be read.`);
  }
}

/**
 * Entries `id:base64` with white space between, each key 32 random bytes. The one called `pseudonyms` makes pseudonyms; of the
 * others the first is the current one, and the rest are for reading what was written with them.
 * @throws Error with one sentence that tells an entry by its number, since a mistake may have put a key in the place of an id.
 */
export function parseKeys(text: string): Keys {
  const entries = text
    .split(/\s+/)
    .filter((entry) => entry !== '')
    .map(parseEntry);
  const ids = new Set<string>();
  const values = new Set<string>();
  for (const [index, { id, base64 }] of entries.entries()) {
    if (ids.has(id)) throw new Error(`Entry ${index + 1} of ${NAME} has the id of an earlier one.`);
    if (values.has(base64)) throw new Error(`Entry ${index + 1} of ${NAME} has the key of an earlier one.`);
    ids.add(id);
    values.add(base64);
  }
  const keys = entries.map(({ id, base64 }): KeyEncryptionKey => ({
    id,
    key: createSecretKey(base64, 'base64'),
  }));
  const pseudonyms = keys.find(({ id }) => id === PSEUDONYMS);
  const wrapping = keys.filter(({ id }) => id !== PSEUDONYMS);
  const [current] = wrapping;
  if (!pseudonyms) throw new Error(`${NAME} has no entry ${PSEUDONYMS}.`);
  if (!current) throw new Error(`${NAME} has no key to encrypt with beside ${PSEUDONYMS}.`);
  return { pseudonyms: pseudonyms.key, current, ring: new Map(wrapping.map(({ id, key }) => [id, key])) };
}

function parseEntry(entry: string, index: number): { readonly id: string; readonly base64: string } {
  const name = `Entry ${index + 1} of ${NAME}`;
  const [id = '', base64 = '', ...more] = entry.split(':');
  if (!/^[\w.-]{1,40}$/.test(id) || more.length > 0)
    throw new Error(`${name} is not id:base64, with an id of at most 40 letters, digits, and . _ -`);
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.toString('base64') !== base64)
    throw new Error(`The key in entry ${index + 1} of ${NAME} is not base64.`);
  if (bytes.byteLength !== BYTES)
    throw new Error(`${name} has a key of ${bytes.byteLength} bytes: it must have ${BYTES}.`);
  return { id, base64 };
}
