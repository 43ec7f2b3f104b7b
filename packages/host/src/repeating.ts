export interface RepeatingOptions {
  /** Milliseconds between the beginnings. */
  readonly interval: number;
  /** Runs something every so many milliseconds, and gives a function that stops it. Node's own timer unless given. */
  readonly every?: Every | undefined;
  /** Told when the work could not be done; it is tried again the next time. */
  readonly onFailure?: (() => void) | undefined;
}

export type Every = (milliseconds: number, run: () => void) => () => void;

/**
 * Does some work now and then on. Work that takes long is not overtaken by the next. Gives a function that stops it, and that
 * resolves when none is under way any more.
 */
export function startRepeating(
  work: () => Promise<void>,
  { interval, every = everyInterval, onFailure = () => undefined }: RepeatingOptions,
): () => Promise<void> {
  let running: Promise<void> | undefined;
  const run = (): void => {
    running ??= work()
      .catch(onFailure)
      .finally(() => (running = undefined));
  };
  run();
  const stop = every(interval, run);
  return async () => {
    stop();
    await running;
  };
}

export const everyInterval: Every = (milliseconds, run) => {
  const timer = setInterval(run, milliseconds);
  // A server that ends does not wait for it.
  timer.unref();
  return () => clearInterval(timer);
};
