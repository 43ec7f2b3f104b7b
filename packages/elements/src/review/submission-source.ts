import { createContext } from '@lit/context';
import type { Submission, SubmissionReceipt } from '@medborgarnavet/model';
import { provideOnRoot, type Connect } from '../connect.ts';
import type { LookOptions } from '../income-source.ts';

/**
 * Where an application is handed in: a port. The embed gives one that asks the host's endpoint; a page may set its own.
 * Throws `IncomeProblem`, or the signal's reason when aborted.
 */
export interface SubmissionSource {
  /**
   * Hands it in. The same again with the same key is handed in once, and answered with the same receipt.
   * @throws SubmissionRefused when it does not agree with what the host knows.
   */
  submit(submission: Submission, idempotencyKey: string, options?: LookOptions): Promise<SubmissionReceipt>;
}

/** Makes a source of an element's `endpoint`. Throws `IncomeProblem` `no-endpoint` when it is no web address. */
export type ConnectSubmissionSource = Connect<SubmissionSource>;

/** Who makes submission sources out of endpoints on this page. The embed provides it on the document's root. */
export const connectSubmissionSource = createContext<ConnectSubmissionSource>(
  Symbol('medborgarnavet.connect-submission-source'),
);

/** Lets every `<ssbtek-review>` of the page find its source. Called once, by whoever joins elements and client. */
export function provideSubmissionSources(connect: ConnectSubmissionSource, root?: HTMLElement): void {
  provideOnRoot(connectSubmissionSource, connect, root);
}
