import { define } from '../define-tag.ts';
import { SsbtekPrefill } from './prefill.ts';

define('ssbtek-prefill', SsbtekPrefill);

declare global {
  interface HTMLElementTagNameMap {
    'ssbtek-prefill': SsbtekPrefill;
  }
}
