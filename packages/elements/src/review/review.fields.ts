import {
  readPostedFields,
  toPostedFields,
  type PostedField,
  type PostedIncomes,
  type Row,
} from '@medborgarnavet/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isWorkedOut } from './review.submission.ts';

type Host = ReactiveControllerHost & HTMLElement;

/**
 * What the host has put inside the tag: hidden fields with what the person wrote on an earlier page, and whatever is for when
 * the script is missing. That is neither shown nor sent once the element is there.
 */
export class ReviewFields implements ReactiveController {
  readonly #host: Host;
  readonly #observer = new MutationObserver(() => this.#host.requestUpdate());
  #taken: readonly HTMLInputElement[] = [];

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    const attributeFilter = ['name', 'value', 'type'];
    this.#observer.observe(this.#host, { childList: true, subtree: true, attributeFilter });
    document.addEventListener('submit', this.#onSubmit, true);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    document.removeEventListener('submit', this.#onSubmit, true);
  }

  /** A box of the host's that is not shown must not stop the form, and its button not send it. */
  hostUpdate(): void {
    const others = 'button, select, textarea, input:not([type="hidden"])';
    for (const field of this.#host.querySelectorAll<HTMLInputElement>(others))
      if (!field.closest('[slot="declaration"]')) field.disabled = true;
  }

  /** As they would be posted. */
  get entries(): PostedField[] {
    return this.#hidden().map(({ name, value }) => [name, value] as const);
  }

  read(name: string, rows: readonly Row[]): PostedIncomes {
    return readPostedFields(name, this.entries, rows);
  }

  /** Has the fields say what the person now reads: the host takes nothing that says otherwise. */
  bringUpToDate(name: string, incomes: PostedIncomes): void {
    const right = new Map(toPostedFields(name, incomes));
    for (const field of this.#hidden()) {
      if (!isWorkedOut(name, field.name)) continue;
      const value = right.get(field.name);
      if (value === undefined) field.remove();
      else if (field.value !== value) field.value = value;
    }
  }

  /** Takes them out of the page. */
  take(): void {
    const fields = this.#hidden();
    if (fields.length === 0) return;
    this.#taken = fields;
    for (const field of fields) field.remove();
  }

  giveBack(): void {
    this.#host.append(...this.#taken);
    this.#taken = [];
  }

  forget(): void {
    this.take();
    this.#taken = [];
  }

  /** Nothing is sent while it is not known who sits there, and never half of it. */
  readonly #onSubmit = (event: Event): void => {
    if (this.#taken.length > 0 && event.target === this.#host.closest('form')) event.preventDefault();
  };

  #hidden(): HTMLInputElement[] {
    return [...this.#host.querySelectorAll<HTMLInputElement>('input[type="hidden"][name]')];
  }
}
