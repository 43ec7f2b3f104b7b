import { checked } from './checked.ts';
import { Faults } from './faults.ts';
import { Personnummer } from './notation.ts';
import type { Persona } from './persona/persona.ts';

/** What goes wrong, as it is set while the simulator runs. */
export interface FaultSwitch {
  /**
   * Makes things go wrong for everyone, or for one person, instead of what was set for them before.
   * @throws Error that tells which field is wrong.
   */
  set(faults: Faults, personnummer?: string): void;
  /** Makes everything right again, or what was set for one person. */
  clear(personnummer?: string): void;
  /** What is set for everyone, with what is set for the person on top of it. */
  of(personnummer: string | undefined): readonly Faults[];
}

export function createFaultSwitch(): FaultSwitch {
  const everyone = 'everyone';
  const set = new Map<string, Faults>();
  return {
    set: (faults, personnummer) => {
      const whom =
        personnummer === undefined ? everyone : checked(Personnummer, personnummer, 'personnummer');
      set.set(whom, checked(Faults, faults, 'faults'));
    },
    clear: (personnummer) => {
      if (personnummer === undefined) set.clear();
      else set.delete(personnummer);
    },
    of: (personnummer) =>
      [everyone, personnummer].flatMap((whom) => (whom === undefined ? [] : (set.get(whom) ?? []))),
  };
}

/** The person with these faults, each over those before it and over what the persona has itself. */
export function withFaults(persona: Persona, faults: readonly Faults[]): Persona {
  return faults.reduce<Persona>((person, each) => {
    const fields = Object.entries(each) as [keyof Faults, object][];
    const merged = fields.map(([key, value]) => [key, { ...person[key], ...value }] as const);
    // Every field of Faults is one of Persona, with fewer fields in it.
    return { ...person, ...(Object.fromEntries(merged) as Partial<Persona>) };
  }, persona);
}
