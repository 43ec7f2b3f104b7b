import { mkdir, rename, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Deliver } from '@medborgarnavet/host';

/**
 * The municipality's case system, as far as a demonstration has one: a folder with what has been handed in, as it would be given to
 * the real one. What has been given there is left as it is.
 */
export function folderCaseSystem(folder: string): Deliver {
  return async ({ id, reference, json, html, signed }) => {
    const place = join(folder, reference);
    if (existsSync(place)) return;
    // Whole before it gets its name.
    const making = join(folder, `.${id}`);
    await mkdir(making, { recursive: true, mode: 0o700 });
    await writeFile(join(making, 'ansokan.json'), json, { mode: 0o600 });
    await writeFile(join(making, 'ansokan.html'), html, { mode: 0o600 });
    await writeFile(join(making, 'ansokan.jws'), signed, { mode: 0o600 });
    await rename(making, place);
  };
}
