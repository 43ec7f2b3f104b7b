import { Draft, LARGEST_DRAFT, type DraftReceipt } from '@medborgarnavet/model';
import { caseOf, type Asking } from './asking.ts';
import type { Audit } from './audit/audit.ts';
import { auditedDeed } from './audit/audited.ts';
import type { DraftStore, SaveAfter } from './drafts.ts';
import { emptyResponse, jsonResponse, Problem, problemResponse } from './problem.ts';
import { readJson } from './request.ts';

export interface DraftParts {
  readonly drafts: DraftStore;
  readonly audit?: Audit | undefined;
}

/** `GET /draft`: the draft of this application, or 204. */
export async function loadDraft({ drafts, audit }: DraftParts, asking: Asking): Promise<Response> {
  const of = caseOf(asking);
  const saved = await drafts.find(of);
  if (!saved) return emptyResponse(204);
  await audit?.write(of, { action: 'draft-read', outcome: 'done' });
  return withEtag(jsonResponse(saved), saved);
}

export interface ToSave {
  readonly draft: Draft;
  readonly after: SaveAfter;
}

/** The body is at most 256 KiB. @throws Problem `invalid-input`, with 428 when the page does not say what the save follows. */
export async function readToSave(request: Request): Promise<ToSave> {
  const draft = await readJson(request, Draft, LARGEST_DRAFT);
  const after = saveAfter(request.headers);
  if (!after) throw new Problem('invalid-input', { status: 428 });
  return { draft, after };
}

/** `PUT /draft`: keeps what the form holds. 412 with what is kept when that is not what the save follows. */
export async function saveDraft(
  { drafts }: Pick<DraftParts, 'drafts'>,
  asking: Asking,
  { draft, after }: ToSave,
): Promise<Response> {
  const of = caseOf(asking);
  const saved = await drafts.save(of, draft, after);
  if (saved.outcome === 'saved') return withEtag(jsonResponse(saved.receipt), saved.receipt);
  const { current } = saved;
  return problemResponse('conflict', { status: 412, ...(current && { more: { current } }) });
}

/** `DELETE /draft`: forgotten at once, whatever the page knows of it. */
export async function deleteDraft({ drafts, audit }: DraftParts, asking: Asking): Promise<Response> {
  const of = caseOf(asking);
  await auditedDeed({ audit, of, action: 'draft-delete' }, () => drafts.remove(of));
  return emptyResponse(204);
}

/** What the request says that it follows. `If-Match: *` would be a way to overwrite what one has not seen, and is none here. */
function saveAfter(headers: Headers): SaveAfter | undefined {
  const match = headers.get('if-match');
  const noneMatch = headers.get('if-none-match')?.trim();
  if (noneMatch !== undefined) return noneMatch === '*' && match === null ? 'none' : undefined;
  const etags = (match ?? '').split(',').map((each) => each.trim());
  return etags.some((each) => each === '' || each === '*') ? undefined : etags;
}

function withEtag(response: Response, { etag }: Pick<DraftReceipt, 'etag'>): Response {
  response.headers.set('etag', etag);
  return response;
}
