import type { Deliver, HandedInMessage } from './message.ts';

/** Runs something once, after so many milliseconds, and gives a function that calls it off. */
export type After = (milliseconds: number, run: () => void) => () => void;

/** Node's own timer. It keeps the process alive: a delivery is under way. */
export const afterTimeout: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

export interface Attempt {
  readonly outcome: Promise<'delivered' | 'delivery-failed' | 'delivery-timeout'>;
  /** Ends it now, as its time would. */
  readonly abort: () => void;
}

/**
 * Delivers once. Its outcome is known as soon as the signal has been aborted, whether or not the one who delivers heeds it: what
 * comes of it after that counts for nothing, and the message comes again.
 */
export function attemptDelivery(
  deliver: Deliver,
  message: HandedInMessage,
  after: After,
  milliseconds: number,
): Attempt {
  const controller = new AbortController();
  const { signal } = controller;
  const abort = (): void => controller.abort();
  // Listens before the one who delivers does, and so is first.
  const aborted = new Promise<'delivery-timeout'>((resolve) =>
    signal.addEventListener('abort', () => resolve('delivery-timeout'), { once: true }),
  );
  const callOff = after(milliseconds, abort);
  const delivered = async (): Promise<'delivered' | 'delivery-failed'> => {
    try {
      await deliver(message, { signal });
      return 'delivered';
    } catch {
      return 'delivery-failed';
    }
  };
  return { outcome: Promise.race([aborted, delivered()]).finally(callOff), abort };
}
