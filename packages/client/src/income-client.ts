import {
  IncomeProblem,
  IncomeStatement,
  IncomeStep,
  NDJSON,
  problemTypeOf,
  type IncomeProblemKind,
  type IncomeProgress,
  type Period,
} from '@medborgarnavet/model';
import ky from 'ky';
import { readLines } from './ndjson.ts';

export interface IncomeClientOptions {
  /** Where the host's Inkomst API is: absolute, or relative to the page. */
  readonly endpoint: string;
  /** What relative addresses start from; the page's own address unless given. */
  readonly baseUrl?: string;
  /** Milliseconds before an answer that is not whole is given up. The host itself gives up the authorities after 20 seconds. */
  readonly timeout?: number;
}

export interface FetchOptions {
  readonly signal?: AbortSignal;
  /** Told who has been asked, and what each source says as it answers, where the host tells that. */
  readonly onProgress?: (progress: IncomeProgress) => void;
}

/** A page's side of Inkomst API v1. Every method throws {@link IncomeProblem}, or the signal's reason when aborted. */
export interface IncomeClient {
  /** Hämta: has the host ask the authorities. Never repeated by itself, since each call is a reading of personal data. */
  fetchIncome(period: Period, options?: FetchOptions): Promise<IncomeStatement>;
  /** What was last fetched in this application; undefined when nothing was. Asks no authority. */
  latestIncome(options?: Pick<FetchOptions, 'signal'>): Promise<IncomeStatement | undefined>;
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
  const income = urlUnder(endpoint, baseUrl);
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

  async function ask(
    send: (signal: AbortSignal) => Promise<Response>,
    { signal, onProgress = () => undefined }: FetchOptions,
  ): Promise<IncomeStatement | undefined> {
    const tooLate = AbortSignal.timeout(timeout);
    try {
      return await readAnswer(await send(signal ? AbortSignal.any([signal, tooLate]) : tooLate), onProgress);
    } catch (error) {
      if (error instanceof IncomeProblem) throw error;
      signal?.throwIfAborted();
      throw new IncomeProblem(tooLate.aborted ? 'too-slow' : 'offline');
    }
  }

  return {
    async fetchIncome(period, options = {}) {
      const headers = options.onProgress && { accept: `${NDJSON}, application/json` };
      const statement = await ask(
        (signal) => http.post(income, { json: { period }, signal, ...(headers && { headers }) }),
        options,
      );
      if (!statement) throw new IncomeProblem('unreadable-answer');
      return statement;
    },
    latestIncome(options = {}) {
      return ask((signal) => http.get(income, { signal }), options);
    },
    async withdrawIncome(options = {}) {
      await ask((signal) => http.delete(income, { signal }), options);
    },
  };
}

function urlUnder(endpoint: string, baseUrl: string): URL {
  const base = URL.canParse(endpoint, baseUrl) ? new URL(endpoint, baseUrl) : undefined;
  if (endpoint.trim() === '' || !base || !/^https?:$/.test(base.protocol))
    throw new IncomeProblem('no-endpoint');
  return new URL(`${base.pathname.replace(/\/$/, '')}/income`, base.origin);
}

async function readAnswer(
  response: Response,
  onProgress: (progress: IncomeProgress) => void,
): Promise<IncomeStatement | undefined> {
  if (response.type === 'opaqueredirect') throw new IncomeProblem('session-expired');
  if (response.status === 204) return undefined;
  if (response.ok && response.body && response.headers.get('content-type')?.startsWith(NDJSON)) {
    return readSteps(response.body, onProgress);
  }
  const body = await readJson(response);
  if (!response.ok) throw new IncomeProblem(problemTypeOf(body) ?? kindOfStatus(response.status));
  const statement = IncomeStatement.safeParse(body);
  if (!statement.success) throw new IncomeProblem('unreadable-answer');
  return statement.data;
}

/** An answer that is cut off has no statement: then nothing of it counts. */
async function readSteps(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onProgress: (progress: IncomeProgress) => void,
): Promise<IncomeStatement> {
  for await (const line of readLines(body)) {
    const { data: step } = IncomeStep.safeParse(line);
    switch (step?.step) {
      case 'statement':
        return step.statement;
      case 'problem':
        throw new IncomeProblem(problemTypeOf(step.problem) ?? 'internal');
      case 'asked':
      case 'source':
        onProgress(step);
        break;
      case undefined:
        throw new IncomeProblem('unreadable-answer');
    }
  }
  throw new IncomeProblem('offline');
}

/** Undefined when it is not JSON. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** When something between the page and the host answers in the host's place. */
function kindOfStatus(status: number): IncomeProblemKind {
  const known: Readonly<Record<number, IncomeProblemKind>> = {
    401: 'not-signed-in',
    404: 'wrong-endpoint',
    405: 'wrong-endpoint',
    429: 'too-many-requests',
    502: 'upstream-unavailable',
    503: 'upstream-unavailable',
    504: 'upstream-timeout',
  };
  return known[status] ?? (status >= 500 ? 'internal' : 'unreadable-answer');
}
