import type { IncomeProblem } from '@medborgarnavet/model';

/** The application has been handed in, and the page says so. Carries what the receipt says and no amount. */
export class SsbtekHandedInEvent extends Event {
  static readonly type = 'ssbtek-handed-in';
  /** The reference of the application. */
  readonly reference: string;
  /** Names this handing in. */
  readonly id: string;
  /** When it was received: an instant in UTC. */
  readonly receivedAt: string;

  constructor(receipt: { readonly reference: string; readonly id: string; readonly receivedAt: string }) {
    super(SsbtekHandedInEvent.type);
    this.reference = receipt.reference;
    this.id = receipt.id;
    this.receivedAt = receipt.receivedAt;
  }
}

/** The person wants to change a row. Cancel it to lead them there in a way of your own. */
export class SsbtekReviewChangeEvent extends Event {
  static readonly type = 'ssbtek-review-change';
  /** The key of a row, `egna` for added incomes, or `har-inkomster` for the question. */
  readonly key: string;

  constructor(key: string) {
    super(SsbtekReviewChangeEvent.type, { cancelable: true });
    this.key = key;
  }
}

/** Something failed or was refused; the page shows it already. Carries what kind of problem it is. */
export class SsbtekReviewProblemEvent extends Event {
  static readonly type = 'ssbtek-review-problem';
  readonly problem: IncomeProblem;

  constructor(problem: IncomeProblem) {
    super(SsbtekReviewProblemEvent.type);
    this.problem = problem;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ssbtek-handed-in': SsbtekHandedInEvent;
    'ssbtek-review-change': SsbtekReviewChangeEvent;
    'ssbtek-review-problem': SsbtekReviewProblemEvent;
  }
}
