import type { ReactiveController, ReactiveControllerHost } from 'lit';
/** After these something new is written in the log. None of them bubbles. */
const DONE = [
  ...['ssbtek-prefill-fetched', 'ssbtek-prefill-withdrawn', 'ssbtek-income-view-ready'],
  ...['ssbtek-draft-deleted', 'ssbtek-handed-in'],
];

/** After these perhaps. The page has told of the problem already. */
const TRIED = ['ssbtek-prefill-problem', 'ssbtek-income-view-problem', 'ssbtek-review-problem'];

export interface PageNewsCallbacks {
  readonly done: () => void;
  readonly tried: () => void;
}

/** Tells when another element of the page has done something with the data, in the document or in the same shadow root. */
export class PageNews implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #callbacks: PageNewsCallbacks;
  #listening: AbortController | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, callbacks: PageNewsCallbacks) {
    this.#host = host;
    this.#callbacks = callbacks;
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#listening = new AbortController());
    for (const root of new Set([document, this.#host.getRootNode()])) {
      // What does not bubble can be heard on its way down.
      for (const type of DONE) root.addEventListener(type, this.#callbacks.done, { capture: true, signal });
      for (const type of TRIED) root.addEventListener(type, this.#callbacks.tried, { capture: true, signal });
    }
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }
}
