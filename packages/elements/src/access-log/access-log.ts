import { IncomeProblem } from '@medborgarnavet/model';
import { LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { systemClock, type Clock } from '../draft/draft.clock.ts';
import type { AccessLogTexts } from '../localize/access-log.texts.ts';
import { PageController } from '../page-controller.ts';
import { PlaceController } from '../place-controller.ts';
import { styles as shared } from '../prefill/prefill.styles.ts';
import { PrintController } from '../print-controller.ts';
import type { News } from '../provider/shared.ts';
import { SignOutController } from '../sign-out-controller.ts';
import { standIn } from '../stand-in.ts';
import { connectAccessLogSource, type AccessLogSource } from './access-log-source.ts';
import { AccessLogController } from './access-log.controller.ts';
import { accessLogTexts, type OwnAccessLogTexts } from './access-log.own-texts.ts';
import { PageNews } from './access-log.page-news.ts';
import { logOf } from './access-log.state.ts';
import { styles } from './access-log.styles.ts';
import { renderAccessLog } from './access-log.template.ts';
import { toAccessLogView, type AccessLogView } from './access-log.view-model.ts';

/**
 * Shows when a person's data was read, from where and for what, and what was done with it then. It asks the host, and no
 * authority (docs/access-log.md).
 *
 * @summary When, from where and for what data was read.
 * @slot help - How to reach the municipality, after our sentence about it.
 * @event {SsbtekAccessLogReadyEvent} ssbtek-access-log-ready - The log is on screen, or is on screen anew.
 * @event {SsbtekAccessLogProblemEvent} ssbtek-access-log-problem - It could not be read. The page shows it already.
 * @cssstate idle - There is nowhere to look. Nothing is shown.
 * @cssstate looking - The host is asked. What was there before stays.
 * @cssstate answered - The log is on screen.
 * @cssstate failed - It could not be read.
 * @cssstate covered - The page was left, and it is not known yet who sits there.
 * @csspart status - What is waited for, or what went wrong.
 * @csspart facts - What the data is used for, and the application's reference.
 * @csspart day - A day.
 * @csspart line - One thing that was done.
 * @csspart shown - When the page has shown what was kept.
 * @csspart help - What to do where something is not right.
 * @csspart secondary-button - The button that tries again.
 * @csspart link-button - The button that shows more.
 *
 * @tagname ssbtek-access-log
 */
export class SsbtekAccessLog extends LitElement {
  static override styles = [shared, styles];

  readonly #internals = this.attachInternals();
  readonly #place = new PlaceController<AccessLogSource>(this, connectAccessLogSource, {
    hear: (news) => this.#hear(news),
    moved: (canLook) => this.#moved(canLook),
  });
  readonly #looking = new AccessLogController(this, {
    source: () => this.#place.source,
    ended: (problem) => this.#place.tellEnded(problem),
    forget: () => (this.isOpen = false),
  });
  readonly #signOut = new SignOutController(this, {
    signedOut: () => {
      const problem = new IncomeProblem('not-signed-in');
      this.#place.tellEnded(problem);
      this.#looking.end(problem);
    },
    signedIn: () => void this.#looking.recheck(),
  });
  #view: AccessLogView | undefined;
  #cancelTick: (() => void) | undefined;
  /** Whether anything in it had focus before an update. */
  #hadFocus = false;

  /** Where the host's Inkomst API is: absolute, or relative to the page. Left out, it is the provider's. */
  @property() endpoint = '';

  /** `include` lets cookies follow to an endpoint at another origin. Left out, it is the provider's. */
  @property() credentials: 'include' | '' = '';

  /** Where the host's sign-in is, for when the session has ended. */
  @property({ attribute: 'sign-in' }) signIn = '';

  /** Its heading, in place of the ordinary one. */
  @property() heading = '';

  /** The level of its heading in the page. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** Where to look. Left unset, a source is made of `endpoint`. */
  @property({ attribute: false }) source: AccessLogSource | undefined;

  /** The host's own words in place of any of ours. */
  @property({ attribute: false }) texts: OwnAccessLogTexts | undefined;

  /** What time it is, and what happens later: for tests. */
  @property({ attribute: false }) clock: Clock = systemClock;

  @state() private isOpen = false;
  /** On paper everything is open. */
  @state() private isPrinting = false;

  constructor() {
    super();
    new PageNews(this, {
      done: () => this.#lookAgain(),
      tried: () => {
        // Often it is just this that another element tells of.
        if (!this.#looking.isEnded) void this.#looking.recheck();
      },
    });
    new PageController(this, {
      left: () => {
        this.#looking.cover();
        this.#signOut.close();
      },
      cameBack: () => {
        this.#signOut.open();
        void this.#looking.uncover();
      },
      seen: () => void this.#looking.recheck(),
    });
    new PrintController(this, (isPrinting) => {
      this.isPrinting = isPrinting;
      this.performUpdate();
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancelTick?.();
  }

  override willUpdate(): void {
    const log = logOf(this.#looking.state);
    this.#view = log && toAccessLogView(log, this.clock.now(), this.#texts);
    this.#hadFocus = Boolean(this.shadowRoot?.activeElement);
  }

  override updated(): void {
    standIn(this.#internals, this.#looking.state.kind);
    // What had focus is gone: it goes to where it is said what this is, and not to the top of the page.
    if (this.#hadFocus && !this.shadowRoot?.activeElement)
      this.renderRoot.querySelector<HTMLElement>('#heading')?.focus();
    this.#tickAt(this.#view?.until ?? Infinity);
  }

  /** Reads the log again. Asks no authority. */
  refresh(): Promise<void> {
    return this.#looking.look();
  }

  override render(): TemplateResult {
    return renderAccessLog({
      state: this.#looking.state,
      view: this.#view,
      heading: this.heading,
      headingLevel: this.headingLevel,
      signIn: this.#place.signIn,
      isOpen: this.isOpen || this.isPrinting,
      texts: this.#texts,
      retry: () => void this.refresh(),
      toggle: () => (this.isOpen = !this.isOpen),
    });
  }

  get #texts(): AccessLogTexts {
    return accessLogTexts(this.texts);
  }

  #moved(canLook: boolean): void {
    if (!canLook) this.#looking.stop();
    else if (this.#looking.state.kind !== 'covered') void this.#looking.look();
  }

  #hear(news: News): void {
    if (news.kind === 'ended') this.#looking.end(news.problem);
    else if (news.kind === 'redraw') this.requestUpdate();
  }

  /** What is shown is no longer all. */
  #lookAgain(): void {
    const { kind } = this.#looking.state;
    if (kind !== 'idle' && kind !== 'covered') void this.#looking.look();
  }

  /** When something that was under way has to have ended. */
  #tickAt(wait: number): void {
    this.#cancelTick?.();
    const look = (): void => void this.#looking.recheck();
    this.#cancelTick = this.isConnected && Number.isFinite(wait) ? this.clock.after(wait, look) : undefined;
  }
}
