/** Time goes a hundred times as fast, in every process alike, so that what has failed comes again soon. */
export const FASTER = 100;
export const fastClock = (): Date => new Date(Date.now() * FASTER);
