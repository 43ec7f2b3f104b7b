import { hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readKeys, type Keys } from '@medborgarnavet/host';

const NAME = 'KOMMUNIKATIONSYTA_KEYS';
const FILE = 'keys';

/**
 * The keys of the environment, or else those of a file that is made at the first start. The file lies beside what it is the key
 * to, which is for a demonstration only.
 * @throws Error with one sentence, which holds no part of a key.
 */
export function demoKeys(
  environment: Readonly<Record<string, string | undefined>>,
  dataDirectory: string,
): Keys {
  if ((environment[NAME] ?? '') !== '' || (environment[`${NAME}_FILE`] ?? '') !== '')
    return readKeys(environment);
  const file = join(dataDirectory, FILE);
  makeKeys(file);
  return readKeys({ [`${NAME}_FILE`]: file });
}

/** The key of the seal follows from the one of the pseudonyms: what was sealed before a restart is known after it. */
export function sealKey({ pseudonyms }: Keys): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', pseudonyms, '', 'demo seal of statements', 32));
}

/** Whole before it gets its name, so that another start finds all of it or nothing. Leaves what is there as it is. */
function makeKeys(file: string): void {
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  const making = `${file}-${randomBytes(8).toString('hex')}`;
  const newKey = (): string => randomBytes(32).toString('base64');
  writeFileSync(making, `pseudonyms:${newKey()}\ndemo-1:${newKey()}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(making, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(making);
  }
}
