import type { AccessAction, AccessedSource, AccessOutcome } from '@medborgarnavet/model';
import type { Case } from '../asking.ts';

/** One thing that is done with a person's data. */
export interface AuditEvent {
  readonly action: AccessAction;
  readonly outcome: AccessOutcome;
  /** Who was asked, and whether they answered; what they answered is not told. */
  readonly sources?: readonly AccessedSource[];
  /** Why it was refused or failed: a word from a closed list, never a message. */
  readonly why?: string;
}

/** An event as it was written. */
export interface AuditedEvent extends AuditEvent {
  readonly at: Date;
}

/** What has been done in one case. */
export interface CaseEvents {
  /** The oldest first; the newest 2,000. Of these only what can be shown to be as it was written. */
  readonly events: readonly AuditedEvent[];
  /** False when somebody has deleted or edited entries of the case, or the entry just before one of them. */
  readonly isWhole: boolean;
}

/**
 * Who did what with whose data, kept longer than the data itself and chained, so that nothing can be taken away or changed
 * unseen. Persons and applications are pseudonyms in it.
 */
export interface Audit {
  /** On disk when it resolves. What cannot be written must not be done: who calls lets the error stop the request. */
  write(of: Case, event: AuditEvent): Promise<void>;
  ofCase(of: Case): Promise<CaseEvents>;
}
