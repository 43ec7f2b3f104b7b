/** Decodes base64 with white space in it, as SOAP carries it. Undefined when it is not base64. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const bare = /\s/.test(text) ? text.replace(/\s+/g, '') : text;
  if (bare === '' || bare.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) return undefined;
  return Buffer.from(bare, 'base64');
}
