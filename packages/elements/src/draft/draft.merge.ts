import { inUnit, namesIn, sameEntries, type Units } from './draft.units.ts';

/** Three versions of one form. */
export interface Versions {
  /** What both come from. */
  readonly base: Units;
  readonly ours: Units;
  readonly theirs: Units;
}

export interface Merged {
  /** What only they have changed: theirs is taken. */
  readonly taken: Units;
  /** What both have changed, each in a way of their own: a person has to say. What they have. */
  readonly asked: Units;
}

/**
 * What to do where two have written. What only one of them has changed needs no question.
 *
 * @param isTouched whether the person has been at it: then theirs is not taken without a question.
 */
export function merge(
  { base, ours, theirs }: Versions,
  isTouched: (unit: string) => boolean = () => false,
): Merged {
  const taken = new Map(theirs);
  const asked = new Map(theirs);
  for (const unit of namesIn(base, ours, theirs)) {
    const [was, here, there] = [inUnit(base, unit), inUnit(ours, unit), inUnit(theirs, unit)];
    taken.delete(unit);
    asked.delete(unit);
    if (sameEntries(here, there) || sameEntries(was, there)) continue;
    const isOurs = isTouched(unit) || !sameEntries(was, here);
    if (isOurs) asked.set(unit, there);
    else taken.set(unit, there);
  }
  return { taken, asked };
}
