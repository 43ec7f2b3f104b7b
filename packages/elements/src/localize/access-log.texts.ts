import type { AccessAction, IncomeProblemKind, SourceCode } from '@medborgarnavet/model';
import type { ProblemText } from './texts.ts';

/**
 * How it went.
 * - `unanswered`: it was done, and none of those who were asked could be checked
 * - `refused`: it did not agree with what was retrieved
 * - `cut-off`: it began, and has no end
 */
export type Standing = 'done' | 'unanswered' | 'failed' | 'refused' | 'cut-off' | 'under-way';

/** What has a line of its own. That what was kept has been shown is told of by the day. */
export type ToldAction = Exclude<AccessAction, 'income-read' | 'draft-read'>;

/** How often, and when last. The time has to stand in it as it is given. */
type HowOften = (count: number, time: string) => string;

/** Every text of `<ssbtek-access-log>`. */
export interface AccessLogTexts {
  /** The language, as a page's `lang` has it. */
  readonly lang: string;
  readonly log: {
    readonly heading: string;
    readonly intro: string;
    readonly looking: string;
    readonly covered: string;
    readonly purpose: string;
    readonly reference: string;
    readonly empty: string;
    /** There is nothing in it but that the page has shown what was kept. */
    readonly onlyShown: string;
    /** The host cannot show that what it tells is all. */
    readonly incomplete: string;
    /** There is more than is told. */
    readonly older: (count: number) => string;
    readonly answered: (names: string) => string;
    readonly unchecked: (names: string) => string;
    /** What is on screen could not be read anew. */
    readonly stale: string;
    readonly help: string;
    readonly retry: string;
    readonly signIn: string;
  };
  readonly actions: Readonly<Record<ToldAction, Readonly<Record<Standing, string>>>>;
  /** What was kept was shown. */
  readonly shown: {
    readonly heading: string;
    readonly open: string;
    readonly close: string;
    readonly toWhom: string;
    readonly 'income-read': Readonly<Record<'shown' | 'notShown', HowOften>>;
    readonly 'draft-read': Readonly<Record<'shown' | 'notShown', HowOften>>;
  };
  readonly names: Readonly<Record<SourceCode, string>>;
  readonly problems: Readonly<Record<IncomeProblemKind, ProblemText>>;
}
