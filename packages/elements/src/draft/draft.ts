import { IncomeProblem } from '@medborgarnavet/model';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { FormElement } from '../form-element.ts';
import { PageController } from '../page-controller.ts';
import { styles as formStyles } from '../prefill/prefill.styles.ts';
import { SESSION_ENDED } from '../problems.ts';
import type { News } from '../provider/shared.ts';
import type { AwaitableEvent } from '../awaitable-event.ts';
import { questionsFor, type Question, type Side } from './draft.choices.ts';
import { systemClock, type Clock } from './draft.clock.ts';
import { DraftForm } from './draft.form.ts';
import { prefillsIn } from './draft.incomes.ts';
import { Keeper } from './draft.keeper.ts';
import { FormLock } from './draft.lock.ts';
import { draftTexts, type OwnDraftTexts } from './draft.own-texts.ts';
import { DraftPlace } from './draft.place.ts';
import type { DraftSource } from './draft-source.ts';
import { styles } from './draft.styles.ts';
import { Tabs, type TabNews } from './draft.tabs.ts';
import { renderDraft, type DraftActions } from './draft.template.ts';
import { toDraftView, type DraftView } from './draft.view-model.ts';
import { Watcher } from './draft.watcher.ts';

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
 * @cssstate ended - Nobody is signed in any more, and the form is empty.
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
 */
export class SsbtekDraft extends FormElement {
  static override styles = [formStyles, styles];

