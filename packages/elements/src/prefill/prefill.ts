import {
  dateInSweden,
  EKBIST_ROWS,
  RowGroup,
  readPostedFields,
  type IncomeStatement,
  type PostedIncomes,
  type Row,
} from '@medborgarnavet/model';
import type { PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { FormElement } from '../form-element.ts';
import type { IncomeSource } from '../income-source.ts';
import { mergeTexts, type OwnTexts } from '../localize/merge.ts';
import { sv } from '../localize/sv.ts';
import type { Texts } from '../localize/texts.ts';
import { PageController } from '../page-controller.ts';
import type { News } from '../provider/shared.ts';
import { SignOutController } from '../sign-out-controller.ts';
import { SourceController } from '../source-controller.ts';
import type { Actions } from './prefill.actions.ts';
import { SsbtekPrefillChangeEvent } from './prefill.events.ts';
import { FetchController } from './prefill.fetch-controller.ts';
import { faultsInFields, restOf } from './host-fields/filling.ts';
import type { FaultView } from './prefill.faults.ts';
import { FormController } from './prefill.form-controller.ts';
import { HostFields } from './host-fields/host-fields.ts';
import { readRowList, rowListFromAttribute, type RowList } from './prefill.row-list.ts';
import { statementOf } from './prefill.state.ts';
import { styles } from './prefill.styles.ts';
import { renderPrefill } from './prefill.template.ts';
import { fromValue, toValue } from './prefill.value.ts';
import { toPrefillView, type PrefillView } from './prefill.view-model.ts';
import { WritingController } from './prefill.writing-controller.ts';
import { hasWritten, type Written } from './prefill.written.ts';

/**
 * Lets a person fetch their own payments into a form, and correct each of them beside it. Form-associated: inside a
 * `<form>` and with a `name` it posts its rows (docs/prefill.md). The form works as well for a person who never fetches.
 *
 * @summary Hämta: retrieved incomes beside fields to correct them.
 * @event {SsbtekPrefillFetchEvent} ssbtek-prefill-fetch - The person wants to fetch. Cancelable; `waitUntil` holds it.
 * @event {SsbtekPrefillFetchedEvent} ssbtek-prefill-fetched - What was fetched is on screen.
 * @event {SsbtekPrefillChangeEvent} ssbtek-prefill-change - The person has changed something.
 * @event {SsbtekPrefillProblemEvent} ssbtek-prefill-problem - A fetch failed. The page shows it already.
 * @event {SsbtekPrefillSessionEndingEvent} ssbtek-prefill-session-ending - The session has ended; `waitUntil` holds what
 *   is on screen for up to a second.
 * @event {SsbtekPrefillWithdrawnEvent} ssbtek-prefill-withdrawn - What was retrieved has been taken away.
 * @event {SsbtekPrefillFillEvent} ssbtek-prefill-fill - The page's own fields are about to be filled. Cancelable.
 * @slot - The page's own fields, bound with `data-ssbtek`, to fill instead of drawing rows. Or fields for when the script
 *   is missing: those named `<name>.…` are taken away, and what was posted in them taken over, so that a page can give
 *   back what was posted.
 * @cssstate idle - Nothing has been fetched.
 * @cssstate asking - The authorities are asked.
 * @cssstate resuming - What was fetched before is looked up.
 * @cssstate answered - What was fetched is on screen.
 * @cssstate failed - A fetch failed.
 * @cssstate stopped - The person did not want to wait.
 * @cssstate withdrawn - What was retrieved has been taken away.
 * @cssstate covered - The page was left, and it is not known yet who sits there.
 * @csspart fetch - The box with what will be fetched and the button.
 * @csspart button - The button Hämta.
 * @csspart secondary-button - Any other button that looks like one.
 * @csspart link-button - A button that looks like a link.
 * @csspart row - A row of the form.
 * @csspart payment - A payment behind an amount.
 * @csspart amount - A retrieved amount.
 * @csspart input - A field for a correction, a reason or a comment.
 * @cssprop --ssbtek-background-color - Behind the whole element. The page's own by default.
 * @cssprop --ssbtek-padding - Around the whole element, for where it has a background of its own.
 * @cssprop --ssbtek-font-size - The page's own by default.
 * @cssprop --ssbtek-text-color - Text. The page's own by default.
 * @cssprop --ssbtek-quiet-color - Text of less weight.
 * @cssprop --ssbtek-heading-color - Headings.
 * @cssprop --ssbtek-link-color - Links, and buttons that look like links.
 * @cssprop --ssbtek-line-color - The border of a field.
 * @cssprop --ssbtek-faint-line-color - Lines between rows.
 * @cssprop --ssbtek-box-color - Behind retrieved amounts.
 * @cssprop --ssbtek-error-color - Errors.
 * @cssprop --ssbtek-accent-color - The button.
 * @cssprop --ssbtek-on-accent-color - Text on the button.
 * @cssprop --ssbtek-focus-color - The ring around what has focus.
 * @cssprop --ssbtek-field-color - Behind what is typed.
 * @cssprop --ssbtek-field-text-color - What is typed.
 * @cssprop --ssbtek-field-scheme - `dark` where fields are dark, so that what the browser draws in them is light.
 * @cssprop --ssbtek-line-width - How thick lines and borders are.
 * @cssprop --ssbtek-radius - Rounded corners.
 * @cssprop --ssbtek-gap - Space between parts.
 *
 * @tagname ssbtek-prefill
 */
export class SsbtekPrefill extends FormElement {
  static override styles = styles;

  readonly #asking = new SourceController(
    this,
    {
      hear: (news) => this.#hear(news),
      desk: {
        has: (payment) => this.#writing.isShown(payment),
        reasonOf: (payment) => this.#writing.desk.written.disputes.get(payment)?.reason,
        dispute: (payment, reason) => this.#actions.dispute(payment, reason),
      },
    },
    () => this.#resume(),
  );
  readonly #fetching = new FetchController(this, {
    source: () => this.#asking.source,
    period: () => this.#asking.period,
    changed: () => this.#asking.tell(),
    field: () => this.#activeKey(),
    forget: () => this.reset(),
    hasWritten: () => hasWritten(this.#said),
  });
  readonly #signOut = new SignOutController(this, {
    signedOut: () => void this.#fetching.signedOut(),
    signedIn: () => void this.#fetching.recheck(true),
  });
  readonly #form = new FormController(this, this.internals, {
    faults: () => this.#faults,
    refused: () => this.#refuse(),
    field: (id) => this.#field(id),
  });
  readonly #writing = new WritingController(this, {
    statement: () => this.#retrieved,
    rows: () => this.#rows,
    texts: () => this.#texts,
    changed: (key) => this.#changed(key),
    focus: (field) => this.#field(field)?.focus(),
  });
  readonly #hostFields = new HostFields(this, {
    actions: () => this.#actions,
    written: () => this.#writing.desk.written,
    takeIn: (key, change) => this.#writing.change({ written: this.#writing.withEntry(key, change) }),
    typed: (key) => {
      this.requestUpdate();
      this.#changed(key);
    },
  });
  readonly #actions: Actions = {
    ...this.#writing.actions,
    // The second click of a double click is no wish of its own.
    fetch: ({ detail }) => {
      if (detail <= 1) void this.fetchIncome();
    },
    stop: () => void this.stopWaiting(),
    withdraw: () => void this.withdraw(),
  };
  /** Groups stay once they have been shown. */
  readonly #shown = new Set<RowGroup>();
  #rows: readonly Row[] = EKBIST_ROWS;

  /** The name under which the form posts the rows. Without it nothing is posted. */
  @property({ reflect: true }) name = '';

  /** Where the host's Inkomst API is: absolute, or relative to the page. */
  @property() endpoint = '';

  /** The month that the form asks about, `2026-10`, or months `2026-08/2026-10`. */
  @property() period = '';

  /** The id of the statement that the form already stands on; then it is shown again, without asking any authority. */
  @property() statement = '';

  /**
   * Whom the host asks, as codes with spaces between; `FK PM CSN SO` unless said. Add `SKV` where wages and repaid tax are
   * fetched too.
   */
  @property() sources = '';

  /**
   * The rows of the form: `ekbist`, `not-covered` (only what the sources lack), or a municipality's own list, in the
   * attribute as JSON.
   */
  @property({ converter: { fromAttribute: rowListFromAttribute } }) rows: RowList = 'ekbist';

  /** Whether rows that are empty everywhere are folded away after a fetch. */
  @property({ type: Boolean, attribute: 'fold-empty' }) foldEmpty = false;

  /** Whether "Har du några inkomster?" is asked (`optional`), and has to be answered (`required`). */
  @property() question: 'optional' | 'required' | '' = '';

  /** Whether a reason or a comment is demanded where the person's amount differs, and not only asked for. */
  @property({ type: Boolean, attribute: 'reason-required' }) reasonRequired = false;

  /**
   * Whether the form is sent also with what cannot be read: what was typed is then posted as it stands, for the host to
   * ask about. Without it the element stops the form, whether the form validates or not.
   */
  @property({ type: Boolean, attribute: 'allow-invalid' }) allowInvalid = false;

  /** `include` lets cookies follow to an endpoint at another origin. Left out, it is the provider's. */
  @property() credentials: 'include' | '' = '';

  /** Where the host's sign-in is, for when the session has ended. */
  @property({ attribute: 'sign-in' }) signIn = '';

  /** `on` lets the browser keep what is written over a reload; it then stays on a shared device too. */
  @property() autocomplete: 'on' | 'off' = 'off';

  /** Its heading, in place of the ordinary one: needed where two are on one page. */
  @property() heading = '';

  /** The level of the element's heading in the page. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Where to fetch from. Left unset, a source is made of `endpoint`. */
  @property({ attribute: false }) source: IncomeSource | undefined;

  /** The host's own words, in place of any of ours. */
  @property({ attribute: false }) texts: OwnTexts | undefined;

  constructor() {
    super();
    new PageController(this, {
      left: () => {
        this.#fetching.cover();
        this.#signOut.close();
      },
      cameBack: () => {
        this.#signOut.open();
        void this.#fetching.uncover();
      },
      seen: () => void this.#fetching.recheck(),
    });
  }

  /**
   * What the element holds; amounts in whole öre. Setting it replaces what the person has written, as when a draft is
   * opened. What was retrieved cannot be set: it comes from the host's statement.
   */
  get value(): PostedIncomes {
    const { kind } = this.#fetching.state;
    const cannotBeShown = kind === 'resuming' || kind === 'covered' || kind === 'failed';
    const standsOn =
      this.#retrieved?.id ?? (cannotBeShown && this.statement !== '' ? this.statement : undefined);
    return toValue(this.#retrieved, this.#said, this.#rows, standsOn);
  }

  set value(value: PostedIncomes) {
    this.#writing.change({ written: fromValue(value) });
  }

  /**
   * Takes over what a form has posted, or would have: the entries of a draft. Those of other fields are left alone. It
   * replaces what the person has written.
   */
  restoreFields(entries: Iterable<readonly [name: string, value: string]>): void {
    const own = [...entries].filter(([name]) => this.name !== '' && name.startsWith(`${this.name}.`));
    this.value = readPostedFields(this.name, own, this.#rows);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Before the first update: what is taken over is read by the rows that the page names.
    this.#rows = readRowList(this.rows, this.#asking.asked);
    this.#takeOverFields();
  }

  formAssociatedCallback(form: HTMLFormElement | null): void {
    this.#form.associate(form);
  }

  formResetCallback(): void {
    this.reset();
  }

  /** The browser gives back what was written, where `autocomplete` lets it. */
  formStateRestoreCallback(kept: unknown): void {
    if (typeof kept === 'string' && this.autocomplete === 'on')
      this.value = JSON.parse(kept) as PostedIncomes;
  }

  override willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated && (changed.has('rows') || changed.has('sources')))
      this.#rows = readRowList(this.rows, this.#asking.asked);
  }

  override updated(changed: PropertyValues): void {
    this.standIn(this.#fetching.state.kind);
    if (changed.has('statement')) this.#resume();
    const view = this.#view();
    this.#hostFields.show({
      view,
      statement: this.#retrieved,
      rows: this.#rows,
      judged: this.#writing.desk.judged,
      disabled: this.disabled,
      demandsReason: this.reasonRequired,
      texts: this.#texts,
    });
    this.#post();
    this.#form.judge();
  }

  /**
   * Hämta: has the host ask the authorities, and puts what they say in place of what was retrieved before. What the
   * person has written is not touched. A call while one is under way does nothing.
   */
  fetchIncome(): Promise<void> {
    return this.#fetching.fetch();
  }

  /** Waits no longer. What had come by then is kept, where the host tells it step by step. */
  stopWaiting(): Promise<void> {
    const had = this.shadowRoot?.activeElement;
    const stopped = this.#fetching.stop();
    this.#keepFocus(had);
    return stopped;
  }

  /** Takes away what was retrieved, here and at the host. What the person has written stands. */
  async withdraw(): Promise<void> {
    const had = this.shadowRoot?.activeElement;
    await this.#fetching.withdraw();
    this.#keepFocus(had);
  }

  /** Moves focus to the first thing in the element that a person can do. */
  override focus(options?: FocusOptions): void {
    this.#field('fetch')?.focus(options);
  }

  /** Forgets what the person has written. What was retrieved stays. */
  reset(): void {
    this.#writing.clear();
    this.#hostFields.forget();
  }

  /**
   * Moves focus to a row's correction, or to `egna` or `har-inkomster`.
   * @returns false when there is no such field.
   */
  async focusField(key: string): Promise<boolean> {
    if (this.#rows.some((row) => row.key === key)) this.#actions.showMore();
    await this.updateComplete;
    const ids: Readonly<Record<string, string>> = { egna: 'own-add', 'har-inkomster': 'has-income-yes' };
    const field = this.#field(ids[key] ?? `correction-${key}`);
    field?.focus();
    return field !== null;
  }

  override render(): TemplateResult {
    const view = this.#view();
    const { isUsed, keys } = this.#hostFields;
    for (const { group } of view.groups) this.#shown.add(group);
    return renderPrefill({
      state: this.#fetching.state,
      isSlow: this.#fetching.isSlow,
      view: isUsed ? restOf(view, keys) : view,
      ...this.#writing.desk,
      heading: this.heading,
      period: this.#asking.months,
      signIn: this.#asking.signIn,
      asksIfAny: this.question !== '',
      fillsHostFields: isUsed,
      texts: this.#texts,
      actions: this.#actions,
      disabled: this.disabled,
      headingLevel: this.headingLevel,
      viewerFor: (payments) => this.#asking.shared?.viewerFor(payments),
    });
  }

  get #texts(): Texts {
    return mergeTexts(sv, this.texts);
  }

  #view(): PrefillView {
    const { isUsed, keys } = this.#hostFields;
    const view = toPrefillView({
      state: this.#fetching.state,
      written: this.#said,
      rows: this.#rows,
      asked: this.#asking.asked,
      shown: isUsed ? new Set(RowGroup.options) : this.#shown,
      folds: this.foldEmpty && !this.#writing.desk.showsAll && !isUsed,
      today: dateInSweden(new Date()),
      halfDates: this.#halfDates,
      rules: { reason: this.reasonRequired, answer: this.question === 'required' },
      texts: this.#texts,
    });
    return isUsed ? { ...view, faults: faultsInFields(view.faults, keys, this.#texts) } : view;
  }

  /** What the person has written, in the page's own fields too. */
  get #said(): Written {
    return this.#hostFields.withTyped(this.#writing.desk.written, this.#retrieved, this.#rows);
  }

  get #retrieved(): IncomeStatement | undefined {
    return statementOf(this.#fetching.state);
  }

  /** What stops the form. */
  get #faults(): readonly FaultView[] {
    // Nothing may be sent while it is not known who sits there.
    if (this.#fetching.state.kind === 'covered') {
      const text = this.#texts.prefill.covered;
      return [{ field: 'fetch', key: '', text, brief: text }];
    }
    return this.allowInvalid ? [] : this.#view().faults;
  }

  get #halfDates(): ReadonlySet<string> {
    const dates = this.renderRoot.querySelectorAll<HTMLInputElement>('input[type="date"]');
    return new Set([...dates].filter(({ validity }) => validity.badInput).map(({ id }) => id));
  }

  #hear(news: News): void {
    if (news.kind === 'redraw') this.requestUpdate();
    else void this.#fetching.hear(news);
  }

  #changed(key: string): void {
    // At once, so that a form that is sent in the same moment has it.
    this.#post();
    this.#asking.tell();
    this.dispatchEvent(new SsbtekPrefillChangeEvent(key));
  }

  #post(): void {
    this.#form.post(this.name, this.value, this.autocomplete === 'on');
  }

  #refuse(): void {
    const judged = new Set(this.#view().faults.map(({ field }) => field));
    this.#writing.change({ judged, isRefused: true });
  }

  /** What the host's page gives back of an earlier post. */
  #takeOverFields(): void {
    if (this.name === '') return;
    const selector = 'input[name], textarea[name]';
    const fields = [...this.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(selector)].filter(
      (field) => field.name.startsWith(`${this.name}.`) && !this.#hostFields.owns(field),
    );
    const posted = fields.map(({ name, value }) => [name, value] as const);
    if (posted.length > 0) this.restoreFields(posted);
    // They would be posted beside the element's own.
    for (const field of fields) field.remove();
  }

  #resume(): void {
    if (this.statement !== '') void this.#fetching.resume();
  }

  /** Of the drawn ones, or of the host's. */
  #field(id: string): HTMLElement | null {
    return (
      this.renderRoot.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`) ?? this.#hostFields.find(id)
    );
  }

  /** A button that goes away with what it did leaves its focus to Hämta. */
  #keepFocus(had: Element | null | undefined): void {
    void this.updateComplete.then(() => {
      if (had && !had.isConnected) this.focus();
    });
  }

  #activeKey(): string | undefined {
    const { activeElement } = this.shadowRoot ?? {};
    const [, key] = /^(?:correction|comment|reason)-(.+)$/.exec(activeElement?.id ?? '') ?? [];
    return key ?? this.#hostFields.activeKey;
  }
}
