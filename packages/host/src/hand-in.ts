import {
  IdempotencyKey,
  LARGEST_SUBMISSION,
  Submission,
  type SubmissionReceipt,
} from '@medborgarnavet/model';
import { caseToLookBackOn, type Asking } from './asking.ts';
import { jsonResponse, Problem } from './problem.ts';
import { readJson } from './request.ts';
import type { HandInOutcome, Submissions } from './submission/submissions.ts';

/**
 * `POST /submission`: takes what is handed in, once however often it is sent. 409 with the reason when it does not agree with what was
 * retrieved, 422 when the `Idempotency-Key` has been used with another content. The body is at most 272 KiB.
 */
export async function handIn(submissions: Submissions, asking: Asking, request: Request): Promise<Response> {
  // The answer may have been lost, and the host's session then has no open application any more.
  const of = caseToLookBackOn(asking);
  const { data: key } = IdempotencyKey.safeParse(request.headers.get('idempotency-key'));
  const { data: submission } = Submission.safeParse(await readJson(request, LARGEST_SUBMISSION));
  if (key === undefined || !submission) throw new Problem('invalid-input');
  const by = { of, signIn: asking.signIn };
  return jsonResponse(receiptIn(await submissions.handIn(by, submission, key)));
}

/** @throws Problem that tells why it was not taken. */
function receiptIn(outcome: HandInOutcome): SubmissionReceipt {
  if (outcome.outcome === 'handed-in') return outcome.receipt;
  if (outcome.outcome === 'invalid') {
    const { why } = outcome;
    throw new Problem('invalid-input', { detail: why, ...(why === 'key-used' && { status: 422 }) });
  }
  const { reason, receipt } = outcome;
  throw new Problem('conflict', { detail: reason, more: { reason, ...(receipt && { receipt }) } });
}
