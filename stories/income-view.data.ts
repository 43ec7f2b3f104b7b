import { payment, statement } from '@medborgarnavet/mocks';
import {
  addMonths,
  backgroundThatAnswered,
  backgroundThatFailed,
  lastDayOf,
  ore,
  sourceThatAnswered,
  sourceThatFailed,
  type BackgroundFact,
  type BackgroundStatement,
  type IncomeStatement,
  type Payment,
} from '@medborgarnavet/model';

const kr = (kronor: number): ReturnType<typeof ore> => ore(kronor * 100);

/** Aktivitetsstöd with all that can be taken from it: tax, a debt, and what the social services have paid before. */
const aktivitetsstod = payment('FK', 'DAG', 'Dagersättning', 4921, {
  date: '2026-10-23',
  period: { from: '2026-09-01', to: '2026-09-30' },
  gross: kr(8030),
  tax: kr(1609),
  deductions: [
    { code: 'INF', name: 'Utmätning', amount: kr(500) },
    { code: 'SOC', name: 'Socialavdrag', amount: kr(1000) },
  ],
  parts: [
    {
      benefit: { code: 'AS', name: 'Aktivitetsstöd' },
      amount: kr(8030),
      days: 22,
      extent: 100,
      period: { from: '2026-09-01', to: '2026-09-30' },
    },
  ],
  flags: ['retroactive', 'paid-to-other'],
});

/** Three months: an ordinary one, an empty one, and one with all that a payment can be. */
export const threeMonths: IncomeStatement = statement(
  [
    sourceThatAnswered('FK', [
      payment('FK', 'ABB', 'Barnbidrag', 2650),
      aktivitetsstod,
      payment('FK', 'BOB', 'Bostadsbidrag', 4100, {
        date: '2026-10-27',
        gross: kr(4500),
        deductions: [{ code: 'KVI', name: 'Kvittning', amount: kr(300) }],
      }),
      payment('FK', 'AP', 'Allmän pension', 987, { date: '2026-10-19', flags: ['possible-duplicate'] }),
      payment('FK', 'XQZ', 'Nytt stöd för hushåll', 812.5, {
        date: '2026-10-12',
        flags: ['unknown-benefit'],
      }),
      payment('FK', 'ABB', 'Barnbidrag', 2650, { date: '2026-08-20' }),
      payment('FK', 'US', 'Underhållsstöd', 1673, { date: '2026-11-25', status: 'planned' }),
    ]),
    sourceThatAnswered('PM', [payment('PM', 'PM:AP', 'Allmän pension', 987, { date: '2026-10-19' })]),
    sourceThatAnswered('CSN', [
      payment('CSN', 'SB', 'Studiebidrag', 1250, { date: '2026-10-30', status: 'planned' }),
    ]),
    sourceThatAnswered('SO', [
      payment('SO', 'arbetsloshetsersattning', 'Arbetslöshetsersättning', 3218, {
        payer: 'Unionens a-kassa',
        date: '2026-08-27',
      }),
    ]),
  ],
  { period: { from: '2026-08-01', to: '2026-10-31' } },
);

/** Nobody could be checked: that is not the same as nothing. */
export const nobodyChecked: IncomeStatement = statement([
  sourceThatFailed('FK', 'unavailable'),
  sourceThatFailed('PM', 'timeout'),
  sourceThatFailed('CSN', 'outside-window'),
  sourceThatFailed('SO', 'no-answer'),
]);

const MONTHS = 24;

/** 500 payments over two years. */
export const twoYears: IncomeStatement = statement(
  [
    sourceThatAnswered('FK', spread(300, 'FK', 'TFP', 'Tillfällig föräldrapenning')),
    sourceThatAnswered('PM', []),
    sourceThatAnswered('CSN', spread(100, 'CSN', 'SB', 'Studiebidrag')),
    sourceThatAnswered('SO', spread(100, 'SO', 'arbetsloshetsersattning', 'Arbetslöshetsersättning')),
  ],
  { period: { from: '2024-11-01', to: lastDayOf('2026-10') } },
);

function spread(count: number, source: Payment['source'], code: string, name: string): Payment[] {
  return Array.from({ length: count }, (_, number) => {
    const month = addMonths('2024-11', number % MONTHS);
    const date = `${month}-${String((number % 28) + 1).padStart(2, '0')}`;
    return payment(source, code, name, 300 + number, { date });
  });
}

