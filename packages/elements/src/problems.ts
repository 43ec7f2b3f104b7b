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

/**
 * Whether it may be over when the same is tried again. What is lasting is never told as passing (DESIGN rule 9): a mistake of the page or
 * of what stands before the host, or something that the person has to do first.
 */
const PASSES: Readonly<Record<IncomeProblemKind, boolean>> = {
  'not-signed-in': false,
  'session-expired': false,
  'no-application': false,
  'not-eligible': false,
  'purpose-refused': false,
  'upstream-unavailable': true,
  'upstream-timeout': true,
  'upstream-refused': false,
  'too-many-requests': true,
  conflict: false,
  'invalid-input': false,
  'unsupported-version': false,
  'kept-unreadable': false,
  internal: true,
  'no-endpoint': false,
  'wrong-endpoint': false,
  refused: false,
  offline: true,
  'too-slow': true,
  'unreadable-answer': true,
};

export function isPassing(problem: IncomeProblemKind): boolean {
  return PASSES[problem];
}

const CLOSED: readonly IncomeProblemKind[] = [
  ...(['no-endpoint', 'wrong-endpoint', 'refused', 'upstream-refused'] as const),
];

/** Whatever the person does, it does not work on this page. */
export function isClosedHere(problem: IncomeProblemKind): boolean {
  return CLOSED.includes(problem);
}
