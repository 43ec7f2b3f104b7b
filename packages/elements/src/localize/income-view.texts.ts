import type { SetAsideReason, SourceCode } from '@medborgarnavet/model';
import type { FactTexts, SpanTexts } from './income-view.fact-texts.ts';
import type { Texts } from './texts.ts';

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
    /** @param isMore whether something else came too. */
    readonly wages: (isMore: boolean) => string;
    readonly takenBack: string;
    readonly nothingLeft: string;
    readonly onlyPlanned: string;
    readonly onlyNotCounted: string;
    readonly nothing: string;
    readonly notOver: string;
    readonly notBegun: string;
    readonly unknown: string;
    readonly notFetched: string;
    readonly noFigure: string;
    readonly notYetFigure: string;
    readonly unknownFigure: string;
    readonly notFetchedFigure: string;
    readonly maybeMore: string;
    readonly unchecked: (names: string) => string;
    readonly notAsked: (names: string) => string;
    /** By whether it counts: it does, it does when it has been paid, it does not. */
    readonly planned: Readonly<Record<'counted' | 'notYet' | 'never', (amount: string) => string>>;
    readonly notCounted: (amount: string) => string;
    readonly otherMonth: (asked: string, isApplication: boolean) => string;
    readonly open: (count: number) => string;
    readonly close: (count: number) => string;
  };
  readonly payment: {
    readonly paid: string;
    readonly planned: string;
    readonly takenBack: string;
    readonly takingBack: string;
    readonly day: string;
    readonly noDate: string;
    readonly placed: (from: string) => string;
    readonly accordingTo: (name: string) => string;
    readonly madeOf: (name: string, parts: string) => string;
    readonly partCount: (count: number) => string;
    readonly more: string;
    readonly less: string;
    readonly period: string;
    readonly payer: string;
    readonly toldBy: string;
    readonly gross: string;
    /** Where no tax is drawn. */
    readonly amount: string;
    readonly afterTax: string;
    readonly tax: string;
    readonly noTax: string;
    readonly noTaxPlanned: string;
    readonly otherDifference: string;
    readonly net: string;
    readonly netPlanned: string;
    readonly netTakenBack: string;
    readonly netTakingBack: string;
    readonly netWages: string;
    readonly estimated: string;
    readonly minus: string;
    readonly partsHeading: string;
    readonly times: (count: number, part: string) => string;
    readonly days: (days: string) => string;
    readonly ofDay: (percent: string) => string;
    readonly level: (percent: string) => string;
    /** By percent. */
    readonly shares: Readonly<Record<number, string>>;
    readonly noGross: string;
    readonly onlyNet: string;
    readonly what: string;
    readonly unknown: string;
    readonly own: (name: string) => string;
    readonly counts: string;
    /** Where it is not known what the person has said in the application. */
    readonly unlessDisputed: string;
    readonly countedByDate: (months: string, date: string) => string;
    readonly countedAsPlanned: (months: string, date: string) => string;
    readonly countedAsTaken: (months: string, date: string) => string;
    readonly countedByPeriod: (months: string, from: string) => string;
    readonly notCounted: Readonly<Record<SetAsideReason, (months: string, isApplication: boolean) => string>>;
    readonly notCountedShort: Readonly<Record<SetAsideReason, string>>;
    readonly retroactive: string;
    readonly paidToOther: string;
    readonly deductionsHeading: string;
    readonly unknownDeduction: string;
    readonly contactHeading: string;
    readonly contact: (contact: string) => string;
    readonly contactEmployer: string;
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
    readonly nothingYet: string;
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
    readonly nothing: string;
    /** Of what lies behind: other advice, and other words for a part of a source. */
    readonly source: Texts['source'];
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
    /** Of one that the person says is wrong. */
    readonly disputed: string;
  };
  /** What the person can say of a payment that stands in the form too. */
  readonly dispute: Pick<Texts['payment'], 'dispute' | 'agree' | 'agreed' | 'disputed'>;
  readonly reason: Pick<Texts['row'], 'reason' | 'chooseReason'>;
  readonly reasons: Texts['reasons'];
  readonly signIn: string;
  readonly span: SpanTexts;
  readonly origin: {
    readonly wages: string;
    /** The sources' names inside a sentence. */
    readonly inSentence: Readonly<Record<SourceCode, string>>;
  };
  readonly source: Texts['source'];
  readonly problems: Texts['problems'];
}
