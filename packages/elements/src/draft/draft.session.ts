import { IncomeProblem } from '@medborgarnavet/model';
import { isPassing, SESSION_ENDED } from '../problems.ts';
import { SsbtekDraftSessionEndingEvent } from './draft.events.ts';
import type { Outcome } from './draft.saver.ts';

import type { Standing } from './draft.standing.ts';
import type { Doing } from './draft.state.ts';

/** How long a host may take to renew the session, and a last save to be answered. */
const SAVING_TIME = 1_000;

/** What has failed, and the session's end. */
export class Session {
  readonly #standing: Standing;
  readonly #drop: () => void;
  #hasRenewed = false;

  /** @param drop gives up what is under way. */
  constructor(standing: Standing, drop: () => void) {
    this.#standing = standing;
    this.#drop = drop;
  }

  /** A save has been answered. */
  lives(): void {
    this.#hasRenewed = false;
  }

  /** Tells of a problem. */
  async fail(problem: IncomeProblem, doing: Doing): Promise<Outcome> {
    const standing = this.#standing;
    if (SESSION_ENDED.includes(problem.kind)) {
      if (doing === 'save' && (await this.#isRenewed())) return 'again';
      await this.end(false);
      standing.problem(problem);
      return 'stop';
    }
    const { state } = standing;
    const isRetried = doing === 'save' && isPassing(problem.kind);
    const isTold = state.kind === 'saving' && state.problem !== undefined;
    const { kind } = problem;
    standing.show(isRetried ? { kind: 'retrying', problem: kind } : { kind: 'failed', doing, problem: kind });
    if (!isTold) standing.problem(problem);
    return isRetried ? 'retry' : 'stop';
  }

  /** Nobody is signed in any more, or somebody else: nothing stays. */
  async end(isSignedOut: boolean, problem = new IncomeProblem('session-expired')): Promise<void> {
    const standing = this.#standing;
    if (standing.state.kind === 'ended') return;
    const isComplete = standing.desk?.isUnsaved !== true;
    this.#drop();
    standing.resumed = undefined;
    const isAnother = !SESSION_ENDED.includes(problem.kind);
    standing.show({ kind: 'ended', isSignedOut, isComplete, ...(isAnother && { problem: problem.kind }) });
    standing.parts.ended(problem);
    if (isAnother) standing.problem(problem);
    await standing.desk?.blank();
  }

  /** Nobody is waited for any longer. */
  afterAWhile(): Promise<false> {
    const { clock } = this.#standing.parts;
    return new Promise((resolve) => clock().after(SAVING_TIME, () => resolve(false)));
  }

  /** Whether the host has renewed the session, in the second that it has. It is asked once. */
  async #isRenewed(): Promise<boolean> {
    if (this.#hasRenewed) return false;
    const ending = new SsbtekDraftSessionEndingEvent();
    this.#standing.dispatch(ending);
    if (!ending.isAwaited) return false;
    this.#hasRenewed = true;
    return Promise.race([ending.settled().then(() => true), this.afterAWhile()]);
  }
}
