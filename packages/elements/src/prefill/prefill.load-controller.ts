import { IncomeProblem, isIncomeProblem, type IncomeStatement } from '@medborgarnavet/model';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { failed, settled, type PrefillState } from './prefill.state.ts';

/** How a run ended. `stopped`: another began meanwhile, or the element was removed; it shows nothing. */
export type Outcome =
  | { readonly kind: 'answered'; readonly statement: IncomeStatement }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'failed'; readonly problem: IncomeProblem }
  | { readonly kind: 'stopped' };

/** Where the fetching stands. Only the newest run may show anything; a removed element stops and forgets. */
export class LoadController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #state: PrefillState = { kind: 'idle' };
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get state(): PrefillState {
    return this.#state;
  }

  hostDisconnected(): void {
    // Moved within the page it is connected again before this runs.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      this.#abort?.abort();
      this.#show({ kind: 'idle' });
    });
  }

  async run(
    meanwhile: PrefillState,
    ask: (signal: AbortSignal) => Promise<IncomeStatement | undefined>,
  ): Promise<Outcome> {
    this.#abort?.abort();
    const { signal } = (this.#abort = new AbortController());
    this.#show(meanwhile);
    const outcome = await attempt(ask, signal);
    switch (outcome.kind) {
      case 'answered':
        this.#show(outcome);
        break;
      case 'nothing':
        this.#show(settled(this.#state));
        break;
      case 'failed':
        this.#show(failed(this.#state, outcome.problem.kind));
        break;
      case 'stopped':
        break;
    }
    return outcome;
  }

  #show(state: PrefillState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}

async function attempt(
  ask: (signal: AbortSignal) => Promise<IncomeStatement | undefined>,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    const statement = await ask(signal);
    if (signal.aborted) return { kind: 'stopped' };
    return statement ? { kind: 'answered', statement } : { kind: 'nothing' };
  } catch (error) {
    if (signal.aborted) return { kind: 'stopped' };
    return { kind: 'failed', problem: isIncomeProblem(error) ? error : new IncomeProblem('internal') };
  }
}
