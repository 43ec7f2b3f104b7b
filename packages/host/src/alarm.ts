/**
 * A line of JSON on stderr, for who has not said where else: what goes wrong while nobody waits for it must alarm somebody. To be
 * silent has to be chosen, with a function that does nothing. What is told is a fixed word.
 */
export function alarmOnStderr(clock: () => Date): (failure: string) => void {
  return (failure) => {
    process.stderr.write(`${JSON.stringify({ time: clock().toISOString(), failure })}\n`);
  };
}
