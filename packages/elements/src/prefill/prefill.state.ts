import type { IncomeProblemKind, IncomeStatement } from '@medborgarnavet/model';

/** Where a fetch stands. What was retrieved before stays while it is asked for again, and when that fails. */
export type PrefillState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking'; readonly statement?: IncomeStatement }
  /** Looking up what was fetched before: no authority is asked. */
  | { readonly kind: 'resuming' }
  | { readonly kind: 'answered'; readonly statement: IncomeStatement }
  | { readonly kind: 'failed'; readonly problem: IncomeProblemKind; readonly statement?: IncomeStatement };

export function statementOf(state: PrefillState): IncomeStatement | undefined {
  return 'statement' in state ? state.statement : undefined;
}

function keep(state: PrefillState): { statement?: IncomeStatement } {
  const statement = statementOf(state);
  return statement ? { statement } : {};
}

export function asking(state: PrefillState): PrefillState {
  return { kind: 'asking', ...keep(state) };
}

/** When the session has ended nothing retrieved may stay on screen: somebody else may sit there next. */
const SESSION_ENDED: readonly IncomeProblemKind[] = ['not-signed-in', 'session-expired'];

export function failed(state: PrefillState, problem: IncomeProblemKind): PrefillState {
  return { kind: 'failed', problem, ...(SESSION_ENDED.includes(problem) ? {} : keep(state)) };
}

/** After asking led to nothing new: what was there before stands. */
export function settled(state: PrefillState): PrefillState {
  const statement = statementOf(state);
  return statement ? { kind: 'answered', statement } : { kind: 'idle' };
}
