import { readFile } from 'node:fs/promises';
import { build } from 'vite';

/** Where the one-script build is written. */
export const EMBED_FILE = 'packages/embed/dist/medborgarnavet.js';

/** Builds the one script that a page loads, and gives its bytes. */
export async function buildEmbed(): Promise<Uint8Array> {
  await build({ logLevel: 'warn' });
  return readFile(EMBED_FILE);
}
