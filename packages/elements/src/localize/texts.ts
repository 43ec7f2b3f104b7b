import type { IncomeProblemKind, RowGroup, SourceCode, UncheckedReason } from '@medborgarnavet/model';

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
  readonly prefill: {
    readonly heading: string;
    readonly what: (months: string | undefined) => string;
    readonly from: string;
    readonly purpose: string;
    readonly fetch: string;
    readonly again: string;
    readonly asking: string;
    readonly resuming: string;
    readonly meanwhile: string;
    readonly fetched: (when: string) => string;
    readonly complete: string;
    readonly completeWithNothing: string;
    readonly incomplete: string;
    readonly sourcesHeading: string;
    readonly howToCorrect: string;
    readonly manual: string;
    readonly groups: Readonly<Record<RowGroup, string>>;
    readonly correction: string;
    readonly comment: string;
    readonly retrieved: string;
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
  };
  readonly source: {
    readonly names: Readonly<Record<SourceCode, string>>;
    readonly answered: string;
    readonly nothing: string;
    readonly unchecked: string;
    readonly notAsked: string;
    readonly asked: (from: string, to: string) => string;
    readonly section: (name: string, verdict: string) => string;
    readonly reasons: Readonly<Record<UncheckedReason, ReasonText>>;
  };
  readonly setAside: {
    readonly heading: string;
    readonly reasons: Readonly<
      Record<'other-period' | 'undated' | 'planned' | 'possible-duplicate' | 'no-row', string>
    >;
  };
  readonly amount: Readonly<Record<'not-an-amount' | 'ambiguous' | 'too-large', string>>;
  readonly problems: Readonly<Record<IncomeProblemKind, ProblemText>>;
}
