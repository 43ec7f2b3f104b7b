import { html, nothing, type TemplateResult } from 'lit';

export interface Button {
  readonly text: string;
  /** The accessible name, where it says more than the text. */
  readonly name?: string;
  readonly look: 'main' | 'secondary' | 'link';
  readonly id?: string;
  readonly disabled?: boolean;
  readonly press: (event: MouseEvent) => void;
}

const PARTS = { main: 'button', secondary: 'secondary-button', link: 'link-button' } as const;

/** A button that sends no form. */
export function renderButton({ text, name, look, id, disabled = false, press }: Button): TemplateResult {
  return html`<button
    type="button"
    id=${id ?? nothing}
    class=${look}
    part=${PARTS[look]}
    aria-label=${name ?? nothing}
    ?disabled=${disabled}
    @click=${press}
  >
    <span .textContent=${text}></span>
  </button>`;
}
