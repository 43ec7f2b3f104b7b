import type { CsnCase, CsnPayment } from '../persona/csn.ts';
import type { Persona } from '../persona/persona.ts';
import type { Chance } from './chance.ts';
import { randomDate } from './dates.ts';

/** The forms of support, each with the types of amount that it can have. */
const FORMS = [
  {
    element: 'Studiemedel',
    forms: ['GRUND Studiemedel i Sverige', 'GRUNDU Studiemedel utomlands'],
    types: ['GRUNDB Bidrag', 'GRUNDL Lån', 'TILB Tilläggsbidrag', 'XQZ Nytt belopp'],
  },
  {
    element: 'Studiehjalp',
    forms: ['SB Studiebidrag', 'EXTRA Extra tillägg', 'INACK Inackorderingstillägg'],
    types: ['STUDB Studiebidrag', 'EXTRA Extra tillägg', 'INACK Inackorderingstillägg'],
  },
  { element: 'HemutrustningsLan', forms: ['HUT Hemutrustningslån'], types: ['HUT Hemutrustningslån'] },
  { element: 'Studiestartsstod', forms: ['SSSTÖD Studiestartsstöd'], types: ['STÖDB Studiestartsstöd'] },
  {
    element: 'Omstallningsstudiestod',
    forms: ['OSS Omställningsstudiestöd'],
    types: ['OSSBID Bidrag', 'OSSLÅN Lån'],
  },
] as const;

export function randomCsn(chance: Chance): NonNullable<Persona['CSN']> {
  const { element, forms, types } = chance.pick(FORMS);
  const studies = { from: { month: -3, day: 1 }, to: { month: 3, day: 31 }, extent: 100 as const };
  const oneCase = (): CsnCase => ({
    form: chance.pick(forms),
    ...(chance.happens(70) && { studies }),
    payments: chance.some(1, 4, () => payment(chance, types)),
  });
  return { [element]: chance.some(1, 3, oneCase) };
}

function payment(chance: Chance, types: readonly [string, ...string[]]): CsnPayment {
  return {
    ...(chance.happens(15)
      ? { date: 'undecided' as const, covers: { from: 1, to: 2 } }
      : { date: randomDate(chance) }),
    rows: chance.some(1, 3, () => ({
      type: chance.pick(types),
      amount: chance.happens(10) ? -chance.whole(1, 1500) : chance.whole(100, 12_000),
    })),
  };
}
