import type { Draft, DraftReceipt, SavedDraft } from '@medborgarnavet/model';
import type { Case } from './asking.ts';

/** What a save follows: saves that the page names by their etags, or none. */
export type SaveAfter = readonly DraftReceipt['etag'][] | 'none';

export type SaveOutcome =
  | { readonly outcome: 'saved'; readonly receipt: DraftReceipt }
  /** It has been saved or deleted elsewhere meanwhile. Without `current` there is none now. */
  | { readonly outcome: 'conflict'; readonly current?: SavedDraft };

/** Where the draft of each application is kept. */
export interface DraftStore {
  find(of: Case): Promise<SavedDraft | undefined>;
  /**
   * Replaces the draft that it follows, and no other. The same draft again is no conflict: the answer to a save may be lost,
   * and the page then sends it again (RFC 9110 §13.1.1). May reject with {@link CaseClosed}, which is answered as 403 `no-application`.
   */
  save(of: Case, draft: Draft, after: SaveAfter): Promise<SaveOutcome>;
  /** Forgets it at once. Does nothing when there is none. */
  remove(of: Case): Promise<void>;
}
