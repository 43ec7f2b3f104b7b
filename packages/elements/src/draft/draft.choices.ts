import type { DraftTexts } from '../localize/draft.texts.ts';
import { describe } from './draft.describe.ts';
import type { DraftForm } from './draft.form.ts';
import { inUnit, sameEntries, type Units } from './draft.units.ts';

export type Side = 'here' | 'there';

/** A field that two have written in. */
export interface Question {
  readonly unit: string;
  readonly label: string;
  readonly here: string;
  readonly there: string;
  readonly chosen: Side | undefined;
}

/** What to ask. A field that has come to be the same in both is asked about no more. */
export function questionsFor(
  asked: Units,
  whole: Units,
  choices: ReadonlyMap<string, Side>,
  form: DraftForm,
  { conflict }: DraftTexts,
): Question[] {
  const open = [...asked].filter(([unit, there]) => !sameEntries(there, inUnit(whole, unit)));
  return open.map(([unit, there]) => {
    const { label, say } = describe(form, unit, conflict);
    return { unit, label, here: say(inUnit(whole, unit)), there: say(there), chosen: choices.get(unit) };
  });
}
