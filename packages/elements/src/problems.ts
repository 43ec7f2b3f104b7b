import { IncomeProblem, isIncomeProblem, type IncomeProblemKind } from '@medborgarnavet/model';

/** Whoever sits there now has no right to what was shown or written before. */
export const OTHER_PERSON: readonly IncomeProblemKind[] = [
  ...(['not-signed-in', 'session-expired', 'no-application', 'not-eligible'] as const),
];

/** The session has ended: somebody else may sit there next. */
export const SESSION_ENDED: readonly IncomeProblemKind[] = ['not-signed-in', 'session-expired'];

/** Whatever was thrown, as a problem that there are words for. */
export function problemOf(error: unknown): IncomeProblem {
  return isIncomeProblem(error) ? error : new IncomeProblem('internal');
}
