import type { Draft } from '@medborgarnavet/model';

/** A field as a draft has it. */
export type Entry = Draft['fields'][number];

/**
 * What a form holds, in what a person would call its fields: all entries of one name, or of one row of a prefill. An
 * empty list is a field that posts nothing, such as a box that is not ticked.
 */
export type Units = ReadonlyMap<string, readonly Entry[]>;

const NO_ENTRIES: readonly Entry[] = [];

const ROW = /^(.+?)\.(?:corrected|comment|reason|disputed(?:\..+)?)$/;
const OWN_INCOME = /^(.+\.egna)\.\d+\.(?:typ|belopp|datum)$/;

/** What an entry of that name belongs to. A row's amount, reason and comment stand or fall together, and so do the person's own incomes. */
export function unitOf(name: string): string {
  return (OWN_INCOME.exec(name) ?? ROW.exec(name))?.[1] ?? name;
}

export function toUnits(entries: Iterable<Entry>): Units {
  const units = new Map<string, Entry[]>();
  for (const entry of entries) {
    const unit = unitOf(entry[0]);
    units.set(unit, [...(units.get(unit) ?? []), entry]);
  }
  return units;
}

export function entriesOf(units: Units): readonly Entry[] {
  return [...units.values()].flat();
}

export function inUnit(units: Units, unit: string): readonly Entry[] {
  return units.get(unit) ?? NO_ENTRIES;
}

export function sameEntries(one: readonly Entry[], other: readonly Entry[]): boolean {
  return (
    one.length === other.length &&
    one.every(([name, value], index) => name === other[index]?.[0] && value === other[index][1])
  );
}

/** In any order. */
export function sameUnits(one: Units, other: Units): boolean {
  return [...namesIn(one, other)].every((unit) => sameEntries(inUnit(one, unit), inUnit(other, unit)));
}

export function namesIn(...several: readonly Units[]): ReadonlySet<string> {
  return new Set(several.flatMap((units) => [...units.keys()]));
}

/** The first with what the second has in its place. */
export function overlay(below: Units, above: Units): Units {
  return new Map([...below, ...above]);
}

export function without(units: Units, names: Iterable<string>): Units {
  const left = new Map(units);
  for (const name of names) left.delete(name);
  return left;
}
