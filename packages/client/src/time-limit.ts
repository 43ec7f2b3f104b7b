export interface TimeLimit {
  /** Aborted when the time is over, and when the caller's own signal is. */
  readonly signal: AbortSignal;
  readonly isOver: () => boolean;
  /** Nothing is waited for any more. */
  readonly end: () => void;
}

/**
 * A time in which something has to be done, or be given up before by its caller.
 * `AbortSignal.any` would do, but the oldest browsers lack it (docs/browsers.md).
 */
export function timeLimit(milliseconds: number, caller?: AbortSignal): TimeLimit {
  const controller = new AbortController();
  let isOver = false;
  const giveUp = (): void => controller.abort(caller?.reason);
  const timer = setTimeout(() => {
    isOver = true;
    controller.abort();
  }, milliseconds);
  if (caller?.aborted) giveUp();
  caller?.addEventListener('abort', giveUp, { once: true });
  return {
    signal: controller.signal,
    isOver: () => isOver,
    end: () => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', giveUp);
    },
  };
}
