import type { IncomeProblem } from '@medborgarnavet/model';

/** What has been done with the data is on screen, or is on screen anew. Carries nothing of it. */
export class SsbtekAccessLogReadyEvent extends Event {
  static readonly type = 'ssbtek-access-log-ready';

  constructor() {
    super(SsbtekAccessLogReadyEvent.type);
  }
}

/** The log could not be read; the page shows it already. Carries what kind of problem it is. */
export class SsbtekAccessLogProblemEvent extends Event {
  static readonly type = 'ssbtek-access-log-problem';
  readonly problem: IncomeProblem;

  constructor(problem: IncomeProblem) {
    super(SsbtekAccessLogProblemEvent.type);
    this.problem = problem;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ssbtek-access-log-ready': SsbtekAccessLogReadyEvent;
    'ssbtek-access-log-problem': SsbtekAccessLogProblemEvent;
  }
}
