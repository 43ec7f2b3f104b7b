import { SsbtekReview } from './review.ts';

if (!customElements.get('ssbtek-review')) customElements.define('ssbtek-review', SsbtekReview);

declare global {
  interface HTMLElementTagNameMap {
    'ssbtek-review': SsbtekReview;
  }
}
