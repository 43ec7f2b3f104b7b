import type { LitElement, ReactiveController } from 'lit';
import type { DraftTexts } from '../localize/draft.texts.ts';
import { questionsFor, type Question, type Side } from './draft.choices.ts';
import type { Keeper } from './draft.keeper.ts';

/** What two have written, and what the person has chosen of it so far. */
export class Choosing implements ReactiveController {
  readonly #host: LitElement;
  readonly #keeper: Keeper;
  readonly #texts: () => DraftTexts;
  readonly #choices = new Map<string, Side>();
  #isRefused = false;

  constructor(host: LitElement, keeper: Keeper, texts: () => DraftTexts) {
    this.#host = host;
    this.#keeper = keeper;
    this.#texts = texts;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#host.isConnected) return;
    if (this.#keeper.state.kind !== 'conflict') {
      this.#choices.clear();
      this.#isRefused = false;
    } else if (this.questions.length === 0) void this.#keeper.resolve(new Set());
  }

  get questions(): readonly Question[] {
    const { state, desk } = this.#keeper;
    if (state.kind !== 'conflict' || !desk) return [];
    return questionsFor(state.asked, desk.whole, this.#choices, desk.form, this.#texts());
  }

  /** The person has pressed before all was chosen. */
  get isRefused(): boolean {
    return this.#isRefused;
  }

  choose(unit: string, side: Side): void {
    this.#choices.set(unit, side);
    this.#host.requestUpdate();
  }

  /** The first that is not chosen, as the person has pressed before all was; -1 for none. */
  refuse(): number {
    const open = this.questions.findIndex(({ chosen }) => chosen === undefined);
    this.#isRefused = open >= 0;
    this.#host.requestUpdate();
    return open;
  }

  /** Has it stand so. @param side for all of it; else as chosen. */
  async settle(side?: Side): Promise<void> {
    const there = this.questions.filter(({ chosen }) => (side ?? chosen) === 'there');
    await this.#keeper.resolve(new Set(there.map(({ unit }) => unit)));
  }
}
