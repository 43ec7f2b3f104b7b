import { formatTime, type DraftReceipt, type IncomeProblemKind } from '@medborgarnavet/model';
import type { DraftTexts } from '../localize/draft.texts.ts';
import type { Notice } from './draft.standing.ts';
import type { DraftState } from './draft.state.ts';
import { dayOf, isSoon, timeLeft } from './draft.when.ts';

export interface DraftInput {
  readonly state: DraftState;
  readonly notice: Notice | undefined;
  readonly receipt: DraftReceipt | undefined;
  /** When what was opened had been saved, where that is long ago. */
  readonly resumed: string | undefined;
  /** The field that the person has been led back to. */
  readonly back: string;
  /** When the incomes were fetched, where that is known. */
  readonly fetchedAt: string | undefined;
  readonly hasPrefill: boolean;
  readonly now: number;
  readonly texts: DraftTexts;
}

/** What is said, in the order that it is said. */
export interface DraftView {
  /** How saving goes. */
  readonly status: string;
  /** Something is wrong with it. */
  readonly isTrouble: boolean;
  /** What more there is to say of it. */
  readonly advice: readonly string[];
  /** Said to a person who does not see it: once for each thing that happens. */
  readonly announcement: string;
  /** Facts about what is kept; none where nothing is. */
  readonly facts: readonly string[];
  readonly expiry: { readonly text: string; readonly isSoon: boolean } | undefined;
  readonly resumed: string | undefined;
  readonly offersFetch: boolean;
  readonly mayDelete: boolean;
  readonly offersRetry: boolean;
  readonly offersSignIn: boolean;
  /** Milliseconds until time alone makes it say something else. */
  readonly until: number;
}

export function toDraftView(input: DraftInput): DraftView {
  const { state, receipt, resumed, fetchedAt, texts, now } = input;
  const said = say(input);
  const isShown = receipt !== undefined && isKept(state);
  // Then nothing is known of it but that it is there: to have it deleted is the way on.
  const isUnreadable = state.kind === 'failed' && state.problem === 'kept-unreadable';
  const left = isShown ? timeLeft(now, Date.parse(receipt.expiresAt)) : undefined;
  const fetched = fetchedAt === undefined ? [] : [texts.draft.fetched(dayOf(new Date(fetchedAt)))];
  return {
    ...said,
    announcement: announce(input, said),
    facts: isShown ? [texts.draft.whoReads, ...fetched] : [],
    expiry: isShown && left ? { text: expiryText(receipt, left, texts), isSoon: isSoon(left) } : undefined,
    resumed: isShown && resumed !== undefined ? resumedText(resumed, texts) : undefined,
    offersFetch: input.hasPrefill,
    mayDelete: (isShown && state.kind !== 'deleting') || isUnreadable,
    offersRetry: state.kind === 'retrying' || (state.kind === 'covered' && state.problem !== undefined),
    offersSignIn: state.kind === 'ended' && state.problem === undefined,
    until: left?.until ?? Infinity,
  };
}

/** Whether there is anything kept to tell of, as far as is known. */
function isKept(state: DraftState): boolean {
  // Whatever was kept has gone with the application.
  if (state.kind === 'failed' && state.problem === 'no-application') return false;
  return !['covered', 'ended', 'handed-in', 'deleted', 'gone', 'left'].includes(state.kind);
}

type Said = Pick<DraftView, 'status' | 'isTrouble' | 'advice'>;

