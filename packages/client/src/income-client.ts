import {
  BackgroundStatement,
  IncomeStatement,
  NDJSON,
  type IncomeProgress,
  type Period,
} from '@medborgarnavet/model';
import { readAnswer, readSteps, stepsIn } from './answer.ts';
import { createHttp, present, type AskOptions, type ClientOptions } from './http.ts';

export type IncomeClientOptions = ClientOptions;

export interface FetchOptions extends AskOptions {
  /** Told who has been asked, and what each source says as it answers, where the host tells that. */
  readonly onProgress?: (progress: IncomeProgress) => void;
}

/** A page's side of Inkomst API v1. Every method throws {@link IncomeProblem}, or the signal's reason when aborted. */
export interface IncomeClient {
  /** Hämta: has the host ask the authorities. Never repeated by itself, since each call is a reading of personal data. */
  fetchIncome(period: Period, options?: FetchOptions): Promise<IncomeStatement>;
  /** What was last fetched in this application; undefined when nothing was. Asks no authority. */
  latestIncome(options?: AskOptions): Promise<IncomeStatement | undefined>;
  /** Has the host ask what lies behind the payments: a reading of its own, for a person who wants to see it. */
  fetchBackground(period: Period, options?: AskOptions): Promise<BackgroundStatement>;
  /** Has the host forget what was fetched. */
  withdrawIncome(options?: AskOptions): Promise<void>;
}

/** @throws IncomeProblem `no-endpoint` when the endpoint is no web address. */
export function createIncomeClient(options: IncomeClientOptions): IncomeClient {
  const { ky, url, ask } = createHttp(options);
  const income = url('income');
  const background = url('background');
  return {
    fetchIncome(period, options = {}) {
      const { onProgress } = options;
      const headers = onProgress && { headers: { accept: `${NDJSON}, application/json` } };
      return ask(async (signal) => {
        const response = await ky.post(income, { json: { period }, signal, ...headers });
        const steps = stepsIn(response);
        if (steps && onProgress) return readSteps(steps, onProgress);
        return present(await readAnswer(response, IncomeStatement));
      }, options);
    },
    latestIncome(options) {
      return ask(async (signal) => readAnswer(await ky.get(income, { signal }), IncomeStatement), options);
    },
    fetchBackground(period, options) {
      return ask(async (signal) => {
        const response = await ky.post(background, { json: { period }, signal });
        return present(await readAnswer(response, BackgroundStatement));
      }, options);
    },
    async withdrawIncome(options) {
      await ask(async (signal) => readAnswer(await ky.delete(income, { signal }), IncomeStatement), options);
    },
  };
}
