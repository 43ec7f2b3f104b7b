import { consume, ContextProvider } from '@lit/context';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  connectIncomeSource,
  sourceOf,
  type ConnectIncomeSource,
  type IncomeSource,
} from '../income-source.ts';
import { Shared, shared } from './shared.ts';

/**
 * Gives the elements inside it one statement to share: what one of them fetches all of them show, and nothing is asked
 * twice. From an amount in the form a person comes to what lies behind it, and what they say of a payment stands in both.
 *
 * @summary One statement for the form and the view.
 * @slot - The elements, and whatever else the page has there.
 *
 * @tagname ssbtek-provider
 */
export class SsbtekProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** Where the host's Inkomst API is: absolute, or relative to the page. */
  @property() endpoint = '';

  /** The month that is asked about, `2026-10`, or months `2026-08/2026-10`. */
  @property() period = '';

  /** Whom the host asks, as codes with spaces between: add `SKV` where wages and repaid tax are fetched too. */
  @property() sources = '';

  /** `include` lets cookies follow to an endpoint at another origin. */
  @property() credentials: 'include' | '' = '';

  /** Where the host's sign-in is, for when the session has ended. */
  @property({ attribute: 'sign-in' }) signIn = '';

  /** Where to fetch from. Left unset, a source is made of `endpoint`. */
  @property({ attribute: false }) source: IncomeSource | undefined;

  @consume({ context: connectIncomeSource, subscribe: true })
  @state()
  private connect: ConnectIncomeSource | undefined;

  readonly #shared = new Shared(
    this,
    () => this.source ?? sourceOf(this.endpoint, this.connect, this.credentials),
  );

  constructor() {
    super();
    new ContextProvider(this, { context: shared, initialValue: this.#shared });
  }

  override updated(): void {
    this.#shared.tell({ kind: 'redraw' });
  }

  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
