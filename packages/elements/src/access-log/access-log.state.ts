import type { AccessLog, IncomeProblemKind } from '@medborgarnavet/model';
import { OTHER_PERSON } from '../problems.ts';

/** Where the element stands. */
export type AccessLogState =
  /** There is nowhere to look. */
  | { readonly kind: 'idle' }
  /** The host is asked. What was there before stays. */
  | { readonly kind: 'looking'; readonly log?: AccessLog }
  /** What the host has written down is on screen. */
  | { readonly kind: 'answered'; readonly log: AccessLog }
  /** It could not be read. What was there before stays, and may not be all. */
  | { readonly kind: 'failed'; readonly problem: IncomeProblemKind; readonly log?: AccessLog }
  /** The page was left, and perhaps has come back: nothing is shown until it is known who sits there. */
  | { readonly kind: 'covered'; readonly problem?: IncomeProblemKind };

export function logOf(state: AccessLogState): AccessLog | undefined {
  return 'log' in state ? state.log : undefined;
}

/** While the host is asked. */
export function looking(state: AccessLogState): AccessLogState {
  return state.kind === 'covered' ? { kind: 'covered' } : { kind: 'looking', ...keep(state) };
}

/** A problem that says that it is another person, or nobody, takes away what was shown. */
export function failed(state: AccessLogState, problem: IncomeProblemKind): AccessLogState {
  const isNobody = OTHER_PERSON.includes(problem);
  if (state.kind === 'covered' && !isNobody) return { kind: 'covered', problem };
  return { kind: 'failed', problem, ...(isNobody ? {} : keep(state)) };
}

function keep(state: AccessLogState): { log?: AccessLog } {
  const log = logOf(state);
  return log ? { log } : {};
}
