import type { IncomeProblem, Ore, SourceCode } from '@medborgarnavet/model';
import { AwaitableEvent } from '../awaitable-event.ts';

/** The person wants to fetch, and nobody has been asked. Cancelable, and the host may take its time. */
export class SsbtekPrefillFetchEvent extends AwaitableEvent {
  static readonly type = 'ssbtek-prefill-fetch';

  constructor() {
    super(SsbtekPrefillFetchEvent.type, { cancelable: true });
  }
}

/** A fetch has ended well and is on screen. Carries the statement's id and no figures. */
export class SsbtekPrefillFetchedEvent extends Event {
  static readonly type = 'ssbtek-prefill-fetched';
  readonly statementId: string;

  constructor(statementId: string) {
    super(SsbtekPrefillFetchedEvent.type);
    this.statementId = statementId;
  }
}

/** The person has changed something. Carries where and not what: read `value`, or the form's data. */
export class SsbtekPrefillChangeEvent extends Event {
  static readonly type = 'ssbtek-prefill-change';
  /** The key of a row, `egna` for added incomes, or `har-inkomster` for the question. */
  readonly key: string;

  constructor(key: string) {
    super(SsbtekPrefillChangeEvent.type);
    this.key = key;
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

/**
 * The session has ended, and what was retrieved is about to be taken away. A host may save what the person has written
 * first, within a second, and remember `field` to come back to with `focusField()` after a new sign-in. Where anybody
 * waits, the person is not asked to copy what they have written.
 */
export class SsbtekPrefillSessionEndingEvent extends AwaitableEvent {
  static readonly type = 'ssbtek-prefill-session-ending';
  /** The key of the row that the person was in, if any. */
  readonly field: string | undefined;

  constructor(field: string | undefined) {
    super(SsbtekPrefillSessionEndingEvent.type);
    this.field = field;
  }
}

/** What was retrieved has been taken away at the person's wish. What they wrote stands. */
export class SsbtekPrefillWithdrawnEvent extends Event {
  static readonly type = 'ssbtek-prefill-withdrawn';

  constructor() {
    super(SsbtekPrefillWithdrawnEvent.type);
  }
}

/** An amount for one of the host's own fields. */
export interface Filling {
  readonly key: string;
  /** Whole öre. */
  readonly amount: Ore;
  readonly sources: readonly SourceCode[];
  /** The host's field, if it has one for the row. */
  readonly field: HTMLInputElement | HTMLTextAreaElement | undefined;
  /** The person has written in it: it is left as it is. */
  readonly isWritten: boolean;
}

/**
 * The host's own fields are about to be filled with what a fetch has brought: told once of each. Cancel it to fill them
 * in a way of your own; taking the amounts away is then the host's as well. Handing over is its purpose.
 */
export class SsbtekPrefillFillEvent extends Event {
  static readonly type = 'ssbtek-prefill-fill';
  readonly fillings: readonly Filling[];

  constructor(fillings: readonly Filling[]) {
    super(SsbtekPrefillFillEvent.type, { cancelable: true });
    this.fillings = fillings;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ssbtek-prefill-fetch': SsbtekPrefillFetchEvent;
    'ssbtek-prefill-fetched': SsbtekPrefillFetchedEvent;
    'ssbtek-prefill-change': SsbtekPrefillChangeEvent;
    'ssbtek-prefill-problem': SsbtekPrefillProblemEvent;
    'ssbtek-prefill-session-ending': SsbtekPrefillSessionEndingEvent;
    'ssbtek-prefill-withdrawn': SsbtekPrefillWithdrawnEvent;
    'ssbtek-prefill-fill': SsbtekPrefillFillEvent;
  }
}
