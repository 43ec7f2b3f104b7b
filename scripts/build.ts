// `npm run build`: the one-script build that a page loads, with what its `integrity` attribute must hold.
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { buildEmbed, EMBED_FILE } from './embed.ts';

const bytes = await buildEmbed({ write: true });
const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
const size = (gzipSync(bytes, { level: 9 }).byteLength / 1000).toFixed(1);
console.log(`${EMBED_FILE}  ${size} kB gzipped  integrity="${integrity}"`);
