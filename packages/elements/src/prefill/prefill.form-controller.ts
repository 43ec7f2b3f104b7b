import { toPostedFields, type PostedIncomes } from '@medborgarnavet/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FaultView } from './prefill.faults.ts';

type Host = ReactiveControllerHost & HTMLElement;

export interface FormParts {
  /** What stops the form now. */
  readonly faults: () => readonly FaultView[];
  /** Called when the person tried to send the form and this stopped it. */
  readonly refused: () => void;
  /** Finds a field by its id. */
  readonly field: (id: string) => HTMLElement | null;
}

/** The element's part in its form: what it posts, and what stops the form. */
export class FormController implements ReactiveController {
  readonly #host: Host;
  readonly #internals: ElementInternals;
  readonly #parts: FormParts;
  #form: HTMLFormElement | null = null;
  #isSending = false;
  #listening: AbortController | undefined;

  constructor(host: Host, internals: ElementInternals, parts: FormParts) {
    this.#host = host;
    this.#internals = internals;
    this.#parts = parts;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('invalid', this.#onInvalid);
    this.#listen();
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('invalid', this.#onInvalid);
    this.associate(null);
  }

  associate(form: HTMLFormElement | null): void {
    this.#form = form;
    this.#listen();
  }

  /**
   * @param mayBeKept whether the browser may keep what is written, to give it back after a reload. Then it may also give
   * it to the next person at the same device.
   */
  post(name: string, value: PostedIncomes, mayBeKept: boolean): void {
    const data = new FormData();
    for (const [field, text] of toPostedFields(name, value)) data.append(field, text);
    this.#internals.setFormValue(name === '' ? null : data, mayBeKept ? JSON.stringify(value) : null);
  }

  /** Tells the form, for its own validation. */
  judge(): void {
    const [fault] = this.#parts.faults();
    const field = fault && this.#parts.field(fault.field);
    if (field) this.#internals.setValidity({ customError: true }, fault.text, field);
    else this.#internals.setValidity({});
  }

  #listen(): void {
    this.#listening?.abort();
    const form = this.#form;
    if (!form) return;
    const { signal } = (this.#listening = new AbortController());
    form.addEventListener('click', this.#onClick, { capture: true, signal });
    const root = form.getRootNode();
    // Before whatever on the page sends the form in a way of its own.
    const first = root === document ? window : root;
    first.addEventListener('submit', this.#onSubmit, { capture: true, signal });
  }

  /**
   * What stands here and cannot be read stops the form whether it validates or not: libraries write `novalidate` on forms
   * by themselves. A button with `formnovalidate` (back, save for later) and a sign-out go through.
   */
  readonly #onSubmit = (event: Event): void => {
    const { submitter } = event as SubmitEvent;
    const goesThrough = submitter?.matches('[formnovalidate], [data-ssbtek-sign-out]') === true;
    if (event.target !== this.#form || goesThrough || !this.#internals.willValidate) return;
    if (this.#form?.closest('[data-ssbtek-sign-out]') || this.#parts.faults().length === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#parts.refused();
    this.#lead();
  };

  /** Only a press on the form's own button is followed by focus: a page's scripts may ask for validity at any time. */
  readonly #onClick = ({ target }: Event): void => {
    const button = target instanceof Element ? target.closest('button, input') : null;
    if (!(button instanceof HTMLButtonElement || button instanceof HTMLInputElement)) return;
    if (button.type !== 'submit' && button.type !== 'image') return;
    this.#isSending = true;
    setTimeout(() => (this.#isSending = false));
  };

  readonly #onInvalid = (event: Event): void => {
    this.#parts.refused();
    if (!this.#isSending || !this.#isFirstFault()) return;
    // It is told at the field, or in a summary when there are several: no bubble is needed over it.
    event.preventDefault();
    this.#lead();
  };

  /** To the field, or to the summary when there are several. */
  #lead(): void {
    // After the page's own listeners, which may have to open a dialog around it first.
    setTimeout(() => {
      const [fault, ...others] = this.#parts.faults();
      const field = others.length === 0 && fault ? this.#parts.field(fault.field) : null;
      (field ?? this.#host.shadowRoot?.querySelector<HTMLElement>('#faults'))?.focus();
    });
  }

  #isFirstFault(): boolean {
    const controls = [...(this.#internals.form?.elements ?? [])] as (Element & Partial<HTMLInputElement>)[];
    return controls.find(({ validity }) => validity?.valid === false) === this.#host;
  }
}
