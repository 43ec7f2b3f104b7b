import { IncomeProblem, type IncomeProgress, type IncomeStatement, type Period } from '@medborgarnavet/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { IncomeSource } from '../income-source.ts';
import { OTHER_PERSON, problemOf, SESSION_ENDED } from '../problems.ts';
import { STOPPED } from '../provider/joint.ts';
import type { SourceNews } from '../provider/shared-source.ts';
import {
  SsbtekPrefillFetchedEvent,
  SsbtekPrefillFetchEvent,
  SsbtekPrefillProblemEvent,
  SsbtekPrefillSessionEndingEvent,
  SsbtekPrefillWithdrawnEvent,
} from './prefill.events.ts';
import {
  answered,
  asking,
  failed,
  settled,
  statementOf,
  stopped,
  told,
  type PrefillState,
} from './prefill.state.ts';

/** How long somebody waits before they are told that they need not. */
const SLOW = 8_000;

/** How long a host may take to save what is written when the session has ended. */
const SAVING_TIME = 1_000;

/** When to look for what had come, after somebody stopped waiting: the host needs a moment to seal it. */
const LOOKS = [200, 500, 1_000, 2_000];

type Host = ReactiveControllerHost & HTMLElement;
type Ask = (
  signal: AbortSignal,
  onProgress: (progress: IncomeProgress) => void,
) => Promise<IncomeStatement | undefined>;

export interface FetchParts {
  /** Both throw IncomeProblem when the page has not said where to ask, or about what. */
  readonly source: () => IncomeSource;
  readonly period: () => Period;
  /** Something stands otherwise. */
  readonly changed: () => void;
  /** The key of the row that the person is in, if any. */
  readonly field: () => string | undefined;
  /** Somebody else may sit there: what was written has to go too. */
  readonly forget: () => void;
  /** Whether the person has written anything. */
  readonly hasWritten: () => boolean;
}

interface Failing {
  /** Aborted when something else has begun meanwhile. */
  readonly signal?: AbortSignal;
  readonly isSignedOut?: boolean;
  /** What was written goes too: another person sits there. A fetch that fails never touches it (DESIGN rule 2). */
  readonly forgets?: boolean;
}

/**
 * Fetching, and where it stands. Only the newest run may show anything; a removed element stops and forgets. Its events
 * are the element's.
 */
