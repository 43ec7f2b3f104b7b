import type {
  CorrectionReason,
  IncomeProblemKind,
  OwnIncomeType,
  RowGroup,
  SetAsideReason,
  SourceCode,
  UncheckedReason,
} from '@medborgarnavet/model';

/** What went wrong, and the way on. */
export interface ProblemText {
  readonly heading: string;
  readonly advice: string;
}

/** Why a source could not be checked, and what to do. */
export interface ReasonText {
  readonly why: string;
  readonly advice: string;
}

/** Every text that a person meets. A language is one object of this type; every key is required. */
export interface Texts {
  /** The language, as a page's `lang` has it. */
  readonly lang: string;
  readonly prefill: {
    readonly heading: string;
    readonly what: (months: string | undefined) => string;
    readonly from: string;
    readonly purpose: string;
    readonly fetch: string;
    readonly again: string;
    readonly asking: string;
    readonly waitingFor: (names: string) => string;
    readonly slow: string;
    readonly stop: string;
    readonly stopped: string;
    readonly resuming: string;
    readonly covered: string;
    readonly meanwhile: string;
    readonly fetched: (when: string) => string;
    readonly resumed: string;
    readonly old: (days: number) => string;
    readonly complete: string;
    readonly completeWithNothing: string;
    readonly incomplete: string;
    readonly withdraw: string;
    readonly withdrawn: string;
    readonly signIn: string;
    /** After the session has ended, where somebody else looks after what is written. */
    readonly signInToGoOn: string;
    readonly sourcesHeading: string;
    readonly waiting: string;
    readonly howToCorrect: string;
    readonly manual: string;
    readonly notCovered: string;
    readonly groups: Readonly<Record<RowGroup, string>>;
    readonly showMore: (count: number) => string;
    readonly correction: string;
    readonly comment: string;
    readonly retrieved: string;
    readonly total: (amount: string) => string;
    readonly totalIncomplete: string;
    /** @param rows where an amount that was typed cannot be read. */
    readonly totalLacks: (rows: readonly string[]) => string;
  };
  readonly question: {
    readonly text: string;
    readonly yes: string;
    readonly no: string;
    /** The person says that there are no incomes, and there are some. */
    readonly contradicted: string;
  };
  readonly row: {
    readonly notFetched: string;
    readonly notCovered: string;
    readonly nothing: string;
    readonly setAside: string;
    readonly unchecked: string;
    readonly maybeMore: string;
    readonly paidOn: (date: string) => string;
    readonly plannedFor: (date: string) => string;
    readonly severalPayments: (count: number) => string;
    readonly from: (payer: string) => string;
    readonly effective: (amount: string) => string;
    readonly moved: (written: string, before: string, now: string) => string;
    readonly movedToNothing: (written: string, before: string) => string;
    readonly takeBack: string;
    readonly undo: string;
    readonly takenBack: string;
    readonly undone: string;
    readonly reason: string;
    readonly chooseReason: string;
    readonly contact: (contact: string) => string;
    /** How many of the row's payments the person says are wrong. */
    readonly disputed: (count: number) => string;
    readonly added: string;
    readonly changed: string;
  };
  readonly payment: {
    readonly open: (count: number) => string;
    readonly close: string;
    /** Leads to the view beside the form. */
    readonly behind: string;
    /** Leads back to the row of that name. */
    readonly backTo: (row: string) => string;
    readonly paid: string;
    readonly planned: string;
    readonly period: string;
    readonly gross: string;
    readonly tax: string;
    readonly otherDifference: string;
    readonly net: string;
    readonly netPlanned: string;
    readonly part: (name: string) => string;
    readonly days: (days: string) => string;
    readonly countedByDate: (months: string, date: string) => string;
    readonly countedAsPlanned: (months: string, date: string) => string;
    readonly countedByPeriod: (months: string, from: string) => string;
    readonly dispute: string;
    readonly agree: string;
    readonly disputed: string;
    readonly agreed: string;
    readonly wasBefore: (amount: string) => string;
    readonly isNew: string;
  };
  readonly reasons: Readonly<Record<CorrectionReason, string>>;
  readonly changes: {
    readonly heading: string;
    readonly gone: (payment: string) => string;
  };
  readonly own: {
    readonly heading: string;
    /** @param wages whether wages can be fetched. */
    readonly neverFetched: (wages: boolean) => string;
    readonly add: string;
    readonly legend: (number: number) => string;
    readonly type: string;
    readonly chooseType: string;
    readonly types: Readonly<Record<OwnIncomeType, string>>;
    readonly amount: string;
    readonly date: string;
    readonly remove: (number: number) => string;
  };
  readonly source: {
    readonly names: Readonly<Record<SourceCode, string>>;
    readonly answered: string;
    readonly nothing: string;
    readonly unchecked: string;
    readonly notAsked: string;
    readonly asked: (from: string, to: string) => string;
    /** A part of a source could not be checked, and another part has told of payments. */
    readonly partAdvice: string;
    readonly section: (name: string, verdict: string) => string;
    readonly reasons: Readonly<Record<UncheckedReason, ReasonText>>;
    /** Where the authority mends what is wrong with it. */
    readonly contacts: Readonly<Record<SourceCode, string>>;
  };
  /** Where the page's own fields are filled. */
  readonly fills: {
    /** Beside a field that does not hold the retrieved amount: who says what. */
    readonly told: (payers: string, amount: string) => string;
    /** Above what was retrieved and has no field in the page. */
    readonly rest: string;
    readonly commentMissing: string;
  };
  readonly setAside: {
    readonly heading: string;
    readonly reasons: Readonly<Record<SetAsideReason, string>>;
  };
  readonly amount: Readonly<Record<'not-an-amount' | 'ambiguous' | 'too-large', string>>;
  readonly faults: {
    readonly heading: (count: number) => string;
    /** In short, in a list. */
    readonly brief: (label: string, what: 'amount' | 'reason' | 'kind' | 'comment' | 'date') => string;
    readonly reasonMissing: string;
    readonly ownAmountMissing: string;
    readonly ownNegative: string;
    readonly ownTypeMissing: string;
    readonly dateUnreadable: string;
    /** @param length how long it is, in characters. */
    readonly commentTooLong: (length: number, most: number) => string;
    readonly answerMissing: string;
  };
  readonly problems: Readonly<Record<IncomeProblemKind, ProblemText>>;
}
