import type {
  CorrectionReason,
  IncomeProblemKind,
  MissingIncome,
  OwnIncomeType,
  SetAsideReason,
  SourceCode,
  SubmissionRefusal,
} from '@medborgarnavet/model';
import type { ProblemText } from './texts.ts';

/** Every text of `<ssbtek-review>`. A language is one object of this type; every key is required. */
export interface ReviewTexts {
  /** The language, as a page's `lang` has it. */
  readonly lang: string;
  readonly review: {
    readonly heading: string;
    readonly intro: string;
    readonly looking: string;
    readonly covered: string;
    /** Above what went wrong, where what was fetched cannot be shown. */
    readonly failed: string;
    readonly retry: string;
    readonly signIn: string;
    readonly nothingFetched: string;
    readonly otherTime: string;
    /** What was fetched cannot be shown, and so is not handed in. */
    readonly unseen: string;
    readonly question: string;
    readonly answers: Readonly<Record<'yes' | 'no', string>>;
    /** The person says that there are no incomes, and there are some. */
    readonly contradicted: string;
    readonly incomes: string;
    /** There is no line to show, and why. */
    readonly nothingCounts: string;
    readonly nothingToShow: string;
    /** All have answered, and nobody had anything. */
    readonly nothingAnywhere: string;
    readonly nothingWritten: string;
    readonly total: string;
    readonly totalIncomplete: string;
    /** @param rows where an amount that was typed cannot be read. */
    readonly totalLacks: (rows: readonly string[]) => string;
    /** @param number its place among the person's own incomes. */
    readonly ownIncome: (number: number) => string;
  };
  readonly unchecked: {
    readonly some: string;
    readonly all: string;
    readonly unknown: string;
    /** What one source answers for, and could not check. */
    readonly part: (source: string, part: string) => string;
    readonly partOfTime: (source: string) => string;
    readonly advice: string;
    /** Where some of it adds to an amount that was retrieved. */
    readonly partAdvice: string;
    readonly sources: Readonly<Record<SourceCode, string>>;
  };
  readonly line: {
    readonly retrieved: string;
    readonly missing: Readonly<Record<MissingIncome, string>>;
    /** In place of that nothing was fetched, where that is not known. */
    readonly unseen: string;
    readonly from: (payers: string) => string;
    readonly own: string;
    readonly notChanged: string;
    /** @param typed what stands in place of an amount. */
    readonly unreadable: (typed: string) => string;
    readonly notWritten: string;
    /** In place of the person's own amount, where they have said of payments that they are not right. */
    readonly disputedInstead: (count: number) => string;
    readonly comment: string;
    readonly disputed: string;
    readonly counts: string;
    readonly noAmount: string;
    readonly reasons: Readonly<Record<CorrectionReason, string>>;
  };
  readonly own: {
    readonly heading: string;
    /** Where the person has not said which. */
    readonly income: string;
    readonly types: Readonly<Record<OwnIncomeType, string>>;
    readonly noAmount: string;
  };
  readonly setAside: {
    readonly heading: string;
    readonly undated: string;
    readonly several: (count: number, amount: string) => string;
    readonly reasons: Readonly<Record<SetAsideReason, string>>;
  };
  readonly change: {
    readonly link: string;
    readonly row: string;
    /** What is changed, said after {@link row} to a person who does not see where the button is. */
    readonly ownIncomes: string;
    readonly answer: string;
    readonly back: string;
    readonly at: (row: string) => string;
    readonly returned: (row: string) => string;
  };
  readonly handIn: {
    readonly heading: string;
    readonly declaration: string;
    /** @param rows where an amount that was typed cannot be read. */
    readonly unread: (rows: readonly string[]) => string;
    readonly missing: string;
    readonly button: string;
    readonly sending: string;
    /** Nobody knows whether it came. */
    readonly unsure: string;
    readonly notTaken: string;
  };
  readonly refused: {
    readonly heading: string;
    readonly reasons: Readonly<Record<Exclude<SubmissionRefusal, 'already-handed-in'>, string>>;
    readonly stands: string;
    readonly again: string;
    readonly reading: string;
  };
  readonly differences: {
    readonly heading: string;
    /** There is nothing that is otherwise. */
    readonly noneHeading: string;
    readonly changed: (row: string, before: string, now: string) => string;
    readonly added: (row: string, now: string) => string;
    readonly gone: (row: string, before: string, why: MissingIncome) => string;
    readonly setAside: string;
    readonly unchecked: string;
    readonly none: string;
    readonly next: string;
    readonly noneNext: string;
    /** At the row itself. */
    readonly was: (before: string) => string;
    readonly isNew: string;
  };
  readonly receipt: {
    readonly heading: string;
    readonly received: string;
    readonly reference: string;
    readonly at: string;
    readonly vouched: string;
    /** What the reference is for. */
    readonly keep: string;
    /** That what stands below is not shown again. */
    readonly copy: string;
    readonly print: string;
    readonly handedIn: string;
    /** What is still true once nothing can be changed, in place of the texts of the same name above. */
    readonly unchecked: string;
    readonly otherTime: string;
    readonly unseen: string;
    readonly contradicted: string;
    readonly alreadyHeading: string;
    readonly already: string;
    readonly alreadyNotSent: string;
  };
  readonly problems: Readonly<Record<IncomeProblemKind, ProblemText>>;
}
