import type { IncomeProblem } from '@medborgarnavet/model';

/** A fetch has ended well and is on screen. Carries the statement's id and no figures. */
export class SsbtekPrefillFetchedEvent extends Event {
  static readonly type = 'ssbtek-prefill-fetched';
  readonly statementId: string;

  constructor(statementId: string) {
    super(SsbtekPrefillFetchedEvent.type);
    this.statementId = statementId;
  }
}

/** A fetch has failed; the page shows it already. Carries what kind of problem it is. */
export class SsbtekPrefillProblemEvent extends Event {
  static readonly type = 'ssbtek-prefill-problem';
  readonly problem: IncomeProblem;

  constructor(problem: IncomeProblem) {
    super(SsbtekPrefillProblemEvent.type);
    this.problem = problem;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ssbtek-prefill-fetched': SsbtekPrefillFetchedEvent;
    'ssbtek-prefill-problem': SsbtekPrefillProblemEvent;
  }
}
