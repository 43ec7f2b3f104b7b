import type { AgencyError } from '../contract.ts';
import type { Day } from '../days.ts';
import type { Persona } from '../persona/persona.ts';
import type { Question } from '../question.ts';
import type { Asked } from '../question-agencies.ts';
import type { Tree } from '../tree.ts';

/** What an agency is told when it is asked. */
export interface Inquiry {
  readonly question: Question;
  /** What this agency is asked. */
  readonly asked: Asked;
  readonly persona: Persona;
  readonly today: Day;
  /** Whether to answer as the real ones have been seen to, where that is not as the schemas say. */
  readonly deviations: boolean;
}

/** What is in the agency's block: its data, the parts that it answers in (SKV v11), or why there is none. */
export type AgencyAnswer =
  { readonly data: readonly Tree[] } | { readonly parts: readonly Tree[] } | { readonly error: AgencyError };

export type Agency = (inquiry: Inquiry) => AgencyAnswer;
