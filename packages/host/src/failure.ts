import { LookupFailed } from '@medborgarnavet/model';
import type { LogEntry } from './log.ts';
import { RecordRefused } from './kommunikationsyta/sealed-content.ts';
import { Problem } from './problem.ts';

/** What to tell of an error. Its message is not: it may come from anywhere. */
export function failureOf(error: unknown): Required<Pick<LogEntry, 'problem'>> & Pick<LogEntry, 'detail'> {
  if (error instanceof Problem) return { problem: error.type };
  if (error instanceof LookupFailed) {
    return {
      problem: error.kind === 'timeout' ? 'upstream-timeout' : 'upstream-unavailable',
      detail: error.detail,
    };
  }
  if (error instanceof RecordRefused) return { problem: 'internal', detail: `record-${error.reason}` };
  return { problem: 'internal' };
}
