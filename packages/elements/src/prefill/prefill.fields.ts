import { html, nothing, type TemplateResult } from 'lit';
import { renderError } from '../reason-field.ts';
import type { Drawing } from './prefill.actions.ts';

// A person who writes in the element must not have it kept by the browser or sent to a spelling service.

export interface TextField {
  readonly id: string;
  readonly label: string;
  /** The accessible name, where it says more than the label. */
  readonly name: string;
  readonly value: string;
  readonly kind: 'amount' | 'text' | 'date';
  readonly error: string | undefined;
  readonly write: (text: string) => void;
}

/** A label, a field, and what is wrong with it. */
export function renderField(
  { id, label, name, value, kind, error, write }: TextField,
  { disabled, actions }: Drawing,
): TemplateResult {
  return html`<label for=${id} .textContent=${label}></label>
    <input
      id=${id}
      aria-label=${name}
      part="input"
      type=${kind === 'date' ? 'date' : 'text'}
      inputmode=${kind === 'amount' ? 'decimal' : nothing}
      maxlength=${kind === 'text' ? '500' : nothing}
      autocomplete="off"
      spellcheck="false"
      ?disabled=${disabled}
      .value=${value}
      aria-invalid=${error === undefined ? 'false' : 'true'}
      aria-describedby=${error === undefined ? nothing : `error-${id}`}
      @input=${(event: Event) => write((event.target as HTMLInputElement).value)}
      @change=${() => actions.leave(id)}
    />
    ${renderError(id, error)}`;
}
