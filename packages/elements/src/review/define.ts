import { define } from '../define-tag.ts';
import { SsbtekReview } from './review.ts';

define('ssbtek-review', SsbtekReview);

declare global {
  interface HTMLElementTagNameMap {
    'ssbtek-review': SsbtekReview;
  }
}
