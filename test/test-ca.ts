import { createTestCa, type TestCa } from '@medborgarnavet/simulator';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

export interface WithTestCa {
  /** The path of a file in the folder of the CA; of the folder itself without a name. */
  readonly file: (name?: string) => string;
  /** A test that needs certificates, which only the command openssl can make. */
  readonly tlsTest: (title: string, run: (ca: TestCa) => Promise<void>) => void;
}

/** A CA for the tests of a file or a suite, made before them and removed after. */
export function withTestCa(): WithTestCa {
  let folder = '';
  let made: TestCa | undefined;
  let missing = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'test-ca-'));
    try {
      made = await createTestCa(folder);
    } catch (error) {
      missing = String(error);
    }
  });
  after(() => rm(folder, { recursive: true }));
  return {
    file: (name = '') => join(folder, name),
    tlsTest: (title, run) => {
      test(title, async (t) => {
        if (made) await run(made);
        else t.skip(missing);
      });
    },
  };
}
