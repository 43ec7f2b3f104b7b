/**
 * How a document is encoded: by its byte order mark, else by what HTTP says, else by its own declaration (RFC 7303), else UTF-8.
 * Undefined when it is in none of the encodings that are read.
 */
export function encodingOf(bytes: Uint8Array, charset?: string): string | undefined {
  const utf16 = utf16In(bytes);
  if (utf16 !== undefined) return utf16;
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8';
  return ENCODINGS.get((charset ?? declaredIn(bytes) ?? 'utf-8').trim().toLowerCase());
}

/**
 * What can be declared of a document whose bytes begin as ASCII, and how it is then read. One that is said to be UTF-16 is a text in memory that was
 * written as UTF-8 afterwards; invalid bytes are refused all the same.
 */
const ENCODINGS: ReadonlyMap<string, string> = new Map([
  ...['utf-8', 'utf8', 'us-ascii', 'ascii', 'utf-16', 'utf-16le', 'utf-16be', 'unicode'].map(
    (label) => [label, 'utf-8'] as const,
  ),
  ...['iso-8859-1', 'iso8859-1', 'iso_8859-1', 'latin1', 'windows-1252', 'cp1252'].map(
    (label) => [label, 'windows-1252'] as const,
  ),
  ...['iso-8859-15', 'iso8859-15', 'latin-9'].map((label) => [label, 'iso-8859-15'] as const),
]);

/** By the byte order mark, or by the zero beside the first character, which is ASCII in XML and in JSON. */
function utf16In([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === undefined || second === undefined) return undefined;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return undefined;
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 200));
  return /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1];
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** The text of a document, without its byte order mark. Undefined when a byte of it is not valid in its encoding. */
export function decodeText(bytes: Uint8Array, charset?: string): string | undefined {
  const encoding = encodingOf(bytes, charset);
  if (encoding === undefined) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