export class FetchController implements ReactiveController {
  readonly #host: Host;
  readonly #parts: FetchParts;
  #state: PrefillState = { kind: 'idle' };
  #isSlow = false;
  /**
   * The host has answered for this application, and what was written since is still here: when it no longer answers, it is another
   * person who asks, or the application is closed.
   */
  #isTheirs = false;
  /** The host is asked who sits there. */
  #isChecking = false;
  /** The session has ended, and what is written is being saved. */
  #isEnding = false;
  #abort: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, parts: FetchParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  get state(): PrefillState {
    return this.#state;
  }

  get isSlow(): boolean {
    return this.#isSlow;
  }

  hostDisconnected(): void {
    // Moved within the page it is connected again before this runs.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#end({ kind: 'idle' });
    });
  }

  async fetch(): Promise<void> {
    if (this.#state.kind === 'covered') return this.uncover();
    if (this.#state.kind === 'asking') return;
    const wish = new SsbtekPrefillFetchEvent();
    if (!this.#host.dispatchEvent(wish)) return;
    try {
      const [source, period] = [this.#parts.source(), this.#parts.period()];
      await this.#run(asking(this.#state), async (signal, onProgress) => {
        await wish.settled();
        signal.throwIfAborted();
        return source.fetchIncome(period, { signal, onProgress });
      });
    } catch (error) {
      // The page has not said where to ask, or about what.
      await this.#fail(problemOf(error));
    }
  }

  /** Shows what was fetched at an earlier visit. Asks no authority. */
  async resume(): Promise<void> {
    if (this.#state.kind === 'idle') await this.#look({ kind: 'resuming' });
  }

  /** What another element of the page did. What it fetches is shown here too, when it is for the same time. */
  async hear(news: SourceNews): Promise<void> {
    const { kind } = this.#state;
    if (kind === 'asking' || kind === 'resuming' || kind === 'covered') return;
    switch (news.kind) {
      case 'asking':
        if (isFor(news, this.#parts.period())) await this.#join(news.period);
        return;
      case 'changed':
        this.#take(news.statement);
        return;
      case 'ended':
        if (statementOf(this.#state) || (this.#isChecking && this.#isTheirs))
          await this.#fail(news.problem, { forgets: this.#isChecking && this.#isTheirs });
    }
  }

  /**
   * The page is seen again, or somebody has signed in in another tab. The host is asked who sits there, and no authority.
   *
   * @param isNewSignIn what is on the page was there before that sign-in.
   */
  async recheck(isNewSignIn = false): Promise<void> {
    const before = this.#state;
    if (!this.#hasSomething) return;
    this.#isTheirs ||= isNewSignIn;
    this.#isChecking = true;
    try {
      await this.#parts.source().latestIncome();
      if (this.#state === before) this.#isTheirs = true;
    } catch (error) {
      const problem = problemOf(error);
      if (this.#state !== before || !OTHER_PERSON.includes(problem.kind)) return;
      const isTold = before.kind === 'failed' && before.problem === problem.kind;
      if (!isTold || (this.#isTheirs && !SESSION_ENDED.includes(problem.kind)))
        await this.#fail(problem, { forgets: this.#isTheirs });
    } finally {
      this.#isChecking = false;
    }
  }

  /** The person has signed out, here or in another tab: nothing stays, once what keeps the form has had its time. */
  async signedOut(): Promise<void> {
    if (this.#state.kind === 'covered') this.#forget();
    else if (this.#hasSomething || this.#state.kind === 'asking')
      await this.#fail(new IncomeProblem('not-signed-in'), { isSignedOut: true });
  }

  /** Whether anything of a person is on the page. What was written outlives a refused fetch, and may be the person's before. */
  get #hasSomething(): boolean {
    const state = this.#state;
    if (state.kind === 'asking' || state.kind === 'resuming' || state.kind === 'covered') return false;
    return statementOf(state) !== undefined || this.#parts.hasWritten();
  }

  /** Waits no longer. What had come is kept, if the host has sealed it. */
  async stop(): Promise<void> {
    if (this.#state.kind !== 'asking') return;
    this.#abort?.abort(STOPPED);
    await this.#stopped();
  }

  async #stopped(): Promise<void> {
    const before = this.#state;
    if (before.kind !== 'asking') return;
    this.#end(stopped(before));
    if (before.arrived.length === 0) return;
    const earlier = statementOf(before)?.id;
    for (const wait of LOOKS) {
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (this.#state.kind !== 'stopped') return;
      const found = await this.#parts
        .source()
        .latestIncome()
        .catch(() => undefined);
      // The state is another when the person has done something meanwhile.
      if (this.state.kind !== 'stopped') return;
      if (found && found.id !== earlier && isFor(found, this.#parts.period())) {
        this.#end(answered(before, found));
        this.#host.dispatchEvent(new SsbtekPrefillFetchedEvent(found.id));
        return;
      }
    }
  }

  async withdraw(): Promise<void> {
    const before = this.#abort;
    try {
      await this.#parts.source().withdrawIncome?.();
      // The person has begun to fetch anew meanwhile.
      if (this.#abort !== before) return;
      this.#end({ kind: 'withdrawn' });
      this.#host.dispatchEvent(new SsbtekPrefillWithdrawnEvent());
    } catch (error) {
      await this.#fail(problemOf(error));
    }
  }

  /** The page is left: nothing stays on it. */
  cover(): void {
    this.#end({ kind: 'covered' });
  }

  /** The page has come back as it was left. Nothing is shown until the host says that the session lives. */
  async uncover(): Promise<void> {
    if (this.#state.kind === 'covered') await this.#look({ kind: 'covered' });
  }

  async #join(period: Period): Promise<void> {
    await this.#run(asking(this.#state), (signal, onProgress) =>
      this.#parts.source().fetchIncome(period, { signal, onProgress }),
    );
  }

  /** The host keeps something else than what is on screen. A form that stands on nothing is not filled by a look. */
  #take(statement: IncomeStatement | undefined): void {
    const before = statementOf(this.#state);
    if (!before || before.id === statement?.id) return;
    if (!statement) this.#end({ kind: 'withdrawn' });
    else if (isFor(statement, this.#parts.period())) this.#end(answered(this.#state, statement));
  }

  async #look(meanwhile: PrefillState): Promise<void> {
    await this.#run(meanwhile, async (signal) => {
      const latest = await this.#parts.source().latestIncome({ signal });
      // Another element of the page may have fetched for another time.
      return latest && isFor(latest, this.#parts.period()) ? latest : undefined;
    });
  }

  async #run(meanwhile: PrefillState, ask: Ask): Promise<void> {
    this.#end(meanwhile);
    const { signal } = (this.#abort = new AbortController());
    try {
      this.#timer = setTimeout(() => this.#slow(), SLOW);
      const statement = await ask(signal, (progress) => {
        if (!signal.aborted) this.#show(told(this.#state, progress));
      });
      if (signal.aborted) return;
      this.#isTheirs = true;
      this.#end(statement ? answered(this.#state, statement) : settled(this.#state));
      if (statement) this.#host.dispatchEvent(new SsbtekPrefillFetchedEvent(statement.id));
    } catch (error) {
      if (signal.aborted) return;
      // In another element of the page.
      if (error === STOPPED) await this.#stopped();
      else await this.#fail(problemOf(error), { signal });
    }
  }

  /**
   * Tells of a problem. When the session has ended, the host may save first. Where whoever sits there has no right to what was shown,
   * nothing retrieved stays.
   */
  async #fail(
    problem: IncomeProblem,
    { signal, isSignedOut = false, forgets = this.#state.kind === 'covered' }: Failing = {},
  ): Promise<void> {
    const isEnded = SESSION_ENDED.includes(problem.kind);
    const isAnother = OTHER_PERSON.includes(problem.kind) && (!isEnded || this.#state.kind === 'covered');
    if (isAnother && forgets) this.#forget();
    let isKept = false;
    if (isEnded) {
      if (this.#isEnding) return;
      this.#isEnding = true;
      const ending = new SsbtekPrefillSessionEndingEvent(this.#parts.field());
      this.#host.dispatchEvent(ending);
      isKept = ending.isAwaited;
      await Promise.race([ending.settled(), new Promise((resolve) => setTimeout(resolve, SAVING_TIME))]);
      this.#isEnding = false;
      if (signal?.aborted) return;
      if (isSignedOut && !isKept) this.#forget();
    }
    this.#end(failed(this.#state, problem.kind, isKept));
    this.#host.dispatchEvent(new SsbtekPrefillProblemEvent(problem));
  }

  #forget(): void {
    this.#isTheirs = false;
    this.#parts.forget();
  }

  #slow(): void {
    this.#isSlow = true;
    this.#host.requestUpdate();
  }

  /** Drops what is under way, and stands there. */
  #end(state: PrefillState): void {
    this.#abort?.abort();
    clearTimeout(this.#timer);
    this.#isSlow = false;
    this.#show(state);
  }

  #show(state: PrefillState): void {
    this.#state = state;
    this.#host.requestUpdate();
    this.#parts.changed();
  }
}

function isFor({ period }: { readonly period: Period }, { from, to }: Period): boolean {
  return period.from === from && period.to === to;
}
