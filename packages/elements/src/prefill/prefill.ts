import { consume } from '@lit/context';
import {
  IncomeProblem,
  isIncomeProblem,
  MONEY_SOURCES,
  parseMonths,
  formatMonths,
  SourceCode,
  type IncomeStatement,
  type Period,
  type RowGroup,
} from '@medborgarnavet/model';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { connectIncomeSource, type ConnectIncomeSource, type IncomeSource } from '../income-source.ts';
import { sv } from '../localize/sv.ts';
import { PointerController } from '../pointer-controller.ts';
import { SsbtekPrefillFetchedEvent, SsbtekPrefillProblemEvent } from './prefill.events.ts';
import { firstUnreadable, withEntry, type Entries, type Entry } from './prefill.entries.ts';
import { fromFormFields, toFormData } from './prefill.form-data.ts';
import { asking, failed, settled, statementOf, type PrefillState } from './prefill.state.ts';
import { styles } from './prefill.styles.ts';
import {
  toPrefillView,
  type GroupView,
  type PrefillView,
  type RowView,
  type SourceLine,
} from './prefill.view-model.ts';

/**
 * Lets a person fetch their own payments into a form, and correct each of them beside it. Form-associated: inside a
 * `<form>` and with a `name` it posts its rows (see the README). The form works as well for a person who never fetches.
 *
 * @summary Hämta: retrieved incomes beside fields to correct them.
 * @event {SsbtekPrefillFetchedEvent} ssbtek-prefill-fetched - What was fetched is on screen.
 * @event {SsbtekPrefillProblemEvent} ssbtek-prefill-problem - A fetch failed. The page shows it already.
 * @slot - Fields for when the script is missing. Those named `<name>.…` are taken away, and `<name>.<row key>.corrected`
 *   and `.comment` taken over, so that a page can give back what was posted.
 * @csspart fetch - The box with what will be fetched and the button.
 * @csspart button - The button Hämta.
 * @csspart row - A row of the form.
 * @csspart amount - A retrieved amount.
 * @csspart input - A field for a correction or a comment.
 * @cssprop --ssbtek-text-color - Text. The page's own by default.
 * @cssprop --ssbtek-quiet-color - Text of less weight.
 * @cssprop --ssbtek-line-color - The border of a field.
 * @cssprop --ssbtek-faint-line-color - Lines between rows.
 * @cssprop --ssbtek-box-color - Behind retrieved amounts.
 * @cssprop --ssbtek-error-color - Errors.
 * @cssprop --ssbtek-accent-color - The button.
 * @cssprop --ssbtek-on-accent-color - Text on the button.
 * @cssprop --ssbtek-focus-color - The ring around what has focus.
 * @cssprop --ssbtek-field-color - Behind what is typed.
 * @cssprop --ssbtek-field-text-color - What is typed.
 * @cssprop --ssbtek-radius - Rounded corners.
 * @cssprop --ssbtek-gap - Space between parts.
 */
