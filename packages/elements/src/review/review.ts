import {
  EKBIST_ROWS,
  IncomeProblem,
  parseMonths,
  reviewIncomes,
  type IncomeStatement,
  type Period,
  type PostedIncomes,
  type Row,
  type Submission,
} from '@medborgarnavet/model';
import { LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { IncomeSource } from '../income-source.ts';
import type { ReviewTexts } from '../localize/review.texts.ts';
import { PageController } from '../page-controller.ts';
import { readRowList, rowListFromAttribute, type RowList } from '../prefill/prefill.row-list.ts';
import { styles as formStyles } from '../prefill/prefill.styles.ts';
import type { News } from '../provider/shared.ts';
import { SourceController } from '../source-controller.ts';
import { announcementOf } from './review.announcement.ts';
import { ReviewController } from './review.controller.ts';
import type { ReviewActions, Vow, WayBack } from './review.drawing.ts';
import { SsbtekReviewChangeEvent } from './review.events.ts';
import { ReviewFields } from './review.fields.ts';
import { reviewTexts, type OwnReviewTexts } from './review.own-texts.ts';
import { ReviewPlace } from './review.place.ts';
import { ReviewPrefill } from './review.prefill.ts';
import { SignOutController } from '../sign-out-controller.ts';
import { standIn } from '../stand-in.ts';
import { isOpen, retrievedOf, type Retrieved, type ReviewState } from './review.state.ts';
import { styles } from './review.styles.ts';
import { fieldsIn, inAgreement, toSubmission, workedOut } from './review.submission.ts';
import { renderReview } from './review.template.ts';
import { toReviewView, unreadIn, type ReviewView } from './review.view-model.ts';
import type { SubmissionSource } from './submission-source.ts';

const NOTHING_POSTED: PostedIncomes = { rows: [], own: [] };

/**
 * The last thing before an application is handed in: what was retrieved and what the person says beside each other, the sum
 * of what counts, and what could not be checked. The person vouches for it, hands it in once, and gets a receipt
 * (docs/review.md).
 *
 * @summary The summary before handing in, the declaration and the receipt.
 * @event {SsbtekHandedInEvent} ssbtek-handed-in - It has been handed in; `reference`, `id` and `receivedAt`.
 * @event {SsbtekReviewChangeEvent} ssbtek-review-change - The person wants to change a row. Cancelable.
 * @event {SsbtekReviewProblemEvent} ssbtek-review-problem - Something failed or was refused. The page shows it already.
 * @slot declaration - What the person vouches for, in place of the ordinary words.
 * @slot after - What happens next, in the receipt: words and links.
 * @cssstate idle - It is not known yet where to look.
 * @cssstate looking - What was fetched is looked up.
 * @cssstate failed - What was fetched could not be looked up.
 * @cssstate ready - It can be read through and handed in.
 * @cssstate sending - It is handed in.
 * @cssstate unsent - It was not taken, or nobody knows.
 * @cssstate refused - The amounts are no longer those that the person has read.
 * @cssstate rereading - The amounts are read in again.
 * @cssstate handed-in - It is handed in, and the receipt is shown.
 * @cssstate already - It had been handed in before, with another content.
 * @cssstate ended - Nobody is signed in any more, or there is no open application.
 * @cssstate covered - The page was left, and it is not known yet who sits there.
 * @csspart line - A row.
 * @csspart amount - An amount.
 * @csspart unchecked - What could not be checked.
 * @csspart differences - What has changed since it was read.
 * @csspart total - The sum.
 * @csspart hand-in - The declaration and the button, or why it was refused.
 * @csspart input - The box to tick.
 * @csspart problem - Why it could not be handed in.
 * @csspart receipt - The reference and the time.
 * @csspart way-back - The button back to the review, while a row is changed elsewhere on the page.
 * @csspart button - The button that hands in, and the one that reads the amounts in again.
 * @csspart secondary-button - Any other button that looks like one.
 * @csspart link-button - A button that looks like a link.
 *
 * @tagname ssbtek-review
 */
export class SsbtekReview extends LitElement {
  static override styles = [formStyles, styles];

  readonly #internals = this.attachInternals();
  readonly #asking = new SourceController(this, { hear: (news) => this.#hear(news) }, () => this.#look());
  readonly #fields = new ReviewFields(this);
  readonly #prefill = new ReviewPrefill(this, () => {
    // Inside one provider it is heard of anyway.
    if (!this.#asking.shared) void this.#reviewing.recheck();
  });
  readonly #signOut = new SignOutController(this, {
    signedOut: () => {
      const problem = new IncomeProblem('not-signed-in');
      this.#asking.shared?.tell({ kind: 'ended', problem });
      this.#reviewing.end(problem);
    },
    signedIn: () => void this.#reviewing.recheck(),
  });
  readonly #reviewing: ReviewController = new ReviewController(this, {
    source: () => this.#asking.source,
    period: () => this.#period,
    place: new ReviewPlace(this),
    posted: () => this.#posted,
    submission: (retrieved) => this.#submission(retrieved),
    isVouchedFor: () => this.vow === 'given',
    unvouch: () => (this.vow = 'open'),
    fields: this.#fields,
    tellEnded: (problem) => this.#asking.shared?.tell({ kind: 'ended', problem }),
  });
  readonly #actions: ReviewActions = {
    retry: () => void this.#retry(),
    vow: (isGiven) => (this.vow = isGiven ? 'given' : 'open'),
    // The second click of a double click is no wish of its own.
    handIn: ({ detail }) => {
      if (detail <= 1) this.#handIn();
    },
    reread: ({ detail }) => {
      if (detail <= 1) void this.#reviewing.reread();
    },
    change: (way) => void this.#change(way),
    goBack: () => this.#goBack(),
    arrive: (id) => {
      if (id === 'back' || !this.wayBack) return;
      this.wayBack = undefined;
      this.told = '';
    },
    print: () => window.print(),
  };
  #rows: readonly Row[] = EKBIST_ROWS;
  #shownRows: unknown;
  /** The id of what had focus before an update; empty when it has none. */
  #hadFocus: string | undefined;
  #stood: ReviewState['kind'] = 'idle';

  /** Where the host's Inkomst API is: absolute, or relative to the page. */
  @property() endpoint = '';

  /** What the names of the fields with incomes begin with: the `name` of `<ssbtek-prefill>`. */
  @property() name = 'inkomster';

  /** The month that the application is for, `2026-10`, or months `2026-08/2026-10`. What was fetched for another does not count. */
  @property() period = '';

  /** Whom the host asks, as for the prefill: needed only where `rows` is `not-covered`. */
  @property() sources = '';

  /** The rows of the form: `ekbist`, `not-covered`, or a municipality's own list, in the attribute as JSON. */
  @property({ converter: { fromAttribute: rowListFromAttribute } }) rows: RowList = 'ekbist';

  /** The id of a `<ssbtek-prefill>` on the page, to follow what the person writes there and lead to it. */
  @property({ attribute: 'for' }) htmlFor = '';

  /** Where incomes are changed, when that is another page. */
  @property({ attribute: 'change-href' }) changeHref = '';

  /** What the person vouches for, in place of the ordinary words. */
  @property() declaration = '';

  /** Names of fields that are not handed in, with spaces between: a token against forged posts, for instance. */
  @property({ attribute: 'leave-out' }) leaveOut = '';

  /** Only the summary, for a page that hands in with a button of its own. */
  @property({ type: Boolean, attribute: 'summary-only' }) summaryOnly = false;

  /** `include` lets cookies follow to an endpoint at another origin. Left out, it is the provider's. */
  @property() credentials: 'include' | '' = '';

  /** Where the host's sign-in is, for when the session has ended. */
  @property({ attribute: 'sign-in' }) signIn = '';

  /** Its heading, in place of the ordinary one. */
  @property() heading = '';

  /** The level of the element's heading in the page. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Where to look up what was fetched. Left unset, a source is made of `endpoint`. */
  @property({ attribute: false }) source: IncomeSource | undefined;

  /** Where to hand in. Left unset, a source is made of `endpoint`. */
  @property({ attribute: false }) submissionSource: SubmissionSource | undefined;

  /** The host's own words, in place of any of ours. */
  @property({ attribute: false }) texts: OwnReviewTexts | undefined;

  @state() private vow: Vow = 'open';
  @state() private wayBack: WayBack | undefined;
  /** Where the person is now, after a press that moved focus. */
  @state() private told = '';

  constructor() {
    super();
    new PageController(this, {
      left: () => {
        this.wayBack = undefined;
        this.#reviewing.cover();
        this.#signOut.close();
      },
      cameBack: () => {
        this.#signOut.open();
        void this.#reviewing.uncover();
      },
      seen: () => void this.#reviewing.recheck(),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Put in the page again, it has forgotten.
    if (this.hasUpdated && this.#reviewing.state.kind === 'idle') this.#look();
  }

  override willUpdate(): void {
    this.#hadFocus = this.shadowRoot?.activeElement?.id;
    this.#readRows();
  }

  override updated(): void {
    const { state } = this.#reviewing;
    standIn(this.#internals, state.kind);
    if (!this.isConnected) return;
    if (state.kind === 'idle' && !this.#mayFindSource) this.#reviewing.settle();
    this.#bringFieldsUpToDate();
    this.#openWayBack();
    this.#followFocus(state);
  }

  /** Looks up again what was fetched. Asks no authority. */
  async reload(): Promise<void> {
    await this.#reviewing.look();
  }

  override render(): TemplateResult {
    const texts = this.#texts;
    const { state } = this.#reviewing;
    return renderReview({
      state,
      view: this.#view(state, texts),
      heading: this.heading,
      headingLevel: this.headingLevel,
      signIn: this.#asking.signIn,
      declaration: this.declaration,
      summaryOnly: this.summaryOnly,
      changeHref: this.changeHref,
      canChange: this.#prefill.element !== undefined,
      vow: this.vow,
      wayBack: this.wayBack,
      announcement: announcementOf(state, texts) || this.told,
      texts,
      actions: this.#actions,
    });
  }

  get #texts(): ReviewTexts {
    return reviewTexts(this.texts);
  }

  #view(state: ReviewState, texts: ReviewTexts): ReviewView | undefined {
    const retrieved = retrievedOf(state);
    if (!retrieved) return undefined;
    const posted = state.kind === 'handed-in' ? state.posted : this.#posted;
    const before = state.kind === 'ready' ? state.before : undefined;
    const isHandedIn = state.kind === 'handed-in';
    return toReviewView({ retrieved, before, isHandedIn, posted, rows: this.#rows, texts });
  }

  /** What the person has written. */
  get #posted(): PostedIncomes {
    const prefill = this.#prefill.element;
    if (prefill) return prefill.value;
    return this.name === '' ? NOTHING_POSTED : this.#fields.read(this.name, this.#rows);
  }

  get #name(): string {
    return (this.#prefill.element?.name ?? '') || this.name;
  }

  #submission({ statement, isUnseen }: Retrieved): Submission {
    const { element: prefill } = this.#prefill;
    const fields = fieldsIn({ form: this.#form, own: this.#fields.entries, prefill });
    const leftOut = new Set(this.leaveOut.split(/\s+/));
    const kept = fields.filter(([name]) => !leftOut.has(name));
    const agreed = inAgreement(this.#name, kept, this.#workedOut(statement));
    return toSubmission(this.#name, this.#period, agreed, isUnseen ? 'not-shown' : statement);
  }

  #workedOut(statement: IncomeStatement | undefined): PostedIncomes {
    return workedOut(reviewIncomes(statement, this.#posted, this.#rows), statement);
  }

  get #form(): HTMLFormElement | null {
    return this.closest('form') ?? this.#prefill.element?.form ?? null;
  }

  /** Throws IncomeProblem when the page has not said which: a mistake of the page. */
  get #period(): Period {
    const period = parseMonths(this.#asking.months || (this.#prefill.element?.period ?? ''));
    if (!period) throw new IncomeProblem('no-endpoint');
    return period;
  }

  get #mayFindSource(): boolean {
    return this.#asking.canAsk || this.endpoint.trim() !== '' || this.closest('ssbtek-provider') !== null;
  }

  /** Read anew only when the page names others: a list that is not right is told of once. */
  #readRows(): void {
    const rows: RowList = this.#prefill.element?.rows ?? this.rows;
    const asked = this.#asking.asked.join(' ');
    const named = typeof rows === 'string' ? `${rows} ${asked}` : rows;
    if (named === this.#shownRows) return;
    this.#shownRows = named;
    this.#rows = readRowList(rows, this.#asking.asked);
  }

  #look(): void {
    if (this.#asking.canAsk) void this.#reviewing.look();
  }

  async #retry(): Promise<void> {
    if (this.#reviewing.state.kind === 'covered') await this.#reviewing.uncover();
    else await this.#reviewing.look();
  }

  #hear(news: News): void {
    if (news.kind === 'redraw') this.requestUpdate();
    else this.#reviewing.hear(news);
  }

  #handIn(): void {
    const { state } = this.#reviewing;
    if (!isOpen(state)) return;
    if (this.vow !== 'given') {
      this.vow = 'missing';
      this.#focusAfterUpdate('declaration');
      return;
    }
    this.told = '';
    const incomes = reviewIncomes(state.retrieved.statement, this.#posted, this.#rows);
    // It was typed on an earlier page.
    if (!this.#prefill.element && unreadIn(incomes, this.#texts).length > 0) this.#focus('unread');
    else if (this.#isFilledIn()) void this.#reviewing.handIn();
  }

  /** What cannot be read, or is missing, is told of where it stands. */
  #isFilledIn(): boolean {
    const form = this.#form;
    const prefill = this.#prefill.element;
    const isWhole = !form || form.noValidate || form.reportValidity();
    // Also in a form that does not validate: what cannot be read is not handed in as if it were not there.
    return isWhole && (!prefill || prefill.reportValidity());
  }

  async #change(way: WayBack): Promise<void> {
    const prefill = this.#prefill.element;
    if (!this.dispatchEvent(new SsbtekReviewChangeEvent(way.key)) || !prefill) return;
    this.wayBack = way;
    await this.updateComplete;
    if (!(await prefill.focusField(way.key))) prefill.focus();
    // Not under the button that leads back.
    (prefill.shadowRoot?.activeElement ?? document.activeElement)?.scrollIntoView({ block: 'center' });
    this.told = this.#texts.change.at(way.label);
  }

  #goBack(): void {
    const way = this.wayBack;
    if (!way) return;
    this.wayBack = undefined;
    this.told = this.#texts.change.returned(way.label);
    this.#focusAfterUpdate(`change-${way.key}`, 'heading');
  }

  /** The host takes nothing that says otherwise than what it has. */
  #bringFieldsUpToDate(): void {
    const { state } = this.#reviewing;
    if (state.kind !== 'ready' || this.name === '' || this.#prefill.element) return;
    this.#fields.bringUpToDate(this.name, this.#workedOut(state.retrieved.statement));
  }

  /** Where the browser has no top layer, it stays in the review. */
  #openWayBack(): void {
    const bar = this.renderRoot.querySelector<HTMLElement>('.way-back');
    if (bar && 'showPopover' in bar && !bar.matches(':popover-open')) bar.showPopover();
  }

  #followFocus(state: ReviewState): void {
    const stood = this.#stood;
    this.#stood = state.kind;
    // What the person waited for.
    if (stood === 'sending' && (state.kind === 'handed-in' || state.kind === 'already'))
      this.#focus('heading');
    else if (stood === 'sending' && state.kind === 'refused') this.#focus('refused');
    else if (stood === 'rereading' && state.kind === 'ready') this.#focus('differences', 'heading');
    // What had focus is gone: it goes to a place that says where one is, and not to the top of the page.
    else if (this.#hadFocus !== undefined && !this.shadowRoot?.activeElement) this.#focus('heading');
  }

  /** Moves focus to the first of these that is there. */
  #focus(...ids: readonly string[]): void {
    for (const id of ids) {
      const found = this.renderRoot.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`);
      if (found) {
        found.focus();
        return;
      }
    }
  }

  #focusAfterUpdate(...ids: readonly string[]): void {
    void this.updateComplete.then(() => this.#focus(...ids));
  }
}
