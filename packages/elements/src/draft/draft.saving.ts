import { isDraftConflict, type DraftBefore, type DraftReceipt, type SavedDraft } from '@medborgarnavet/model';
import { problemOf } from '../problems.ts';
import type { Sending } from './draft.book.ts';
import { toDraft, type Desk } from './draft.desk.ts';
import { SsbtekDraftSavedEvent } from './draft.events.ts';
import type { Attempt, Outcome } from './draft.saver.ts';
import type { Session } from './draft.session.ts';
import type { Standing } from './draft.standing.ts';
import { canSave, saving } from './draft.state.ts';

/** After which a person is told that it is being saved. */
const SLOW = 1_000;

/** The longest body that may be sent while the page is left: browsers take no more. */
const KEEPALIVE_LIMIT = 60_000;

/** One attempt to save, and what came of it. When to make it is another's to know. */
export class Saving {
  readonly #standing: Standing;
  readonly #session: Session;

  constructor(standing: Standing, session: Session) {
    this.#standing = standing;
    this.#session = session;
  }

  async attempt({ signal, keepalive }: Attempt): Promise<Outcome> {
    const standing = this.#standing;
    const { desk, parts } = standing;
    if (!desk || !(canSave(standing.state) || standing.state.kind === 'loading')) return 'stop';
    standing.expire();
    desk.look();
    if (!desk.isUnsaved) {
      if (standing.state.kind === 'saving') standing.show({ kind: 'saved' });
      return 'saved';
    }
    const sending = desk.sending();
    const draft = toDraft(sending, parts.at());
    const { before } = desk;
    if (standing.state.kind !== 'loading') standing.show(saving(standing.state));
    const cancelSlow = parts.clock().after(SLOW, () => {
      if (standing.state.kind === 'saving') standing.show(saving(standing.state, true));
    });
    try {
      const outlives = keepalive && JSON.stringify(draft).length < KEEPALIVE_LIMIT;
      const receipt = await parts.source().saveDraft(draft, before, { signal, keepalive: outlives });
      return desk === standing.desk ? this.#saved(desk, sending, receipt, signal) : 'stop';
    } catch (error) {
      if (desk !== standing.desk) return 'stop';
      if (isDraftConflict(error) && !signal.aborted)
        return await this.#refused(desk, { sending, before }, error.current);
      desk.notAnswered(sending);
      return signal.aborted || !this.#isSaving ? 'stop' : await this.#session.fail(problemOf(error), 'save');
    } finally {
      cancelSlow();
    }
  }

  get #isSaving(): boolean {
    return this.#standing.state.kind === 'saving';
  }

  #saved(desk: Desk, sending: Sending, receipt: DraftReceipt, signal: AbortSignal): Outcome {
    if (signal.aborted) {
      // Another save is under way in its place.
      desk.notAnswered(sending);
      return 'stop';
    }
    const standing = this.#standing;
    const isFirst = desk.receipt === undefined;
    desk.saved(sending, receipt);
    this.#session.lives();
    const before = standing.state;
    // The page may have been left meanwhile.
    if (before.kind !== 'saving') return 'stop';
    standing.notice = before.problem ? 'recovered' : isFirst ? 'first-saved' : undefined;
    standing.show({ kind: 'saved' });
    standing.parts.tell('saved');
    standing.dispatch(new SsbtekDraftSavedEvent());
    return 'saved';
  }

  /** The host keeps something else than the page knew of: a save of ours that was not answered, or somebody else's. */
  async #refused(desk: Desk, sent: Sent, kept: SavedDraft | undefined): Promise<Outcome> {
    const standing = this.#standing;
    if (kept && desk.recognise(kept, sent.sending)) return 'again';
    if (!this.#isSaving) return 'stop';
    if (!kept) {
      if (desk.isOver(standing.parts.clock().now())) desk.expire();
      // Its limit has passed while this was under way.
      if (desk.before !== sent.before) return 'again';
      standing.gone();
      return 'stop';
    }
    desk.look();
    standing.met(await desk.meet(kept));
    return canSave(standing.state) ? 'again' : 'stop';
  }
}

interface Sent {
  readonly sending: Sending;
  readonly before: DraftBefore;
}
