import type { BackgroundFact, SetAsideReason } from '@medborgarnavet/model';
import type { Texts } from './texts.ts';

/** What is told of a fact, one sentence each. What the authority has not said is left out. */
export interface FactTexts {
  readonly headings: Readonly<Record<BackgroundFact['kind'], string>>;
  readonly about: (name: string) => string;
  readonly decided: (date: string) => string;
  readonly final: string;
  readonly notFinal: string;
  readonly outcome: (outcome: string) => string;
  readonly valid: (span: string) => string;
  readonly amount: (amount: string, every: string | undefined) => string;
  readonly extent: (percent: string) => string;
  readonly days: (days: string) => string;
  readonly levelled: (span: string | undefined, type: string | undefined) => string;
  readonly level: (percent: string) => string;
  readonly share: (percent: string) => string;
  readonly received: (date: string) => string;
  readonly applications: Readonly<Record<'open' | 'closed' | 'refused', string>>;
  readonly programmeDays: (used: string) => string;
  readonly programmeDaysAll: string;
  readonly placed: string;
  readonly programme: (name: string) => string;
  readonly maintenanceDebt: string;
  readonly debt: (amount: string) => string;
  readonly debtIsNoIncome: string;
  readonly status: (status: string) => string;
  readonly applied: (span: string | undefined, extent: string | undefined) => string;
  readonly appliedLoan: (wanted: boolean) => string;
  readonly granted: (span: string | undefined, extent: string | undefined) => string;
  readonly basicExtent: (percent: string) => string;
  readonly part: (name: string, amount: string) => string;
  readonly plan: (amount: string, date: string | undefined, isPaid: boolean) => string;
  readonly suspended: (span: string) => string;
  readonly paymentRequested: (isRequested: boolean) => string;
  readonly paidDays: (days: string) => string;
  readonly registered: (isRegistered: boolean) => string;
  readonly category: (category: string) => string;
  readonly from: (date: string) => string;
  readonly until: (date: string) => string;
  readonly looksFor: (percent: string) => string;
  readonly reports: Readonly<Record<'submitted' | 'not-submitted' | 'not-known', string>>;
  readonly reported: (date: string) => string;
  readonly fund: (name: string) => string;
  readonly year: (year: number) => string;
  readonly capitalIncome: (amount: string) => string;
  readonly capitalSurplus: (amount: string) => string;
  readonly employment: (amount: string) => string;
  readonly assessed: (amount: string) => string;
  readonly finalTax: (amount: string) => string;
  readonly balance: (amount: string) => string;
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

/** Every text of `<ssbtek-income-view>`. What it has in common with the form is the same object. */
export interface IncomeViewTexts {
  readonly view: {
    readonly heading: string;
    readonly intro: string;
    readonly looking: string;
    readonly empty: (months: string | undefined) => string;
    readonly emptyWithoutPeriod: string;
    readonly emptyBesideForm: string;
    readonly fetch: string;
    readonly again: string;
    readonly retry: string;
    readonly asks: (names: string) => string;
    readonly purpose: string;
    readonly asking: string;
    /** Of one that has been asked and has not answered yet. */
    readonly waiting: string;
    readonly stop: string;
    readonly covered: string;
    readonly left: string;
    readonly leave: string;
    readonly fetched: (when: string) => string;
    readonly complete: string;
    readonly completeWithNothing: string;
    readonly incomplete: string;
    readonly sources: string;
    readonly months: string;
  };
  readonly month: {
    readonly undated: string;
    readonly undatedSentence: string;
    readonly from: (names: string, count: number) => string;
    readonly onlyPlanned: string;
    readonly onlyNotCounted: string;
    readonly nothing: string;
    readonly unknown: string;
    readonly notFetched: string;
    readonly noFigure: string;
    readonly unknownFigure: string;
    readonly notFetchedFigure: string;
    readonly maybeMore: string;
    readonly unchecked: (names: string) => string;
    readonly notAsked: (names: string) => string;
    readonly planned: (amount: string) => string;
    readonly notCounted: (amount: string) => string;
    readonly otherMonth: (asked: string) => string;
    readonly open: (count: number) => string;
    readonly close: (count: number) => string;
  };
  readonly payment: {
    readonly paid: string;
    readonly planned: string;
    readonly noDate: string;
    readonly noDateShort: string;
    readonly more: string;
    readonly less: string;
    readonly period: string;
    readonly payer: string;
    readonly gross: string;
    readonly tax: string;
    readonly otherDifference: string;
    readonly net: string;
    readonly netPlanned: string;
    readonly partsHeading: string;
    readonly days: (days: string) => string;
    readonly extent: (percent: string) => string;
    readonly noGross: string;
    readonly what: string;
    readonly unknown: string;
    readonly own: (name: string) => string;
    readonly counts: string;
    readonly countedByDate: (months: string, date: string) => string;
    readonly countedAsPlanned: (months: string, date: string) => string;
    readonly countedByPeriod: (months: string, from: string) => string;
    readonly notCounted: Readonly<Record<SetAsideReason, (months: string) => string>>;
    readonly notCountedShort: Readonly<Record<SetAsideReason, string>>;
    readonly retroactive: string;
    readonly paidToOther: string;
    readonly deductionsHeading: string;
    readonly contactHeading: string;
    readonly contact: (contact: string) => string;
  };
  readonly find: {
    readonly heading: string;
    readonly search: string;
    readonly month: string;
    readonly source: string;
    readonly status: string;
    readonly all: string;
    readonly paid: string;
    readonly planned: string;
    readonly result: (count: number, all: number) => string;
    readonly none: string;
    readonly clear: string;
  };
  readonly chart: {
    readonly heading: string;
    readonly open: string;
    readonly close: string;
    readonly how: string;
    readonly toTable: string;
    readonly fromTable: string;
    readonly caption: string;
    readonly month: string;
    readonly source: string;
    readonly amount: string;
    readonly planned: (amount: string) => string;
    readonly nothing: string;
    readonly notCounted: string;
    readonly unchecked: (names: string) => string;
    readonly notFetched: string;
  };
  readonly background: {
    readonly heading: string;
    readonly intro: string;
    readonly more: string;
    readonly asking: string;
    readonly fetched: (when: string) => string;
    readonly facts: FactTexts;
  };
  readonly take: {
    readonly heading: string;
    readonly intro: string;
    readonly csv: string;
    readonly json: string;
    readonly print: string;
    readonly fileName: string;
    readonly saved: (name: string) => string;
    readonly columns: Readonly<
      Record<
        | 'month'
        | 'date'
        | 'status'
        | 'source'
        | 'payer'
        | 'benefit'
        | 'code'
        | 'from'
        | 'to'
        | 'gross'
        | 'tax'
        | 'deductions'
        | 'net'
        | 'counts',
        string
      >
    >;
    readonly counted: string;
  };
  /** What the person can say of a payment that stands in the form too. */
  readonly dispute: Pick<Texts['payment'], 'dispute' | 'agree' | 'agreed' | 'disputed'>;
  readonly reason: Pick<Texts['row'], 'reason' | 'chooseReason'>;
  readonly reasons: Texts['reasons'];
  readonly signIn: string;
  readonly source: Texts['source'];
  readonly problems: Texts['problems'];
}
