/** Decodes base64 with white space in it, as SOAP carries it. Undefined when it is not base64. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const bare = /\s/.test(text) ? text.replace(/\s+/g, '') : text;
  if (bare === '' || bare.length % 4 !== 0 || /[-_]/.test(bare)) return undefined;
  const padding = bare.endsWith('==') ? 2 : bare.endsWith('=') ? 1 : 0;
  const bytes = Buffer.from(bare, 'base64');
  // What is no base64 is skipped, or ends the reading: then there is less of it than there should be.
  return bytes.byteLength === (bare.length / 4) * 3 - padding ? bytes : undefined;
}
