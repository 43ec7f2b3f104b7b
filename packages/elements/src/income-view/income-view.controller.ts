import { IncomeProblem, type IncomeStatement, type Period } from '@medborgarnavet/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FetchOptions, IncomeSource } from '../income-source.ts';
import { OTHER_PERSON, problemOf } from '../problems.ts';
import { STOPPED } from '../provider/joint.ts';
import type { SourceNews } from '../provider/shared-source.ts';
import {
  SsbtekIncomeViewFetchEvent,
  SsbtekIncomeViewProblemEvent,
  SsbtekIncomeViewReadyEvent,
} from './income-view.events.ts';
import {
  answered,
  asking,
  backgroundOf,
  failed,
  settled,
  statementOf,
  told,
  withBackground,
  type BackgroundState,
  type IncomeViewState,
} from './income-view.state.ts';

type Host = ReactiveControllerHost & HTMLElement;

export interface ViewParts {
  /** Both throw IncomeProblem when the page has not said where to ask, or about what. */
  readonly source: () => IncomeSource;
  readonly period: () => Period;
  /** Something stands otherwise. */
  readonly changed: () => void;
  /** What was opened and searched for goes with what was shown. */
  readonly forget: () => void;
}

/** Looking, fetching, and where it stands. Only the newest run may show anything; a removed element stops and forgets. */
export class ViewController implements ReactiveController {
  readonly #host: Host;
  readonly #parts: ViewParts;
  #state: IncomeViewState = { kind: 'idle' };
  #abort: AbortController | undefined;

  constructor(host: Host, parts: ViewParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  get state(): IncomeViewState {
    return this.#state;
  }

  hostDisconnected(): void {
    // Moved within the page it is connected again before this runs.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#clear({ kind: 'idle' });
    });
  }

  /** Shows what was fetched before. Asks no authority. */
  async look(): Promise<void> {
    const meanwhile: IncomeViewState =
      this.#state.kind === 'covered' ? { kind: 'covered' } : { kind: 'looking' };
    await this.#run(meanwhile, (signal) => this.#parts.source().latestIncome({ signal }));
  }

  /** Has the authorities asked. */
  async fetch(): Promise<void> {
    if (this.#state.kind === 'covered') return this.look();
    if (this.#state.kind === 'asking') return;
    if (!this.#host.dispatchEvent(new SsbtekIncomeViewFetchEvent())) return;
    await this.#run(asking(this.#state), (signal) =>
      this.#parts.source().fetchIncome(this.#parts.period(), this.#options(signal)),
    );
  }

  /** What another element of the page did: what it fetches is shown here too. */
  async hear(news: SourceNews): Promise<void> {
    const { kind } = this.#state;
    if (kind === 'asking' || kind === 'looking' || kind === 'covered' || kind === 'left') return;
    switch (news.kind) {
      case 'asking':
        return this.#join(news.period);
      case 'changed':
        if (news.statement?.id !== statementOf(this.#state)?.id) this.#show(news.statement);
        return;
      case 'ended':
        this.end(news.problem);
    }
  }

  /** Whoever sits there now has no right to what is shown. */
  end(problem: IncomeProblem): void {
    if (statementOf(this.#state) || this.#state.kind === 'asking' || this.#state.kind === 'looking')
      this.#fail(failed(this.#state, problem.kind), problem);
  }

  /** Waits no longer. */
  stop(): void {
    if (this.#state.kind !== 'asking') return;
    this.#abort?.abort(STOPPED);
    this.#end(settled(this.#state));
  }

  /** Has the authorities asked what lies behind the payments. */
  async fetchBackground(): Promise<void> {
    // What is shown can be asked about, also where it could not be fetched anew.
    const statement = statementOf(this.#state);
    if (!statement || this.#state.kind === 'asking' || backgroundOf(this.#state).kind === 'asking') return;
    const signal = this.#begin(withBackground(answered(statement), { kind: 'asking' }));
    let found: BackgroundState;
    try {
      const told = await this.#parts.source().fetchBackground?.(statement.period, { signal });
      found = told ? { kind: 'answered', statement: told } : { kind: 'idle' };
    } catch (error) {
      found = { kind: 'failed', problem: problemOf(error).kind };
    }
    if (signal.aborted) return;
    const next = withBackground(this.#state, found);
    if (found.kind === 'failed') this.#fail(next, new IncomeProblem(found.problem));
    else this.#end(next);
  }

  /** The page is seen again. In another tab the person may have fetched, withdrawn or signed out meanwhile. */
  async recheck(): Promise<void> {
    const before = this.#state;
    if (before.kind !== 'answered') return;
    try {
      const latest = await this.#parts.source().latestIncome();
      if (this.#state === before && latest?.id !== before.statement.id) this.#show(latest);
    } catch (error) {
      const problem = problemOf(error);
      if (this.#state === before && OTHER_PERSON.includes(problem.kind))
        this.#fail(failed(before, problem.kind), problem);
    }
  }

  /** The page is left: nothing stays on it. */
  cover(): void {
    if (this.#state.kind !== 'left') this.#clear({ kind: 'covered' });
  }

  /** The page has come back as it was left. Nothing is shown until the host says that the session lives. */
  async uncover(): Promise<void> {
    if (this.#state.kind === 'covered') await this.look();
  }

  /** The person is gone, and so is all that was shown. */
  leave(): void {
    this.#clear({ kind: 'left' });
  }

  async #join(period: Period): Promise<void> {
    await this.#run(
      asking(this.#state),
      (signal) => this.#parts.source().fetchIncome(period, this.#options(signal)),
      // Whoever was pressed tells of the problem.
      true,
    );
  }

  async #run(
    meanwhile: IncomeViewState,
    ask: (signal: AbortSignal) => Promise<IncomeStatement | undefined>,
    isToldElsewhere = false,
  ): Promise<void> {
    const signal = this.#begin(meanwhile);
    try {
      const statement = await ask(signal);
      if (!signal.aborted) this.#show(statement);
    } catch (error) {
      if (signal.aborted) return;
      const problem = problemOf(error);
      const isSettled = error === STOPPED || (isToldElsewhere && !OTHER_PERSON.includes(problem.kind));
      if (isSettled) this.#end(settled(this.#state));
      else this.#fail(failed(this.#state, problem.kind), problem);
    }
  }

  #options(signal: AbortSignal): FetchOptions {
    return {
      signal,
      onProgress: (progress) => {
        if (signal.aborted) return;
        this.#state = told(this.#state, progress);
        this.#host.requestUpdate();
      },
    };
  }

  #show(statement: IncomeStatement | undefined): void {
    this.#end(statement ? answered(statement, backgroundOf(this.#state)) : { kind: 'empty' });
    if (statement) this.#host.dispatchEvent(new SsbtekIncomeViewReadyEvent(statement.id));
    else this.#parts.forget();
  }

  #fail(state: IncomeViewState, problem: IncomeProblem): void {
    if (statementOf(state) === undefined) this.#parts.forget();
    this.#end(state);
    this.#host.dispatchEvent(new SsbtekIncomeViewProblemEvent(problem));
  }

  #begin(meanwhile: IncomeViewState): AbortSignal {
    this.#end(meanwhile);
    this.#abort = new AbortController();
    return this.#abort.signal;
  }

  #clear(state: IncomeViewState): void {
    this.#parts.forget();
    this.#end(state);
  }

  /** Drops what is under way, and stands there. */
  #end(state: IncomeViewState): void {
    this.#abort?.abort();
    this.#state = state;
    this.#host.requestUpdate();
    this.#parts.changed();
  }
}
