import { toPostedFields, type PostedIncomes } from '@medborgarnavet/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FaultView } from './prefill.faults.ts';

type Host = ReactiveControllerHost & HTMLElement;

/** The element's part in its form: what it posts, and what stops the form. */
export class FormController implements ReactiveController {
  readonly #host: Host;
  readonly #internals: ElementInternals;
  /** Called when the person tried to send the form and this stopped it. */
  readonly #refused: () => void;
  #form: HTMLFormElement | null = null;
  #isSending = false;
  #field: HTMLElement | undefined;

  constructor(host: Host, internals: ElementInternals, refused: () => void) {
    this.#host = host;
    this.#internals = internals;
    this.#refused = refused;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('invalid', this.#onInvalid);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('invalid', this.#onInvalid);
    this.associate(null);
  }

  associate(form: HTMLFormElement | null): void {
    this.#form?.removeEventListener('click', this.#onClick, true);
    this.#form = form;
    form?.addEventListener('click', this.#onClick, true);
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

  /** @param fieldOf finds a field by its id. */
  judge([fault, ...others]: readonly FaultView[], fieldOf: (id: string) => HTMLElement | null): void {
    const field = fault && fieldOf(fault.field);
    this.#field = others.length === 0 ? (field ?? undefined) : undefined;
    if (field) this.#internals.setValidity({ customError: true }, fault.text, field);
    else this.#internals.setValidity({});
  }

  /** Only a press on the form's own button is followed by focus: a page's scripts may ask for validity at any time. */
  readonly #onClick = ({ target }: Event): void => {
    const button = target instanceof Element ? target.closest('button, input') : null;
    if (!(button instanceof HTMLButtonElement || button instanceof HTMLInputElement)) return;
    if (button.type !== 'submit' && button.type !== 'image') return;
    this.#isSending = true;
    setTimeout(() => (this.#isSending = false));
  };

  readonly #onInvalid = (event: Event): void => {
    this.#refused();
    if (!this.#isSending || !this.#isFirstFault()) return;
    // It is told at the field, or in a summary when there are several: no bubble is needed over it.
    event.preventDefault();
    // After the page's own listeners, which may have to open a dialog around it first.
    setTimeout(() => {
      (this.#field ?? this.#host.shadowRoot?.querySelector<HTMLElement>('#faults'))?.focus();
    });
  };

  #isFirstFault(): boolean {
    const controls = [...(this.#internals.form?.elements ?? [])] as (Element & Partial<HTMLInputElement>)[];
    return controls.find(({ validity }) => validity?.valid === false) === this.#host;
  }
}
