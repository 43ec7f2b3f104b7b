import { generateKeyPairSync, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readKeys, readSigningKey, type Keys } from '@medborgarnavet/host';

const NAME = 'KOMMUNIKATIONSYTA_KEYS';
const FILE = 'keys';
const SIGNING = 'INLAMNING_KEY';
const SIGNING_FILE = 'inlamning.pem';

/**
 * The keys of the environment, or else those of a file that is made when there is no database yet. The file lies beside what it is the
 * key to, which is for a demonstration only.
 * @param isNew whether nothing has been written to the database. @throws Error with one sentence, which holds no part of a key.
 */
export function demoKeys(
  environment: Readonly<Record<string, string | undefined>>,
  dataDirectory: string,
  isNew: boolean,
): Keys {
  if ((environment[NAME] ?? '') !== '' || (environment[`${NAME}_FILE`] ?? '') !== '')
    return readKeys(environment);
  const file = join(dataDirectory, FILE);
  const newKey = (): string => randomBytes(32).toString('base64');
  makeOnce(file, isNew, () => `pseudonyms:${newKey()}\ndemo-1:${newKey()}\n`);
  return readKeys({ [`${NAME}_FILE`]: file });
}

/** The key that signs what is handed in, found and made in the same way. @throws Error with one sentence. */
export function demoSigningKey(
  environment: Readonly<Record<string, string | undefined>>,
  dataDirectory: string,
  isNew: boolean,
): KeyObject {
  if ((environment[SIGNING] ?? '') !== '' || (environment[`${SIGNING}_FILE`] ?? '') !== '')
    return readSigningKey(environment);
  const file = join(dataDirectory, SIGNING_FILE);
  makeOnce(file, isNew, () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  });
  return readSigningKey({ [`${SIGNING}_FILE`]: file });
}

/** The key of the seal follows from the one of the pseudonyms: what was sealed before a restart is known after it. */
export function sealKey({ pseudonyms }: Keys): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', pseudonyms, '', 'demo seal of statements', 32));
}

/** Whole before it gets its name, so that another start finds all of it or nothing. Leaves what is there as it is. */
function makeOnce(file: string, isNew: boolean, newContent: () => string): void {
  if (!isNew && !existsSync(file))
    throw new Error(
      `DATA_DIR has no ${basename(file)}, and the database has been written to with one: put it back, or begin anew with an empty DATA_DIR and database.`,
    );
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  const making = `${file}-${randomBytes(8).toString('hex')}`;
  writeFileSync(making, newContent(), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(making, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(making);
  }
}
