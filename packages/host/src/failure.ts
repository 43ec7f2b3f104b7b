import { LookupFailed } from '@medborgarnavet/model';
import { AuditBroken } from './audit/chained-audit.ts';
import type { LogEntry } from './log.ts';
import { KeysRefused } from './kommunikationsyta/key-proofs.ts';
import { RecordRefused } from './kommunikationsyta/sealed-content.ts';
import { Problem } from './problem.ts';

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
  if (error instanceof RecordRefused) return { problem: 'internal', detail: `record-${error.reason}` };
  if (error instanceof KeysRefused) return { problem: 'internal', detail: 'keys-refused' };
  if (error instanceof AuditBroken) return { problem: 'internal', detail: 'audit-broken' };
  return { problem: 'internal' };
}
