import {
  BackgroundStatement,
  IncomeProblem,
  IncomeStatement,
  NDJSON,
  type IncomeProgress,
  type Period,
} from '@medborgarnavet/model';
import ky from 'ky';
import { readAnswer, readSteps, stepsIn } from './answer.ts';

export interface IncomeClientOptions {
  /** Where the host's Inkomst API is: absolute, or relative to the page. */
  readonly endpoint: string;
  /** What relative addresses start from; the page's own address unless given. */
  readonly baseUrl?: string;
  /** Milliseconds before an answer that is not whole is given up. The host itself gives up the authorities after 20 seconds. */
  readonly timeout?: number;
}

export interface FetchOptions {
  readonly signal?: AbortSignal | undefined;
  /** Told who has been asked, and what each source says as it answers, where the host tells that. */
  readonly onProgress?: (progress: IncomeProgress) => void;
}

/** A page's side of Inkomst API v1. Every method throws {@link IncomeProblem}, or the signal's reason when aborted. */
export interface IncomeClient {
  /** Hämta: has the host ask the authorities. Never repeated by itself, since each call is a reading of personal data. */
  fetchIncome(period: Period, options?: FetchOptions): Promise<IncomeStatement>;
  /** What was last fetched in this application; undefined when nothing was. Asks no authority. */
  latestIncome(options?: Pick<FetchOptions, 'signal'>): Promise<IncomeStatement | undefined>;
  /** Has the host ask what lies behind the payments: a reading of its own, for a person who wants to see it. */
  fetchBackground(period: Period, options?: Pick<FetchOptions, 'signal'>): Promise<BackgroundStatement>;
  /** Has the host forget what was fetched. */
  withdrawIncome(options?: Pick<FetchOptions, 'signal'>): Promise<void>;
}

const TIMEOUT = 40_000;

/** @throws IncomeProblem `no-endpoint` when the endpoint is no web address. */
export function createIncomeClient({
  endpoint,
  baseUrl = document.baseURI,
  timeout = TIMEOUT,
}: IncomeClientOptions): IncomeClient {
  const income = urlUnder(endpoint, baseUrl, 'income');
  const background = urlUnder(endpoint, baseUrl, 'background');
  const http = ky.create({
    // The whole answer has this time, and not only its beginning: see `ask`.
    timeout: false,
    retry: 0,
    throwHttpErrors: false,
    credentials: 'same-origin',
    cache: 'no-store',
    // A host that wants a new sign-in often redirects to it: that is an answer too, but not one to follow.
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
    headers: { accept: 'application/json' },
  });

  /** @param act sends, and reads the whole answer. */
  async function ask<T>(
    act: (signal: AbortSignal) => Promise<T>,
    { signal }: Pick<FetchOptions, 'signal'> = {},
  ): Promise<T> {
    const tooLate = AbortSignal.timeout(timeout);
    try {
      return await act(signal ? AbortSignal.any([signal, tooLate]) : tooLate);
    } catch (error) {
      if (error instanceof IncomeProblem) throw error;
      signal?.throwIfAborted();
      throw new IncomeProblem(tooLate.aborted ? 'too-slow' : 'offline');
    }
  }

  return {
    fetchIncome(period, options = {}) {
      const { onProgress } = options;
      const headers = onProgress && { headers: { accept: `${NDJSON}, application/json` } };
      return ask(async (signal) => {
        const response = await http.post(income, { json: { period }, signal, ...headers });
        const steps = stepsIn(response);
        if (steps && onProgress) return readSteps(steps, onProgress);
        return present(await readAnswer(response, IncomeStatement));
      }, options);
    },
    latestIncome(options) {
      return ask(async (signal) => readAnswer(await http.get(income, { signal }), IncomeStatement), options);
    },
    fetchBackground(period, options) {
      return ask(async (signal) => {
        const response = await http.post(background, { json: { period }, signal });
        return present(await readAnswer(response, BackgroundStatement));
      }, options);
    },
    async withdrawIncome(options) {
      await ask(
        async (signal) => readAnswer(await http.delete(income, { signal }), IncomeStatement),
        options,
      );
    },
  };
}

/** A host that has been asked for something does not answer with nothing. */
function present<T>(answer: T | undefined): T {
  if (answer === undefined) throw new IncomeProblem('unreadable-answer');
  return answer;
}

function urlUnder(endpoint: string, baseUrl: string, path: string): URL {
  const base = URL.canParse(endpoint, baseUrl) ? new URL(endpoint, baseUrl) : undefined;
  if (endpoint.trim() === '' || !base || !/^https?:$/.test(base.protocol))
    throw new IncomeProblem('no-endpoint');
  return new URL(`${base.pathname.replace(/\/$/, '')}/${path}`, base.origin);
}
