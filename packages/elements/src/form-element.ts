import { LitElement } from 'lit';
import { state } from 'lit/decorators.js';
import { standIn } from './stand-in.ts';

/** An element that a form treats as one of its own fields, with what every such field has. */
export class FormElement extends LitElement {
  static readonly formAssociated = true;

  protected readonly internals = this.attachInternals();

  /** Disabled by the form, for instance by a `<fieldset disabled>` around it. */
  @state() protected disabled = false;

  /** The form that it belongs to. */
  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get validity(): ValidityState {
    return this.internals.validity;
  }

  get validationMessage(): string {
    return this.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  checkValidity(): boolean {
    return this.internals.checkValidity();
  }

  reportValidity(): boolean {
    return this.internals.reportValidity();
  }

  /** Says in CSS where the element stands. The names before it are no longer true. */
  protected standIn(name: string): void {
    standIn(this.internals, name);
  }

  formDisabledCallback(disabled: boolean): void {
    this.disabled = disabled;
  }
}
