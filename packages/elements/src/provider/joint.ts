/** Why an asking ended when the person did not want to wait any longer. */
export const STOPPED = new DOMException('The person waits no longer', 'AbortError');

/** One asking that several wait for. It ends early when nobody waits any longer, or when one of them has {@link STOPPED} it. */
export class Joint<Answer> {
  readonly #abort = new AbortController();
  /** Whether anybody waits for it or not. */
  readonly answer: Promise<Answer>;
  #waiting = 0;

  constructor(ask: (signal: AbortSignal) => Promise<Answer>) {
    this.answer = ask(this.#abort.signal);
  }

  /** Throws what the asking throws, or the signal's reason. */
  async join(signal?: AbortSignal): Promise<Answer> {
    signal?.throwIfAborted();
    this.#waiting += 1;
    const answered = new AbortController();
    const left = new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(this.#leave(signal.reason)), {
        signal: answered.signal,
      });
    });
    try {
      return await Promise.race([this.answer, left]);
    } finally {
      answered.abort();
    }
  }

  #leave(reason: unknown): Error {
    this.#waiting -= 1;
    if (this.#waiting === 0 || reason === STOPPED) this.#abort.abort(reason);
    return reason instanceof Error ? reason : STOPPED;
  }
}
