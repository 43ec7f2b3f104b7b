import type { IncomeProblem } from '@medborgarnavet/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { OTHER_PERSON, problemOf, SESSION_ENDED } from '../problems.ts';
import type { AccessLogSource } from './access-log-source.ts';
import { SsbtekAccessLogProblemEvent, SsbtekAccessLogReadyEvent } from './access-log.events.ts';
import { failed, logOf, looking, type AccessLogState } from './access-log.state.ts';

type Host = ReactiveControllerHost & HTMLElement;

export interface AccessLogParts {
  /** Throws IncomeProblem when the page has not said where to look. */
  readonly source: () => AccessLogSource;
  /** Whoever sits there has no right to what the page shows. */
  readonly ended: (problem: IncomeProblem) => void;
  /** What was opened goes with what was shown. */
  readonly forget: () => void;
}

/** Looking, and where it stands. Only the newest look may show anything; a removed element stops and forgets. */
export class AccessLogController implements ReactiveController {
  readonly #host: Host;
  readonly #parts: AccessLogParts;
  #state: AccessLogState = { kind: 'idle' };
  #abort: AbortController | undefined;

  constructor(host: Host, parts: AccessLogParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  get state(): AccessLogState {
    return this.#state;
  }

  hostDisconnected(): void {
    // Moved within the page it is connected again before this runs.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.stop();
    });
  }

  /** Reads the log, and tells when it cannot be read. */
  async look(): Promise<void> {
    await this.#run(looking(this.#state));
  }

  /** Reads it again without a word of it, unless it says something else, or that it is another person. */
  async recheck(): Promise<void> {
    const { kind } = this.#state;
    if (kind === 'answered' || kind === 'failed') await this.#run(this.#state, true);
  }

  /** The page is left: nothing stays on it. */
  cover(): void {
    if (this.#state.kind !== 'idle') this.#clear({ kind: 'covered' });
  }

  /** The page has come back as it was left. Nothing is shown until the host says that the session lives. */
  async uncover(): Promise<void> {
    if (this.#state.kind === 'covered') await this.look();
  }

  /** Whether it is known already that whoever sits there has no right to it. */
  get isEnded(): boolean {
    return this.#state.kind === 'failed' && OTHER_PERSON.includes(this.#state.problem);
  }

  /** It is learnt elsewhere that whoever sits there has no right to what is shown. */
  end(problem: IncomeProblem): void {
    const { kind } = this.#state;
    if (kind !== 'idle' && kind !== 'covered' && !this.isEnded) this.#fail(problem);
  }

  /** There is nowhere to look any more. */
  stop(): void {
    this.#clear({ kind: 'idle' });
  }

  async #run(meanwhile: AccessLogState, isQuiet = false): Promise<void> {
    this.#stand(meanwhile);
    const { signal } = (this.#abort = new AbortController());
    try {
      const log = await this.#parts.source().accessLog({ signal });
      if (signal.aborted) return;
      this.#stand({ kind: 'answered', log });
      this.#host.dispatchEvent(new SsbtekAccessLogReadyEvent());
    } catch (error) {
      if (signal.aborted) return;
      const problem = problemOf(error);
      const isAnother = OTHER_PERSON.includes(problem.kind);
      // What the page says already is not told anew.
      if (isQuiet && (!isAnother || this.#says(problem))) return;
      this.#fail(problem);
      if (isAnother) this.#parts.ended(problem);
    }
  }

  #fail(problem: IncomeProblem): void {
    const state = failed(this.#state, problem.kind);
    if (logOf(state) === undefined) this.#parts.forget();
    this.#stand(state);
    this.#host.dispatchEvent(new SsbtekAccessLogProblemEvent(problem));
  }

  #says({ kind }: IncomeProblem): boolean {
    if (this.#state.kind !== 'failed') return false;
    const { problem } = this.#state;
    return problem === kind || [problem, kind].every((each) => SESSION_ENDED.includes(each));
  }

  #clear(state: AccessLogState): void {
    this.#parts.forget();
    this.#stand(state);
  }

  /** Drops what is under way, and stands there. */
  #stand(state: AccessLogState): void {
    this.#abort?.abort();
    this.#state = state;
    this.#host.requestUpdate();
  }
}
