import type {
  BackgroundStatement,
  IncomeProblemKind,
  IncomeProgress,
  IncomeStatement,
  Source,
  SourceCode,
} from '@medborgarnavet/model';
import { OTHER_PERSON } from '../problems.ts';

/** What lies behind the payments: fetched on a press of its own. */
export type BackgroundState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly statement: BackgroundStatement }
  | { readonly kind: 'failed'; readonly problem: IncomeProblemKind };

/** Where the view stands. */
export type IncomeViewState =
  /** There is no source to look in yet. */
  | { readonly kind: 'idle' }
  /** Looking up what was fetched before: no authority is asked. */
  | { readonly kind: 'looking' }
  /** The host has said that nothing is fetched. */
  | { readonly kind: 'empty' }
  /** The authorities are asked. What was there before stays. */
  | {
      readonly kind: 'asking';
      readonly statement?: IncomeStatement;
      readonly background: BackgroundState;
      /** Who has been asked, and what has come, where the host tells it. */
      readonly asked: readonly SourceCode[];
      readonly arrived: readonly Source[];
    }
  | { readonly kind: 'answered'; readonly statement: IncomeStatement; readonly background: BackgroundState }
  | {
      readonly kind: 'failed';
      readonly problem: IncomeProblemKind;
      readonly statement?: IncomeStatement;
    }
  /** The page was left, and perhaps has come back: nothing is shown until it is known who sits there. */
  | { readonly kind: 'covered'; readonly problem?: IncomeProblemKind }
  /** The person wanted to be gone at once. */
  | { readonly kind: 'left' };

const NO_BACKGROUND: BackgroundState = { kind: 'idle' };

export function statementOf(state: IncomeViewState): IncomeStatement | undefined {
  return 'statement' in state ? state.statement : undefined;
}

export function backgroundOf(state: IncomeViewState): BackgroundState {
  return 'background' in state ? state.background : NO_BACKGROUND;
}

/** @param background what was known of it before: it has a time of its own. */
export function answered(
  statement: IncomeStatement,
  background: BackgroundState = NO_BACKGROUND,
): IncomeViewState {
  return { kind: 'answered', statement, background };
}

export function asking(state: IncomeViewState): IncomeViewState {
  return { kind: 'asking', asked: [], arrived: [], background: backgroundOf(state), ...keep(state) };
}

export function told(state: IncomeViewState, progress: IncomeProgress): IncomeViewState {
  if (state.kind !== 'asking') return state;
  return progress.step === 'asked'
    ? { ...state, asked: progress.sources }
    : { ...state, arrived: [...state.arrived, progress.source] };
}

/** Where it stood before it was asked. */
export function settled(state: IncomeViewState): IncomeViewState {
  const statement = statementOf(state);
  return statement ? answered(statement, backgroundOf(state)) : { kind: 'empty' };
}

/** A problem that says that it is another person, or nobody, takes away what was shown. */
export function failed(state: IncomeViewState, problem: IncomeProblemKind): IncomeViewState {
  const isNobody = OTHER_PERSON.includes(problem);
  if (state.kind === 'covered' && !isNobody) return { kind: 'covered', problem };
  return { kind: 'failed', problem, ...(isNobody ? {} : keep(state)) };
}

/** What became of the background. When the person is no longer there, nothing else stays either. */
export function withBackground(state: IncomeViewState, background: BackgroundState): IncomeViewState {
  if (background.kind === 'failed' && OTHER_PERSON.includes(background.problem))
    return { kind: 'failed', problem: background.problem };
  return state.kind === 'answered' ? { ...state, background } : state;
}

function keep(state: IncomeViewState): { statement?: IncomeStatement } {
  const statement = statementOf(state);
  return statement ? { statement } : {};
}
