import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isAdded } from './beside.ts';
import { BINDINGS } from './bindings.ts';

/** How often in one task the page may put other fields in their place: one that does so for being filled has no end. */
const MOST_CHANGES = 20;

/** Has the element look again when the page's own fields come, go or are replaced. */
export class PageWatcher implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #observer = new MutationObserver((records) => this.#see(records));
  #changes = 0;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host, { childList: true, subtree: true, attributeFilter: BINDINGS });
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  #see(records: readonly MutationRecord[]): void {
    if (records.every(isOurs)) return;
    if (this.#changes === 0) setTimeout(() => (this.#changes = 0));
    this.#changes += 1;
    if (this.#changes <= MOST_CHANGES) this.#host.requestUpdate();
  }
}

/** What we have changed ourselves, or somebody has in what we added: it would have no end to answer that. */
function isOurs({ target, type, addedNodes, removedNodes }: MutationRecord): boolean {
  if (isAdded(target)) return true;
  return type === 'childList' && [...addedNodes, ...removedNodes].every(isAdded);
}
