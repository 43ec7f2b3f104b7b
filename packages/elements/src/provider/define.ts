import { define } from '../define-tag.ts';
import { SsbtekProvider } from './provider.ts';

define('ssbtek-provider', SsbtekProvider);

declare global {
  interface HTMLElementTagNameMap {
    'ssbtek-provider': SsbtekProvider;
  }
}
