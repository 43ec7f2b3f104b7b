import type { IncomeProblemKind } from '@medborgarnavet/model';
import type { ProblemText } from './texts.ts';

/** Every text of `<ssbtek-draft>`. A language is one object of this type; every key is required. */
export interface DraftTexts {
  /** The language, as a page's `lang` has it. */
  readonly lang: string;
  readonly draft: {
    readonly heading: string;
    readonly loading: string;
    readonly empty: string;
    /** @param day undefined for today. */
    readonly saved: (time: string, day: string | undefined) => string;
    readonly saving: string;
    readonly recovered: string;
    readonly restored: (time: string, day: string | undefined) => string;
    /** @param label of the field. */
    readonly back: (label: string) => string;
    readonly merged: string;
    readonly fetched: (day: string) => string;
    readonly whoReads: string;
    readonly covered: string;
    readonly retry: string;
    readonly signIn: string;
  };
  readonly expiry: {
    readonly when: (day: string, time: string) => string;
    /** In place of a day. */
    readonly today: string;
    readonly tomorrow: string;
    /** Days are the calendar's. */
    readonly left: Readonly<Record<'days' | 'hours' | 'minutes', (count: number) => string>>;
    /** What to do where little time is left. */
    readonly soon: string;
    readonly over: string;
    readonly next: string;
  };
  readonly resumed: {
    readonly from: (day: string, time: string) => string;
    readonly fetchAdvice: string;
    readonly fetch: string;
  };
  readonly conflict: {
    readonly heading: string;
    readonly status: string;
    readonly what: string;
    /** The person has pressed to send the form, and it was not sent. */
    readonly stopped: string;
    readonly here: string;
    readonly there: string;
    readonly nothing: string;
    readonly ticked: string;
    readonly notTicked: string;
    /** A field that is not on this page. */
    readonly otherPage: (name: string) => string;
    /** A row of the incomes. */
    readonly ownIncomes: string;
    readonly disputed: (count: number) => string;
    readonly keepAll: string;
    readonly takeAll: string;
    readonly choose: string;
    readonly incomplete: (count: number) => string;
  };
  readonly gone: {
    readonly heading: string;
    readonly what: string;
    /** The person has pressed to send the form, and it was not sent. */
    readonly stopped: string;
    readonly again: string;
    readonly leave: string;
    readonly left: string;
  };
  readonly delete: {
    readonly button: string;
    readonly question: string;
    readonly consequence: string;
    /** What was fetched from the authorities is another matter, whether there is any or not. */
    readonly retrieved: string;
    readonly yes: string;
    readonly no: string;
    readonly under: string;
    readonly done: string;
    readonly doneElsewhere: string;
    readonly next: string;
  };
  readonly ended: {
    readonly signedOut: string;
    readonly sessionEnded: string;
    /** Somebody who has no right to what stood there. */
    readonly emptied: string;
    readonly emptiedUnsaved: string;
    readonly kept: string;
    readonly notKept: string;
  };
  readonly failures: {
    readonly save: string;
    readonly saveAgain: string;
    readonly open: string;
    readonly openAgain: string;
    readonly delete: string;
    /** Nothing that is written has gone. */
    readonly stands: string;
  };
  readonly problems: Readonly<Record<IncomeProblemKind, ProblemText>>;
}
