import * as z from 'zod/mini';
import { Ore } from './money.ts';
import { Benefit } from './payment.ts';
import { CalendarDate, OpenPeriod } from './period.ts';

// What lies behind the payments, as each authority tells it (facts §4). Only what is about the person who asks: nobody
// else's number, no name, address or account number has a place here.

const Text = z.string().check(z.minLength(1), z.maxLength(200));
const Percent = z.number().check(z.minimum(0), z.maximum(1000));
const Days = z.number().check(z.minimum(0), z.maximum(100_000));
const Year = z.int().check(z.minimum(1900), z.maximum(2200));
const date = z.exactOptional(CalendarDate);
const period = z.exactOptional(OpenPeriod);
const text = z.exactOptional(Text);
const amount = z.exactOptional(Ore);

/** A decision on a benefit: Försäkringskassan, Pensionsmyndigheten, Arbetsförmedlingen. */
const Decision = z.strictObject({
  kind: z.literal('decision'),
  benefit: Benefit,
  decided: date,
  /** Whether it can still be changed: a decision for the time being is not final. */
  final: z.exactOptional(z.boolean()),
  /** The authority's own word for how it went: granted, refused. */
  outcome: text,
  /** The time that it is for. */
  period,
  /** Before tax, each `every`. */
  amount,
  /** The authority's own word for how often: each month, each day. */
  every: text,
  /** How much of full time, in percent. */
  extent: z.exactOptional(Percent),
  days: z.exactOptional(Days),
  /** The levels that it sets, where it sets one for each period: omvårdnadsbidrag and merkostnadsersättning. */
  levels: z.exactOptional(
    z
      .array(
        z.strictObject({
          period,
          /** Of the whole allowance, in percent. */
          level: z.exactOptional(Percent),
          /** How much of it this parent gets, in percent. */
          share: z.exactOptional(Percent),
          /** The authority's own word for how it is paid: as it goes, afterwards. */
          type: text,
        }),
      )
      .check(z.minLength(1), z.maxLength(100)),
  ),
});

/** Something applied for and not yet decided, or refused. What is decided in the same case is told beside it. */
const Application = z.strictObject({
  kind: z.literal('application'),
  benefit: Benefit,
  received: date,
  period,
  state: z.enum(['open', 'closed', 'refused']),
});

/** Days used of those that the job and development guarantee has. */
const ProgrammeDays = z.strictObject({ kind: z.literal('programme-days'), used: Days, all: z.boolean() });

/** A placement by Arbetsförmedlingen in a labour market programme, as Försäkringskassan has been told of it. */
const ProgrammePlacement = z.strictObject({
  kind: z.literal('programme-placement'),
  /** The authority's own word for the programme. */
  programme: text,
  period,
  /** How much of full time, in percent. */
  extent: z.exactOptional(Percent),
});

/** Underhållsskuld: a claim on the person who is to pay for a child. Not money to receive. */
const MaintenanceDebt = z.strictObject({ kind: z.literal('maintenance-debt'), amount: Ore });

/** A case at CSN: what was applied for, what was granted, and the plan of payments. */
const StudySupport = z.strictObject({
  kind: z.literal('study-support'),
  form: Benefit,
  /** CSN's own word: decided, begun, ended. */
  status: text,
  applied: z
    .array(z.strictObject({ period, extent: z.exactOptional(Percent), loan: z.exactOptional(z.boolean()) }))
    .check(z.maxLength(100)),
  granted: z
    .array(
      z.strictObject({
        period,
        /** Of full-time studies, in percent; `basicExtent` is the part at basic-school level. */
        extent: z.exactOptional(Percent),
        basicExtent: z.exactOptional(Percent),
        amount,
        parts: z.array(z.strictObject({ benefit: Benefit, amount: Ore })).check(z.maxLength(100)),
      }),
    )
    .check(z.maxLength(100)),
  plan: z
    .array(z.strictObject({ date, status: z.enum(['paid', 'planned']), amount: Ore }))
    .check(z.maxLength(500)),
});

/** What an a-kassa tells beside payments. */
const UnemploymentFund = z.strictObject({
  kind: z.literal('unemployment-fund'),
  name: Text,
  /** When nothing is paid because of something the person did or did not do. */
  suspensions: z.array(OpenPeriod).check(z.maxLength(100)),
  /** The day of the decision on the right to benefit. */
  decided: date,
  /** Whether payment has been applied for. */
  paymentRequested: z.exactOptional(z.boolean()),
  /** Benefit days that were paid within the time asked about. */
  days: z.exactOptional(Days),
});

/** How the person stands at Arbetsförmedlingen. */
const JobSeeker = z.strictObject({
  kind: z.literal('job-seeker'),
  registered: z.exactOptional(z.boolean()),
  /** The category, in the authority's words. */
  category: text,
  from: date,
  until: date,
  /** How much the person looks for, in percent of full time. */
  extent: z.exactOptional(Percent),
  /** The activity report for the time asked about (facts §4.6). */
  report: z.exactOptional(z.enum(['submitted', 'not-submitted', 'not-known'])),
  reported: date,
  /** The a-kassa that the person has said to be a member of. */
  fund: text,
});

/** Skatteverket, v10: income from capital of an assessment year. */
const Capital = z.strictObject({ kind: z.literal('capital'), year: Year, income: amount, surplus: amount });

/** Skatteverket, v11: a tax decision. */
const TaxDecision = z.strictObject({
  kind: z.literal('tax-decision'),
  year: Year,
  decided: date,
  /** Surplus of employment, sum of capital, assessed income, and final tax. */
  employment: amount,
  capital: amount,
  income: amount,
  tax: amount,
});

/** Skatteverket, v11: the tax account. */
const TaxAccount = z.strictObject({
  kind: z.literal('tax-account'),
  balance: amount,
  interest: amount,
  updated: date,
});

/** Skatteverket, v11: how the person is registered as a business. */
const Business = z.strictObject({
  kind: z.literal('business'),
  employer: z.exactOptional(z.boolean()),
  vat: z.exactOptional(z.boolean()),
  fTax: z.exactOptional(z.boolean()),
});

/** Transportstyrelsen. */
const Vehicle = z.strictObject({
  kind: z.literal('vehicle'),
  registration: Text,
  make: text,
  model: text,
  type: text,
  year: text,
});

/** Migrationsverket. */
const Permit = z.strictObject({
  kind: z.literal('permit'),
  type: text,
  decision: text,
  outcome: text,
  reason: text,
  applied: date,
  decided: date,
  period,
  permanent: z.exactOptional(z.boolean()),
});

/** Migrationsverket: where the person came from, and when. */
const Arrival = z.strictObject({ kind: z.literal('arrival'), country: text, date });

/** One thing that an authority tells beside payments. Money is whole öre, days are days in Sweden. */
export const BackgroundFact = z.discriminatedUnion('kind', [
  Decision,
  Application,
  ProgrammeDays,
  ProgrammePlacement,
  MaintenanceDebt,
  StudySupport,
  UnemploymentFund,
  JobSeeker,
  Capital,
  TaxDecision,
  TaxAccount,
  Business,
  Vehicle,
  Permit,
  Arrival,
]);
export type BackgroundFact = z.infer<typeof BackgroundFact>;
export type BackgroundFactOf<Kind extends BackgroundFact['kind']> = Extract<BackgroundFact, { kind: Kind }>;
