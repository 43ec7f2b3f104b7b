import type { ReactiveController } from 'lit';
import type { FormElement } from '../form-element.ts';
import { PageController } from '../page-controller.ts';
import type { Keeper } from './draft.keeper.ts';
import { FormLock, hasFocus } from './draft.lock.ts';
import { isClosed } from './draft.state.ts';
import { Tabs, type TabNews } from './draft.tabs.ts';

export interface LeavingParts {
  readonly keeper: () => Keeper;
  /** Where the application is kept, as the page has written it. */
  readonly endpoint: () => string;
}

/** The page that is left and comes back, and what is done in the other tabs. */
export class Leaving implements ReactiveController {
  readonly #host: FormElement;
  readonly #parts: LeavingParts;
  readonly #tabs: Tabs;
  readonly #lock: FormLock;
  #hasEnded = false;
  /** The session has just ended, and the person was in the form. */
  #isCutOff = false;

  constructor(host: FormElement, parts: LeavingParts) {
    this.#host = host;
    this.#parts = parts;
    this.#tabs = new Tabs((news) => this.#hear(news), parts.endpoint);
    this.#lock = new FormLock(host);
    new PageController(host, { left: () => this.#left(), cameBack: () => this.#cameBack() });
    host.addController(this);
  }

  hostConnected(): void {
    this.#tabs.open();
  }

  hostUpdate(): void {
    const { form } = this.#host;
    const hasEnded = this.#parts.keeper().state.kind === 'ended';
    this.#isCutOff = hasEnded && !this.#hasEnded && form !== null && hasFocus(form);
    this.#hasEnded = hasEnded;
  }

  hostUpdated(): void {
    const { form, isConnected, renderRoot } = this.#host;
    if (!isConnected) return;
    if (isClosed(this.#parts.keeper().state) && form) this.#lock.lock(form);
    else this.#lock.unlock();
    // What they were in cannot be written in any more.
    if (this.#isCutOff) renderRoot.querySelector<HTMLElement>('#status')?.focus();
  }

  hostDisconnected(): void {
    this.#tabs.close();
    this.#lock.unlock();
  }

  /** The other tabs have to know. */
  tell(news: TabNews): void {
    this.#tabs.tell(news);
  }

  #left(): void {
    this.#parts.keeper().cover();
    this.#tabs.close();
  }

  #cameBack(): void {
    this.#tabs.open();
    void this.#parts.keeper().uncover();
  }

  #hear(news: TabNews): void {
    if (news === 'deleted') void this.#parts.keeper().deletedElsewhere();
    else if (news === 'signed-out') void this.#parts.keeper().end(true);
    else if (news === 'signed-in') void this.#parts.keeper().recheck();
  }
}
