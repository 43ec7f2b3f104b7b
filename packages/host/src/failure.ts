import { LookupFailed, type ProblemDocument } from '@medborgarnavet/model';
import { AuditBroken } from './audit/chained-audit.ts';
import type { LogEntry } from './log.ts';
import { KeysRefused } from './kommunikationsyta/key-proofs.ts';
import { CaseClosed } from './kommunikationsyta/case-closed.ts';
import { RecordRefused } from './kommunikationsyta/sealed-content.ts';
import { StoreUnavailable } from './kommunikationsyta/store-unavailable.ts';
import { Problem, problemDocument, problemResponse, type ProblemOptions } from './problem.ts';

/** What to tell of an error. Its message is not: it may come from anywhere. */
export function failureOf(error: unknown): Required<Pick<LogEntry, 'problem'>> & Pick<LogEntry, 'detail'> {
  if (error instanceof Problem) {
    const { detail } = error.options;
    return { problem: error.type, ...(detail !== undefined && { detail }) };
  }
  if (error instanceof LookupFailed) {
    return {
      problem: `upstream-${error.kind}`,
      detail: error.detail,
    };
  }
  if (error instanceof CaseClosed) return { problem: 'no-application', detail: 'case-closed' };
  if (error instanceof StoreUnavailable) return { problem: 'internal', detail: 'store-unavailable' };
  if (error instanceof RecordRefused) return { problem: 'kept-unreadable', detail: `record-${error.reason}` };
  if (error instanceof KeysRefused) return { problem: 'internal', detail: 'keys-refused' };
  if (error instanceof AuditBroken) return { problem: 'internal', detail: 'audit-broken' };
  return { problem: 'internal' };
}

/** What is answered of an error: its problem document. */
export function answerOf(error: unknown): Response {
  return problemResponse(failureOf(error).problem, optionsOf(error));
}

function optionsOf(error: unknown): ProblemOptions {
  if (error instanceof Problem) return error.options;
  if (error instanceof StoreUnavailable)
    return { status: 503, headers: { 'retry-after': String(error.retryAfter) } };
  return {};
}

/** The same as a document in an answer that has begun. */
export function documentOf(error: unknown): ProblemDocument {
  return problemDocument(failureOf(error).problem, optionsOf(error).status);
}
