import {
  IncomeProblem,
  isSubmissionRefused,
  type IncomeStatement,
  type Period,
  type PostedIncomes,
  type Submission,
  type SubmissionRefused,
} from '@medborgarnavet/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { IncomeSource } from '../income-source.ts';
import { OTHER_PERSON, problemOf, SESSION_ENDED } from '../problems.ts';
import type { SourceNews } from '../provider/shared-source.ts';
import { SsbtekHandedInEvent, SsbtekReviewProblemEvent } from './review.events.ts';
import { outbox } from './review.outbox.ts';
import type { ReviewPlace } from './review.place.ts';
import {
  aftermathOf,
  isOpen,
  isSame,
  NOTHING_RETRIEVED,
  ready,
  retrievedFor,
  uncovered,
  UNSEEN,
  type Retrieved,
  type ReviewState,
} from './review.state.ts';

type Host = ReactiveControllerHost & HTMLElement;

export interface ReviewParts {
  /** Throws IncomeProblem when the page has not said where to ask. */
  readonly source: () => IncomeSource;
  /** Throws IncomeProblem when the page has not said which. */
  readonly period: () => Period;
  readonly place: Pick<ReviewPlace, 'name' | 'source'>;
  readonly posted: () => PostedIncomes;
  readonly submission: (retrieved: Retrieved) => Submission;
  /** Whether the person has vouched for what they have read. */
  readonly isVouchedFor: () => boolean;
  /** What the person vouched for is no longer what is shown. */
  readonly unvouch: () => void;
  /** Takes what the page holds of the person out of it; gives it back; forgets it. */
  readonly fields: { take(): void; giveBack(): void; forget(): void };
  /** The session has ended, and the others of the page need to know. */
  readonly tellEnded: (problem: IncomeProblem) => void;
}

/** Looking, handing in, and where it stands. Only the newest look may show anything. */
export class ReviewController implements ReactiveController {
  readonly #host: Host;
  readonly #parts: ReviewParts;
  #state: ReviewState = { kind: 'idle' };
  #abort: AbortController | undefined;

