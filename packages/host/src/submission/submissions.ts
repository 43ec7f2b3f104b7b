import { createHash } from 'node:crypto';
import {
  DECLARATION,
  EKBIST_ROWS,
  reviewIncomes,
  SubmissionReceipt,
  type ReviewedIncomes,
  type Row,
  type Submission,
  type SubmissionRefusal,
} from '@medborgarnavet/model';
import canonicalize from 'canonicalize';
import * as z from 'zod/mini';
import type { Case, SignIn } from '../asking.ts';
import type { Audit, AuditEvent } from '../audit/audit.ts';
import { failureOf } from '../failure.ts';
import { RecordRefused } from '../kommunikationsyta/sealed-content.ts';
import type { Vault } from '../kommunikationsyta/vault.ts';
import type { Seal } from '../seal.ts';
import { statementsOf, type StatementsOf, type StatementStore } from '../statements.ts';
import { agreementWith } from './agrees.ts';
import { writeMessage } from './handed-in.ts';
import { formFaultIn, isForPeriod, type FormFault, type HostForm } from './host-form.ts';
import { writeMessageContent } from './message-content.ts';
import type { SubmissionSigner } from './signer.ts';

export interface SubmissionsOptions {
  readonly vault: Vault;
  readonly statements: StatementStore | StatementsOf;
  readonly seal: Seal;
  readonly signer: SubmissionSigner;
  readonly clock: () => Date;
  /** A random id, 8–64 characters of `A–Z a–z 0–9 _ -`. */
  readonly newId: () => string;
  /** The municipality's name, as it is to stand on what is handed in. */
  readonly municipality: string;
  /** What the person vouches for, in the words of the page; those of the elements unless given. */
  readonly declaration?: string;
  /** What the host knows of its own form: what is handed in is compared with it. */
  readonly form: HostForm;
  /** The rows of the municipality's form; those of eAnsökan EkBist unless given. */
  readonly rows?: readonly Row[];
  /** Who did what with whose data: each handing in is written there, and each that was refused. */
  readonly audit?: Audit;
  /** Told when there is something to deliver. */
  readonly onHandedIn?: () => void;
}

/** Who hands in what. */
export interface HandingInBy {
  readonly of: Case;
  readonly signIn: SignIn;
}

export type HandInOutcome =
  /** It is on disk and on its way, and nothing else is kept of the case. The same answer however often it is sent. */
  | { readonly outcome: 'handed-in'; readonly receipt: SubmissionReceipt }
  | {
      readonly outcome: 'refused';
      readonly reason: SubmissionRefusal;
      readonly receipt?: SubmissionReceipt;
      /** What lies behind the reason, for the log and the audit: a fixed word. */
      readonly why?: string;
    }
  /** Amounts cannot be read, by the names of their fields; none where they come to more than there is. */
  | { readonly outcome: 'invalid'; readonly why: 'amount'; readonly fields: readonly string[] }
  /** The key has been used with another content, or it is not of the host's form. */
  | { readonly outcome: 'invalid'; readonly why: 'key-used' | FormFault };

/** Takes what is handed in. */
export interface Submissions {
  /** @param key as `Idempotency-Key` has it. */
  handIn(by: HandingInBy, submission: Submission, key: string): Promise<HandInOutcome>;
  /** What was given when the case was handed in; undefined when it is not, or its limit has passed. */
  receiptOf(of: Case): Promise<SubmissionReceipt | undefined>;
}

const KIND = 'receipt';
/** Each time that a fetch or another handing in comes between lets at least that one through. */
const ATTEMPTS = 10;

/** What is encrypted, to know what is sent again. */
const Content = z.strictObject({ key: z.string(), digest: z.string(), receipt: SubmissionReceipt });
type Content = z.infer<typeof Content>;

