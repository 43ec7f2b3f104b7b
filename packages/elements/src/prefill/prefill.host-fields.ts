import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PrefillView } from './prefill.view-model.ts';

/** The host's own fields inside the element, bound with `data-ssbtek`. */
export class HostFields implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {}

  /** Whether the page has any. */
  get isUsed(): boolean {
    return this.#host.querySelector('[data-ssbtek]') !== null;
  }

  owns(_field: Element): boolean {
    return false;
  }

  find(_id: string): HTMLElement | null {
    return null;
  }

  show(_view: PrefillView): void {}
}
