import type { ProblemType } from '@medborgarnavet/model';

/** All that is ever logged. No person, no amount, no address, no message from elsewhere. */
export interface LogEntry {
  /** An instant in UTC. */
  readonly time: string;
  /** A route of the list, or `other`. */
  readonly call: string;
  readonly status: number;
  /** Milliseconds. */
  readonly duration: number;
  readonly problem?: ProblemType;
  /** What kind of failure lies behind the problem. */
  readonly detail?: string;
}

export type Log = (entry: LogEntry) => void;
