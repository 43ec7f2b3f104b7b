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

export interface ToHandIn {
  readonly submission: Submission;
  readonly key: string;
}

/** The body is at most 272 KiB. @throws Problem `invalid-input` */
export async function readToHandIn(request: Request): Promise<ToHandIn> {
  const submission = await readJson(request, Submission, LARGEST_SUBMISSION);
  const { data: key } = IdempotencyKey.safeParse(request.headers.get('idempotency-key'));
  if (key === undefined) throw new Problem('invalid-input');
  return { submission, key };
}

/**
 * `POST /submission`: takes what is handed in, once however often it is sent. 409 with the reason when it does not agree with what was
 * retrieved, 400 with a `detail` when it is not of the host's form or an amount cannot be read (then with the names of its `fields`), 422 when the `Idempotency-Key` has been used with another content.
 */
export async function handIn(
  submissions: Submissions,
  asking: Asking,
  { submission, key }: ToHandIn,
): Promise<Response> {
  // The answer may have been lost, and the host's session then has no open application any more.
  const of = caseToLookBackOn(asking);
  const by = { of, signIn: asking.signIn };
  return jsonResponse(receiptIn(await submissions.handIn(by, submission, key)));
}

/** For developers (RFC 9457 `detail`). Fixed: nothing of what was sent. */
const DETAILS: Readonly<Record<Extract<HandInOutcome, { outcome: 'invalid' }>['why'], string>> = {
  amount: 'An amount cannot be read',
  'key-used': 'The Idempotency-Key has been used with another content',
  'other-name': 'name is not the name that the host has told of its form',
  'other-period': 'period is not the time that the host has told of the application',
  'unknown-field': 'fields has a field that the host does not know, or a value that the field cannot hold',
  'unknown-choice': 'fields has a choice of the incomes that the elements do not offer',
};

/** @throws Problem that tells why it was not taken. */
function receiptIn(outcome: HandInOutcome): SubmissionReceipt {
  if (outcome.outcome === 'handed-in') return outcome.receipt;
  if (outcome.outcome === 'invalid') {
    const { why } = outcome;
    const status = why === 'key-used' && { status: 422 };
    const fields = why === 'amount' && { fields: outcome.fields };
    throw new Problem('invalid-input', { detail: why, more: { detail: DETAILS[why], ...fields }, ...status });
  }
  const { reason, receipt, why = reason } = outcome;
  throw new Problem('conflict', { detail: why, more: { reason, ...(receipt && { receipt }) } });
}
