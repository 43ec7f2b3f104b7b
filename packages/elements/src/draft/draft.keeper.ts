import { IncomeProblem } from '@medborgarnavet/model';
import type { ReactiveController } from 'lit';
import { OTHER_PERSON, problemOf, SESSION_ENDED } from '../problems.ts';
import { Desk } from './draft.desk.ts';
import { SsbtekDraftDeletedEvent } from './draft.events.ts';
import type { DraftForm } from './draft.form.ts';
import { Opening } from './draft.opening.ts';
import { Saver } from './draft.saver.ts';
import { Saving } from './draft.saving.ts';
import { Session } from './draft.session.ts';
import { Standing, type KeeperHost, type KeeperParts, type Notice } from './draft.standing.ts';
import { canSave, isWatching, type DraftState } from './draft.state.ts';

/** Keeps what the form holds at the host: what the page and the person can have done. Its events are the element's. */
export class Keeper implements ReactiveController {
  readonly #host: KeeperHost;
  readonly #standing: Standing;
  readonly #session: Session;
  readonly #opening: Opening;
  readonly #saver: Saver;

  constructor(host: KeeperHost, parts: KeeperParts) {
    this.#host = host;
    this.#standing = new Standing(host, parts);
    this.#session = new Session(this.#standing, () => this.#drop());
    this.#opening = new Opening(this.#standing, this.#session, () => this.#save());
    const saving = new Saving(this.#standing, this.#session);
    this.#saver = new Saver(parts.clock, (attempt) => saving.attempt(attempt));
    host.addController(this);
  }

  hostUpdate(): void {
    this.#standing.expire();
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
    return this.#standing.state;
  }

  get notice(): Notice | undefined {
    return this.#standing.notice;
  }

  get desk(): Desk | undefined {
    return this.#standing.desk;
  }

  get resumed(): string | undefined {
    return this.#standing.resumed;
  }

  /** Keeps this form from now on. */
  async start(form: DraftForm): Promise<void> {
    this.stop();
    const { signal } = this.#opening;
    this.#standing.show({ kind: 'loading' });
    await form.settled();
    if (signal.aborted) return;
    this.#standing.desk = new Desk(form);
    await this.#opening.open();
  }

  stop(): void {
    this.#drop();
    this.#standing.desk = undefined;
    this.#standing.isTheirs = false;
    this.#standing.resumed = undefined;
    this.#standing.show({ kind: 'idle' });
  }

  /** Something may stand otherwise in the form. */
  look(): void {
    const { desk, state } = this;
    if (!desk || !isWatching(state) || !desk.look()) return;
    if (state.kind === 'conflict') this.#standing.redraw();
    if (!desk.isUnsaved) this.#saver.calm();
    else this.#save();
  }

  /** The page may be left: saves at once what is not saved. */
  flush(): void {
    this.look();
    // While loading it is not known what is kept: where something is, this save is refused, and nothing is lost.
    const isAllowed = canSave(this.state) || this.state.kind === 'loading';
    if (isAllowed && this.desk?.isUnsaved) void this.#saver.now(true);
  }

  /** Saves at once. @returns whether all is saved. */
  async saveNow(): Promise<boolean> {
    this.look();
    if (!canSave(this.state)) return false;
    return this.desk?.isUnsaved ? this.#saver.now() : this.state.kind !== 'expired';
  }

  /** The network is back, or the person wants it tried again. */
  hurry(): void {
    this.#saver.hurry();
    this.#opening.hurry();
  }

  async delete(): Promise<void> {
    if (!this.desk || !isWatching(this.state)) return;
    this.#standing.show({ kind: 'deleting' });
    await this.#saver.idle();
    const { signal } = this.#opening;
    const { parts } = this.#standing;
    try {
      await parts.source().deleteDraft();
    } catch (error) {
      if (!signal.aborted) await this.#session.fail(problemOf(error), 'delete');
      this.#save();
      return;
    }
    parts.tell('deleted');
    await this.#emptied(false);
    this.#standing.dispatch(new SsbtekDraftDeletedEvent());
  }

  /** It has been deleted in another tab. */
  async deletedElsewhere(): Promise<void> {
    if (this.desk && isWatching(this.state)) await this.#emptied(true);
  }

  /** Nobody is signed in any more: what is not saved is saved where it can be, and then nothing stays. */
  async end(isSignedOut: boolean): Promise<void> {
    const { desk } = this;
    if (!desk || this.state.kind === 'ended') return;
    if (this.state.kind === 'handed-in') {
      await this.#clear(desk);
      return;
    }
    this.look();
    if (canSave(this.state) && desk.isUnsaved)
      await Promise.race([this.#saver.now(true), this.#session.afterAWhile()]);
    await this.#session.end(isSignedOut);
  }

  /** The page is seen again, or somebody has signed in in another tab: the host is asked who sits there. */
  async recheck(): Promise<void> {
    const { desk, state } = this;
    if (!desk || !isWatching(state) || !this.#standing.isTheirs || this.#saver.isSaving) return;
    try {
      await this.#standing.parts.source().loadDraft();
    } catch (error) {
      const problem = problemOf(error);
      if (this.desk !== desk || !isWatching(this.state) || !OTHER_PERSON.includes(problem.kind)) return;
      if (SESSION_ENDED.includes(problem.kind)) await this.#session.fail(problem, 'save');
      else await this.#session.end(false, problem);
    }
  }

  /** The page is left: nothing stays on it. What was written stays in memory. */
  cover(): void {
    if (this.state.kind === 'handed-in') void this.desk?.blank();
    this.flush();
    if (!this.desk || !isWatching(this.state)) return;
    this.#opening.leave();
    this.desk.cover();
    this.#standing.show({ kind: 'covered' });
  }

  /** The page has come back as it was left. Nothing is shown until the host says that the session lives. */
  async uncover(): Promise<void> {
    if (this.state.kind === 'covered') await this.#opening.open();
  }

  /** The application has been handed in: nothing is saved any more, and nothing said. */
  handedIn(): void {
    if (!this.desk || this.state.kind === 'ended') return;
    this.#drop();
    this.#standing.resumed = undefined;
    this.#standing.show({ kind: 'handed-in' });
  }

  /** The person has said what stands. @param there of which fields what is saved stands. */
  async resolve(there: ReadonlySet<string>): Promise<void> {
    const { state, desk } = this;
    if (state.kind !== 'conflict') return;
    this.look();
    this.#standing.show({ kind: 'saved' });
    await desk?.put(new Map([...state.asked].filter(([unit]) => there.has(unit))));
    await this.saveNow();
  }

  /** It was deleted elsewhere, and is to be saved again. */
  async saveAgain(): Promise<void> {
    if (this.state.kind !== 'gone' && this.state.kind !== 'left') return;
    this.#standing.show({ kind: 'empty' });
    await this.saveNow();
  }

  /** It was deleted elsewhere, and is to be left so. */
  leave(): void {
    if (this.state.kind === 'gone') this.#standing.show({ kind: 'left' });
  }

  /** The person has been led back to where they were. */
  cameBack(): void {
    this.#standing.notice = 'back';
    this.#standing.redraw();
  }

  async #emptied(isElsewhere: boolean): Promise<void> {
    this.#drop();
    this.#standing.resumed = undefined;
    await this.desk?.empty();
    this.#standing.show({ kind: 'deleted', isElsewhere });
  }

  /** Nobody is signed in any more, after it was handed in. */
  async #clear(desk: Desk): Promise<void> {
    this.stop();
    this.#standing.parts.ended(new IncomeProblem('session-expired'));
    await desk.blank();
  }

  /** Saves in a while what is not saved. */
  #save(): void {
    if (canSave(this.state) && this.desk?.isUnsaved) this.#saver.changed();
  }

  /** Gives up what is under way. */
  #drop(): void {
    this.#opening.stop();
    this.#standing.notice = undefined;
    this.#saver.stop();
  }
}