function say(input: DraftInput): Said {
  const { state, receipt, now, texts } = input;
  const { draft, failures, gone, ended, problems } = texts;
  const fine = (status: string, ...advice: string[]): Said => ({ status, isTrouble: false, advice });
  const trouble = (status: string, ...advice: string[]): Said => ({ status, isTrouble: true, advice });
  const why = (problem: IncomeProblemKind): string[] => [problems[problem].heading, problems[problem].advice];
  const saved = receipt ? draft.saved(...whenOf(receipt.savedAt, now)) : draft.empty;
  switch (state.kind) {
    case 'idle':
    case 'handed-in':
      return fine('');
    case 'loading':
      return state.problem ? trouble(failures.openAgain, failures.stands) : fine(draft.loading);
    case 'empty':
      return fine(draft.empty);
    case 'saved':
      return fine(saved, ...newsOf(input));
    case 'saving':
      if (state.problem) return trouble(failures.saveAgain, failures.stands);
      return fine(state.isSlow ? draft.saving : saved);
    case 'retrying':
      return trouble(failures.saveAgain, failures.stands);
    case 'failed':
      return trouble(
        failures[state.doing],
        ...why(state.problem),
        ...(state.doing === 'open' ? [] : [failures.stands]),
      );
    case 'conflict':
      return fine(texts.conflict.status);
    case 'gone':
      return trouble(gone.heading, gone.what);
    case 'left':
      return fine(gone.left);
    case 'deleting':
      return fine(texts.delete.under);
    case 'deleted':
      return fine(
        state.isElsewhere ? texts.delete.doneElsewhere : texts.delete.done,
        texts.delete.retrieved,
        texts.delete.next,
      );
    case 'expired':
      return trouble(texts.expiry.over, texts.expiry.next);
    case 'ended':
      if (state.problem)
        return trouble(
          problems[state.problem].heading,
          state.isComplete ? ended.emptied : ended.emptiedUnsaved,
        );
      return trouble(
        state.isSignedOut ? ended.signedOut : ended.sessionEnded,
        state.isComplete ? ended.kept : ended.notKept,
      );
    case 'covered':
      return state.problem ? trouble(...problemText(why(state.problem)), draft.covered) : fine(draft.covered);
  }
}

function newsOf({ notice, back, texts: { draft } }: DraftInput): string[] {
  if (notice === 'merged') return [draft.merged];
  return notice === 'back' ? [draft.back(back)] : [];
}

function problemText([heading = '', advice = '']: readonly string[]): [string, string] {
  return [heading, advice];
}

/** Nothing for each of many saves. */
function announce(
  { state, notice, back, receipt, now, texts }: DraftInput,
  { status, advice }: Said,
): string {
  const { draft, conflict } = texts;
  switch (state.kind) {
    case 'idle':
    case 'handed-in':
    case 'empty':
      return '';
    case 'loading':
      return state.problem ? [status, ...advice].join(' ') : '';
    case 'saved':
    case 'saving':
      if (state.kind === 'saving' && state.problem) return [status, ...advice].join(' ');
      if (notice === 'recovered') return draft.recovered;
      if (notice === 'merged') return draft.merged;
      if (notice === 'back') return draft.back(back);
      if (notice === 'restored') return draft.restored(...whenOf(receipt?.savedAt ?? '', now));
      return notice === 'first-saved' && state.kind === 'saved' ? status : '';
    case 'conflict':
      return `${conflict.heading}. ${conflict.what}`;
    case 'retrying':
    case 'failed':
    case 'gone':
    case 'left':
    case 'deleting':
    case 'deleted':
    case 'expired':
    case 'ended':
    case 'covered':
      return [status, ...advice].join(' ');
  }
}

function expiryText(
  { expiresAt }: DraftReceipt,
  { days, measure, count }: ReturnType<typeof timeLeft>,
  { expiry }: DraftTexts,
): string {
  const end = new Date(expiresAt);
  // The device's clock is fast: the host keeps it.
  if (measure === 'nothing') return expiry.when(dayOf(end), formatTime(end));
  const day = [expiry.today, expiry.tomorrow][days] ?? dayOf(end);
  const when = `${expiry.when(day, formatTime(end))} ${expiry.left[measure](count)}`;
  return measure === 'days' ? when : `${when} ${expiry.soon}`;
}

function resumedText(savedAt: string, { resumed }: DraftTexts): string {
  const saved = new Date(savedAt);
  return resumed.from(dayOf(saved), formatTime(saved));
}

/** The time, and the day where it is another than today. */
function whenOf(instant: string, now: number): [time: string, day: string | undefined] {
  const when = new Date(instant);
  const day = dayOf(when);
  return [formatTime(when), day === dayOf(new Date(now)) ? undefined : day];
}
