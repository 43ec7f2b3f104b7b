import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface PageCallbacks {
  /** The page is left: nothing may stay on it that the next person could see. */
  readonly left: () => void;
  /** The very same page has come back, as it was left. */
  readonly cameBack: () => void;
  /** The tab is seen again, after another one was, or its window is used again after another one was. */
  readonly seen?: () => void;
}

/** Milliseconds in which a window that gets focus again does not count as seen anew. */
const SEEN_JUST_NOW = 5_000;

/** Tells when the page is left and when it comes back from the browser's back/forward cache. */
export class PageController implements ReactiveController {
  readonly #callbacks: PageCallbacks;
  #seenAt = -Infinity;

  constructor(host: ReactiveControllerHost, callbacks: PageCallbacks) {
    this.#callbacks = callbacks;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pagehide', this.#hide);
    window.addEventListener('pageshow', this.#show);
    document.addEventListener('visibilitychange', this.#see);
    window.addEventListener('focus', this.#focus);
  }

  hostDisconnected(): void {
    window.removeEventListener('pagehide', this.#hide);
    window.removeEventListener('pageshow', this.#show);
    document.removeEventListener('visibilitychange', this.#see);
    window.removeEventListener('focus', this.#focus);
  }

  readonly #hide = (): void => this.#callbacks.left();

  readonly #show = (event: PageTransitionEvent): void => {
    if (event.persisted) this.#callbacks.cameBack();
  };

  readonly #see = (): void => {
    if (document.visibilityState !== 'visible') return;
    this.#seenAt = performance.now();
    this.#callbacks.seen?.();
  };

  /** In two windows side by side both are seen all the time. */
  readonly #focus = (): void => {
    if (performance.now() - this.#seenAt > SEEN_JUST_NOW) this.#see();
  };
}
