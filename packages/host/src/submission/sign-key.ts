import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

const NAME = 'INLAMNING_KEY';

/**
 * The key of an environment that signs what is handed in: `INLAMNING_KEY`, a private key in PEM (PKCS#8), or the file that
 * `INLAMNING_KEY_FILE` names.
 * @throws Error with one sentence, which holds no part of the key.
 */
export function readSigningKey(environment: Readonly<Record<string, string | undefined>>): KeyObject {
  const text = environment[NAME] ?? '';
  const file = environment[`${NAME}_FILE`] ?? '';
  if (text !== '' && file !== '') throw new Error(`Set ${NAME} or ${NAME}_FILE, not both.`);
  if (file !== '') return parseKey(readKeyFile(file), `The file that ${NAME}_FILE names`);
  if (text === '')
    throw new Error(
      `There is no key to sign what is handed in: set ${NAME} or ${NAME}_FILE (docs/inlamning.md).`,
    );
  return parseKey(text, NAME);
}

function readKeyFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Error(`${NAME}_FILE names a file that cannot be read.`);
  }
}

function parseKey(pem: string, name: string): KeyObject {
  try {
    if (pem.trim().startsWith('-----BEGIN PRIVATE KEY-----'))
      return createPrivateKey({ key: pem.trim(), format: 'pem' });
  } catch {
    // The library's own words may hold a part of the key.
  }
  throw new Error(`${name} is not a private key in PEM (PKCS#8), without a password.`);
}
