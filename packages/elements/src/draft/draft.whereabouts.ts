import { DraftFieldName } from '@medborgarnavet/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DraftForm } from './draft.form.ts';
import { isNativeField } from './draft.native-fields.ts';

// A person may change something without focus coming there: in some browsers a press moves none.
const SIGNS = ['focusin', 'input', 'change', 'click'] as const;

/** An element with rows tells which of them the person is in. Neither bubbles. */
const ROW_SIGNS = ['ssbtek-prefill-change', 'ssbtek-prefill-session-ending'] as const;

/** Where in the form the person is, by the names that fields have. Knows nothing of what they write. */
export class Whereabouts implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #form: () => DraftForm | undefined;
  #listening: AbortController | undefined;
  #at: string | undefined;
  #hasMoved = false;

  constructor(host: ReactiveControllerHost & HTMLElement, form: () => DraftForm | undefined) {
    this.#host = host;
    this.#form = form;
    host.addController(this);
  }

  hostConnected(): void {
    const { signal } = (this.#listening = new AbortController());
    for (const type of SIGNS) document.addEventListener(type, this.#onSign, { capture: true, signal });
    for (const type of ROW_SIGNS)
      this.#host.getRootNode().addEventListener(type, this.#onRow, { capture: true, signal });
  }

  hostDisconnected(): void {
    this.#listening?.abort();
  }

  /** The name of the field that the person is in, or was in last; undefined where that is not known. */
  get at(): string | undefined {
    return this.#at;
  }

  /** Whether focus has moved since the form came. */
  get hasMoved(): boolean {
    return this.#hasMoved;
  }

  /** Another form has come. The person may have been quicker than the page's script. */
  begin(form: HTMLFormElement): void {
    this.#at = undefined;
    const root = form.getRootNode();
    const { activeElement } = root instanceof ShadowRoot ? root : document;
    this.#hasMoved = form.contains(activeElement) && !isMovedByPage(activeElement);
  }

  readonly #onSign = (event: Event): void => {
    if (event.type === 'focusin' && !isMovedByPage(event.target)) this.#hasMoved = true;
    const form = this.#form();
    if (!form || form.isWriting) return;
    const elements = event.composedPath().filter((part) => part instanceof Element);
    const field = elements.find((element) => form.nameOf(element) !== undefined);
    const name = field && form.nameOf(field);
    if (name === undefined) return;
    // What is known of the row stands as long as the person is in the same element.
    if (isNativeField(field) || !this.#at?.startsWith(`${name}.`)) this.#note(name);
  };

  readonly #onRow = (event: Event): void => {
    const { target } = event;
    const name = target instanceof Element ? this.#form()?.nameOf(target) : undefined;
    const key = keyIn(event);
    // Where the page's own field inside it is known, that is nearer.
    const isIn = name !== undefined && (this.#at === name || this.#at?.startsWith(`${name}.`) === true);
    if (isIn && key !== '') this.#note(`${name}.${key}`);
  };

  #note(name: string): void {
    if (DraftFieldName.safeParse(name).success) this.#at = name;
  }
}

/** Where the page has focus when it comes. */
function isMovedByPage(element: EventTarget | null): boolean {
  return element instanceof HTMLElement && element.autofocus;
}

function keyIn(event: Event): string {
  if ('key' in event && typeof event.key === 'string') return event.key;
  return 'field' in event && typeof event.field === 'string' ? event.field : '';
}
