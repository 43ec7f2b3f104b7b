import { createContext } from '@lit/context';
import type { BackgroundStatement, IncomeProgress, IncomeStatement, Period } from '@medborgarnavet/model';
import { provideOnRoot, type Connect } from './connect.ts';

export { sourceOf } from './connect.ts';

/**
 * What an element needs to get incomes: a port. The embed gives one that asks the host's endpoint; a page may set its
 * own. Every method throws `IncomeProblem`, or the signal's reason when aborted.
 */
export interface IncomeSource {
  /** Has the authorities asked: a reading of personal data, done only on the person's own press. */
  fetchIncome(period: Period, options?: FetchOptions): Promise<IncomeStatement>;
  /** What was last fetched; undefined when nothing was. Asks no authority. */
  latestIncome(options?: LookOptions): Promise<IncomeStatement | undefined>;
  /** Has the authorities asked what lies behind the payments: a reading of its own, on the person's own press. */
  fetchBackground?: ((period: Period, options?: LookOptions) => Promise<BackgroundStatement>) | undefined;
  /** Has what was fetched forgotten. A source that keeps nothing has no such method. */
  withdrawIncome?: ((options?: LookOptions) => Promise<void>) | undefined;
}

export interface LookOptions {
  readonly signal?: AbortSignal | undefined;
}

export interface FetchOptions extends LookOptions {
  /** Told who has been asked and what each says, where that is known before the end. */
  readonly onProgress?: ((progress: IncomeProgress) => void) | undefined;
}

/** Makes a source of an element's `endpoint`. Throws `IncomeProblem` `no-endpoint` when it is no web address. */
export type ConnectIncomeSource = Connect<IncomeSource>;

/** Who makes sources out of endpoints on this page. The embed provides it on the document's root. */
export const connectIncomeSource = createContext<ConnectIncomeSource>(
  Symbol('medborgarnavet.connect-income-source'),
);

/** Lets every element of the page that has an `endpoint` find its source. Called once, by whoever joins elements and client. */
export function provideIncomeSources(connect: ConnectIncomeSource, root?: HTMLElement): void {
  provideOnRoot(connectIncomeSource, connect, root);
}