/** One of each thing that can be told beside payments. */
export const FACTS: { readonly [Kind in BackgroundFact['kind']]: Extract<BackgroundFact, { kind: Kind }> } = {
  decision: {
    kind: 'decision',
    benefit: { code: 'BOB', name: 'Bostadsbidrag' },
    decided: '2026-03-02',
    final: false,
    outcome: 'Bifall',
    period: { from: '2026-03-01' },
    amount: kr(4500),
    every: 'månad',
    extent: 100,
    days: 30,
    levels: [
      { period: { from: '2026-03-01', to: '2026-06-30' }, level: 50, share: 100, type: 'Retroaktiv' },
      { period: { from: '2026-07-01' }, level: 75, share: 50, type: 'Löpande' },
    ],
  },
  application: {
    kind: 'application',
    benefit: { code: 'SJP', name: 'Sjukpenning' },
    received: '2026-10-05',
    period: { from: '2026-10-01', to: '2026-10-14' },
    state: 'open',
  },
  'programme-days': { kind: 'programme-days', used: 212.5, all: false },
  'programme-placement': {
    kind: 'programme-placement',
    programme: 'Jobb- och utvecklingsgaranti',
    period: { from: '2026-08-01', to: '2027-01-31' },
    extent: 100,
  },
  'maintenance-debt': { kind: 'maintenance-debt', amount: kr(14_250.5) },
  'study-support': {
    kind: 'study-support',
    form: { code: 'GRUND', name: 'Studiemedel' },
    status: 'Beslutat',
    applied: [{ period: { from: '2026-08-31', to: '2027-01-17' }, extent: 100, loan: true }],
    granted: [
      {
        period: { from: '2026-08-31', to: '2027-01-17' },
        extent: 75,
        basicExtent: 25,
        amount: kr(9000),
        parts: [{ benefit: { code: 'GRUNDB', name: 'Bidrag' }, amount: kr(4000) }],
      },
    ],
    plan: [{ date: '2026-11-25', status: 'planned', amount: kr(2250) }],
  },
  'unemployment-fund': {
    kind: 'unemployment-fund',
    name: 'Unionens a-kassa',
    suspensions: [{ from: '2026-09-01', to: '2026-09-14' }],
    decided: '2026-08-15',
    paymentRequested: true,
    days: 12,
  },
  'job-seeker': {
    kind: 'job-seeker',
    registered: true,
    category: 'Öppet arbetslös',
    from: '2026-06-01',
    until: '2027-06-01',
    extent: 100,
    report: 'submitted',
    reported: '2026-10-13',
    fund: 'Unionens a-kassa',
  },
  capital: { kind: 'capital', year: 2025, income: kr(120), surplus: kr(80) },
  'tax-decision': {
    kind: 'tax-decision',
    year: 2025,
    decided: '2026-06-10',
    employment: kr(150_000),
    capital: kr(80),
    income: kr(150_080),
    tax: kr(24_300),
  },
  'tax-account': { kind: 'tax-account', balance: ore(-120_050), interest: kr(12), updated: '2026-10-31' },
  business: { kind: 'business', employer: false, vat: true, fTax: true },
  vehicle: {
    kind: 'vehicle',
    registration: 'ABC 123',
    make: 'Volvo',
    model: 'V70',
    type: 'Personbil',
    year: '2009',
  },
  permit: {
    kind: 'permit',
    type: 'Uppehålls- och arbetstillstånd',
    decision: 'Förlängning',
    outcome: 'Bifall',
    reason: 'Anknytning',
    applied: '2026-01-10',
    decided: '2026-04-02',
    period: { from: '2026-04-02', to: '2028-04-02' },
    permanent: false,
  },
  arrival: { kind: 'arrival', country: 'Syrien', date: '2021-05-03' },
};

/** Each block with a verdict of its own. */
export const background: BackgroundStatement = {
  version: 1,
  fetchedAt: '2026-11-21T08:20:00.000Z',
  period: threeMonths.period,
  blocks: [
    backgroundThatAnswered('FK', [
      FACTS.decision,
      FACTS.application,
      FACTS['programme-days'],
      FACTS['programme-placement'],
      FACTS['maintenance-debt'],
    ]),
    backgroundThatFailed('PM', 'timeout'),
    backgroundThatAnswered('CSN', [FACTS['study-support']]),
    backgroundThatAnswered('SO', [FACTS['unemployment-fund']]),
    backgroundThatAnswered('SKV', [
      FACTS.capital,
      FACTS['tax-decision'],
      FACTS['tax-account'],
      FACTS.business,
    ]),
    backgroundThatAnswered('AF', [FACTS['job-seeker']]),
    backgroundThatAnswered('TNS', [FACTS.vehicle]),
    backgroundThatAnswered('MIV', [FACTS.permit, FACTS.arrival]),
  ],
};
