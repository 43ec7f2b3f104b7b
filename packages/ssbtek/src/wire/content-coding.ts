import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { LookupFailed } from '@medborgarnavet/model';

/** What is asked for. What is read is more: whatever may come, asked for or not. */
export const ACCEPT_ENCODING = 'gzip, identity';

type Decode = (bytes: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Uint8Array>;

const gunzip: Decode = promisify(zlib.gunzip);
const inflate: Decode = promisify(zlib.inflate);
const inflateRaw: Decode = promisify(zlib.inflateRaw);

const CODINGS: Readonly<Record<string, Decode>> = {
  identity: (bytes) => Promise.resolve(bytes),
  gzip: gunzip,
  'x-gzip': gunzip,
  // Means zlib's format by the standard, and bare deflate to some servers.
  deflate: (bytes, options) => (isZlib(bytes) ? inflate : inflateRaw)(bytes, options),
  br: promisify(zlib.brotliDecompress),
  zstd: promisify(zlib.zstdDecompress),
};

/** One may lie inside another; nobody has use for more. */
const MOST_CODINGS = 3;

/**
 * Undoes `Content-Encoding`. Stops as soon as more than `largest` bytes have come out.
 * @throws LookupFailed `unreadable` when a coding is unknown or the bytes are not in it, or `too-large`.
 */
export async function decodeContent(
  body: Uint8Array,
  contentEncoding: string | undefined,
  largest: number,
): Promise<Uint8Array> {
  const codings = (contentEncoding ?? '')
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '');
  if (codings.length > MOST_CODINGS) throw new LookupFailed('unreadable');
  let decoded = body;
  for (const coding of codings.reverse()) {
    const decode = Object.hasOwn(CODINGS, coding) ? CODINGS[coding] : undefined;
    if (!decode) throw new LookupFailed('unreadable');
    if (decoded.byteLength === 0) return decoded;
    try {
      decoded = await decode(decoded, { maxOutputLength: largest });
    } catch (error) {
      throw new LookupFailed(isTooLarge(error) ? 'too-large' : 'unreadable');
    }
  }
  return decoded;
}

/** RFC 1950, 2.2: the method is 8, and the first two bytes are a multiple of 31. */
function isZlib([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}
