import type { FkPayment, PmPayment } from '../persona/lefi.ts';
import type { Persona } from '../persona/persona.ts';
import type { Chance } from './chance.ts';
import { randomDate } from './dates.ts';
import { randomFkBackground } from './lefi-background.ts';

type Benefit = Pick<FkPayment, 'group' | 'family'> & { readonly benefit?: string; readonly type: string };

/** Known benefits, and at the end some whose codes are in no list. */
const BENEFITS: readonly [Benefit, ...Benefit[]] = [
  { group: 'FK:ABB', family: 'ABB Barnbidrag', type: 'BB Barnbidrag' },
  { group: 'FK:BOB', family: 'BOB Bostadsbidrag', type: 'BBI Bostadsbidrag' },
  { group: 'FK:US', family: 'US Underhållsstöd', type: 'UST Underhållsstöd' },
  { group: 'FK:SA', family: 'SA Sjukersättning', type: 'SE Sjukersättning' },
  { group: 'FK:OMV', family: 'OMV Omvårdnadsbidrag', type: 'OMB Omvårdnadsbidrag' },
  { group: 'FK:MEK', family: 'MEK Merkostnadsersättning', type: 'MKE Merkostnadsersättning' },
  { group: 'FK:SJP', family: 'DAG Dagersättning', benefit: 'SJP Sjukpenning', type: 'SP Sjukpenning' },
  { group: 'FK:FP', family: 'DAG Dagersättning', benefit: 'FP Föräldrapenning', type: 'GRN Grundnivå' },
  {
    group: 'FK:PROG',
    family: 'DAG Dagersättning',
    benefit: 'AMP Arbetsmarknadspolitiskt program',
    type: 'AS Aktivitetsstöd',
  },
  { group: 'FK:EJO', family: 'XQZ Nytt stöd', type: 'XQA Nytt belopp' },
  { group: 'FK:BST', family: 'XQH Stöd med <tecken> & "citat"', type: 'XQB Annat belopp' },
];

const FK_DEDUCTIONS = [
  'PS Preliminär skatt',
  'KVI Kvittning',
  'SKV Kvittning statlig fordran',
  'INF Utmätning',
  'SOC Socialavdrag',
  'XQD Nytt avdrag',
] as const;

export function randomFk(chance: Chance): NonNullable<Persona['FK']> {
  return { payments: chance.some(1, 5, () => fkPayment(chance)), ...randomFkBackground(chance) };
}

function fkPayment(chance: Chance): FkPayment {
  const { group, family, benefit, type } = chance.pick(BENEFITS);
  const isRetro = chance.happens(15);
  const months = chance.whole(2, 4);
  const row = () => ({
    type,
    // A correction of what was paid before is negative.
    amount: chance.happens(8) ? -chance.whole(1, 900) : chance.whole(100, 14_000) + chance.pick([0, 0, 0.5]),
    ...(chance.happens(30) && { days: chance.whole(1, 23) }),
    ...(chance.happens(30) && { extent: chance.pick([25, 50, 75, 100]) }),
  });
  return {
    group,
    family,
    ...(benefit !== undefined && { benefit }),
    date: randomDate(chance),
    ...(isRetro ? { kind: '3 Retro', covers: { from: -months, to: -1 } } : randomCovers(chance)),
    rows: chance.some(1, 3, row),
    deductions: chance.some(0, 2, () => ({
      type: chance.pick(FK_DEDUCTIONS),
      amount: chance.whole(50, 2500),
    })),
  };
}

function randomCovers(chance: Chance): Pick<FkPayment, 'covers'> {
  if (chance.happens(40)) return {};
  return { covers: { from: -1, to: -1, ...(chance.happens(30) && { as: 'months' as const }) } };
}

type PmRow = PmPayment['rows'][number];

const PM_ROWS: readonly [Omit<PmRow, 'amount'>, ...Omit<PmRow, 'amount'>[]] = [
  { group: 'PM:AP Allmän pension', form: 'PM:AP38 Allmän pension', type: 'PM:IP Inkomstpension' },
  { group: 'PM:AP Allmän pension', form: 'PM:AP37 Allmän pension', type: 'PM:GARP Garantipension' },
  { group: 'PM:BTI Bostads- och inkomststöd', form: 'PM:BTP Bostadstillägg', type: 'PM:BTP Bostadstillägg' },
  { group: 'PM:EF Efterlevandeförmåner', form: 'PM:EP Efterlevandepension', type: 'PM:ANKEP Änkepension' },
];

const PM_DEDUCTIONS = ['PM:PS Preliminär skatt', 'PM:KVIOVR Kvittning', 'PM:UTMATNING Utmätning'] as const;

export function randomPm(chance: Chance): NonNullable<Persona['PM']> {
  return {
    payments: chance.some(1, 2, () => ({
      date: randomDate(chance),
      rows: chance.some(1, 3, () => ({ ...chance.pick(PM_ROWS), amount: chance.whole(200, 15_000) })),
      deductions: chance.some(0, 2, () => ({
        type: chance.pick(PM_DEDUCTIONS),
        amount: chance.whole(50, 2000),
      })),
    })),
  };
}

/** A payment of PM as FK tells of the same: the same day and the same net. */
export function asFkTells({ date, rows, deductions = [] }: PmPayment): FkPayment {
  const bare = (coded: string): string => coded.replace(/^PM:/, '');
  return {
    group: 'FK:AP',
    family: 'AP Allmän pension',
    company: '1003 Pensionsmyndigheten',
    date,
    rows: rows.map(({ type, amount }) => ({ type: bare(type), amount })),
    deductions: deductions.map(({ type, amount }) => ({
      type: type.startsWith('PM:PS') ? 'PS Preliminär skatt' : 'KVI Kvittning',
      amount,
    })),
  };
}
