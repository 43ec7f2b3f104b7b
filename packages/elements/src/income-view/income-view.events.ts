import type { IncomeProblem } from '@medborgarnavet/model';

/** The person wants to fetch, and nobody has been asked. Cancelable. */
export class SsbtekIncomeViewFetchEvent extends Event {
  static readonly type = 'ssbtek-income-view-fetch';

  constructor() {
    super(SsbtekIncomeViewFetchEvent.type, { cancelable: true });
  }
}

/** What was fetched, now or before, is on screen. Carries the statement's id and no figures. */
export class SsbtekIncomeViewReadyEvent extends Event {
  static readonly type = 'ssbtek-income-view-ready';
  readonly statementId: string;

  constructor(statementId: string) {
    super(SsbtekIncomeViewReadyEvent.type);
    this.statementId = statementId;
  }
}

/** Something could not be asked for; the page shows it already. Carries what kind of problem it is. */
export class SsbtekIncomeViewProblemEvent extends Event {
  static readonly type = 'ssbtek-income-view-problem';
  readonly problem: IncomeProblem;

  constructor(problem: IncomeProblem) {
    super(SsbtekIncomeViewProblemEvent.type);
    this.problem = problem;
  }
}

/**
 * The person leaves the page at once. The element is empty already; a host empties what else it shows. Cancelable, where
 * the host goes elsewhere itself.
 */
export class SsbtekIncomeViewLeaveEvent extends Event {
  static readonly type = 'ssbtek-income-view-leave';

  constructor() {
    super(SsbtekIncomeViewLeaveEvent.type, { cancelable: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'ssbtek-income-view-fetch': SsbtekIncomeViewFetchEvent;
    'ssbtek-income-view-ready': SsbtekIncomeViewReadyEvent;
    'ssbtek-income-view-problem': SsbtekIncomeViewProblemEvent;
    'ssbtek-income-view-leave': SsbtekIncomeViewLeaveEvent;
  }
}
