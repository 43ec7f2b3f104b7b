import type { SignIn } from './asking.ts';
import { Problem } from './problem.ts';

/** What a sign-in has to be for the endpoint to answer. */
export interface SignInRules {
  /** The levels of assurance (`acr`) that are enough. Unless given: a Swedish e-legitimation with the quality mark at level 3 or 4. */
  readonly levels?: readonly string[];
  /** Hours from when the person showed who they are; 8 unless given. After that they do it again, and lose nothing. */
  readonly longestHours?: number;
}

/** The identifiers of Sweden's tillitsramverk. Inferred to be enough for this service: change them here. */
const LEVELS = ['http://id.elegnamnden.se/loa/1.0/loa3', 'http://id.elegnamnden.se/loa/1.0/loa4'];
const LONGEST_HOURS = 8;
const HOUR = 60 * 60 * 1000;
/** How far two servers' clocks may be from each other. */
const SKEW = 5 * 60 * 1000;

/**
 * Lets nobody past whose sign-in is too weak, too old or from the future.
 * @throws Problem `not-signed-in` or `session-expired`, which the page turns into a new sign-in.
 */
export function requireSignIn(
  { level, at }: SignIn,
  { levels = LEVELS, longestHours = LONGEST_HOURS }: SignInRules,
  now: Date,
): void {
  if (!levels.includes(level)) throw new Problem('not-signed-in', { detail: 'level-too-low' });
  const age = now.getTime() - at.getTime();
  // What is no time at all is neither.
  if (!(age >= -SKEW)) throw new Problem('not-signed-in', { detail: 'sign-in-not-yet' });
  if (age >= longestHours * HOUR) throw new Problem('session-expired', { detail: 'sign-in-too-old' });
}
