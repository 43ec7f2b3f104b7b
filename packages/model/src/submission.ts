import * as z from 'zod/mini';
import { Draft, LARGEST_DRAFT } from './draft.ts';
import { Period } from './period.ts';
import { IncomeProblem, ProblemDocument } from './problem.ts';
import { IncomeStatement } from './statement.ts';

/** The largest body of `POST /submission`: as much as a draft may hold, and 16 KiB. */
export const LARGEST_SUBMISSION = LARGEST_DRAFT + 16 * 1024;

/** What `Idempotency-Key` is: chosen at random by the page, once for each form that is handed in. */
export const IdempotencyKey = z.string().check(z.regex(/^[\w-]{16,64}$/));

/** What a person vouches for when handing in, where a host has no words of its own. */
export const DECLARATION = 'Jag intygar att uppgifterna är riktiga.';

/** The reviewed form: `POST /submission`. */
export const Submission = z.strictObject({
  /** The version of this shape. */
  version: z.literal(1),
  /** What the names of the fields with incomes begin with: the `name` of `<ssbtek-prefill>`. */
  name: z.string().check(z.regex(/^[\w.-]{1,60}$/)),
  /** The time that the incomes are for: days in Sweden, both included. */
  period: Period,
  /** The whole form as `FormData` has it, in the form's order. Files are left out. */
  fields: Draft.shape.fields,
  /**
   * What the retrieved amounts are from, as the host gave it; absent when nothing was fetched. `not-shown` when the page could not look it
   * up: then only what the person has written is handed in, whatever was fetched.
   */
  statement: z.exactOptional(
    z.union([
      z.literal('not-shown'),
      z.strictObject({ id: IncomeStatement.shape.id, seal: IncomeStatement.shape.seal }),
    ]),
  ),
  /** The person has vouched for it. */
  declared: z.literal(true),
});
export type Submission = z.infer<typeof Submission>;

/** What handing in is answered with. */
export const SubmissionReceipt = z.strictObject({
  /** The version of this shape. */
  version: z.literal(1),
  /** The reference of the application, to be read aloud or written down. */
  reference: z.string().check(z.minLength(1), z.maxLength(60)),
  /** Names this handing in, also to the authority. Says nothing. */
  id: z.string().check(z.regex(/^[\w-]{8,64}$/)),
  /** When it was received: an instant in UTC. */
  receivedAt: z.iso.datetime(),
});
export type SubmissionReceipt = z.infer<typeof SubmissionReceipt>;

/**
 * Why what is handed in does not agree with what the host knows.
 * - `retrieved-changed`: an amount that is said to be retrieved is not what was retrieved
 * - `statement-replaced`: what was fetched has been fetched again, withdrawn or forgotten since the page showed it
 * - `statement-unverified`: what was fetched is still there, and the host can no longer show that it is what it sealed: fetch it again
 * - `already-handed-in`: with another content
 */
export const SUBMISSION_REFUSALS = [
  'retrieved-changed',
  'statement-replaced',
  'statement-unverified',
  'already-handed-in',
] as const;
export type SubmissionRefusal = (typeof SUBMISSION_REFUSALS)[number];

/** The body of a 409 of `POST /submission`. */
export const SubmissionConflictDocument = z.object({
  ...ProblemDocument.shape,
  reason: z.enum(SUBMISSION_REFUSALS),
  /** With `already-handed-in`: of what was handed in. */
  receipt: z.exactOptional(SubmissionReceipt),
});
export type SubmissionConflictDocument = z.infer<typeof SubmissionConflictDocument>;

/** Why handing in was refused. Holds no amount and nothing that was written. */
export class SubmissionRefused extends IncomeProblem {
  readonly reason: SubmissionRefusal;
  /** With `already-handed-in`: of what was handed in. */
  readonly receipt: SubmissionReceipt | undefined;

  constructor(reason: SubmissionRefusal, receipt?: SubmissionReceipt) {
    super('conflict');
    this.reason = reason;
    this.receipt = receipt;
  }
}

/** By shape, so that it holds when the page has a second copy of this library. */
export function isSubmissionRefused(error: unknown): error is SubmissionRefused {
  return error instanceof Error && error.name === 'IncomeProblem' && 'reason' in error;
}
