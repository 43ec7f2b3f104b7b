import type { LitElement, ReactiveController } from 'lit';
import { SsbtekPrefill } from '../prefill/prefill.ts';

type Host = LitElement & { readonly htmlFor: string };

const FETCHED = ['ssbtek-prefill-fetched', 'ssbtek-prefill-withdrawn'] as const;

/** The `<ssbtek-prefill>` that `for` names, followed as the person writes in it. */
export class ReviewPrefill implements ReactiveController {
  readonly #host: Host;
  /** What was retrieved is otherwise than before. */
  readonly #fetched: () => void;
  readonly #observer = new MutationObserver(() => this.#find());
  readonly #follow: ReactiveController = {
    hostUpdated: () => this.#host.requestUpdate(),
  };
  #element: SsbtekPrefill | undefined;

  constructor(host: Host, fetched: () => void) {
    this.#host = host;
    this.#fetched = fetched;
    host.addController(this);
  }

  hostConnected(): void {
    void customElements.whenDefined('ssbtek-prefill').then(() => this.#find());
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#use(undefined);
  }

  hostUpdate(): void {
    this.#find();
  }

  /** Undefined when there is none, or it is not on the page now. */
  get element(): SsbtekPrefill | undefined {
    return this.#element;
  }

  /** It may come later than this element, go, or be replaced. */
  #find(): void {
    const { htmlFor, isConnected } = this.#host;
    this.#observer.disconnect();
    if (htmlFor === '' || !isConnected) {
      this.#use(undefined);
      return;
    }
    const root = this.#host.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot)) return;
    const found = root.getElementById(htmlFor);
    this.#use(found instanceof SsbtekPrefill ? found : undefined);
    this.#observer.observe(root, { childList: true, subtree: true });
  }

  #use(found: SsbtekPrefill | undefined): void {
    const before = this.#element;
    if (before === found) return;
    this.#element = found;
    before?.removeController(this.#follow);
    found?.addController(this.#follow);
    for (const type of FETCHED) {
      before?.removeEventListener(type, this.#fetched);
      found?.addEventListener(type, this.#fetched);
    }
    this.#host.requestUpdate();
  }
}