  readonly #place = new DraftPlace(this, (news) => this.#hear(news));
  readonly #tabs = new Tabs((news) => this.#hearTab(news));
  readonly #lock = new FormLock(this);
  readonly #keeper: Keeper = new Keeper(this, {
    source: () => this.#place.source,
    clock: () => this.clock,
    isTouched: (unit) => this.#watcher.isTouched(unit),
    tell: (news) => this.#tabs.tell(news),
    ended: () => this.#place.tellEnded(new IncomeProblem('session-expired')),
  });
  readonly #watcher: Watcher = new Watcher(this, {
    form: () => this.#keeper.desk?.form,
    look: () => this.#keeper.look(),
    flush: () => this.#keeper.flush(),
    returned: () => this.requestUpdate(),
    online: () => this.#keeper.hurry(),
    signedOut: () => void this.#signOut(),
    ending: (event) =>
      (event as Event & Pick<AwaitableEvent, 'waitUntil'>).waitUntil(this.#keeper.end(false)),
  });
  readonly #actions: DraftActions = {
    retry: () => this.#keeper.hurry(),
    askToDelete: () => this.#ask(true),
    keep: () => this.#ask(false),
    delete: () => void this.#sure(() => this.deleteDraft()),
    saveAgain: () => void this.#sure(() => this.#keeper.saveAgain()),
    leave: () => void this.#sure(() => this.#keeper.leave()),
    fetch: () => void this.#fetch(),
    choose: (unit, side) => {
      this.#choices.set(unit, side);
      this.requestUpdate();
    },
    settle: (side) => void this.#settle(side),
  };
  readonly #choices = new Map<string, Side>();
  #isRefused = false;
  #isDeleting = false;
  #kept: { readonly form: HTMLFormElement; readonly place: unknown } | undefined;
  #cancelTick: (() => void) | undefined;

  /** Where the host's Inkomst API is: absolute, or relative to the page. Left out, it is the provider's. */
  @property() endpoint = '';

  /** Names of fields that are not kept, with spaces between: for instance a token against forged posts. */
  @property({ attribute: 'leave-out' }) leaveOut = '';

  /** Where the host's sign-in is, for when the session has ended. */
  @property({ attribute: 'sign-in' }) signIn = '';

  /** Its heading, in place of the ordinary one. */
  @property() heading = '';

  /** The level of its heading in the page. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Where to keep it. Left unset, a source is made of `endpoint`. */
  @property({ attribute: false }) source: DraftSource | undefined;

  /** The host's own words in place of any of ours. */
  @property({ attribute: false }) texts: OwnDraftTexts | undefined;

  /** What time it is, and what happens later: for tests. */
  @property({ attribute: false }) clock: Clock = systemClock;

  constructor() {
    super();
    new PageController(this, {
      left: () => {
        this.#keeper.cover();
        this.#tabs.close();
      },
      cameBack: () => {
        this.#tabs.open();
        void this.#keeper.uncover();
      },
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tabs.open();
    this.#watcher.watch(this.#kept?.form);
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#tabs.close();
    this.#cancelTick?.();
    this.#lock.unlock();
    queueMicrotask(() => {
      if (!this.isConnected) this.#kept = undefined;
    });
  }

  formAssociatedCallback(): void {
    this.requestUpdate();
  }

  override updated(): void {
    const { state } = this.#keeper;
    this.standIn(state.kind);
    if (!this.isConnected) return;
    if (state.kind === 'covered' && this.form) this.#lock.lock(this.form);
    else this.#lock.unlock();
    if (state.kind !== 'conflict') {
      this.#choices.clear();
      this.#isRefused = false;
    } else if (this.#questions.length === 0) void this.#keeper.resolve(new Set());
    this.#tickAt(this.#view.until);
    this.#keepForm();
  }

  /** Saves at once what is written. @returns whether all of it is saved. */
  saveNow(): Promise<boolean> {
    return this.#keeper.saveNow();
  }

  /** Has what is kept deleted, without asking, and empties the form. */
  async deleteDraft(): Promise<void> {
    this.#isDeleting = false;
    await this.#keeper.delete();
  }

  override render(): TemplateResult {
    const { state } = this.#keeper;
    return renderDraft({
      state,
      view: this.#view,
      questions: this.#questions,
      isRefused: this.#isRefused,
      isDeleting: this.#isDeleting,
      heading: this.heading,
      headingLevel: this.headingLevel,
      signIn: this.#place.signIn,
      texts: this.#texts,
      actions: this.#actions,
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
      receipt: desk?.receipt,
      fetchedAt: this.#place.statement?.fetchedAt,
      hasPrefill: desk !== undefined && prefillsIn(desk.form).length > 0,
      now: this.clock.now(),
      texts: this.#texts,
    });
  }

  get #questions(): Question[] {
    const { state, desk } = this.#keeper;
    if (state.kind !== 'conflict' || !desk) return [];
    return questionsFor(state.asked, desk.whole, this.#choices, desk.form, this.#texts);
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
    void this.#keeper.start(new DraftForm(form, () => new Set(this.leaveOut.split(/\s+/))));
  }

  #hear(news: News): void {
    if (news.kind === 'ended' && SESSION_ENDED.includes(news.problem.kind)) void this.#keeper.end(false);
    else this.requestUpdate();
  }

  #hearTab(news: TabNews): void {
    if (news === 'deleted') void this.#keeper.deletedElsewhere();
    else if (news === 'signed-out') void this.#keeper.end(true);
  }

  async #signOut(): Promise<void> {
    this.#tabs.tell('signed-out');
    await this.#keeper.end(true);
  }

  #ask(isDeleting: boolean): void {
    this.#isDeleting = isDeleting;
    this.requestUpdate();
    void this.#focus(isDeleting ? 'no' : 'delete');
  }

  async #settle(side?: Side): Promise<void> {
    const questions = this.#questions;
    if (side === undefined && questions.some(({ chosen }) => chosen === undefined)) {
      this.#isRefused = true;
      this.requestUpdate();
      const open = questions.findIndex(({ chosen }) => chosen === undefined);
      await this.#focus(`here-${open}`);
      return;
    }
    const there = questions.filter(({ chosen }) => (side ?? chosen) === 'there').map(({ unit }) => unit);
    await this.#sure(() => this.#keeper.resolve(new Set(there)));
  }

  /** Does it. The button that was pressed goes away, and leaves its focus to what is said of how it went. */
  async #sure(action: () => Promise<void> | void): Promise<void> {
    const done = action();
    await this.#focus('status');
    await done;
  }

  async #focus(id: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }

  async #fetch(): Promise<void> {
    const { desk } = this.#keeper;
    await Promise.all(desk ? prefillsIn(desk.form).map((prefill) => prefill.fetchIncome()) : []);
  }

  #tickAt(wait: number): void {
    this.#cancelTick?.();
    this.#cancelTick = Number.isFinite(wait) ? this.clock.after(wait, () => this.requestUpdate()) : undefined;
  }
}
