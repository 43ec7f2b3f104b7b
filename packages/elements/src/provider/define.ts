import { SsbtekProvider } from './provider.ts';

if (!customElements.get('ssbtek-provider')) customElements.define('ssbtek-provider', SsbtekProvider);

declare global {
  interface HTMLElementTagNameMap {
    'ssbtek-provider': SsbtekProvider;
  }
}
