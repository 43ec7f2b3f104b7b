import { consume } from '@lit/context';
import {
  IncomeProblem,
  MONEY_SOURCES,
  parseMonths,
  SourceCode,
  type Period,
  type RowGroup,
} from '@medborgarnavet/model';
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { connectIncomeSource, type ConnectIncomeSource, type IncomeSource } from '../income-source.ts';
import { sv } from '../localize/sv.ts';
import { PointerController } from '../pointer-controller.ts';
import { firstUnreadable, withEntry, type Entries, type Entry } from './prefill.entries.ts';
import { SsbtekPrefillFetchedEvent, SsbtekPrefillProblemEvent } from './prefill.events.ts';
import { renderFetchBox } from './prefill.fetch-box.ts';
import { fromFormFields, toFormData } from './prefill.form-data.ts';
import { LoadController, type Outcome } from './prefill.load-controller.ts';
import { renderGroups, renderSetAside } from './prefill.rows.ts';
import { asking, statementOf } from './prefill.state.ts';
import { styles } from './prefill.styles.ts';
import { toPrefillView } from './prefill.view-model.ts';

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
  readonly #load = new LoadController(this);
  readonly #pointer = new PointerController(this);
  /** Groups stay once they have been shown. */
  readonly #shown = new Set<RowGroup>();

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
    if (this.#load.state.kind === 'asking') return;
    const ask = (signal: AbortSignal) => this.#sourceToAsk().fetchIncome(this.#askedPeriod(), { signal });
    this.#tell(await this.#load.run(asking(this.#load.state), ask));
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('statement') || changed.has('connect')) void this.#resume();
    this.#tellForm();
  }

  override render(): TemplateResult {
    const view = toPrefillView({
      state: this.#load.state,
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
      ${renderFetchBox({
        state: this.#load.state,
        view,
        period: this.period,
        disabled: this.disabled,
        texts: sv,
        press: this.#press,
      })}
      ${renderGroups(view.groups, {
        texts: sv,
        disabled: this.disabled,
        judged: this.judged,
        write: this.#write,
        leave: this.#leave,
      })}
      ${renderSetAside(view, this.headingLevel + 1, sv)}
    </section>`;
  }

  /** The second click of a double click is no wish of its own. */
  readonly #press = (event: MouseEvent): void => {
    if (event.detail <= 1) void this.fetchIncome();
  };

  readonly #judgeAll = (): void => {
    this.judged = new Set(this.entries.keys());
  };

  readonly #leave = (key: string): void => {
    this.#pointer.whenReleased(() => (this.judged = new Set(this.judged).add(key)));
  };

  readonly #write = (key: string, change: Partial<Entry>): void => {
    this.entries = withEntry(this.entries, key, change);
    this.#tellForm();
  };

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
    if (this.statement === '' || this.#load.state.kind !== 'idle') return;
    const ask = (signal: AbortSignal) => this.#sourceToAsk().latestIncome({ signal });
    this.#tell(await this.#load.run({ kind: 'resuming' }, ask));
  }

  #tell(outcome: Outcome): void {
    if (outcome.kind === 'answered') this.dispatchEvent(new SsbtekPrefillFetchedEvent(outcome.statement.id));
    if (outcome.kind === 'failed') this.dispatchEvent(new SsbtekPrefillProblemEvent(outcome.problem));
  }

  #tellForm(): void {
    const statement = statementOf(this.#load.state);
    this.#internals.setFormValue(this.name === '' ? null : toFormData(this.name, statement, this.entries));
    const wrong = firstUnreadable(this.entries);
    const field = wrong && this.renderRoot.querySelector<HTMLElement>(`[id="correction-${wrong.key}"]`);
    if (field) this.#internals.setValidity({ badInput: true }, sv.amount[wrong.why], field);
    else this.#internals.setValidity({});
  }
}

/** Unknown codes are left out. */
function parseSources(text: string): SourceCode[] {
  return text.split(/\s+/).flatMap((word) => SourceCode.safeParse(word).data ?? []);
}
