import type { IncomeProblemKind } from '@medborgarnavet/model';
import { isClosedHere } from '../problems.ts';
import type { Units } from './draft.units.ts';

/** Where keeping the form stands. */
export type DraftState =
  /** There is no form, or nowhere to keep it. */
  | { readonly kind: 'idle' }
  /** The host is asked what it keeps. With a problem: it is asked again in a while. */
  | { readonly kind: 'loading'; readonly problem?: IncomeProblemKind }
  /** Nothing is kept yet. */
  | { readonly kind: 'empty' }
  /** What was saved last is known, and more may have been written since. */
  | { readonly kind: 'saved' }
  /** A save is under way. */
  | { readonly kind: 'saving'; readonly isSlow: boolean; readonly problem?: IncomeProblemKind }
  /** It could not be saved, and is tried again. */
  | { readonly kind: 'retrying'; readonly problem: IncomeProblemKind }
  /** It could not be done, and waiting does not help. */
  | { readonly kind: 'failed'; readonly doing: Doing; readonly problem: IncomeProblemKind }
  /** Two have written, and the person has to say what stands. */
  | { readonly kind: 'conflict'; readonly asked: Units }
  /** It has been deleted elsewhere, and the person has to say whether it is to be saved again. */
  | { readonly kind: 'gone' }
  /** It has been deleted elsewhere, and is to be left so. */
  | { readonly kind: 'left' }
  /** The host is asked to delete it. */
  | { readonly kind: 'deleting' }
  /** The person has deleted it, here or in another tab. */
  | { readonly kind: 'deleted'; readonly isElsewhere: boolean }
  /** Its limit has passed, and the host has deleted it. What is changed from now on is saved anew. */
  | { readonly kind: 'expired' }
  /** Nobody is signed in any more, or, with a problem, somebody who has no right to what stood there. The form is empty. */
  | {
      readonly kind: 'ended';
      readonly isSignedOut: boolean;
      readonly isComplete: boolean;
      readonly problem?: IncomeProblemKind;
    }
  /** The application has been handed in on this page: there is nothing more to keep. Nothing is shown. */
  | { readonly kind: 'handed-in' }
  /** The page was left. With a problem: it is not known yet who sits there. */
  | { readonly kind: 'covered'; readonly problem?: IncomeProblemKind };

export type Doing = 'open' | 'save' | 'delete';

/** Whether what the person writes may be saved by itself. */
export function canSave(state: DraftState): boolean {
  switch (state.kind) {
    case 'empty':
    case 'saved':
    case 'saving':
    case 'retrying':
    case 'deleted':
    case 'expired':
      return true;
    case 'failed':
      return state.doing !== 'open' && !isClosedHere(state.problem);
    case 'idle':
    case 'loading':
    case 'conflict':
    case 'gone':
    case 'left':
    case 'deleting':
    case 'ended':
    case 'handed-in':
    case 'covered':
      return false;
  }
}

/** Whether the person has to say what is to be saved before anything is. */
export function isAsking({ kind }: DraftState): boolean {
  return kind === 'conflict' || kind === 'gone';
}

/** Whether nobody may write in the form: it is empty, and what is written there would not be kept. */
export function isClosed({ kind }: DraftState): boolean {
  return kind === 'covered' || kind === 'ended';
}

/** Whether there is nothing to say. */
export function isSilent({ kind }: DraftState): boolean {
  return kind === 'idle' || kind === 'handed-in';
}

/** Whether what stands in the form is the person's, and counts. */
export function isWatching({ kind }: DraftState): boolean {
  return kind !== 'idle' && kind !== 'covered' && kind !== 'ended' && kind !== 'handed-in';
}

/** Where it stands once the limit of what was kept has passed. What is not saved is told of first. */
export function expired(state: DraftState): DraftState {
  const isOver =
    state.kind === 'saved' ||
    state.kind === 'conflict' ||
    (state.kind === 'failed' && state.doing === 'delete');
  return isOver ? { kind: 'expired' } : state;
}

/** Where it stands while a save is under way. What was told before is told until it has ended. */
export function saving(state: DraftState, isSlow = false): DraftState {
  const problem = state.kind === 'retrying' || state.kind === 'saving' ? state.problem : undefined;
  return { kind: 'saving', isSlow, ...(problem && { problem }) };
}
