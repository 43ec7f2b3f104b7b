import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface PageCallbacks {
  /** The page is left: nothing may stay on it that the next person could see. */
  readonly left: () => void;
  /** The very same page has come back, as it was left. */
  readonly cameBack: () => void;
  /** The tab is seen again, after another one was. */
  readonly seen?: () => void;
}

/** Tells when the page is left and when it comes back from the browser's back/forward cache. */
export class PageController implements ReactiveController {
  readonly #callbacks: PageCallbacks;

  constructor(host: ReactiveControllerHost, callbacks: PageCallbacks) {
    this.#callbacks = callbacks;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#hide);
    window.addEventListener('pageshow', this.#show);
    document.addEventListener('visibilitychange', this.#see);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#hide);
    window.removeEventListener('pageshow', this.#show);
    document.removeEventListener('visibilitychange', this.#see);
  }

  readonly #hide = (): void => this.#callbacks.left();

  readonly #show = (event: PageTransitionEvent): void => {
    if (event.persisted) this.#callbacks.cameBack();
  };

  readonly #see = (): void => {
    if (document.visibilityState === 'visible') this.#callbacks.seen?.();
  };
}
