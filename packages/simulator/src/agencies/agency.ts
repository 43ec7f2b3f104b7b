import type { AgencyError } from '../contract.ts';
import type { Day } from '../days.ts';
import type { Persona } from '../persona.ts';
import type { Asked, Question } from '../question.ts';
import type { Tree } from '../tree.ts';

/** What an agency is told when it is asked. */
export interface Inquiry {
  readonly question: Question;
  /** What this agency is asked. */
  readonly asked: Asked;
  readonly persona: Persona;
  readonly today: Day;
}

/** What is in the agency's block: its data, or why there is none. */
export type AgencyAnswer = { readonly data: readonly Tree[] } | { readonly error: AgencyError };

export type Agency = (inquiry: Inquiry) => AgencyAnswer;
