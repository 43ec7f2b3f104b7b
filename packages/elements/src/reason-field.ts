import type { CorrectionReason } from '@medborgarnavet/model';
import { html, nothing, type TemplateResult } from 'lit';
import type { Texts } from './localize/texts.ts';

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
