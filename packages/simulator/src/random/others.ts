import type { Persona } from '../persona/persona.ts';
import type { Chance } from './chance.ts';

const FUNDS = ['Akademikernas a-kassa', 'Unionens a-kassa', 'Alfakassan', 'Byggnads a-kassa'] as const;

export function randomSo(chance: Chance): NonNullable<Persona['SO']> {
  const fund = () => ({
    name: chance.pick(FUNDS),
    status: chance.pick(['1', '1', '9', 'all clear']),
    payments: chance.some(0, 2, () => {
      const afterTax = chance.whole(500, 20_000);
      return {
        date: { month: 'every' as const, day: chance.whole(1, 28) },
        covers: { from: -1, to: -1 },
        afterTax,
        afterDeductions: afterTax - chance.pick([0, 0, 250.5]),
        days: chance.whole(1, 22),
      };
    }),
    ...(chance.happens(20) && {
      suspensions: [{ from: { month: -1, day: 1 }, to: { month: -1, day: chance.whole(2, 20) } }],
    }),
    ...(chance.happens(40) && { application: { submitted: chance.happens(50) } }),
  });
  return { funds: chance.some(1, 3, fund) };
}

export function randomAf(chance: Chance): NonNullable<Persona['AF']> {
  if (chance.happens(25)) return { report: { code: '500' } };
  return {
    registered: { month: -chance.whole(1, 20), day: chance.whole(1, 28) },
    category: '11 Arbetslös',
    extent: chance.pick([50, 100]),
    report: chance.happens(70)
      ? { code: '200', date: { month: -1, day: chance.whole(1, 14) } }
      : { code: chance.pick(['501', '502']) },
    decisions: chance.some(0, 2, () => ({
      type: chance.pick(['Aktivitetsstöd', 'Etableringsersättning', 'Utvecklingsersättning']),
      extent: chance.pick([50, 75, 100]),
      from: { month: -chance.whole(1, 6), day: 1 },
      to: { month: chance.whole(0, 6), day: 31 },
    })),
  };
}

export function randomSkv(chance: Chance): NonNullable<Persona['SKV']> {
  const employer = () => ({
    employer: chance.pick([
      '165560000003 Exempelkafé AB',
      '165560000002 Exempelbutiken AB',
      '165560000003 Bygg & Co <AB>',
    ]),
    month: chance.pick(['every', -1, -2] as const),
    gross: chance.whole(500, 38_000),
    tax: chance.whole(0, 9_000),
  });
  const refund = { amount: chance.whole(1, 900_000) / 100, date: { month: -1, day: chance.whole(1, 28) } };
  return {
    v10: chance.happens(50) ? { capital: [{ year: -2, income: chance.whole(0, 5000), surplus: 0 }] } : {},
    v11: {
      ...(chance.happens(70) && { wages: chance.some(0, 3, employer) }),
      ...(chance.happens(70) && { taxAccount: chance.happens(60) ? { refund } : {} }),
      ...(chance.happens(15) && {
        company: { id: '165560000004', employer: false, vat: chance.happens(50), fTax: true },
      }),
    },
  };
}

export function randomTns(chance: Chance): NonNullable<Persona['TNS']> {
  const vehicle = () => ({
    // The letters I, Q and V are in no real one.
    number: `QVI ${String(chance.whole(0, 999)).padStart(3, '0')}`,
    make: 'Exempelbil',
    year: String(chance.whole(1995, 2025)),
    kind: chance.pick(['PB', 'LB', 'MC']),
    model: 'Kombi',
  });
  return { vehicles: chance.some(0, 3, vehicle) };
}

export function randomMiv(chance: Chance): NonNullable<Persona['MIV']> {
  const isPermanent = chance.happens(50);
  const begins = { month: -chance.whole(1, 20), day: chance.whole(1, 28) };
  return {
    country: 'Exempelland',
    permits: [
      {
        type: 'UAT Uppehålls- och arbetstillstånd',
        decision: isPermanent ? 'PUT Permanent uppehållstillstånd' : 'TUT Tidsbegränsat uppehållstillstånd',
        outcome: 'BEV Beviljat',
        decided: begins,
        period: { from: begins, ...(!isPermanent && { to: { month: chance.whole(0, 12), day: 1 } }) },
      },
    ],
  };
}
