/** 128 random bits. `crypto.randomUUID` is only there where the page is secure, and a test server may not be. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
