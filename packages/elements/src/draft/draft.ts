import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { FormElement } from '../form-element.ts';
import { PlaceController } from '../place-controller.ts';
import { styles as formStyles } from '../prefill/prefill.styles.ts';
import { SESSION_ENDED } from '../problems.ts';
import type { News } from '../provider/shared.ts';
import type { AwaitableEvent } from '../awaitable-event.ts';
import { Deeds } from './draft.actions.ts';
import { Choosing } from './draft.choosing.ts';
import { systemClock, type Clock } from './draft.clock.ts';
import { ComingBack } from './draft.coming-back.ts';
import { DraftForm } from './draft.form.ts';
import { prefillsIn } from './draft.incomes.ts';
import { Keeper } from './draft.keeper.ts';
import { Leaving } from './draft.leaving.ts';
import { draftTexts, type OwnDraftTexts } from './draft.own-texts.ts';
import { connectDraftSource, type DraftSource } from './draft-source.ts';
import { spotAt } from './draft.spot.ts';
import { canSave } from './draft.state.ts';
import { styles } from './draft.styles.ts';
import { renderDraft } from './draft.template.ts';
import { toDraftView, type DraftView } from './draft.view-model.ts';
import { Watcher } from './draft.watcher.ts';
import { Whereabouts } from './draft.whereabouts.ts';

/**
 * Keeps a half-filled form at the host while a person writes in it, and gives it back when they return. It tells when it
 * was saved, when it will be deleted and who can read it, and lets them delete it at once (docs/draft.md).
 *
 * @summary The half-filled form: saved when, deleted when, delete now.
 * @attr form - The id of the form that is kept. Left out, it is the form that the element is inside.
 * @event {SsbtekDraftSavedEvent} ssbtek-draft-saved - What the person has written is kept.
 * @event {SsbtekDraftRestoredEvent} ssbtek-draft-restored - What was kept stands in the form.
 * @event {SsbtekDraftResumedEvent} ssbtek-draft-resumed - The same, and it is more than a day old.
 * @event {SsbtekDraftConflictEvent} ssbtek-draft-conflict - It was saved or deleted elsewhere, and the person is asked.
 * @event {SsbtekDraftDeletedEvent} ssbtek-draft-deleted - The person has had it deleted, and the form is empty.
 * @event {SsbtekDraftProblemEvent} ssbtek-draft-problem - Something failed. The page shows it already.
 * @event {SsbtekDraftSessionEndingEvent} ssbtek-draft-session-ending - The session has ended, and the form is about to be
 *   emptied; `waitUntil` holds it for up to a second, in which the host may renew the session.
 * @cssstate idle - There is no form, or nowhere to keep it. Nothing is shown.
 * @cssstate loading - The host is asked what it keeps.
 * @cssstate empty - Nothing is kept yet.
 * @cssstate saved - What was saved last is known.
 * @cssstate saving - A save is under way.
 * @cssstate retrying - It could not be saved, and is tried again.
 * @cssstate failed - It could not be opened, saved or deleted, and waiting does not help.
 * @cssstate conflict - Two have written, and the person has to choose.
 * @cssstate gone - It was deleted elsewhere, and the person has to say whether to save it again.
 * @cssstate left - It was deleted elsewhere, and is left so.
 * @cssstate deleting - The host is asked to delete it.
 * @cssstate deleted - It has been deleted, and the form is empty.
 * @cssstate expired - Its limit has passed, and it has been deleted.
 * @cssstate ended - Nobody is signed in any more, and the form is empty and locked.
 * @cssstate handed-in - The application has been handed in on this page. Nothing is shown.
 * @cssstate covered - The page was left, and it is not known yet who sits there.
 * @csspart status - How saving goes.
 * @csspart facts - When it is deleted, and who can read it.
 * @csspart resumed - From when it is, where that is long ago.
 * @csspart conflict - What to choose between.
 * @csspart input - A radio button of a choice.
 * @csspart button - The main button of a question.
 * @csspart secondary-button - Any other button.
 * @cssprop --ssbtek-background-color - Behind the whole element. The page's own by default.
 * @cssprop --ssbtek-padding - Around the whole element, for where it has a background of its own.
 * @cssprop --ssbtek-font-size - The page's own by default.
 * @cssprop --ssbtek-text-color - Text. The page's own by default.
 * @cssprop --ssbtek-quiet-color - Text of less weight.
 * @cssprop --ssbtek-heading-color - Headings.
 * @cssprop --ssbtek-link-color - Links.
 * @cssprop --ssbtek-line-color - The border of a choice.
 * @cssprop --ssbtek-faint-line-color - The border of the box.
 * @cssprop --ssbtek-box-color - The box.
 * @cssprop --ssbtek-error-color - What has failed, and that little time is left.
 * @cssprop --ssbtek-accent-color - The main button.
 * @cssprop --ssbtek-on-accent-color - Text on the main button.
 * @cssprop --ssbtek-focus-color - The ring around what has focus.
 * @cssprop --ssbtek-line-width - How thick lines and borders are.
 * @cssprop --ssbtek-radius - Rounded corners.
 * @cssprop --ssbtek-gap - Space between parts.
 *
 * @tagname ssbtek-draft
 */
export class SsbtekDraft extends FormElement {
  static override styles = [formStyles, styles];

