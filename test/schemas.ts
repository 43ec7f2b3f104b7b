import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { validateXML } from 'xmllint-wasm';

/** The authorities' own schemas. They lie beside the repository and are no part of it. */
export const contract = join(import.meta.dirname, '../../shared/reference/ssbtek-xsd/contract');

/** A test that needs the schemas, which are not a part of this repository. */
export function schemaTest(title: string, run: (t: TestContext) => Promise<void> | void): void {
  test(title, async (t) => {
    if (existsSync(contract)) await run(t);
    else t.skip('the schemas of the authorities are not on this machine');
  });
}

/** Every schema in one folder, imports and all, in UTF-8; of SSBTEK's own only one version. */
function schemas(version: 10 | 11): { readonly fileName: string; readonly contents: string }[] {
  return readdirSync(contract, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xsd') && !name.includes(version === 11 ? '_10' : '_11'))
    .map((name) => {
      const bytes = readFileSync(join(contract, name));
      const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
      const contents = bytes
        .toString(isUtf16 ? 'utf16le' : 'utf8')
        .replace(/^\uFEFF/, '')
        .replace(/encoding="utf-16"/i, 'encoding="UTF-8"')
        .replace(/schemaLocation="(?:[^"]*\/)?([^"/]+)"/g, 'schemaLocation="$1"');
      return { fileName: basename(name), contents };
    });
}

/** Fails unless every document is valid by the schema: the name of a file, or a schema that imports such files. */
export async function assertValid(
  schema: string,
  documents: readonly { readonly fileName: string; readonly contents: string }[],
) {
  const files = schemas(schema.includes('_v11') ? 11 : 10);
  const main = files.find(({ fileName }) => fileName === schema) ?? {
    fileName: 'main.xsd',
    contents: schema,
  };
  const preload = files.filter((file) => file !== main);
  const { errors } = await validateXML({ xml: documents, schema: [main], preload });
  assert.deepEqual(
    errors.map(({ rawMessage }) => rawMessage),
    [],
  );
}
