import type { LitElement } from 'lit';
import type { Side } from './draft.choices.ts';
import type { Choosing } from './draft.choosing.ts';
import { prefillsIn } from './draft.incomes.ts';
import type { Keeper } from './draft.keeper.ts';
import { isAsking, type DraftState } from './draft.state.ts';

/** What a person can do in the element. */
export interface DraftActions {
  readonly retry: () => void;
  readonly askToDelete: () => void;
  readonly keep: () => void;
  readonly delete: () => void;
  readonly saveAgain: () => void;
  readonly leave: () => void;
  readonly fetch: () => void;
  readonly choose: (unit: string, side: Side) => void;
  /** @param side for all of it; else as chosen. */
  readonly settle: (side?: Side) => void;
}

/** Does what the person has pressed, and leaves focus where it is said how it went. */
export class Deeds {
  readonly #host: LitElement;
  readonly #keeper: Keeper;
  readonly #choosing: Choosing;
  #isDeleting = false;
  /** Where it stood when the form was last stopped. */
  #stoppedIn: DraftState | undefined;

  constructor(host: LitElement, keeper: Keeper, choosing: Choosing) {
    this.#host = host;
    this.#keeper = keeper;
    this.#choosing = choosing;
  }

  readonly actions: DraftActions = {
    retry: () => this.#keeper.hurry(),
    askToDelete: () => this.#ask(true),
    keep: () => this.#ask(false),
    delete: () => void this.#sure(() => this.delete()),
    saveAgain: () => void this.#sure(() => this.#keeper.saveAgain()),
    leave: () => void this.#sure(() => this.#keeper.leave()),
    fetch: () => void this.#fetch(),
    choose: (unit, side) => this.#choosing.choose(unit, side),
    settle: (side) => void this.#settle(side),
  };

  /** The person has asked to delete, and has not said for certain. */
  get isDeleting(): boolean {
    return this.#isDeleting;
  }

  /** The person has wanted to send the form before they had answered. */
  get isStopped(): boolean {
    return this.#stoppedIn === this.#keeper.state;
  }

  /** Leads the person to what they have to answer before the form is sent. @returns whether there is nothing. */
  mayBeSent(): boolean {
    this.#keeper.look();
    const { state } = this.#keeper;
    // What has come to be the same in both needs no answer.
    if (!isAsking(state) || (state.kind === 'conflict' && this.#choosing.questions.length === 0)) return true;
    this.#stoppedIn = state;
    this.#host.requestUpdate();
    void this.#focus(state.kind === 'conflict' ? 'conflict' : 'status');
    return false;
  }

  async delete(): Promise<void> {
    this.#isDeleting = false;
    await this.#keeper.delete();
  }

  #ask(isDeleting: boolean): void {
    this.#isDeleting = isDeleting;
    this.#host.requestUpdate();
    void this.#focus(isDeleting ? 'no' : 'delete');
  }

  async #settle(side?: Side): Promise<void> {
    const open = side ? -1 : this.#choosing.refuse();
    if (open >= 0) await this.#focus(`here-${open}`);
    else await this.#sure(() => this.#choosing.settle(side));
  }

  /** The button that was pressed goes away, and leaves its focus to what is said of how it went. */
  async #sure(action: () => Promise<void> | void): Promise<void> {
    const done = action();
    await this.#focus('status');
    await done;
  }

  async #focus(id: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }

  async #fetch(): Promise<void> {
    const { desk } = this.#keeper;
    await Promise.all(desk ? prefillsIn(desk.form).map((prefill) => prefill.fetchIncome()) : []);
  }
}
