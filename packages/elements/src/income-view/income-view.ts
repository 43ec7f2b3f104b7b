import { IncomeProblem, parseMonths } from '@medborgarnavet/model';
import { LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { IncomeSource } from '../income-source.ts';
import type { IncomeViewTexts } from '../localize/income-view.texts.ts';
import { PageController } from '../page-controller.ts';
import { styles as shared } from '../prefill/prefill.styles.ts';
import { PrintController } from '../print-controller.ts';
import type { News, WayBack } from '../provider/shared.ts';
import { SignOutController } from '../sign-out-controller.ts';
import { SourceController } from '../source-controller.ts';
import { standIn } from '../stand-in.ts';
import { ViewController } from './income-view.controller.ts';
import type { Actions, Depth, Drawing } from './income-view.drawing.ts';
import { entriesOf, type Entry } from './income-view.entries.ts';
import { SsbtekIncomeViewLeaveEvent } from './income-view.events.ts';
import { save, toCsv, toJson } from './income-view.export.ts';
import { ALL, type Find } from './income-view.find.ts';
import { leaveAddress } from './income-view.leave.ts';
import { incomeViewTexts, type OwnIncomeViewTexts } from './income-view.own-texts.ts';
import { UNDATED } from './income-view.month-view.ts';
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
 *
 * @tagname ssbtek-income-view
 */
export class SsbtekIncomeView extends LitElement {
  static override styles = [shared, styles];

  readonly #internals = this.attachInternals();
  readonly #asking = new SourceController(
    this,
    {
      hear: (news) => this.#hear(news),
      viewer: {
        has: (payment) => this.#entryOf(payment) !== undefined,
        show: (payments, back) => this.#showPayments(payments, back),
      },
    },
    () => this.#lookIfPossible(),
  );
  readonly #viewing = new ViewController(this, {
    source: () => this.#asking.source,
    period: () => this.#asking.period,
    changed: () => this.#asking.tell(),
    forget: () => this.#forget(),
  });

  readonly #signOut = new SignOutController(this, {
    signedOut: () => this.#viewing.end(new IncomeProblem('not-signed-in')),
    signedIn: () => void this.#viewing.recheck(),
  });

  /** Where the host's Inkomst API is: absolute, or relative to the page. */
  @property() endpoint = '';

  /** The month that the page asks about, `2026-10`, or months `2026-08/2026-10`. Without it nothing can be fetched here. */
  @property() period = '';

  /**
   * Whom the host asks, as codes with spaces between; `FK PM CSN SO` unless said. One of them that has not answered is
   * told of as missing.
   */
  @property() sources = '';

  /** `include` lets cookies follow to an endpoint at another origin. Left out, it is the provider's. */
  @property() credentials: 'include' | '' = '';

  /** Where the host's sign-in is, for when the session has ended. */
  @property({ attribute: 'sign-in' }) signIn = '';

  /** Its heading, in place of the ordinary one. */
  @property() heading = '';

  /** The level of the element's heading in the page. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /**
   * How much is open from the beginning: `months` a sentence and a figure for each, `payments` every payment too,
   * `details` also what each is made of. Left empty, months are open as long as there are few payments.
   */
  @property() depth: Depth | '' = '';

  /** A neutral page, for a person who must be gone at once: a web address, or a path that begins with `/`. */
  @property({ attribute: 'leave-to' }) leaveTo = '';

  /** Where to fetch from. Left unset, a source is made of `endpoint`. */
  @property({ attribute: false }) source: IncomeSource | undefined;

  /** The host's own words, in place of any of ours. */
  @property({ attribute: false }) texts: OwnIncomeViewTexts | undefined;

  @state() private find: Find = ALL;
  @state() private findIsOpen: boolean | undefined;
  @state() private chartIsOpen: boolean | undefined;
  @state() private showsTable = false;
  /** The months that the person has opened or closed. */
  @state() private months: ReadonlyMap<string, boolean> = new Map();
  /** The payments that the person has opened or closed. */
  @state() private opened: ReadonlyMap<string, boolean> = new Map();
  /** The bar that the keyboard is at. */
  @state() private bar: string | undefined;
  /** Where the person came from to a payment. */
  @state() private wayBack: Drawing['wayBack'];
  /** On paper everything is open. */
  @state() private isPrinting = false;
  @state() private announcement = '';
  /** The id of what had focus before an update; empty when it has none. */
  #hadFocus: string | undefined;

  constructor() {
    super();
    new PageController(this, {
      left: () => {
        this.#viewing.cover();
        this.#signOut.close();
      },
      cameBack: () => {
        this.#signOut.open();
        void this.#viewing.uncover();
      },
      seen: () => void this.#viewing.recheck(),
    });
    new PrintController(this, (isPrinting) => {
      this.isPrinting = isPrinting;
      this.performUpdate();
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

  override updated(): void {
    standIn(this.#internals, this.#viewing.state.kind);
    // What had focus is gone: it goes to a place that says where one is, and not to the top of the page.
    if (this.#hadFocus !== undefined && !this.shadowRoot?.activeElement)
      this.#focus(NEXT_FOCUS[this.#hadFocus] ?? 'heading', 'heading');
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
      period: parseMonths(this.#asking.months),
      asked: this.#asking.asked.map((code) => texts.origin.inSentence[code]),
      signIn: this.#asking.signIn,
      isBesideForm: this.#asking.shared?.hasForm ?? false,
      find: this.find,
      findIsOpen: this.findIsOpen,
      chartIsOpen: this.chartIsOpen,
      depth: this.depth,
      months: this.months,
      opened: this.opened,
      isPrinting: this.isPrinting,
      showsTable: this.showsTable,
      bar: this.bar,
      hasBackground: this.#hasBackground(),
      deskFor: (payment) => this.#asking.shared?.deskFor(payment),
      wayBack: this.wayBack,
      canLeave: leaveAddress(this.leaveTo) !== undefined && state.kind !== 'left',
      announcement: this.announcement,
    });
  }

  get #texts(): IncomeViewTexts {
    return incomeViewTexts(this.texts);
  }

  #view(texts: IncomeViewTexts): StatementView | undefined {
    const statement = statementOf(this.#viewing.state);
    const period = parseMonths(this.#asking.months);
    return (
      statement && toStatementView({ statement, period, asked: this.#asking.asked, find: this.find, texts })
    );
  }

  readonly #actions: Actions = {
    // The second click of a double click is no wish of its own.
    fetch: ({ detail }) => {
      if (detail <= 1) void this.fetchIncome();
    },
    look: () => void this.reload(),
    stop: () => this.#viewing.stop(),
    toggleMonth: (key, isOpen) => (this.months = new Map(this.months).set(key, isOpen)),
    togglePayment: (key, isOpen) => (this.opened = new Map(this.opened).set(key, isOpen)),
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
    saveCsv: () =>
      this.#save('csv', 'text/csv', (statement) =>
        toCsv(statement, this.#texts, (id) => this.#isDisputed(id)),
      ),
    saveJson: () => this.#save('json', 'application/json', toJson),
    dispute: (desk, payment, reason) => {
      desk.dispute(payment, reason);
      const { agreed, disputed } = this.#texts.dispute;
      this.announcement = reason === undefined ? agreed : disputed;
    },
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
    this.opened = new Map();
    this.bar = undefined;
    this.wayBack = undefined;
    this.announcement = '';
  }

  #lookIfPossible(): void {
    const { kind } = this.#viewing.state;
    if (kind === 'left' || kind === 'covered') return;
    if (this.#asking.canAsk) void this.#viewing.look();
  }

  #hasBackground(): boolean {
    return this.#asking.canAsk && this.#asking.source.fetchBackground !== undefined;
  }

  #hear(news: News): void {
    if (news.kind === 'redraw') this.requestUpdate();
    else void this.#viewing.hear(news);
  }

  #isDisputed(payment: string): boolean {
    return this.#asking.shared?.deskFor(payment)?.reasonOf(payment) !== undefined;
  }

  #entryOf(payment: string): Entry | undefined {
    const statement = statementOf(this.#viewing.state);
    return statement && entriesOf(statement).find(({ payment: { id } }) => id === payment);
  }

  #showPayments(payments: readonly string[], { text, go }: WayBack): void {
    const entries = payments.flatMap((payment) => this.#entryOf(payment) ?? []);
    const [first] = entries;
    if (!first) return;
    this.find = ALL;
    this.months = new Map([...this.months, ...entries.map(({ month }) => [month ?? UNDATED, true] as const)]);
    this.opened = new Map([...this.opened, ...entries.map(({ key }) => [key, true] as const)]);
    this.wayBack = { key: first.key, text, go };
    this.#focusAfterUpdate(`payment-${first.key}`);
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

  #focusAfterUpdate(id: string): void {
    void this.updateComplete.then(() => this.#focus(id));
  }
}
