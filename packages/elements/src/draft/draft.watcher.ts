import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DraftForm } from './draft.form.ts';
import { isNativeField } from './draft.native-fields.ts';
import { unitOf } from './draft.units.ts';

export interface WatcherCallbacks {
  readonly form: () => DraftForm | undefined;
  /** Something may stand otherwise in the form. */
  readonly look: () => void;
  /** The page may be left soon: there may be no later. */
  readonly flush: () => void;
  /** Looked at again, after the clock may have stood still. */
  readonly returned: () => void;
  readonly online: () => void;
  readonly signedOut: () => void;
  /** The application has been handed in on this page. */
  readonly handedIn: () => void;
  /** The form is about to be sent. @returns whether it may be. */
  readonly mayBeSent: () => boolean;
  /** The session has ended, as an element of the form says. */
  readonly ending: (event: Event) => void;
}

// `change` does not leave a shadow root, and an element's own events need not bubble: whatever a person can do is a
// reason to look at the form.
const SIGNS = ['input', 'change', 'click', 'keyup', 'focusout', 'reset'] as const;

const ENDING = 'ssbtek-prefill-session-ending';

const HANDED_IN = 'ssbtek-handed-in';

/** Notices what may have changed the form. What has is for others to find out. */
export class Watcher implements ReactiveController {
  readonly #callbacks: WatcherCallbacks;
  readonly #observer: MutationObserver;
  readonly #touched = new Set<string>();
  #form: HTMLFormElement | undefined;
  #listening: AbortController | undefined;
  #willLook = false;

  constructor(host: ReactiveControllerHost, callbacks: WatcherCallbacks) {
    this.#callbacks = callbacks;
    this.#observer = new MutationObserver(() => this.#lookSoon());
    host.addController(this);
  }

  hostConnected(): void {
    for (const sign of SIGNS) document.addEventListener(sign, this.#onSign, true);
    document.addEventListener('submit', this.#onSubmit);
    document.addEventListener('click', this.#onClick);
    document.addEventListener('visibilitychange', this.#onVisibility);
    window.addEventListener('online', this.#callbacks.online);
  }

  hostDisconnected(): void {
    for (const sign of SIGNS) document.removeEventListener(sign, this.#onSign, true);
    document.removeEventListener('submit', this.#onSubmit);
    document.removeEventListener('click', this.#onClick);
    document.removeEventListener('visibilitychange', this.#onVisibility);
    window.removeEventListener('online', this.#callbacks.online);
    this.watch(undefined);
  }

  /** Fields may come later, and go. */
  watch(form: HTMLFormElement | undefined): void {
    if (form === this.#form) return;
    this.#form = form;
    this.#touched.clear();
    this.#observer.disconnect();
    this.#listening?.abort();
    if (!form) return;
    const { signal } = (this.#listening = new AbortController());
    // What does not bubble can be heard on its way down.
    const root = form.getRootNode();
    root.addEventListener(ENDING, this.#onEnding, { capture: true, signal });
    // Before whatever on the page sends it in a way of its own.
    root.addEventListener('submit', this.#onSend, { capture: true, signal });
    for (const each of new Set([document, root]))
      each.addEventListener(HANDED_IN, this.#callbacks.handedIn, { capture: true, signal });
    this.#observer.observe(form, { childList: true, subtree: true });
    this.#lookSoon();
  }

  /** Whether the person has been at that field since the page came. */
  isTouched(unit: string): boolean {
    return this.#touched.has(unit);
  }

  readonly #onSign = (event: Event): void => {
    const form = this.#callbacks.form();
    if (form?.isWriting) return;
    const [field] = event.composedPath();
    if (event.type === 'input' && isNativeField(field) && field.form === this.#form)
      this.#touched.add(unitOf(field.name));
    this.#lookSoon();
  };

  /** After whatever else listens, and after elements have taken it in. */
  #lookSoon(): void {
    if (this.#willLook) return;
    this.#willLook = true;
    setTimeout(() => {
      this.#willLook = false;
      this.#callbacks.look();
    });
  }

  readonly #onEnding = (event: Event): void => {
    const { target } = event;
    if (
      target instanceof HTMLElement &&
      this.#callbacks
        .form()
        ?.restorables()
        .some((each) => each === target)
    )
      this.#callbacks.ending(event);
  };

  readonly #onSend = (event: Event): void => {
    if (event.target !== this.#form || isSignOut(event) || this.#callbacks.mayBeSent()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  /** Before the browser sends it: what comes after the answer comes too late. */
  readonly #onSubmit = (event: Event): void => {
    if (isSignOut(event)) this.#callbacks.signedOut();
    else if (event.target === this.#form) this.#callbacks.flush();
  };

  readonly #onClick = (event: Event): void => {
    const [pressed] = event.composedPath();
    // A form is told of when it is sent.
    if (pressed instanceof Element && isSignOut(event) && !pressed.closest('form[data-ssbtek-sign-out]'))
      this.#callbacks.signedOut();
  };

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'hidden') this.#callbacks.flush();
    else this.#callbacks.returned();
  };
}

function isSignOut(event: Event): boolean {
  return event
    .composedPath()
    .some((part) => part instanceof Element && part.hasAttribute('data-ssbtek-sign-out'));
}
