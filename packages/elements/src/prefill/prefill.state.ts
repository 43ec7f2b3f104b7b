import type { IncomeProblemKind, IncomeStatement } from '@medborgarnavet/model';

/** Where a fetch stands. What was retrieved before stays while it is asked for again, and when that fails. */
export type PrefillState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking'; readonly statement?: IncomeStatement }
  | { readonly kind: 'answered'; readonly statement: IncomeStatement }
  | { readonly kind: 'failed'; readonly problem: IncomeProblemKind; readonly statement?: IncomeStatement };

export function statementOf(state: PrefillState): IncomeStatement | undefined {
  return state.kind === 'idle' ? undefined : state.statement;
}

function keep(state: PrefillState): { statement?: IncomeStatement } {
  const statement = statementOf(state);
  return statement ? { statement } : {};
}

export function asking(state: PrefillState): PrefillState {
  return { kind: 'asking', ...keep(state) };
}

export function failed(state: PrefillState, problem: IncomeProblemKind): PrefillState {
  return { kind: 'failed', problem, ...keep(state) };
}

/** After asking led to nothing new: what was there before stands. */
export function settled(state: PrefillState): PrefillState {
  const statement = statementOf(state);
  return statement ? { kind: 'answered', statement } : { kind: 'idle' };
}
