/** How much of `<ssbtek-income-view>` is open from the beginning, as its attribute `depth` has it. */
export const DEPTHS = ['months', 'payments', 'details'] as const;
export type Depth = (typeof DEPTHS)[number];

/** A question to a person who sees the view, for finding out whether it can be understood. */
export interface Question {
  /** What kind of question it is: the same for the same kind, whatever statement it is asked of. `[a-z-]+`. */
  readonly id: string;
  /** To be read aloud, in easy Swedish. */
  readonly text: string;
  /** The right answer. Where it cannot be known, it says so and why. */
  readonly answer: string;
}
