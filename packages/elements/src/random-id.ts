/** A random UUID. `crypto.randomUUID` is only there where the page is secure, and a test server may not be. */
export function randomId(): string {
  const bits = crypto.getRandomValues(new Uint8Array(36));
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (letter, at: number) => {
    const digit = (bits[at] ?? 0) & 15;
    return (letter === 'x' ? digit : (digit & 3) | 8).toString(16);
  });
}
