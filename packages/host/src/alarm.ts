import type { Log } from './log.ts';

/**
 * A line of JSON on stderr, for who has not said where else: what goes wrong while nobody waits for it must alarm somebody. To be
 * silent has to be chosen, with a function that does nothing. What is told is a fixed word.
 */
export function alarmOnStderr(clock?: () => Date): (failure: string) => void {
  return (failure) => {
    process.stderr.write(`${JSON.stringify({ ...(clock && { time: clock().toISOString() }), failure })}\n`);
  };
}

/** The same of requests: those that could not be answered, also when the answer had begun, by their entries of the log. */
export const failuresOnStderr: Log = (entry) => {
  const { status, problem } = entry;
  const brokeOff = status < 400 && problem !== undefined;
  if (status >= 500 || brokeOff) process.stderr.write(`${JSON.stringify(entry)}\n`);
};
