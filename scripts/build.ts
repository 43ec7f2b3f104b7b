// `npm run build`: the one-script build that a page loads.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { build } from 'vite';

const file = 'packages/embed/dist/medborgarnavet.js';

await build({ logLevel: 'warn' });
const bytes = await readFile(file);
const integrity = createHash('sha384').update(bytes).digest('base64');
console.log(`${file}  ${(bytes.byteLength / 1000).toFixed(1)} kB  integrity="sha384-${integrity}"`);