  readonly #place = new PlaceController<DraftSource>(this, connectDraftSource, {
    hear: (news) => this.#hear(news),
  });
  readonly #leaving = new Leaving(this, {
    keeper: () => this.#keeper,
    endpoint: () => this.#place.endpoint,
  });
  readonly #whereabouts: Whereabouts = new Whereabouts(this, () => this.#keeper.desk?.form);
  readonly #keeper: Keeper = new Keeper(this, {
    source: () => this.#place.source,
    clock: () => this.clock,
    isTouched: (unit) => this.#watcher.isTouched(unit),
    at: () => this.#whereabouts.at,
    givenBack: (at) => this.#back.leadTo(this.resume ? at : undefined),
    tell: (news) => this.#leaving.tell(news),
    ended: (problem) => this.#place.tellEnded(problem),
  });
  readonly #watcher: Watcher = new Watcher(this, {
    form: () => this.#keeper.desk?.form,
    look: () => this.#look(),
    flush: () => this.#keeper.flush(),
    returned: () => {
      this.requestUpdate();
      void this.#keeper.recheck();
    },
    online: () => this.#keeper.hurry(),
    signedOut: () => void this.#signOut(),
    handedIn: () => this.#keeper.handedIn(),
    mayBeSent: () => this.#deeds.mayBeSent(),
    ending: (event) =>
      (event as Event & Pick<AwaitableEvent, 'waitUntil'>).waitUntil(this.#keeper.end(false)),
  });
  readonly #back: ComingBack = new ComingBack({
    whereabouts: this.#whereabouts,
    spotAt: (at) => this.#keeper.desk && spotAt(this.#keeper.desk.form, at, this.#texts),
    mayMove: () => canSave(this.#keeper.state) && this.#keeper.desk?.receipt !== undefined,
    cameBack: () => this.#keeper.cameBack(),
  });
  readonly #choosing = new Choosing(this, this.#keeper, () => this.#texts);
  readonly #deeds: Deeds = new Deeds(this, this.#keeper, this.#choosing);
  #kept: { readonly form: HTMLFormElement; readonly place: unknown } | undefined;
  #cancelTick: (() => void) | undefined;

  /** Where the host's Inkomst API is: absolute, or relative to the page. Left out, it is the provider's. */
  @property() endpoint = '';

  /** Names of fields that are not kept, with spaces between: for instance a token against forged posts. */
  @property({ attribute: 'leave-out' }) leaveOut = '';

  /** `include` lets cookies follow to an endpoint at another origin. Left out, it is the provider's. */
  @property() credentials: 'include' | '' = '';

  /** Where the host's sign-in is, for when the session has ended. */
  @property({ attribute: 'sign-in' }) signIn = '';

  /** Its heading, in place of the ordinary one. */
  @property() heading = '';

  /** The level of its heading in the page. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** The person comes here from your sign-in: they are led back to the field where they were. */
  @property({ type: Boolean }) resume = false;

  /** Where to keep it. Left unset, a source is made of `endpoint`. */
  @property({ attribute: false }) source: DraftSource | undefined;

  /** The host's own words in place of any of ours. */
  @property({ attribute: false }) texts: OwnDraftTexts | undefined;

  /** What time it is, and what happens later: for tests. */
  @property({ attribute: false }) clock: Clock = systemClock;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watcher.watch(this.#kept?.form);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancelTick?.();
    queueMicrotask(() => {
      if (!this.isConnected) this.#kept = undefined;
    });
  }

  formAssociatedCallback(): void {
    this.requestUpdate();
  }

  override updated(): void {
    this.standIn(this.#keeper.state.kind);
    if (!this.isConnected) return;
    this.#tickAt(this.#view.until);
    this.#keepForm();
  }

  /** Saves at once what is written. @returns whether all of it is saved. */
  saveNow(): Promise<boolean> {
    return this.#keeper.saveNow();
  }

  /** Has what is kept deleted, without asking, and empties the form. */
  async deleteDraft(): Promise<void> {
    await this.#deeds.delete();
  }

  override render(): TemplateResult {
    const { state } = this.#keeper;
    return renderDraft({
      state,
      view: this.#view,
      questions: this.#choosing.questions,
      isRefused: this.#choosing.isRefused,
      isStopped: this.#deeds.isStopped,
      isDeleting: this.#deeds.isDeleting,
      heading: this.heading,
      headingLevel: this.headingLevel,
      signIn: this.#place.signIn,
      texts: this.#texts,
      actions: this.#deeds.actions,
    });
  }

  get #texts(): ReturnType<typeof draftTexts> {
    return draftTexts(this.texts);
  }

  get #view(): DraftView {
    const { state, notice, desk, resumed } = this.#keeper;
    return toDraftView({
      state,
      notice,
      resumed,
      back: this.#back.label,
      receipt: desk?.receipt,
      fetchedAt: this.#place.statement?.fetchedAt,
      hasPrefill: desk !== undefined && prefillsIn(desk.form).length > 0,
      now: this.clock.now(),
      texts: this.#texts,
    });
  }

  /** Begins with a form, or with another one than before. */
  #keepForm(): void {
    const { form } = this;
    const place = this.#place.name;
    const before = this.#kept;
    if (before?.form === form && before.place === place) return;
    if (!form || place === undefined) {
      this.#kept = undefined;
      if (before) this.#keeper.stop();
      this.#watcher.watch(undefined);
      return;
    }
    this.#kept = { form, place };
    this.#watcher.watch(form);
    this.#whereabouts.begin(form);
    void this.#keeper.start(new DraftForm(form, () => new Set(this.leaveOut.split(/\s+/))));
  }

  #hear(news: News): void {
    if (news.kind === 'ended' && SESSION_ENDED.includes(news.problem.kind)) void this.#keeper.end(false);
    else this.requestUpdate();
  }

  #look(): void {
    this.#keeper.look();
    // Its field may have come.
    void this.#back.lead();
  }

  async #signOut(): Promise<void> {
    this.#leaving.tell('signed-out');
    await this.#keeper.end(true);
  }

  #tickAt(wait: number): void {
    this.#cancelTick?.();
    this.#cancelTick = Number.isFinite(wait) ? this.clock.after(wait, () => this.requestUpdate()) : undefined;
  }
}
