import { SsbtekDraft } from './draft.ts';

if (!customElements.get('ssbtek-draft')) customElements.define('ssbtek-draft', SsbtekDraft);

declare global {
  interface HTMLElementTagNameMap {
    'ssbtek-draft': SsbtekDraft;
  }
}
