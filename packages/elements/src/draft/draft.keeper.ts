import { IncomeProblem, isDraftConflict, type DraftReceipt, type SavedDraft } from '@medborgarnavet/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { OTHER_PERSON, problemOf, SESSION_ENDED } from '../problems.ts';
import type { Clock } from './draft.clock.ts';
import { Desk, toDraft, type Met } from './draft.desk.ts';
import {
  SsbtekDraftConflictEvent,
  SsbtekDraftDeletedEvent,
  SsbtekDraftProblemEvent,
  SsbtekDraftRestoredEvent,
  SsbtekDraftResumedEvent,
  SsbtekDraftSavedEvent,
  SsbtekDraftSessionEndingEvent,
} from './draft.events.ts';
import type { Sending } from './draft.book.ts';
import type { DraftForm } from './draft.form.ts';
import { Saver, type Attempt, type Outcome } from './draft.saver.ts';
import { isPassing, waitForRetry } from './draft.schedule.ts';
import type { DraftSource } from './draft-source.ts';
import { canSave, isWatching, saving, type Doing, type DraftState } from './draft.state.ts';
import type { TabNews } from './draft.tabs.ts';
import type { Units } from './draft.units.ts';

/** After which a person is told that it is being saved. */
const SLOW = 1_000;

/** How long a host may take to renew the session, and a last save to be answered. */
const SAVING_TIME = 1_000;

const DAY = 24 * 60 * 60 * 1_000;

/** The longest body that may be sent while the page is left: browsers take no more. */
const KEEPALIVE_LIMIT = 60_000;

const NONE: Units = new Map();

type Host = ReactiveControllerHost & HTMLElement;

/** What went well just now, for a person who does not see it. */
export type Notice = 'first-saved' | 'recovered' | 'restored' | 'merged';

export interface KeeperParts {
  /** Throws IncomeProblem when the page has not said where. */
  readonly source: () => DraftSource;
  readonly clock: () => Clock;
  /** Whether the person has been at that field since the page came. */
  readonly isTouched: (unit: string) => boolean;
  /** The other tabs have to know. */
  readonly tell: (news: TabNews) => void;
  /** Nobody is signed in any more. */
  readonly ended: () => void;
}

/** Keeps what the form holds at the host, and knows where that stands. Its events are the element's. */
export class Keeper implements ReactiveController {
  readonly #host: Host;
  readonly #parts: KeeperParts;
  readonly #saver: Saver;
  #state: DraftState = { kind: 'idle' };
  #notice: Notice | undefined;
  #desk: Desk | undefined;
  /** Where it stood when the page was left. */
  #covered: DraftState | undefined;
  #resumed: string | undefined;
  #hasRenewed = false;
  #abort = new AbortController();
  #cancelRetry: (() => void) | undefined;
  #failedLoads = 0;

  constructor(host: Host, parts: KeeperParts) {
    this.#host = host;
    this.#parts = parts;
    this.#saver = new Saver(parts.clock, (attempt) => this.#save(attempt));
    host.addController(this);
  }

