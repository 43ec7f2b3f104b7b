import type { Spot } from './draft.spot.ts';
import type { Whereabouts } from './draft.whereabouts.ts';

export interface ComingBackParts {
  readonly whereabouts: Pick<Whereabouts, 'hasMoved'>;
  /** The field of that name, where it is on the page. */
  readonly spotAt: (at: string) => Spot | undefined;
  /** Whether what was kept stands in the form, and the person has nothing to answer first. */
  readonly mayMove: () => boolean;
  /** The person stands where they were. */
  readonly cameBack: () => void;
}

/** Leads a person who has signed in again back to the field where they were: once, and not when they have gone elsewhere. */
export class ComingBack {
  readonly #parts: ComingBackParts;
  #goal: string | undefined;
  #label = '';
  #isMoving = false;

  constructor(parts: ComingBackParts) {
    this.#parts = parts;
  }

  /** What the field is called where the person was led. */
  get label(): string {
    return this.#label;
  }

  /** @param at the name of the field; undefined for nowhere. */
  leadTo(at: string | undefined): void {
    this.#goal = at;
    void this.lead();
  }

  /** Leads there, when the field has come. */
  async lead(): Promise<void> {
    const { whereabouts, spotAt, mayMove, cameBack } = this.#parts;
    if (whereabouts.hasMoved) this.#goal = undefined;
    if (this.#goal === undefined || this.#isMoving || !mayMove()) return;
    const spot = spotAt(this.#goal);
    if (!spot) return;
    this.#isMoving = true;
    const isThere = await spot.focus();
    this.#isMoving = false;
    if (!isThere) return;
    this.#goal = undefined;
    this.#label = spot.label;
    cameBack();
  }
}