  constructor(host: Host, parts: ReviewParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  get state(): ReviewState {
    return this.#state;
  }

  hostDisconnected(): void {
    // Moved within the page it is connected again before this runs.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#stand({ kind: 'idle' });
    });
  }

  /** The page has nowhere to look: nothing is fetched here. */
  settle(): void {
    if (this.#state.kind === 'idle') this.#stand(ready(NOTHING_RETRIEVED));
  }

  /** Looks up what was fetched. Asks no authority. */
  async look(): Promise<void> {
    const { kind } = this.#state;
    if (!['idle', 'looking', 'failed', 'ready'].includes(kind)) return;
    this.#parts.unvouch();
    this.#stand({ kind: 'looking' });
    await this.#run(
      (retrieved) => ready(retrieved),
      (problem) => ({ kind: 'failed', retrieved: UNSEEN, problem }),
    );
  }

  /** Hands in what is shown. A call while one is under way does nothing. */
  async handIn(): Promise<void> {
    if (!isOpen(this.#state)) return;
    const { retrieved } = this.#state;
    const posted = this.#parts.posted();
    this.#stand({ kind: 'sending', retrieved });
    try {
      const { name, source } = this.#parts.place;
      const receipt = await outbox.send(name, this.#parts.submission(retrieved), source);
      this.#arrive({ kind: 'handed-in', receipt, retrieved, posted });
    } catch (error) {
      if (this.state.kind === 'sending') this.#fail(error, retrieved);
    }
  }

  /** Reads the amounts in again, after they were refused. */
  async reread(): Promise<void> {
    if (this.#state.kind !== 'refused') return;
    const { retrieved: before, reason } = this.#state;
    this.#stand({ kind: 'rereading', retrieved: before, reason });
    await this.#run(
      (retrieved) => ready(retrieved, before),
      (problem) => ({ kind: 'refused', retrieved: before, reason, problem }),
    );
  }

  /** In another place the person may have fetched, withdrawn or signed out meanwhile. */
  async recheck(): Promise<void> {
    const before = this.#state;
    if (before.kind !== 'ready' && before.kind !== 'failed') return;
    try {
      const latest = await this.#parts.source().latestIncome();
      if (this.#state === before) this.#take(latest);
    } catch (error) {
      const problem = problemOf(error);
      if (this.#state === before && OTHER_PERSON.includes(problem.kind)) this.end(problem);
    }
  }

  /** What another element of the page did. */
  hear(news: SourceNews): void {
    if (news.kind === 'changed') this.#take(news.statement);
    if (news.kind !== 'ended') return;
    const { kind } = this.#state;
    if (kind === 'covered' || kind === 'ended') return;
    // What has been handed in is no open application any more, and what was sent may have been.
    const isHandingIn = aftermathOf(this.#state).kind !== 'none' || kind === 'already';
    if (!isHandingIn || SESSION_ENDED.includes(news.problem.kind)) this.end(news.problem);
  }

  /** Whoever sits there now has no right to what was shown. */
  end(problem: IncomeProblem): void {
    if (this.#state.kind === 'ended') return;
    this.#parts.fields.forget();
    this.#parts.unvouch();
    this.#stand({ kind: 'ended', problem: problem.kind });
    this.#host.dispatchEvent(new SsbtekReviewProblemEvent(problem));
  }

  /** The page is left: nothing stays on it. */
  cover(): void {
    if (this.#state.kind === 'ended') return;
    outbox.forgetAnswers();
    this.#parts.fields.take();
    this.#parts.unvouch();
    this.#stand({ kind: 'covered', aftermath: aftermathOf(this.#state) });
  }

  /** The page has come back as it was left. Nothing is shown until the host says that the session lives. */
  async uncover(): Promise<void> {
    if (this.#state.kind !== 'covered') return;
    const { aftermath } = this.#state;
    this.#stand({ kind: 'covered', aftermath });
    await this.#run(
      (retrieved) => {
        this.#parts.fields.giveBack();
        return uncovered(aftermath, retrieved, this.#parts.posted());
      },
      (problem) => ({ kind: 'covered', aftermath, problem }),
    );
  }

  /** Also while the page is left: it is told when the person is back. */
  #arrive(state: Extract<ReviewState, { kind: 'handed-in' }>): void {
    const { receipt } = state;
    if (this.#state.kind === 'covered')
      this.#stand({ kind: 'covered', aftermath: { kind: 'receipt', receipt } });
    if (this.#state.kind !== 'sending') return;
    this.#stand(state);
    this.#host.dispatchEvent(new SsbtekHandedInEvent(receipt));
  }

  /** The host keeps something else than what is shown. */
  #take(latest: IncomeStatement | undefined): void {
    if (this.#state.kind !== 'ready' && this.#state.kind !== 'failed') return;
    const { retrieved: before } = this.#state;
    const retrieved = retrievedFor(this.#parts.period(), latest);
    if (isSame(before, retrieved)) return;
    // Told only to a person who has said that they have read it.
    const wasVouchedFor = this.#parts.isVouchedFor();
    this.#parts.unvouch();
    this.#stand(wasVouchedFor ? ready(retrieved, before) : ready(retrieved));
  }

  async #run(
    found: (retrieved: Retrieved) => ReviewState,
    failed: (problem: IncomeProblem['kind']) => ReviewState,
  ): Promise<void> {
    const { signal } = (this.#abort = new AbortController());
    try {
      const period = this.#parts.period();
      const latest = await this.#parts.source().latestIncome({ signal });
      if (!signal.aborted) this.#stand(found(retrievedFor(period, latest)));
    } catch (error) {
      if (signal.aborted) return;
      const problem = problemOf(error);
      if (OTHER_PERSON.includes(problem.kind)) this.end(problem);
      else {
        this.#stand(failed(problem.kind));
        this.#host.dispatchEvent(new SsbtekReviewProblemEvent(problem));
      }
    }
  }

  #fail(error: unknown, retrieved: Retrieved): void {
    const problem = problemOf(error);
    if (OTHER_PERSON.includes(problem.kind)) {
      this.#parts.tellEnded(problem);
      this.end(problem);
      return;
    }
    this.#stand(
      isSubmissionRefused(error)
        ? this.#refused(error, retrieved)
        : { kind: 'unsent', retrieved, problem: problem.kind },
    );
    this.#host.dispatchEvent(new SsbtekReviewProblemEvent(problem));
  }

  #refused({ reason, receipt }: SubmissionRefused, retrieved: Retrieved): ReviewState {
    this.#parts.unvouch();
    return reason === 'already-handed-in'
      ? { kind: 'already', ...(receipt && { receipt }) }
      : { kind: 'refused', retrieved, reason };
  }

  /** Drops the look that is under way, and stands there. */
  #stand(state: ReviewState): void {
    this.#abort?.abort();
    this.#abort = undefined;
    this.#state = state;
    this.#host.requestUpdate();
  }
}
