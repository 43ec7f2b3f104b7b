import { html, nothing, type TemplateResult } from 'lit';
import type { CorrectionReason } from '@medborgarnavet/model';
import type { Texts } from '../localize/texts.ts';
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

export interface ReasonField {
  readonly id: string;
  /** What it is a reason about. */
  readonly about: string;
  readonly value: CorrectionReason | '';
  readonly error?: string | undefined;
  readonly disabled?: boolean;
  readonly texts: Pick<Texts['row'], 'reason' | 'chooseReason'>;
  readonly reasons: Texts['reasons'];
  readonly choose: (reason: CorrectionReason | '') => void;
  readonly leave?: (id: string) => void;
}

/** Why something is not right. */
export function renderReason(field: ReasonField): TemplateResult {
  const { id, about, value, error, disabled = false, texts, reasons, choose, leave } = field;
  return html`<label for=${id} .textContent=${texts.reason}></label>
    <select
      id=${id}
      aria-label="${texts.reason} ${about}"
      part="input"
      ?disabled=${disabled}
      aria-invalid=${error === undefined ? 'false' : 'true'}
      aria-describedby=${error === undefined ? nothing : `error-${id}`}
      @change=${(event: Event) => {
        choose((event.target as HTMLSelectElement).value as CorrectionReason | '');
        leave?.(id);
      }}
    >
      <option value="" ?selected=${value === ''} .textContent=${texts.chooseReason}></option>
      ${Object.entries(reasons).map(
        ([reason, text]) =>
          html`<option value=${reason} ?selected=${value === reason} .textContent=${text}></option>`,
      )}
    </select>
    ${renderError(id, error)}`;
}

export function renderError(id: string, error: string | undefined): TemplateResult | typeof nothing {
  return error === undefined ? nothing : html`<p class="error" id="error-${id}" .textContent=${error}></p>`;
}
