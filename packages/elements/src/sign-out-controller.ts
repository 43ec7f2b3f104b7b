import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Tabs } from './draft/draft.tabs.ts';

export interface SignOutCallbacks {
  /** The person signs out, here or in another tab. */
  readonly signedOut: () => void;
  /** Somebody has signed in in another tab, perhaps another person. */
  readonly signedIn: () => void;
}

/** Tells when the person signs out or in, here or in another tab, and tells the other tabs of a sign-out. */
export class SignOutController implements ReactiveController {
  readonly #tabs: Tabs;
  readonly #signedOut: () => void;

  constructor(host: ReactiveControllerHost, { signedOut, signedIn }: SignOutCallbacks) {
    this.#signedOut = signedOut;
    this.#tabs = new Tabs((news) => {
      if (news === 'signed-out') signedOut();
      else if (news === 'signed-in') signedIn();
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.open();
    document.addEventListener('submit', this.#onSubmit);
    document.addEventListener('click', this.#onClick);
  }

  hostDisconnected(): void {
    this.close();
    document.removeEventListener('submit', this.#onSubmit);
    document.removeEventListener('click', this.#onClick);
  }

  open(): void {
    this.#tabs.open();
  }

  /** An open channel can keep a page out of the back/forward cache. */
  close(): void {
    this.#tabs.close();
  }

  readonly #onSubmit = (event: Event): void => {
    if (isSignOut(event)) this.#signOut();
  };

  readonly #onClick = (event: Event): void => {
    const [pressed] = event.composedPath();
    // A form is told of when it is sent.
    const isInForm = pressed instanceof Element && pressed.closest('form[data-ssbtek-sign-out]') !== null;
    if (isSignOut(event) && !isInForm) this.#signOut();
  };

  #signOut(): void {
    this.#tabs.tell('signed-out');
    this.#signedOut();
  }
}

function isSignOut(event: Event): boolean {
  return event
    .composedPath()
    .some((part) => part instanceof Element && part.hasAttribute('data-ssbtek-sign-out'));
}
