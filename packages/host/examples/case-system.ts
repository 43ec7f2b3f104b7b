import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deliver } from '@medborgarnavet/host';

const FOLDER = process.env['CASE_SYSTEM_FOLDER'] ?? 'inlamnat';

/**
 * YOUR OWN CASE SYSTEM GOES HERE: give it the message, and resolve when it is safely there. The same id may come again, and is then left
 * as it is. These examples put it in a folder instead.
 */
export const deliver: Deliver = async ({ id, json, html, signed }) => {
  await mkdir(FOLDER, { recursive: true, mode: 0o700 });
  const files = { [`${id}.json`]: json, [`${id}.html`]: html, [`${id}.jws`]: signed };
  for (const [name, content] of Object.entries(files))
    await writeFile(join(FOLDER, name), content, { mode: 0o600 });
};
