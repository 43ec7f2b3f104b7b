import type { Clock } from './draft.clock.ts';
import { waitForPause, waitForRetry } from './draft.schedule.ts';

/** What became of an attempt to save: `again` where there is more to save, `stop` where a person has to do something first. */
export type Outcome = 'saved' | 'again' | 'retry' | 'stop';

export interface Attempt {
  readonly signal: AbortSignal;
  /** It has to arrive also when the page is left. */
  readonly keepalive: boolean;
}

interface Run extends Attempt {
  readonly abort: AbortController;
  readonly done: Promise<Outcome>;
}

/** How often in a row there may be more to save at once. */
const AT_ONCE = 5;

/** When it is saved: after a pause, one save at a time, and again after a failure. What to save is another's to know. */
export class Saver {
  readonly #clock: () => Clock;
  readonly #save: (attempt: Attempt) => Promise<Outcome>;
  #first: number | undefined;
  #last = 0;
  #failures = 0;
  #cancel: (() => void) | undefined;
  #isRetrying = false;
  #running: Run | undefined;

  constructor(clock: () => Clock, save: (attempt: Attempt) => Promise<Outcome>) {
    this.#clock = clock;
    this.#save = save;
  }

  get isSaving(): boolean {
    return this.#running !== undefined;
  }

  /** The person has changed something. What is changed during a save goes with the next. */
  changed(): void {
    this.#last = this.#clock().now();
    this.#first ??= this.#last;
    if (!this.#running && !this.#isRetrying) this.#arm();
  }

  /** What was written is as what is saved, after all. */
  calm(): void {
    this.#first = undefined;
    this.#disarm();
  }

  /** Saves at once. @returns whether all is saved. */
  async now(keepalive = false): Promise<boolean> {
    const running = this.#running;
    if (running && (!keepalive || running.keepalive)) {
      const outcome = await running.done;
      return this.#first === undefined ? outcome === 'saved' : this.now(keepalive);
    }
    // One that may be cut off when the page is left: another takes its place.
    running?.abort.abort();
    return (await this.#run(keepalive)) === 'saved';
  }

  /** The network is back. */
  hurry(): void {
    if (this.#isRetrying) void this.#run(false);
  }

  /** Gives up what is under way, and forgets that there was anything to save. */
  stop(): void {
    this.#running?.abort.abort();
    this.#running = undefined;
    this.#failures = 0;
    this.calm();
  }

  /** When no save is under way. */
  async idle(): Promise<void> {
    await this.#running?.done;
  }

  async #run(keepalive: boolean): Promise<Outcome> {
    this.#disarm();
    this.#first = undefined;
    const abort = new AbortController();
    const run: Run = {
      abort,
      signal: abort.signal,
      keepalive,
      done: this.#attempts({ signal: abort.signal, keepalive }),
    };
    this.#running = run;
    const outcome = await run.done;
    if (this.#running !== run) return outcome;
    this.#running = undefined;
    this.#after(outcome);
    return outcome;
  }

  async #attempts(attempt: Attempt): Promise<Outcome> {
    for (let turn = 0; turn < AT_ONCE; turn += 1) {
      const outcome = await this.#save(attempt);
      if (outcome !== 'again') return outcome;
      this.#first = undefined;
    }
    return 'retry';
  }

  #after(outcome: Outcome): void {
    if (outcome === 'retry') {
      const wait = waitForRetry(this.#failures, this.#clock().random());
      this.#failures += 1;
      this.#isRetrying = true;
      this.#cancel = this.#clock().after(wait, () => void this.#run(false));
      return;
    }
    this.#failures = 0;
    if (outcome === 'saved' && this.#first !== undefined) this.#arm();
  }

  #arm(): void {
    this.#disarm();
    const now = this.#clock().now();
    const wait = waitForPause(this.#first ?? now, this.#last, now);
    this.#cancel = this.#clock().after(wait, () => void this.#run(false));
  }

  #disarm(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#isRetrying = false;
  }
}
