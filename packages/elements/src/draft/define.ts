import { define } from '../define-tag.ts';
import { SsbtekDraft } from './draft.ts';

define('ssbtek-draft', SsbtekDraft);

declare global {
  interface HTMLElementTagNameMap {
    'ssbtek-draft': SsbtekDraft;
  }
}
