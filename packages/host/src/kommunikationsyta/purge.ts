import type { Vault } from './vault.ts';

export interface PurgeOptions {
  readonly vault: Pick<Vault, 'purge'>;
  /** Milliseconds between purges; an hour unless given. */
  readonly interval?: number;
  /** Runs something every so many milliseconds, and gives a function that stops it. Node's own timer unless given. */
  readonly every?: (milliseconds: number, run: () => void) => () => void;
  /** Told when a purge could not be done; the next one tries again. What was past its limit is not read meanwhile. */
  readonly onFailure?: () => void;
}

const HOUR = 60 * 60 * 1000;

/**
 * Purges now and then on. A purge that takes long is not overtaken by the next. Gives a function that stops it, and that
 * resolves when no purge runs any more.
 */
export function startPurge({
  vault,
  interval = HOUR,
  every = everyInterval,
  onFailure = () => undefined,
}: PurgeOptions): () => Promise<void> {
  let running: Promise<void> | undefined;
  const purge = (): void => {
    running ??= vault
      .purge()
      .catch(onFailure)
      .finally(() => (running = undefined));
  };
  purge();
  const stop = every(interval, purge);
  return async () => {
    stop();
    await running;
  };
}

function everyInterval(milliseconds: number, run: () => void): () => void {
  const timer = setInterval(run, milliseconds);
  // A server that ends does not wait for it.
  timer.unref();
  return () => clearInterval(timer);
}
