import {
  IncomeProblem,
  problemTypeOf,
  SubmissionConflictDocument,
  SubmissionReceipt,
  SubmissionRefused,
  type Submission,
} from '@medborgarnavet/model';
import { readAnswer, readJson } from './answer.ts';
import { createHttp, present, type AskOptions, type ClientOptions } from './http.ts';

/**
 * A page's side of `POST /submission`. It throws {@link IncomeProblem}, or the signal's reason when aborted. Nothing is sent again by
 * itself, and the same may be sent again with the same key: it is handed in once.
 */
export interface SubmissionClient {
  /**
   * Hands in the reviewed form.
   * @param idempotencyKey chosen at random, once for each content.
   * @throws SubmissionRefused, an IncomeProblem of kind `conflict`, when it does not agree with what the host knows.
   */
  submit(submission: Submission, idempotencyKey: string, options?: AskOptions): Promise<SubmissionReceipt>;
}

/** @throws IncomeProblem `no-endpoint` when the endpoint is no web address. */
export function createSubmissionClient(options: ClientOptions): SubmissionClient {
  const { ky, url, ask } = createHttp(options);
  const address = url('submission');
  return {
    submit(submission, idempotencyKey, options) {
      const headers = { 'idempotency-key': idempotencyKey };
      return ask(async (signal) => {
        const response = await ky.post(address, { json: submission, headers, signal });
        if (response.status === 409) throw await refusalIn(response);
        return present(await readAnswer(response, SubmissionReceipt));
      }, options);
    },
  };
}

/** A 409 that does not say why in our words is not taken for one that does. */
async function refusalIn(response: Response): Promise<IncomeProblem> {
  const body = await readJson(response);
  const { data } = SubmissionConflictDocument.safeParse(body);
  if (data && problemTypeOf(data) === 'conflict') return new SubmissionRefused(data.reason, data.receipt);
  return new IncomeProblem(problemTypeOf(body) ?? 'unreadable-answer');
}
