import type { FkDecision, FkPlacement } from '../persona/lefi.ts';
import type { Persona } from '../persona/persona.ts';
import type { Chance } from './chance.ts';

type Background = Pick<NonNullable<Persona['FK']>, 'decisions' | 'placements' | 'maintenanceDebt'>;

/** What FK may know of a person beside payments. */
export function randomFkBackground(chance: Chance): Background {
  return {
    ...(chance.happens(50) && {
      decisions: chance.some(1, 2, () => chance.pick([monthly, levelled, parental])(chance)),
    }),
    ...(chance.happens(25) && { placements: chance.some(1, 2, () => placement(chance)) }),
    ...(chance.happens(10) && { maintenanceDebt: chance.whole(1, 60_000) + chance.pick([0, 0, 0.5]) }),
  };
}

function monthly(chance: Chance): FkDecision {
  return {
    ...chance.pick([
      { group: 'FK:ABB', benefit: 'ABB Barnbidrag' },
      { group: 'FK:BOB', benefit: 'BOB Bostadsbidrag' },
    ]),
    decided: { month: -chance.whole(1, 12), day: chance.whole(1, 28) },
    period: {
      from: { month: -chance.whole(1, 12), day: 1 },
      ...(chance.happens(50) && { to: { month: chance.whole(0, 12), day: 31 } }),
    },
    amount: chance.whole(100, 9000),
    ...(chance.happens(50) && { provisional: true }),
  };
}

/** A level for some months, and another from then on. */
function levelled(chance: Chance): FkDecision {
  const begins = chance.whole(4, 12);
  const level = () => ({
    level: chance.pick([25, 50, 75, 100]),
    ...(chance.happens(50) && { share: chance.pick([50, 100]) }),
    ...(chance.happens(70) && { type: chance.pick(['L Löpande', 'R Retroaktiv', 'XQT Ny typ']) }),
  });
  return {
    ...chance.pick([
      { group: 'FK:OMV', benefit: 'OMV Omvårdnadsbidrag' },
      { group: 'FK:MEK', benefit: 'MEK Merkostnadsersättning' },
    ]),
    decided: { month: -begins, day: chance.whole(1, 28) },
    period: { from: { month: -begins, day: 1 } },
    amount: chance.whole(1000, 12_000),
    levels: [
      { period: { from: { month: -begins, day: 1 }, to: { month: -3, day: 31 } }, ...level() },
      { period: { from: { month: -2, day: 1 } }, ...level() },
    ],
  };
}

/** Some days of last month are decided; those and others are applied for. */
function parental(chance: Chance): FkDecision {
  const decided = { from: { month: -1, day: 1 }, to: { month: -1, day: chance.whole(5, 15) } };
  const later = { from: { month: -1, day: 20 }, to: { month: 0, day: chance.whole(1, 28) } };
  return {
    group: 'FK:FP',
    benefit: 'FP Föräldrapenning',
    decided: { month: -1, day: chance.whole(1, 28) },
    period: decided,
    amount: chance.whole(180, 1200),
    extent: chance.pick([25, 50, 75, 100]),
    applied: chance.happens(70) ? [decided, later] : [decided],
  };
}

const PROGRAMMES = [
  '8 Arbetsmarknadsutbildning',
  '40 Arbetspraktik',
  '53 Jobb- och utvecklingsgaranti',
  '63 Etableringsinsatser',
  '9999 Nytt program',
] as const;

function placement(chance: Chance): FkPlacement {
  return {
    programme: chance.pick(PROGRAMMES),
    period: {
      from: { month: -chance.whole(1, 8), day: chance.whole(1, 28) },
      ...(chance.happens(60) && { to: { month: chance.whole(0, 8), day: chance.whole(1, 28) } }),
    },
    ...(chance.happens(80) && { extent: chance.pick([50, 75, 100]) }),
  };
}
