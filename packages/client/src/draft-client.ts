import {
  DraftConflict,
  DraftConflictDocument,
  DraftReceipt,
  IncomeProblem,
  problemTypeOf,
  SavedDraft,
  type Draft,
  type DraftBefore,
} from '@medborgarnavet/model';
import { readAnswer, readJson } from './answer.ts';
import { createHttp, present, type AskOptions, type ClientOptions } from './http.ts';

/**
 * A page's side of `/draft`. Every method throws {@link IncomeProblem}, or the signal's reason when aborted. Nothing is sent again by
 * itself, and everything may be sent again.
 */
export interface DraftClient {
  /** What is kept of this application's form; undefined when nothing is. */
  loadDraft(options?: AskOptions): Promise<SavedDraft | undefined>;
  /**
   * Keeps what the form holds.
   * @param before the etag of the save that this one follows; `none` for the first.
   * @throws DraftConflict, an IncomeProblem of kind `conflict`, with what is kept when that is another save.
   */
  saveDraft(draft: Draft, before: DraftBefore, options?: SaveDraftOptions): Promise<DraftReceipt>;
  /** Has the host forget it at once. */
  deleteDraft(options?: AskOptions): Promise<void>;
}

export interface SaveDraftOptions extends AskOptions {
  /** Whether it is to arrive also when the page is left meanwhile. Browsers promise that only of what is small. */
  readonly keepalive?: boolean | undefined;
}

/** Browsers refuse to keep more than 64 KiB alive, for the whole page. */
const LARGEST_KEPT_ALIVE = 60_000;

/** @throws IncomeProblem `no-endpoint` when the endpoint is no web address. */
export function createDraftClient(options: ClientOptions): DraftClient {
  const { ky, url, ask } = createHttp(options);
  const draft = url('draft');
  return {
    loadDraft(options) {
      return ask(async (signal) => readAnswer(await ky.get(draft, { signal }), SavedDraft), options);
    },
    saveDraft({ version, fields, at }, before, options) {
      const follows = before === 'none' ? { 'if-none-match': '*' } : { 'if-match': before };
      const sent: Draft = { version, fields, ...(at !== undefined && { at }) };
      const body = new TextEncoder().encode(JSON.stringify(sent));
      const keepalive = options?.keepalive === true && body.byteLength <= LARGEST_KEPT_ALIVE;
      const headers = { ...follows, 'content-type': 'application/json' };
      return ask(async (signal) => {
        const response = await ky.put(draft, { body, headers, keepalive, signal });
        if (response.status === 412) throw await conflictIn(response);
        return present(await readAnswer(response, DraftReceipt));
      }, options);
    },
    async deleteDraft(options) {
      await ask(async (signal) => readAnswer(await ky.delete(draft, { signal }), SavedDraft), options);
    },
  };
}

/** A 412 that cannot be read is not taken for one of a draft that has been deleted. */
async function conflictIn(response: Response): Promise<IncomeProblem> {
  const body = await readJson(response);
  const { data } = DraftConflictDocument.safeParse(body);
  return data && problemTypeOf(data) === 'conflict'
    ? new DraftConflict(data.current)
    : new IncomeProblem('unreadable-answer');
}
