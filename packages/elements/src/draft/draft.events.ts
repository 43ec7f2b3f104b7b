import type { IncomeProblem } from '@medborgarnavet/model';
import { AwaitableEvent } from '../awaitable-event.ts';

/** What the person has written is kept. Carries nothing of it. */
export class SsbtekDraftSavedEvent extends Event {
  static readonly type = 'ssbtek-draft-saved';

  constructor() {
    super(SsbtekDraftSavedEvent.type);
  }
}

/** What was kept stands in the form. */
export class SsbtekDraftRestoredEvent extends Event {
  static readonly type = 'ssbtek-draft-restored';

  constructor() {
    super(SsbtekDraftRestoredEvent.type);
  }
}

/** What was kept stands in the form, and is older than a day. */
export class SsbtekDraftResumedEvent extends Event {
  static readonly type = 'ssbtek-draft-resumed';
  /** When it was saved: an instant in UTC. */
  readonly savedAt: string;

  constructor(savedAt: string) {
    super(SsbtekDraftResumedEvent.type);
    this.savedAt = savedAt;
  }
}

/** The form has been saved or deleted elsewhere, and the person is asked what stands. */
export class SsbtekDraftConflictEvent extends Event {
  static readonly type = 'ssbtek-draft-conflict';

  constructor() {
    super(SsbtekDraftConflictEvent.type);
  }
}

/** What was kept has been deleted, and the form is empty. */
export class SsbtekDraftDeletedEvent extends Event {
  static readonly type = 'ssbtek-draft-deleted';

  constructor() {
    super(SsbtekDraftDeletedEvent.type);
  }
}

/** Something could not be done; the page shows it already. Carries what kind of problem it is. */
export class SsbtekDraftProblemEvent extends Event {
  static readonly type = 'ssbtek-draft-problem';
  readonly problem: IncomeProblem;

  constructor(problem: IncomeProblem) {
    super(SsbtekDraftProblemEvent.type);
    this.problem = problem;
  }
}

/**
 * The session has ended, and the form is about to be emptied. A host that can renew the session has a second to do it:
 * then what is not saved is saved first.
 */
export class SsbtekDraftSessionEndingEvent extends AwaitableEvent {
  static readonly type = 'ssbtek-draft-session-ending';

  constructor() {
    super(SsbtekDraftSessionEndingEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'ssbtek-draft-saved': SsbtekDraftSavedEvent;
    'ssbtek-draft-restored': SsbtekDraftRestoredEvent;
    'ssbtek-draft-resumed': SsbtekDraftResumedEvent;
    'ssbtek-draft-conflict': SsbtekDraftConflictEvent;
    'ssbtek-draft-deleted': SsbtekDraftDeletedEvent;
    'ssbtek-draft-problem': SsbtekDraftProblemEvent;
    'ssbtek-draft-session-ending': SsbtekDraftSessionEndingEvent;
  }
}
