import type {
  IncomeProblemKind,
  IncomeStatement,
  Period,
  PostedIncomes,
  SubmissionReceipt,
  SubmissionRefusal,
} from '@medborgarnavet/model';

/** What the host has retrieved, as far as it counts here. */
export interface Retrieved {
  /** Absent when nothing was fetched for the time that is asked about. */
  readonly statement?: IncomeStatement;
  /** What was fetched is for another time. */
  readonly isOfOtherTime: boolean;
  /** Whether anything was fetched is not known: it could not be looked up. */
  readonly isUnseen?: true;
}

/** Why handing in was refused, and reading the amounts in again helps. */
export type Outdated = Exclude<SubmissionRefusal, 'already-handed-in'>;

/** What is known of handing in while the page is left. */
export type Aftermath =
  | { readonly kind: 'none' }
  /** It was sent, and nobody knows whether it came. */
  | { readonly kind: 'unsure' }
  | { readonly kind: 'receipt'; readonly receipt: SubmissionReceipt };

/** Where the review stands. */
export type ReviewState =
  /** It is not known yet where to look. */
  | { readonly kind: 'idle' }
  /** Looking up what was fetched: no authority is asked. */
  | { readonly kind: 'looking' }
  /** What was fetched could not be looked up. What the person has written can be handed in all the same (DESIGN rule 4). */
  | { readonly kind: 'failed'; readonly retrieved: Retrieved; readonly problem: IncomeProblemKind }
  | {
      readonly kind: 'ready';
      readonly retrieved: Retrieved;
      /** What had been read before, where that has changed. */
      readonly before?: Retrieved;
    }
  | { readonly kind: 'sending'; readonly retrieved: Retrieved }
  /** It was not taken, or nobody knows. */
  | { readonly kind: 'unsent'; readonly retrieved: Retrieved; readonly problem: IncomeProblemKind }
  /** The amounts are no longer those that the person has read. */
  | {
      readonly kind: 'refused';
      readonly retrieved: Retrieved;
      readonly reason: Outdated;
      /** Why they could not be read in again. */
      readonly problem?: IncomeProblemKind;
    }
  | { readonly kind: 'rereading'; readonly retrieved: Retrieved; readonly reason: Outdated }
  | {
      readonly kind: 'handed-in';
      readonly receipt: SubmissionReceipt;
      readonly retrieved: Retrieved;
      /** What the person had written then. */
      readonly posted: PostedIncomes;
    }
  /** It had been handed in before, with another content. */
  | { readonly kind: 'already'; readonly receipt?: SubmissionReceipt }
  /** Whoever sits there has no right to what was shown. */
  | { readonly kind: 'ended'; readonly problem: IncomeProblemKind }
  /** The page was left, and perhaps has come back: nothing is shown until it is known who sits there. */
  | { readonly kind: 'covered'; readonly aftermath: Aftermath; readonly problem?: IncomeProblemKind };

/** Nothing was fetched. */
export const NOTHING_RETRIEVED: Retrieved = { isOfOtherTime: false };

/** It could not be looked up. */
export const UNSEEN: Retrieved = { isOfOtherTime: false, isUnseen: true };

export function retrievedOf(state: ReviewState): Retrieved | undefined {
  return 'retrieved' in state ? state.retrieved : undefined;
}

/** What was fetched counts only for the very time that is asked about. */
export function retrievedFor(period: Period, latest: IncomeStatement | undefined): Retrieved {
  if (!latest) return NOTHING_RETRIEVED;
  const isForIt = latest.period.from === period.from && latest.period.to === period.to;
  return isForIt ? { statement: latest, isOfOtherTime: false } : { isOfOtherTime: true };
}

export function isSame(one: Retrieved, other: Retrieved): boolean {
  return (
    one.statement?.id === other.statement?.id &&
    one.statement?.seal === other.statement?.seal &&
    one.isOfOtherTime === other.isOfOtherTime &&
    one.isUnseen === other.isUnseen
  );
}

/** Whether it can be handed in as it stands. */
export function isOpen(
  state: ReviewState,
): state is Extract<ReviewState, { kind: 'ready' | 'failed' | 'unsent' }> {
  return state.kind === 'ready' || state.kind === 'failed' || state.kind === 'unsent';
}

/** @param before what the person has read, where it is to be told what has changed since. */
export function ready(retrieved: Retrieved, before?: Retrieved): ReviewState {
  return { kind: 'ready', retrieved, ...(before && { before }) };
}

/** What is known of handing in when the page is left. */
export function aftermathOf(state: ReviewState): Aftermath {
  if (state.kind === 'covered') return state.aftermath;
  if (state.kind === 'handed-in') return { kind: 'receipt', receipt: state.receipt };
  return state.kind === 'sending' || state.kind === 'unsent' ? { kind: 'unsure' } : { kind: 'none' };
}

/** Where it stands when the page has come back, and the session lives. */
export function uncovered(aftermath: Aftermath, retrieved: Retrieved, posted: PostedIncomes): ReviewState {
  switch (aftermath.kind) {
    case 'none':
      return ready(retrieved);
    case 'unsure':
      return { kind: 'unsent', retrieved, problem: 'offline' };
    case 'receipt':
      return { kind: 'handed-in', receipt: aftermath.receipt, retrieved, posted };
  }
}

/** Whether it is known that nothing was taken. Else it may have been, and the answer lost. */
export function isNotTaken(problem: IncomeProblemKind): boolean {
  const notTaken: readonly IncomeProblemKind[] = [
    ...(['purpose-refused', 'too-many-requests', 'conflict', 'invalid-input'] as const),
    ...(['unsupported-version', 'no-endpoint', 'wrong-endpoint', 'refused'] as const),
  ];
  return notTaken.includes(problem);
}
