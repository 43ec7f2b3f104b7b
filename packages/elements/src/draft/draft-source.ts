import { createContext } from '@lit/context';
import type { Draft, DraftBefore, DraftReceipt, SavedDraft } from '@medborgarnavet/model';
import { provideOnRoot, type Connect } from '../connect.ts';
import type { LookOptions } from '../income-source.ts';

/**
 * Where a half-filled form is kept: a port. The embed gives one that asks the host's endpoint; a page may set its own.
 * Every method throws `IncomeProblem`, or the signal's reason when aborted.
 */
export interface DraftSource {
  /** What is kept; undefined when nothing is. */
  loadDraft(options?: LookOptions): Promise<SavedDraft | undefined>;
  /** @throws DraftConflict when what is kept is no longer what `before` names. */
  saveDraft(draft: Draft, before: DraftBefore, options?: SaveOptions): Promise<DraftReceipt>;
  /** Has it forgotten, whoever saved it last. */
  deleteDraft(options?: LookOptions): Promise<void>;
}

export interface SaveOptions extends LookOptions {
  /** Whether it has to arrive also when the page is left meanwhile. */
  readonly keepalive?: boolean | undefined;
}

/** Makes a source of an element's `endpoint`. Throws `IncomeProblem` `no-endpoint` when it is no web address. */
export type ConnectDraftSource = Connect<DraftSource>;

/** Who makes draft sources out of endpoints on this page. The embed provides it on the document's root. */
export const connectDraftSource = createContext<ConnectDraftSource>(
  Symbol('medborgarnavet.connect-draft-source'),
);

/** Lets every `<ssbtek-draft>` of the page find its source. Called once, by whoever joins elements and client. */
export function provideDraftSources(connect: ConnectDraftSource, root?: HTMLElement): void {
  provideOnRoot(connectDraftSource, connect, root);
}
