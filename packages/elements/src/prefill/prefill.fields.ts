import { html, nothing, type TemplateResult } from 'lit';
import { renderError } from '../reason-field.ts';
import { live } from 'lit/directives/live.js';
import type { Drawing } from './prefill.actions.ts';

// A person who writes in the element must not have it kept by the browser or sent to a spelling service.

export interface TextField {
  readonly id: string;
  readonly label: string;
  /** The accessible name, where it says more than the label. */
  readonly name: string;
  readonly value: string;
  readonly kind: 'amount' | 'signed-amount' | 'text' | 'date';
  readonly error: string | undefined;
  readonly write: (text: string) => void;
}

/** An iPhone's keys for decimals have no minus: where less than zero is likely, all keys are there. */
function inputModeOf(kind: TextField['kind']): 'decimal' | 'text' | typeof nothing {
  if (kind === 'amount') return 'decimal';
  return kind === 'signed-amount' ? 'text' : nothing;
}

/**
 * A label, a field, and what is wrong with it. A part of a date is no value to the browser: nothing is written over it,
 * and leaving the field tells of no change.
 */
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
      class=${kind === 'amount' || kind === 'signed-amount' ? 'sum' : nothing}
      inputmode=${inputModeOf(kind)}
      autocomplete="off"
      spellcheck="false"
      ?disabled=${disabled}
      .value=${kind === 'date' ? live(value) : value}
      aria-invalid=${error === undefined ? 'false' : 'true'}
      aria-describedby=${error === undefined ? nothing : `error-${id}`}
      @input=${(event: Event) => write((event.target as HTMLInputElement).value)}
      @change=${() => actions.leave(id)}
      @blur=${kind === 'date' ? () => actions.leave(id) : nothing}
    />
    ${renderError(id, error)}`;
}
