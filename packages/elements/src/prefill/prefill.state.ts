import {
  changesBetween,
  NO_CHANGES,
  type Changes,
  type IncomeProblemKind,
  type IncomeProgress,
  type IncomeStatement,
  type Source,
  type SourceCode,
} from '@medborgarnavet/model';
import { isClosedHere, OTHER_PERSON } from '../problems.ts';

/** Where a fetch stands. What was retrieved before stays while it is asked for again, and when that fails. */
export type PrefillState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'asking';
      readonly statement?: IncomeStatement;
      /** Who has been asked, and what has come, where the host tells it. */
      readonly asked: readonly SourceCode[];
      readonly arrived: readonly Source[];
    }
  /** Looking up what was fetched before: no authority is asked. */
  | { readonly kind: 'resuming' }
  | {
      readonly kind: 'answered';
      readonly statement: IncomeStatement;
      /** What is otherwise than in what was on screen before. */
      readonly changes: Changes;
      /** It was fetched at an earlier visit. */
      readonly isResumed: boolean;
    }
  | {
      readonly kind: 'failed';
      readonly problem: IncomeProblemKind;
      readonly statement?: IncomeStatement;
      /** The session has ended, and somebody else looks after what is written. */
      readonly isKept?: true;
    }
  /** The person did not want to wait, and nothing had come. */
  | { readonly kind: 'stopped'; readonly statement?: IncomeStatement }
  /** The person has had what was retrieved taken away. */
  | { readonly kind: 'withdrawn' }
  /** The page was left, and perhaps has come back: nothing is shown until it is known who sits there. */
  | { readonly kind: 'covered'; readonly problem?: IncomeProblemKind };

export function statementOf(state: PrefillState): IncomeStatement | undefined {
  return 'statement' in state ? state.statement : undefined;
}

export function asking(state: PrefillState): PrefillState {
  return { kind: 'asking', asked: [], arrived: [], ...keep(state) };
}

export function told(state: PrefillState, progress: IncomeProgress): PrefillState {
  if (state.kind !== 'asking') return state;
  return progress.step === 'asked'
    ? { ...state, asked: progress.sources }
    : { ...state, arrived: [...state.arrived, progress.source] };
}

export function answered(state: PrefillState, statement: IncomeStatement): PrefillState {
  const before = statementOf(state);
  const changes = before ? changesBetween(before, statement) : NO_CHANGES;
  const isResumed = state.kind === 'resuming' || state.kind === 'covered';
  return { kind: 'answered', statement, changes, isResumed };
}

/** @param isKept whether somebody else looks after what is written. */
export function failed(state: PrefillState, problem: IncomeProblemKind, isKept = false): PrefillState {
  if (state.kind === 'covered' && mayBeThePerson(problem)) return { kind: 'covered', problem };
  if (!OTHER_PERSON.includes(problem)) return { kind: 'failed', problem, ...keep(state) };
  return { kind: 'failed', problem, ...(isKept && { isKept }) };
}

/** Nobody has said that the session is over, nor that it lives: it can be asked again. */
function mayBeThePerson(problem: IncomeProblemKind): boolean {
  return !OTHER_PERSON.includes(problem) && !isClosedHere(problem);
}

export function stopped(state: PrefillState): PrefillState {
  return { kind: 'stopped', ...keep(state) };
}

/** After asking led to nothing new: what was there before stands. */
export function settled(state: PrefillState): PrefillState {
  const statement = statementOf(state);
  return statement
    ? { kind: 'answered', statement, changes: NO_CHANGES, isResumed: false }
    : { kind: 'idle' };
}

function keep(state: PrefillState): { statement?: IncomeStatement } {
  const statement = statementOf(state);
  return statement ? { statement } : {};
}
