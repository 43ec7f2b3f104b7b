/**
 * What keeps things cannot be reached, is full or has too much to do: nothing was done, and it may go better in a while. A host with stores of its own
 * may reject with it too; the endpoint then answers 503 with `Retry-After`.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  /** What the database or the system calls it, for the log of who runs it. */
  readonly code: string;

  constructor(code: string) {
    super(`The store cannot be used just now: ${code}.`);
    this.code = code;
  }
}
