import { draftSv } from '../localize/draft.sv.ts';
import type { DraftTexts } from '../localize/draft.texts.ts';
import { mergeTexts, type Own } from '../localize/merge.ts';

/** Texts of a host's own: any of them, at any depth. */
export type OwnDraftTexts = Own<DraftTexts>;

/** Ours with the host's own in their place. */
export function draftTexts(own: OwnDraftTexts | undefined): DraftTexts {
  return mergeTexts(draftSv, own);
}
