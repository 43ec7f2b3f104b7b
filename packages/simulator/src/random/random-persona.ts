import { checked } from '../checked.ts';
import { Persona } from '../persona/persona.ts';
import { type Chance, chanceOf } from './chance.ts';
import { randomCsn } from './csn.ts';
import { asFkTells, randomFk, randomPm } from './lefi.ts';
import { randomAf, randomMiv, randomSkv, randomSo, randomTns } from './others.ts';
import { PERSONNUMMER_COUNT, testPersonnummer } from './personnummer.ts';

/**
 * An invented person, for load and for tests of what nobody thought of. The same seed, a whole number, gives the same
 * person. Different agencies know something of each.
 * @throws RangeError when the seed is no whole number.
 */
export function randomPersona(seed: number): Persona {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`Not a whole number: ${seed}`);
  const chance = chanceOf(seed);
  const pm = chance.happens(35) ? randomPm(chance) : undefined;
  const fk = chance.happens(75) ? randomFk(chance) : undefined;
  const duplicates = chance.happens(50) ? (pm?.payments ?? []).map(asFkTells) : [];
  const fkPayments = [...(fk?.payments ?? []), ...duplicates];
  const persona = {
    id: `R${seed}`,
    title: `Slumpad person ${seed}`,
    exercises: 'Slumpade uppgifter hos flera myndigheter.',
    personnummer: testPersonnummer(seed),
    ...(chance.happens(3) && { protected: true }),
    ...(fkPayments.length > 0 && { FK: { ...fk, payments: fkPayments } }),
    ...(pm && { PM: pm }),
    ...sometimes(chance, 'CSN', 35, randomCsn),
    ...sometimes(chance, 'SO', 35, randomSo),
    ...sometimes(chance, 'AF', 60, randomAf),
    ...sometimes(chance, 'SKV', 60, randomSkv),
    ...sometimes(chance, 'TNS', 50, randomTns),
    ...sometimes(chance, 'MIV', 30, randomMiv),
  };
  return checked(Persona, persona, persona.id);
}

/**
 * So many persons, each with a personnummer of their own: those of the seeds from this one on.
 * @throws RangeError when there are not numbers enough.
 */
export function randomPersonas(seed: number, count: number): readonly Persona[] {
  if (!(count >= 0 && count <= PERSONNUMMER_COUNT)) {
    throw new RangeError(`From 0 to ${PERSONNUMMER_COUNT} persons, not ${count}`);
  }
  return Array.from({ length: count }, (_, index) => randomPersona(seed + index));
}

function sometimes(
  chance: Chance,
  agency: keyof Persona,
  percent: number,
  make: (chance: Chance) => object,
): object {
  return chance.happens(percent) ? { [agency]: make(chance) } : {};
}