export function createSubmissions(options: SubmissionsOptions): Submissions {
  const { vault, statements, seal, signer, clock, newId, municipality, audit } = options;
  const { declaration = DECLARATION, rows = EKBIST_ROWS, onHandedIn = () => undefined } = options;
  const { form } = options;

  async function contentOf(of: Case): Promise<Content | undefined> {
    const kept = await vault.read(of, KIND);
    if (!kept) return undefined;
    const { data } = Content.safeParse(JSON.parse(Buffer.from(kept.content).toString()));
    if (!data) throw new RecordRefused('changed');
    return data;
  }

  /** What was fetched, or why it cannot be shown to be what was sealed. Undefined when nothing is there. */
  async function sealedStatementOf({ personnummer, reference }: Case) {
    const stored = await statementsOf(statements, { personnummer }).find(reference);
    if (!stored) return undefined;
    if (await seal.verify(stored, reference)) return { id: stored.id, statement: stored };
    return { id: stored.id, why: seal.hasKeyOf(stored) ? 'seal-refused' : 'seal-key-unknown' };
  }

  /** Undefined when something came between. */
  async function attempt(
    { of, signIn }: HandingInBy,
    submission: Submission,
    key: string,
  ): Promise<HandInOutcome | undefined> {
    const digest = digestOf(submission);
    const fault = formFaultIn(submission, form, rows);
    if (fault) return { outcome: 'invalid', why: fault };
    const after = { statement: await vault.standing(of, 'statement') };
    const { statement: seen } = submission;
    // What the person was not shown is not handed in, and need not even be readable: it never closes handing in (DESIGN rule 4).
    const stored = seen === 'not-shown' ? undefined : await sealedStatementOf(of);
    if (stored?.why !== undefined && seen !== 'not-shown' && seen?.id === stored.id)
      return { outcome: 'refused', reason: 'statement-unverified', why: stored.why };
    const agreement = agreementWith(submission, stored?.statement, rows);
    if (agreement.kind === 'refused') return { outcome: 'refused', reason: agreement.reason };
    if (agreement.kind === 'unreadable')
      return { outcome: 'invalid', why: 'amount', fields: agreement.fields };
    if (!(await isForPeriod(submission, form, of))) return { outcome: 'invalid', why: 'other-period' };
    const { posted, statement } = agreement;
    const id = newId();
    const receivedAt = clock();
    const receipt: SubmissionReceipt = {
      version: 1,
      reference: of.reference,
      id,
      receivedAt: receivedAt.toISOString(),
    };
    const incomes = reviewed(() => reviewIncomes(statement, posted, rows));
    if (!incomes) return { outcome: 'invalid', why: 'amount', fields: [] };
    const common = { id, receivedAt, of, signIn, submission, incomes, rows, declaration, municipality };
    const { fields } = form;
    const message = await writeMessage({ ...common, fields, ...(statement && { statement }) }, { signer });
    const isDone = await vault.handIn(of, {
      receipt: Buffer.from(JSON.stringify({ key, digest, receipt } satisfies Content)),
      message: writeMessageContent(message),
      id,
      at: receivedAt,
      after,
    });
    if (!isDone) return undefined;
    onHandedIn();
    return { outcome: 'handed-in', receipt };
  }

  async function handInOnce(by: HandingInBy, submission: Submission, key: string): Promise<HandInOutcome> {
    for (let count = 0; count < ATTEMPTS; count += 1) {
      const outcome = await attempt(by, submission, key);
      if (outcome?.outcome === 'handed-in') return outcome;
      // What another has handed in meanwhile has left nothing to agree with.
      const told = (await answerAgain(by.of, submission, key)) ?? outcome;
      if (told) return told;
    }
    return { outcome: 'refused', reason: 'statement-replaced' };
  }

  /**
   * The same again, however often it is pressed and from wherever, is the same; anything else is another application. Undefined when
   * nothing has been handed in.
   */
  async function answerAgain(
    of: Case,
    submission: Submission,
    key: string,
  ): Promise<HandInOutcome | undefined> {
    const before = await contentOf(of);
    if (!before) return undefined;
    const { receipt } = before;
    if (digestOf(submission) === before.digest) return { outcome: 'handed-in', receipt };
    if (key === before.key) return { outcome: 'invalid', why: 'key-used' };
    return { outcome: 'refused', reason: 'already-handed-in', receipt };
  }

  return {
    async handIn(by, submission, key) {
      const { of } = by;
      // Sent again is not done again, and not written again.
      const again = await answerAgain(of, submission, key);
      if (again) return again;
      await audit?.write(of, { action: 'submission', outcome: 'begun' });
      let outcome: HandInOutcome;
      try {
        outcome = await handInOnce(by, submission, key);
      } catch (error) {
        const { problem, detail = problem } = failureOf(error);
        await audit?.write(of, { action: 'submission', outcome: 'failed', why: detail });
        throw error;
      }
      // What is handed in is told as that, also when it cannot be written how it ended: that it began is.
      await audit?.write(of, { action: 'submission', ...toldOf(outcome) }).catch(() => undefined);
      return outcome;
    },
    async receiptOf(of) {
      return (await contentOf(of))?.receipt;
    },
  };
}

/** Undefined when the amounts come to more than there is: nobody has written that. */
function reviewed(review: () => ReviewedIncomes): ReviewedIncomes | undefined {
  try {
    return review();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function toldOf(outcome: HandInOutcome): Pick<AuditEvent, 'outcome' | 'why'> {
  if (outcome.outcome === 'handed-in') return { outcome: 'done' };
  if (outcome.outcome === 'refused') return { outcome: 'refused', why: outcome.why ?? outcome.reason };
  return { outcome: 'failed', why: outcome.why };
}

function digestOf(submission: Submission): string {
  return createHash('sha256')
    .update(canonicalize(submission) ?? '')
    .digest('base64url');
}
