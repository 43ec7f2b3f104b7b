import { mergeTexts, type Own } from '../localize/merge.ts';
import { reviewSv } from '../localize/review.sv.ts';
import type { ReviewTexts } from '../localize/review.texts.ts';

/** Texts of a host's own: any of them, at any depth. */
export type OwnReviewTexts = Own<ReviewTexts>;

/** Ours with the host's own in their place. */
export function reviewTexts(own: OwnReviewTexts | undefined): ReviewTexts {
  return mergeTexts(reviewSv, own);
}
