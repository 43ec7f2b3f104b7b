import type { BackgroundFact } from '@medborgarnavet/model';

/** A time in a sentence. */
export interface SpanTexts {
  readonly from: (date: string) => string;
  readonly to: (date: string) => string;
  /** How long: `för september 2026`. */
  readonly during: (span: string) => string;
}

/** What is told of a fact, one sentence each. What the authority has not said is left out. */
export interface FactTexts {
  readonly headings: Readonly<Record<BackgroundFact['kind'], string>>;
  /** A heading with what it is about. */
  readonly named: (heading: string, name: string) => string;
  /** The authorities' words that are known, in lower case, and plainer ones for them. */
  readonly words: Readonly<Record<string, string>>;
  /** Their words for how often, and plainer ones. */
  readonly often: Readonly<Record<string, string>>;
  /** Some things after each other. */
  readonly list: (things: readonly string[]) => string;
  readonly decided: (date: string) => string;
  readonly final: string;
  readonly notFinal: string;
  readonly outcome: (outcome: string) => string;
  readonly valid: (span: string) => string;
  readonly ended: (span: string) => string;
  readonly amount: (amount: string, often: string | undefined, isTaxed: boolean) => string;
  readonly extent: (percent: string) => string;
  readonly extentOfDay: (percent: string) => string;
  readonly getsShare: (share: string) => string;
  readonly days: (days: string) => string;
  readonly level: (percent: string | undefined, times: string) => string;
  readonly share: (percent: string, isAll: boolean) => string;
  readonly received: (date: string) => string;
  readonly appliedFor: (span: string) => string;
  readonly applications: Readonly<Record<'open' | 'closed' | 'refused', string>>;
  readonly programmeDays: (used: string) => string;
  readonly programmeDaysAll: string;
  readonly placed: string;
  readonly programme: (name: string) => string;
  readonly maintenanceDebt: string;
  readonly debt: (amount: string) => string;
  readonly debtIsNoIncome: string;
  readonly status: (status: string) => string;
  readonly applied: (during: string | undefined, extent: string | undefined) => string;
  readonly appliedLoan: (wanted: boolean) => string;
  readonly granted: (during: string | undefined, extent: string | undefined) => string;
  readonly basicExtent: (percent: string) => string;
  readonly part: (name: string, amount: string) => string;
  readonly parts: (parts: string) => string;
  /** What was or will be paid or taken back; `dates` is undefined when no day is known. */
  readonly plan: Readonly<
    Record<
      'paid' | 'planned',
      Readonly<Record<'given' | 'taken', (amount: string, dates: string | undefined) => string>>
    >
  >;
  readonly suspended: (span: string, isOver: boolean) => string;
  readonly paymentRequested: (isRequested: boolean) => string;
  readonly paidDays: (days: string, months: string) => string;
  readonly registered: (isRegistered: boolean) => string;
  readonly category: (category: string) => string;
  readonly from: (date: string) => string;
  readonly until: (date: string, isOver: boolean) => string;
  readonly looksFor: (percent: string) => string;
  readonly reports: Readonly<Record<'submitted' | 'not-submitted' | 'not-known', string>>;
  readonly reported: (date: string) => string;
  readonly fund: (name: string) => string;
  readonly year: (year: number) => string;
  readonly capitalIncome: (amount: string) => string;
  readonly capitalSurplus: (amount: string, isDeficit: boolean) => string;
  readonly employment: (amount: string) => string;
  readonly assessed: (amount: string) => string;
  readonly finalTax: (amount: string) => string;
  readonly balance: (amount: string, isDebt: boolean) => string;
  readonly interest: (amount: string) => string;
  readonly updated: (date: string) => string;
  readonly employer: (is: boolean) => string;
  readonly vat: (is: boolean) => string;
  readonly fTax: (is: boolean) => string;
  readonly registration: (number: string) => string;
  readonly make: (name: string) => string;
  readonly vehicleType: (type: string) => string;
  readonly modelYear: (year: string) => string;
  readonly permitDecision: (decision: string) => string;
  readonly reason: (reason: string) => string;
  readonly permanent: (is: boolean) => string;
  readonly country: (country: string) => string;
  readonly arrived: (date: string) => string;
}
