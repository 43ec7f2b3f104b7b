const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Stops at SIGTERM and SIGINT, and ends the process: with code 0, or 1 when the stop rejects. A second signal changes nothing, since
 * one press of Ctrl+C may come as two.
 */
export function stopOnSignals(stop: () => Promise<unknown>): void {
  let isStopping = false;
  const end = (): void => {
    if (isStopping) return;
    isStopping = true;
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of SIGNALS) process.on(signal, end);
}