  hostDisconnected(): void {
    this.look();
    // Moved within the page it is connected again before this runs.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.flush();
      this.stop();
    });
  }

  get state(): DraftState {
    return this.#state;
  }

  get notice(): Notice | undefined {
    return this.#notice;
  }

  get desk(): Desk | undefined {
    return this.#desk;
  }

  /** When what was opened had been saved, where that is more than a day ago. */
  get resumed(): string | undefined {
    return this.#resumed;
  }

  /** Keeps this form from now on. */
  async start(form: DraftForm): Promise<void> {
    this.stop();
    const { signal } = this.#abort;
    this.#show({ kind: 'loading' });
    await form.settled();
    if (signal.aborted) return;
    this.#desk = new Desk(form);
    await this.#open();
  }

  stop(): void {
    this.#drop();
    this.#desk = undefined;
    this.#resumed = undefined;
    this.#show({ kind: 'idle' });
  }

  /** Something may stand otherwise in the form. */
  look(): void {
    const desk = this.#desk;
    if (!desk || !isWatching(this.#state) || !desk.look()) return;
    if (this.#state.kind === 'conflict') this.#host.requestUpdate();
    if (!desk.isUnsaved) this.#saver.calm();
    else if (canSave(this.#state)) this.#saver.changed();
  }

  /** The page may be left: saves at once what is not saved. */
  flush(): void {
    this.look();
    // While loading it is not known what is kept: where something is, this save is refused, and nothing is lost.
    const isAllowed = canSave(this.#state) || this.#state.kind === 'loading';
    if (isAllowed && this.#desk?.isUnsaved) void this.#saver.now(true);
  }

  /** Saves at once. @returns whether all is saved. */
  async saveNow(): Promise<boolean> {
    this.look();
    if (!canSave(this.#state)) return false;
    return this.#desk?.isUnsaved ? this.#saver.now() : true;
  }

  /** The network is back, or the person wants it tried again. */
  hurry(): void {
    this.#saver.hurry();
    if (this.#cancelRetry) void this.#open();
  }

  async delete(): Promise<void> {
    const desk = this.#desk;
    if (!desk || !isWatching(this.#state)) return;
    this.#show({ kind: 'deleting' });
    await this.#saver.idle();
    const { signal } = this.#abort;
    try {
      await this.#parts.source().deleteDraft();
    } catch (error) {
      if (!signal.aborted) await this.#fail(problemOf(error), 'delete');
      if (canSave(this.#state) && desk.isUnsaved) this.#saver.changed();
      return;
    }
    this.#parts.tell('deleted');
    await this.#emptied(false);
    this.#host.dispatchEvent(new SsbtekDraftDeletedEvent());
  }

  /** It has been deleted in another tab. */
  async deletedElsewhere(): Promise<void> {
    if (this.#desk && isWatching(this.#state)) await this.#emptied(true);
  }

  /** Nobody is signed in any more: what is not saved is saved where it can be, and then nothing stays. */
  async end(isSignedOut: boolean): Promise<void> {
    const desk = this.#desk;
    if (!desk || this.#state.kind === 'ended') return;
    this.look();
    if (canSave(this.#state) && desk.isUnsaved)
      await Promise.race([this.#saver.now(true), this.#afterAWhile()]);
    await this.#end(isSignedOut);
  }

  /** The page is left: nothing stays on it. What was written stays in memory. */
  cover(): void {
    this.flush();
    if (!this.#desk || !isWatching(this.#state)) return;
    this.#covered = this.#state;
    this.#abort.abort();
    this.#cancelRetry?.();
    this.#desk.cover();
    this.#show({ kind: 'covered' });
  }

  /** The page has come back as it was left. Nothing is shown until the host says that the session lives. */
  async uncover(): Promise<void> {
    if (this.#state.kind === 'covered') await this.#open();
  }

  /** The person has said what stands. @param there of which fields what is saved stands. */
  async resolve(there: ReadonlySet<string>): Promise<void> {
    if (this.#state.kind !== 'conflict') return;
    this.look();
    const { asked } = this.#state;
    this.#show({ kind: 'saved' });
    await this.#desk?.put(new Map([...asked].filter(([unit]) => there.has(unit))));
    await this.saveNow();
  }

  /** It was deleted elsewhere, and is to be saved again. */
  async saveAgain(): Promise<void> {
    if (this.#state.kind !== 'gone' && this.#state.kind !== 'left') return;
    this.#show({ kind: 'empty' });
    await this.saveNow();
  }

  /** It was deleted elsewhere, and is to be left so. */
  leave(): void {
    if (this.#state.kind === 'gone') this.#show({ kind: 'left' });
  }

  async #open(): Promise<void> {
    this.#cancelRetry?.();
    this.#cancelRetry = undefined;
    const { signal } = (this.#abort = new AbortController());
    try {
      const kept = await this.#parts.source().loadDraft({ signal });
      if (signal.aborted) return;
      this.#failedLoads = 0;
      await this.#opened(kept);
    } catch (error) {
      if (!signal.aborted) await this.#notOpened(problemOf(error));
    }
  }

  async #notOpened(problem: IncomeProblem): Promise<void> {
    const isCovered = this.#state.kind === 'covered';
    if (!isPassing(problem.kind)) {
      if (isCovered && OTHER_PERSON.includes(problem.kind)) await this.#desk?.blank();
      await this.#fail(problem, 'open');
      return;
    }
    const { clock } = this.#parts;
    this.#cancelRetry = clock().after(
      waitForRetry(this.#failedLoads, clock().random()),
      () => void this.#open(),
    );
    this.#failedLoads += 1;
    const { kind } = problem;
    this.#show(isCovered ? { kind: 'covered', problem: kind } : { kind: 'loading', problem: kind });
    this.#host.dispatchEvent(new SsbtekDraftProblemEvent(problem));
  }

  /** What the host keeps, at the beginning or after the page has come back. */
  async #opened(kept: SavedDraft | undefined): Promise<void> {
    const desk = this.#desk;
    if (!desk) return;
    const before = this.#covered;
    this.#covered = undefined;
    if (before) await desk.uncover();
    else desk.look();
    const open = before?.kind === 'conflict' ? before.asked : NONE;
    if (kept && kept.etag !== desk.receipt?.etag) {
      // A page that was left before it knew what was kept.
      const isFirst = !before || before.kind === 'loading';
      const met = isFirst ? await desk.meetFirst(kept, this.#parts.isTouched) : await desk.meet(kept, open);
      this.#met(met);
      if (isFirst && met.hasWritten) this.#restored(kept.savedAt);
    } else if (kept) this.#show(before?.kind === 'conflict' ? before : { kind: 'saved' });
    else if (desk.receipt) this.#gone();
    else this.#show(before?.kind === 'gone' || before?.kind === 'left' ? before : { kind: 'empty' });
    if (canSave(this.#state) && desk.isUnsaved) this.#saver.changed();
  }

  #met({ asked, hasWritten }: Met): void {
    if (hasWritten) this.#notice = 'merged';
    if (asked.size === 0) {
      if (this.#state.kind !== 'saving') this.#show({ kind: 'saved' });
      return;
    }
    this.#show({ kind: 'conflict', asked });
    this.#host.dispatchEvent(new SsbtekDraftConflictEvent());
  }

  #restored(savedAt: string): void {
    this.#notice = 'restored';
    const isOld = this.#parts.clock().now() - Date.parse(savedAt) > DAY;
    this.#resumed = isOld ? savedAt : undefined;
    this.#host.requestUpdate();
    this.#host.dispatchEvent(new SsbtekDraftRestoredEvent());
    if (isOld) this.#host.dispatchEvent(new SsbtekDraftResumedEvent(savedAt));
  }

  async #save({ signal, keepalive }: Attempt): Promise<Outcome> {
    const desk = this.#desk;
    if (!desk || !(canSave(this.#state) || this.#state.kind === 'loading')) return 'stop';
    desk.look();
    if (!desk.isUnsaved) {
      if (this.#state.kind === 'saving') this.#show({ kind: 'saved' });
      return 'saved';
    }
    const sending = desk.sending();
    const draft = toDraft(sending);
    if (this.#state.kind !== 'loading') this.#show(saving(this.#state));
    const cancelSlow = this.#parts.clock().after(SLOW, () => {
      if (this.#state.kind === 'saving') this.#show(saving(this.#state, true));
    });
    try {
      const outlives = keepalive && JSON.stringify(draft).length < KEEPALIVE_LIMIT;
      const options = { signal, keepalive: outlives };
      const receipt = await this.#parts.source().saveDraft(draft, desk.before, options);
      if (desk === this.#desk) return this.#saved(desk, sending, receipt, signal);
      return 'stop';
    } catch (error) {
      if (desk !== this.#desk) return 'stop';
      if (isDraftConflict(error) && !signal.aborted) return await this.#refused(desk, sending, error.current);
      desk.notAnswered(sending);
      return signal.aborted || this.#state.kind !== 'saving'
        ? 'stop'
        : await this.#fail(problemOf(error), 'save');
    } finally {
      cancelSlow();
    }
  }

  #saved(desk: Desk, sending: Sending, receipt: DraftReceipt, signal: AbortSignal): Outcome {
    if (signal.aborted) {
      // Another save is under way in its place.
      desk.notAnswered(sending);
      return 'stop';
    }
    const isFirst = desk.receipt === undefined;
    desk.saved(sending, receipt);
    this.#hasRenewed = false;
    const before = this.#state;
    // The page may have been left meanwhile.
    if (before.kind !== 'saving') return 'stop';
    this.#notice = before.problem ? 'recovered' : isFirst ? 'first-saved' : undefined;
    this.#show({ kind: 'saved' });
    this.#parts.tell('saved');
    this.#host.dispatchEvent(new SsbtekDraftSavedEvent());
    return 'saved';
  }

  /** The host keeps something else than the page knew of: a save of ours that was not answered, or somebody else's. */
  async #refused(desk: Desk, sending: Sending, kept: SavedDraft | undefined): Promise<Outcome> {
    if (kept && desk.recognise(kept, sending)) return 'again';
    if (this.#state.kind !== 'saving') return 'stop';
    if (!kept) {
      this.#gone();
      return 'stop';
    }
    desk.look();
    this.#met(await desk.meet(kept));
    return canSave(this.#state) ? 'again' : 'stop';
  }

  #gone(): void {
    this.#desk?.lost();
    this.#show({ kind: 'gone' });
    this.#host.dispatchEvent(new SsbtekDraftConflictEvent());
  }

  async #emptied(isElsewhere: boolean): Promise<void> {
    this.#drop();
    this.#resumed = undefined;
    await this.#desk?.empty();
    this.#show({ kind: 'deleted', isElsewhere });
  }

  /** Tells of a problem. */
  async #fail(problem: IncomeProblem, doing: Doing): Promise<Outcome> {
    if (SESSION_ENDED.includes(problem.kind)) {
      if (doing === 'save' && (await this.#isRenewed())) return 'again';
      await this.#end(false);
      this.#host.dispatchEvent(new SsbtekDraftProblemEvent(problem));
      return 'stop';
    }
    const isRetried = doing === 'save' && isPassing(problem.kind);
    const isTold = this.#state.kind === 'saving' && this.#state.problem !== undefined;
    const { kind } = problem;
    this.#show(isRetried ? { kind: 'retrying', problem: kind } : { kind: 'failed', doing, problem: kind });
    if (!isTold) this.#host.dispatchEvent(new SsbtekDraftProblemEvent(problem));
    return isRetried ? 'retry' : 'stop';
  }

  /** Whether the host has renewed the session, in the second that it has. It is asked once. */
  async #isRenewed(): Promise<boolean> {
    if (this.#hasRenewed) return false;
    const ending = new SsbtekDraftSessionEndingEvent();
    this.#host.dispatchEvent(ending);
    if (!ending.isAwaited) return false;
    this.#hasRenewed = true;
    return Promise.race([ending.settled().then(() => true), this.#afterAWhile()]);
  }

  /** Nobody is waited for any longer. */
  #afterAWhile(): Promise<false> {
    return new Promise((resolve) => this.#parts.clock().after(SAVING_TIME, () => resolve(false)));
  }

  async #end(isSignedOut: boolean): Promise<void> {
    if (this.#state.kind === 'ended') return;
    const isComplete = this.#desk?.isUnsaved !== true;
    this.#drop();
    this.#resumed = undefined;
    this.#show({ kind: 'ended', isSignedOut, isComplete });
    this.#parts.ended();
    await this.#desk?.blank();
  }

  /** Gives up what is under way. */
  #drop(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#cancelRetry?.();
    this.#cancelRetry = undefined;
    this.#covered = undefined;
    this.#notice = undefined;
    this.#saver.stop();
  }

  #show(state: DraftState): void {
    this.#state = state;
    if (state.kind !== 'saved' && state.kind !== 'saving') this.#notice = undefined;
    this.#host.requestUpdate();
  }
}
