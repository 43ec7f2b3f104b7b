import { consume } from '@lit/context';
import { IncomeProblem, MONEY_SOURCES, parseMonths, SourceCode, type Period } from '@medborgarnavet/model';
import { LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { connectIncomeSource, type ConnectIncomeSource, type IncomeSource } from '../income-source.ts';
import type { IncomeViewTexts } from '../localize/income-view.texts.ts';
import { PageController } from '../page-controller.ts';
import { styles as shared } from '../prefill/prefill.styles.ts';
import { ViewController } from './income-view.controller.ts';
import type { Actions } from './income-view.drawing.ts';
import { SsbtekIncomeViewLeaveEvent } from './income-view.events.ts';
import { save, toCsv, toJson } from './income-view.export.ts';
import { ALL, type Find } from './income-view.find.ts';
import { leaveAddress } from './income-view.leave.ts';
import { incomeViewTexts, type OwnIncomeViewTexts } from './income-view.own-texts.ts';
import { statementOf } from './income-view.state.ts';
import { styles } from './income-view.styles.ts';
import { renderIncomeView } from './income-view.template.ts';
import { toStatementView, type StatementView } from './income-view.view-model.ts';

/** Where focus goes from a button that is gone once it has been pressed. */
const NEXT_FOCUS: Readonly<Record<string, string>> = { more: 'background', 'find-clear': 'find-toggle' };

/**
 * Shows what lies behind each figure that was fetched: month by month, payment by payment, down to tax and deductions.
 * It looks up what was fetched before, and asks no authority without a press.
 *
 * @summary The person's own view of what the authorities have told.
 * @event {SsbtekIncomeViewFetchEvent} ssbtek-income-view-fetch - The person wants to fetch. Cancelable.
 * @event {SsbtekIncomeViewReadyEvent} ssbtek-income-view-ready - What was fetched is on screen.
 * @event {SsbtekIncomeViewProblemEvent} ssbtek-income-view-problem - Asking failed. The page shows it already.
 * @event {SsbtekIncomeViewLeaveEvent} ssbtek-income-view-leave - The person leaves the page at once. Cancelable.
 * @cssstate idle - There is nowhere to look yet.
 * @cssstate looking - What was fetched before is looked up.
 * @cssstate empty - Nothing has been fetched.
 * @cssstate asking - The authorities are asked.
 * @cssstate answered - What was fetched is on screen.
 * @cssstate failed - Asking failed.
 * @cssstate covered - The page was left, and it is not known yet who sits there.
 * @cssstate left - The person wanted to be gone at once.
 * @csspart fetch - The box with who is asked and the button.
 * @csspart button - The button that fetches.
 * @csspart secondary-button - Any other button that looks like one.
 * @csspart link-button - A button that looks like a link.
 * @csspart month - A month.
 * @csspart payment - A payment.
 * @csspart amount - An amount.
 * @csspart input - A field to search with.
 */
export class SsbtekIncomeView extends LitElement {
  static override styles = [shared, styles];

  readonly #internals = this.attachInternals();
  readonly #viewing = new ViewController(this, {
    source: () => this.#sourceToAsk(),
    period: () => this.#askedPeriod(),
    forget: () => this.#forget(),
  });

  /** Where the host's Inkomst API is: absolute, or relative to the page. */
  @property() endpoint = '';

  /** The month that the page asks about, `2026-10`, or months `2026-08/2026-10`. Without it nothing can be fetched here. */
  @property() period = '';

  /** Whom the host asks, as codes with spaces between. One of them that has not answered is told of as missing. */
  @property() sources: string = MONEY_SOURCES.join(' ');

  /** Its heading, in place of the ordinary one. */
  @property() heading = '';

  /** The level of the element's heading in the page. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** A neutral page, for a person who must be gone at once: a web address, or a path that begins with `/`. */
  @property({ attribute: 'leave-to' }) leaveTo = '';

  /** Where to fetch from. Left unset, a source is made of `endpoint`. */
  @property({ attribute: false }) source: IncomeSource | undefined;

  /** The host's own words, in place of any of ours. */
  @property({ attribute: false }) texts: OwnIncomeViewTexts | undefined;

  @consume({ context: connectIncomeSource, subscribe: true })
  @state()
  private connect: ConnectIncomeSource | undefined;

  @state() private find: Find = ALL;
  @state() private findIsOpen: boolean | undefined;
  @state() private chartIsOpen: boolean | undefined;
  @state() private showsTable = false;
  /** The months that the person has opened or closed. */
  @state() private months: ReadonlyMap<string, boolean> = new Map();
  /** The payments that are opened. */
  @state() private opened: ReadonlySet<string> = new Set();
  /** The bar that the keyboard is at. */
  @state() private bar: string | undefined;
  @state() private announcement = '';
  /** The id of what had focus before an update; empty when it has none. */
  #hadFocus: string | undefined;

  constructor() {
    super();
    new PageController(this, {
      left: () => this.#viewing.cover(),
      cameBack: () => void this.#viewing.uncover(),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Put in the page again, it has forgotten.
    if (this.hasUpdated && this.#viewing.state.kind === 'idle') this.#lookIfPossible();
  }

  override willUpdate(): void {
    this.#hadFocus = this.shadowRoot?.activeElement?.id;
  }

  override updated(changed: PropertyValues): void {
    const { states } = this.#internals;
    states.clear();
    states.add(this.#viewing.state.kind);
    if (changed.has('source') || changed.has('endpoint') || changed.has('connect')) this.#lookIfPossible();
    // What had focus is gone: it goes to a place that says where one is, and not to the top of the page.
    if (this.#hadFocus !== undefined && !this.shadowRoot?.activeElement)
      this.#focus(NEXT_FOCUS[this.#hadFocus] ?? 'heading');
  }

  /** Has the host ask the authorities, and shows what they say. A call while one is under way does nothing. */
  fetchIncome(): Promise<void> {
    return this.#viewing.fetch();
  }

  /** Looks up again what was last fetched. Asks no authority. */
  reload(): Promise<void> {
    return this.#viewing.look();
  }

  /** Has the host ask what lies behind the payments, where it can. */
  fetchBackground(): Promise<void> {
    return this.#viewing.fetchBackground();
  }

  override render(): TemplateResult {
    const { state } = this.#viewing;
    const texts = this.#texts;
    return renderIncomeView(this.#view(texts), {
      state,
      texts,
      actions: this.#actions,
      heading: this.heading,
      headingLevel: this.headingLevel,
      period: parseMonths(this.period),
      asked: this.#asked().map((code) => texts.source.names[code]),
      find: this.find,
      findIsOpen: this.findIsOpen,
      chartIsOpen: this.chartIsOpen,
      months: this.months,
      opened: this.opened,
      showsTable: this.showsTable,
      bar: this.bar,
      hasBackground: this.#hasBackground(),
      canLeave: leaveAddress(this.leaveTo) !== undefined && state.kind !== 'left',
      announcement: this.announcement,
    });
  }

  get #texts(): IncomeViewTexts {
    return incomeViewTexts(this.texts);
  }

  #view(texts: IncomeViewTexts): StatementView | undefined {
    const statement = statementOf(this.#viewing.state);
    const period = parseMonths(this.period);
    return statement && toStatementView({ statement, period, asked: this.#asked(), find: this.find, texts });
  }

  readonly #actions: Actions = {
    // The second click of a double click is no wish of its own.
    fetch: ({ detail }) => {
      if (detail <= 1) void this.fetchIncome();
    },
    look: () => void this.reload(),
    stop: () => this.#viewing.stop(),
    toggleMonth: (key, isOpen) => (this.months = new Map(this.months).set(key, isOpen)),
    togglePayment: (key) => {
      const opened = new Set(this.opened);
      if (!opened.delete(key)) opened.add(key);
      this.opened = opened;
    },
    toggleFind: (isOpen) => {
      this.findIsOpen = isOpen;
      this.find = ALL;
    },
    find: (change) => (this.find = { ...this.find, ...change }),
    clearFind: () => (this.find = ALL),
    toggleChart: (isOpen) => (this.chartIsOpen = isOpen),
    toggleTable: () => (this.showsTable = !this.showsTable),
    walk: (key) => {
      this.bar = key;
      this.#focusAfterUpdate(`bar-${key}`);
    },
    goToMonth: (key) => {
      this.find = ALL;
      this.months = new Map(this.months).set(key, true);
      this.#focusAfterUpdate(`month-${key}`);
    },
    fetchBackground: () => void this.fetchBackground(),
    saveCsv: () => this.#save('csv', 'text/csv', (statement) => toCsv(statement, this.#texts)),
    saveJson: () => this.#save('json', 'application/json', toJson),
    print: () => window.print(),
    leave: () => this.#leave(),
  };

  #save(ending: string, type: string, write: (statement: Parameters<typeof toJson>[0]) => string): void {
    const statement = statementOf(this.#viewing.state);
    if (!statement) return;
    const { take } = this.#texts;
    const name = `${take.fileName}.${ending}`;
    save(name, `${type};charset=utf-8`, write(statement));
    this.announcement = take.saved(name);
  }

  /** At once: nothing is waited for, and there is nothing to come back to. */
  #leave(): void {
    const address = leaveAddress(this.leaveTo);
    this.#viewing.leave();
    this.performUpdate();
    if (this.dispatchEvent(new SsbtekIncomeViewLeaveEvent()) && address !== undefined)
      location.replace(address);
  }

  #forget(): void {
    this.find = ALL;
    this.findIsOpen = undefined;
    this.chartIsOpen = undefined;
    this.showsTable = false;
    this.months = new Map();
    this.opened = new Set();
    this.bar = undefined;
    this.announcement = '';
  }

  #lookIfPossible(): void {
    const { kind } = this.#viewing.state;
    if (kind === 'left' || kind === 'covered') return;
    if (this.source ?? (this.endpoint.trim() !== '' && this.connect)) void this.#viewing.look();
  }

  #hasBackground(): boolean {
    try {
      return this.#sourceToAsk().fetchBackground !== undefined;
    } catch {
      return false;
    }
  }

  #asked(): SourceCode[] {
    // Unknown codes are left out.
    return this.sources.split(/\s+/).flatMap((word) => SourceCode.safeParse(word).data ?? []);
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

  #focus(id: string): void {
    this.renderRoot.querySelector<HTMLElement>(`[id="${CSS.escape(id)}"]`)?.focus();
  }

  #focusAfterUpdate(id: string): void {
    void this.updateComplete.then(() => this.#focus(id));
  }
}
