import { SsbtekPrefill } from './prefill.ts';

if (!customElements.get('ssbtek-prefill')) customElements.define('ssbtek-prefill', SsbtekPrefill);

declare global {
  interface HTMLElementTagNameMap {
    'ssbtek-prefill': SsbtekPrefill;
  }
}
