import type { DraftReceipt, IncomeProblem } from '@medborgarnavet/model';
import type { ReactiveControllerHost } from 'lit';
import type { Clock } from './draft.clock.ts';
import type { Desk, Met } from './draft.desk.ts';
import {
  SsbtekDraftConflictEvent,
  SsbtekDraftProblemEvent,
  SsbtekDraftRestoredEvent,
  SsbtekDraftResumedEvent,
} from './draft.events.ts';
import type { DraftSource } from './draft-source.ts';
import { expired, isWatching, type DraftState } from './draft.state.ts';
import type { TabNews } from './draft.tabs.ts';

const DAY = 24 * 60 * 60 * 1_000;

export type KeeperHost = ReactiveControllerHost & HTMLElement;

/** What went well just now, for a person who does not see it. */
export type Notice = 'first-saved' | 'recovered' | 'restored' | 'merged' | 'back';

export interface KeeperParts {
  /** Throws IncomeProblem when the page has not said where. */
  readonly source: () => DraftSource;
  readonly clock: () => Clock;
  /** Whether the person has been at that field since the page came. */
  readonly isTouched: (unit: string) => boolean;
  /** The name of the field that the person is in, or was in last. */
  readonly at: () => string | undefined;
  /** What was kept has been given back. @param at the field that the person was in then. */
  readonly givenBack: (at: string | undefined) => void;
  /** The other tabs have to know. */
  readonly tell: (news: TabNews) => void;
  /** Whoever sits there has no right to what the page shows. */
  readonly ended: (problem: IncomeProblem) => void;
}

/** Where keeping the form stands, for all that have a part in it. Its events are the element's. */
export class Standing {
  readonly parts: KeeperParts;
  readonly #host: KeeperHost;
  #state: DraftState = { kind: 'idle' };
  #known: DraftReceipt | undefined;
  #isClockFast = false;
  /** The host has let the page in: when it no longer does, it is somebody else who asks, or the application is closed. */
  isTheirs = false;
  notice: Notice | undefined;
  desk: Desk | undefined;
  /** When what was opened had been saved, where that is more than a day ago. */
  resumed: string | undefined;

  constructor(host: KeeperHost, parts: KeeperParts) {
    this.#host = host;
    this.parts = parts;
  }

  get state(): DraftState {
    return this.#state;
  }

  show(state: DraftState): void {
    // What was under way has nothing to say of what has been handed in.
    if (this.#state.kind === 'handed-in' && state.kind !== 'idle') return;
    this.#state = state;
    if (state.kind !== 'saved' && state.kind !== 'saving') this.notice = undefined;
    this.redraw();
  }

  redraw(): void {
    this.#host.requestUpdate();
  }

  dispatch(event: Event): void {
    this.#host.dispatchEvent(event);
  }

  problem(problem: IncomeProblem): void {
    this.dispatch(new SsbtekDraftProblemEvent(problem));
  }

  /** The host keeps something else than the page knew of. */
  met({ asked, hasWritten }: Met): void {
    if (hasWritten) this.notice = 'merged';
    if (asked.size === 0) {
      if (this.#state.kind !== 'saving') this.show({ kind: 'saved' });
      return;
    }
    this.show({ kind: 'conflict', asked });
    this.dispatch(new SsbtekDraftConflictEvent());
  }

  /** What was kept stands in the form. */
  restored(savedAt: string): void {
    this.notice = 'restored';
    const isOld = this.parts.clock().now() - Date.parse(savedAt) > DAY;
    this.resumed = isOld ? savedAt : undefined;
    this.redraw();
    this.dispatch(new SsbtekDraftRestoredEvent());
    if (isOld) this.dispatch(new SsbtekDraftResumedEvent(savedAt));
  }

  /** It has been deleted elsewhere. */
  gone(): void {
    this.desk?.lost();
    this.show({ kind: 'gone' });
    this.dispatch(new SsbtekDraftConflictEvent());
  }

  /** Time has passed, perhaps past the limit of what is kept. */
  expire(): void {
    const { desk } = this;
    if (!desk || !isWatching(this.#state)) return;
    const now = this.parts.clock().now();
    if (desk.receipt !== this.#known) {
      this.#known = desk.receipt;
      this.#isClockFast = desk.isOver(now);
    }
    // What the host has only just said that it keeps is kept.
    if (this.#isClockFast || !desk.isOver(now)) return;
    desk.expire();
    this.resumed = undefined;
    this.notice = undefined;
    this.show(expired(this.#state));
  }
}
