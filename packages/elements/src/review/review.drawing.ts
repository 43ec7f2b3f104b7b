import type { ReviewTexts } from '../localize/review.texts.ts';
import type { ReviewState } from './review.state.ts';
import type { ReviewView } from './review.view-model.ts';

/** Whether the person has vouched for what they have read; `missing` when they have pressed without it. */
export type Vow = 'open' | 'given' | 'missing';

/** The row that the person has gone to change, in the prefill. */
export interface WayBack {
  readonly key: string;
  readonly label: string;
}

export interface ReviewActions {
  readonly retry: () => void;
  readonly vow: (isGiven: boolean) => void;
  readonly handIn: (event: MouseEvent) => void;
  readonly reread: (event: MouseEvent) => void;
  readonly change: (way: WayBack) => void;
  readonly goBack: () => void;
  /** Focus is in the review, at what has this id: whoever is back needs no way back. */
  readonly arrive: (id: string) => void;
  readonly print: () => void;
}

/** What the templates need. */
export interface ReviewDrawing {
  readonly state: ReviewState;
  /** Absent while there is nothing to show, or nothing may be shown. */
  readonly view: ReviewView | undefined;
  /** In place of the ordinary one. */
  readonly heading: string;
  readonly headingLevel: number;
  readonly signIn: string;
  /** What the person vouches for, in place of the ordinary words. */
  readonly declaration: string;
  readonly summaryOnly: boolean;
  /** The page where incomes are changed; empty for none. */
  readonly changeHref: string;
  /** Whether the rows can be changed in a prefill on this page. */
  readonly canChange: boolean;
  readonly vow: Vow;
  readonly wayBack: WayBack | undefined;
  readonly announcement: string;
  readonly texts: ReviewTexts;
  readonly actions: ReviewActions;
}
