/** An event whose sender waits for what the listener has to do first. */
export abstract class AwaitableEvent extends Event {
  readonly #promises: Promise<unknown>[] = [];

  /** Has the element wait for this. A promise that is refused is waited for and no more. */
  waitUntil(promise: Promise<unknown>): void {
    this.#promises.push(promise);
  }

  /** Whether anybody has asked to be waited for. */
  get isAwaited(): boolean {
    return this.#promises.length > 0;
  }

  /** When all that listeners asked to wait for has ended. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#promises);
  }
}