export class SsbtekPrefill extends LitElement {
  static readonly formAssociated = true;
  static override styles = styles;
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };

  readonly #internals = this.attachInternals();
  readonly #pointer = new PointerController(this);
  /** Groups stay once they have been shown. */
  readonly #shown = new Set<RowGroup>();
  #abort: AbortController | undefined;

  /** The name under which the form posts the rows. Without it nothing is posted. */
  @property({ reflect: true }) name = '';

  /** Where the host's Inkomst API is: absolute, or relative to the page. */
  @property() endpoint = '';

  /** The month that the form asks about, `2026-10`, or months `2026-08/2026-10`. */
  @property() period = '';

  /** The id of the statement that the form already stands on; then it is shown again, without asking any authority. */
  @property() statement = '';

  /** Whom the host asks, as codes with spaces between: add `SKV` where wages and repaid tax are fetched too. */
  @property() sources: string = MONEY_SOURCES.join(' ');

  /** The level of the element's heading in the page. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Where to fetch from. Left unset, a source is made of `endpoint`. */
  @property({ attribute: false }) source: IncomeSource | undefined;

  @consume({ context: connectIncomeSource, subscribe: true })
  @state()
  private connect: ConnectIncomeSource | undefined;

  /** Disabled by the form, for instance by a `<fieldset disabled>` around it. */
  @state() private disabled = false;
  @state() private load: PrefillState = { kind: 'idle' };
  @state() private entries: Entries = new Map();
  /** The rows whose errors are told: not before the person has left the field, or tried to send the form. */
  @state() private judged: ReadonlySet<string> = new Set();

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('invalid', this.#judgeAll);
    this.#takeOverFields();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('invalid', this.#judgeAll);
    // Moved within the page it is connected again before this runs; removed, it stops and forgets.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#abort?.abort();
      this.load = { kind: 'idle' };
    });
  }

  formResetCallback(): void {
    this.entries = new Map();
    this.judged = new Set();
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled;
  }

  /**
   * Hämta: has the host ask the authorities, and puts what they say in place of what was retrieved before. What the
   * person has written is not touched. A call while one is under way does nothing.
   */
  async fetchIncome(): Promise<void> {
    if (this.load.kind === 'asking') return;
    await this.#run(asking(this.load), (source, signal) =>
      source.fetchIncome(this.#askedPeriod(), { signal }),
    );
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('statement') || changed.has('connect')) void this.#resume();
    this.#tellForm();
  }

  override render(): TemplateResult {
    const view = toPrefillView({
      state: this.load,
      entries: this.entries,
      asked: parseSources(this.sources),
      shown: this.#shown,
      texts: sv,
    });
    for (const { group } of view.groups) this.#shown.add(group);
    return html`<section aria-labelledby="heading">
      <div class="heading" id="heading" role="heading" aria-level=${this.headingLevel}>
        ${sv.prefill.heading}
      </div>
      ${this.#renderFetch(view)}
      ${repeat(
        view.groups,
        ({ group }) => group,
        (group) => this.#renderGroup(group),
      )}
      ${this.#renderSetAside(view)}
    </section>`;
  }

  #renderFetch(view: PrefillView): TemplateResult {
    const { prefill } = sv;
    const period = parseMonths(this.period);
    const busy = this.load.kind === 'asking';
    return html`<div class="ask" part="fetch">
      <p
        class="measure"
        .textContent=${`${prefill.what(period && formatMonths(period))} ${prefill.from}`}
      ></p>
      <ul class="authorities">
        ${view.asked.map((name) => html`<li>${name}</li>`)}
      </ul>
      <p class="measure quiet intro">${prefill.purpose} ${prefill.manual}</p>
      <button
        type="button"
        part="button"
        ?disabled=${this.disabled}
        aria-disabled=${busy}
        @click=${this.#press}
      >
        ${prefill.fetch}
      </button>
      <div class="status" role="status">${this.#renderStatus(view)}</div>
      ${
        statementOf(this.load)
          ? html`${view.hasAmounts ? html`<p class="measure">${prefill.howToCorrect}</p>` : nothing}
              <p class="measure quiet intro">${prefill.again}</p>`
          : nothing
      }
      ${view.sources.length > 0 ? this.#renderSources(view.sources) : nothing}
    </div>`;
  }

  #renderStatus(view: PrefillView): TemplateResult | typeof nothing {
    const { prefill, problems } = sv;
    switch (this.load.kind) {
      case 'idle':
        return nothing;
      case 'asking':
        return html`<p><span class="strong">${prefill.asking}</span> ${view.asked.join(', ')}.</p>
          <p>${prefill.meanwhile}</p>`;
      case 'resuming':
        return html`<p>${prefill.resuming}</p>`;
      case 'failed': {
        const { heading, advice } = problems[this.load.problem];
        return html`<div class="problem">
          <p class="strong" .textContent=${heading}></p>
          <p .textContent=${advice}></p>
        </div>`;
      }
      case 'answered': {
        const fetched = prefill.fetched(formatInstant(this.load.statement.fetchedAt));
        return html`<p>
          <span class="strong" .textContent=${fetched}></span>
          <span .textContent=${view.outcome ?? ''}></span>
        </p>`;
      }
    }
  }

  #renderSources(sources: readonly SourceLine[]): TemplateResult {
    return html`<ul class="sources" aria-label=${sv.prefill.sourcesHeading}>
      ${sources.map(
        (line) =>
          html`<li class=${line.verdict}>
            <p class="strong" .textContent=${line.name}></p>
            <div>
              <p .textContent=${line.text}></p>
              ${line.details.map((detail) => html`<p class="quiet" .textContent=${detail}></p>`)}
            </div>
          </li>`,
      )}
    </ul>`;
  }

  #renderGroup(group: GroupView): TemplateResult {
    return html`<fieldset class="group">
      <legend>${group.heading}</legend>
      <ul class="rows">
        ${repeat(
          group.rows,
          ({ key }) => key,
          (row) => html`<li class="row" part="row">${this.#renderRow(row)}</li>`,
        )}
      </ul>
    </fieldset>`;
  }

  /** The fields' accessible names are fixed, since hosts' own tests lean on them. */
  #renderRow(row: RowView): TemplateResult {
    const { prefill } = sv;
    const error = this.judged.has(row.key) ? row.error : undefined;
    return html`<div class="row-label">${breakable(row.label)}</div>
      <div class="retrieved ${row.amount === undefined ? 'without-amount' : ''}">
        ${
          row.amount === undefined
            ? nothing
            : html`<span class="visually-hidden">${prefill.retrieved}: </span
                ><bdi class="amount" part="amount" .textContent=${row.amount}></bdi>`
        }
        ${row.notes.map((note) => html`<span class="note" .textContent=${note}></span>`)}
      </div>
      <div class="correction">
        <label for="correction-${row.key}">${prefill.correction}</label>
        <input
          id="correction-${row.key}"
          aria-label="${prefill.correction}: ${row.label}"
          part="input"
          type="text"
          inputmode="decimal"
          autocomplete="off"
          spellcheck="false"
          ?disabled=${this.disabled}
          .value=${row.correction}
          aria-invalid=${error === undefined ? 'false' : 'true'}
          aria-describedby=${error === undefined ? nothing : `error-${row.key}`}
          @input=${(event: InputEvent) => this.#write(row.key, { correction: valueOf(event) })}
          @change=${() => this.#pointer.whenReleased(() => this.#judge(row.key))}
        />
        ${error === undefined ? nothing : html`<p class="error" id="error-${row.key}" .textContent=${error}></p>`}
      </div>
      <div class="comment">
        <label for="comment-${row.key}">${prefill.comment}</label>
        <input
          id="comment-${row.key}"
          aria-label="${prefill.comment}: ${row.label}"
          part="input"
          type="text"
          autocomplete="off"
          maxlength="500"
          ?disabled=${this.disabled}
          .value=${row.comment}
          @input=${(event: InputEvent) => this.#write(row.key, { comment: valueOf(event) })}
        />
      </div>`;
  }

  #renderSetAside(view: PrefillView): TemplateResult | typeof nothing {
    if (view.setAside.length === 0) return nothing;
    return html`<section class="group" aria-labelledby="set-aside">
      <div class="subheading" id="set-aside" role="heading" aria-level=${this.headingLevel + 1}>
        ${sv.setAside.heading}
      </div>
      <ul>
        ${view.setAside.map((text) => html`<li .textContent=${text}></li>`)}
      </ul>
    </section>`;
  }

  /** The second click of a double click is no wish of its own. */
  readonly #press = (event: MouseEvent): void => {
    if (event.detail <= 1) void this.fetchIncome();
  };

  readonly #judgeAll = (): void => {
    this.judged = new Set(this.entries.keys());
  };

  #judge(key: string): void {
    this.judged = new Set(this.judged).add(key);
  }

  #write(key: string, change: Partial<Entry>): void {
    this.entries = withEntry(this.entries, key, change);
    this.#tellForm();
  }

  /** What the host's page gives back of an earlier post. */
  #takeOverFields(): void {
    const fields = [
      ...this.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[name], textarea[name]'),
    ].filter(({ name }) => this.name !== '' && name.startsWith(`${this.name}.`));
    const written = fromFormFields(
      this.name,
      fields.map(({ name, value }) => [name, value] as const),
    );
    if (written.size > 0) this.entries = written;
    // They would be posted beside the element's own.
    for (const field of fields) field.remove();
  }

  #askedPeriod(): Period {
    const period = parseMonths(this.period);
    if (!period) throw new IncomeProblem('invalid-input');
    return period;
  }

  #sourceToAsk(): IncomeSource {
    if (this.source) return this.source;
    if (this.endpoint.trim() === '' || !this.connect) throw new IncomeProblem('no-endpoint');
    return this.connect(this.endpoint);
  }

  async #resume(): Promise<void> {
    if (this.statement === '' || this.load.kind !== 'idle') return;
    await this.#run({ kind: 'resuming' }, (source, signal) => source.latestIncome({ signal }));
  }

  /** Only the newest run may show anything; one that was aborted shows nothing. */
  async #run(
    meanwhile: PrefillState,
    ask: (source: IncomeSource, signal: AbortSignal) => Promise<IncomeStatement | undefined>,
  ): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.load = meanwhile;
    try {
      const statement = await ask(this.#sourceToAsk(), abort.signal);
      if (abort.signal.aborted) return;
      this.load = statement ? { kind: 'answered', statement } : settled(this.load);
      if (statement) this.dispatchEvent(new SsbtekPrefillFetchedEvent(statement.id));
    } catch (error) {
      if (abort.signal.aborted) return;
      const problem = isIncomeProblem(error) ? error : new IncomeProblem('internal');
      this.load = failed(this.load, problem.kind);
      this.dispatchEvent(new SsbtekPrefillProblemEvent(problem));
    }
  }

  #tellForm(): void {
    const statement = statementOf(this.load);
    this.#internals.setFormValue(this.name === '' ? null : toFormData(this.name, statement, this.entries));
    const wrong = firstUnreadable(this.entries);
    const field = wrong && this.renderRoot.querySelector<HTMLElement>(`[id="correction-${wrong.key}"]`);
    if (field) this.#internals.setValidity({ badInput: true }, sv.amount[wrong.why], field);
    else this.#internals.setValidity({});
  }
}

/** Lets a label such as `Pension/SA/Livränta` break after a slash. */
function breakable(label: string): unknown {
  return label.split('/').map((part, index) => (index === 0 ? part : html`/<wbr />${part}`));
}

/** Unknown codes are left out. */
function parseSources(text: string): SourceCode[] {
  return text.split(/\s+/).flatMap((word) => SourceCode.safeParse(word).data ?? []);
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

/** `21 november 2026 kl. 09:14`, in Sweden. */
function formatInstant(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  }).format(new Date(instant));
}
