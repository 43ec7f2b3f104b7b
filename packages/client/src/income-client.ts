import {
  IncomeProblem,
  IncomeStatement,
  problemTypeOf,
  type IncomeProblemKind,
  type Period,
} from '@medborgarnavet/model';
import ky, { isTimeoutError } from 'ky';

export interface IncomeClientOptions {
  /** Where the host's Inkomst API is: absolute, or relative to the page. */
  readonly endpoint: string;
  /** What relative addresses start from; the page's own address unless given. */
  readonly baseUrl?: string;
  /** Milliseconds before a request is given up. The host itself gives up the authorities after 20 seconds. */
  readonly timeout?: number;
}

/** A page's side of Inkomst API v1. Every method throws {@link IncomeProblem}, or the signal's reason when aborted. */
export interface IncomeClient {
  /** Hämta: has the host ask the authorities. Never repeated by itself, since each call is a reading of personal data. */
  fetchIncome(period: Period, options?: { readonly signal?: AbortSignal }): Promise<IncomeStatement>;
  /** What was last fetched in this application; undefined when nothing was. Asks no authority. */
  latestIncome(options?: { readonly signal?: AbortSignal }): Promise<IncomeStatement | undefined>;
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
    timeout,
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
    send: () => Promise<Response>,
    signal: AbortSignal | undefined,
  ): Promise<IncomeStatement | undefined> {
    try {
      return await readAnswer(await send());
    } catch (error) {
      if (error instanceof IncomeProblem) throw error;
      signal?.throwIfAborted();
      throw new IncomeProblem(isTimeoutError(error) ? 'too-slow' : 'offline');
    }
  }

  return {
    async fetchIncome(period, { signal } = {}) {
      const statement = await ask(
        () => http.post(income, { json: { period }, ...(signal && { signal }) }),
        signal,
      );
      if (!statement) throw new IncomeProblem('unreadable-answer');
      return statement;
    },
    latestIncome({ signal } = {}) {
      return ask(() => http.get(income, signal && { signal }), signal);
    },
  };
}

function urlUnder(endpoint: string, baseUrl: string): URL {
  const base = URL.canParse(endpoint, baseUrl) ? new URL(endpoint, baseUrl) : undefined;
  if (endpoint.trim() === '' || !base || !/^https?:$/.test(base.protocol))
    throw new IncomeProblem('no-endpoint');
  return new URL(`${base.pathname.replace(/\/$/, '')}/income`, base.origin);
}

async function readAnswer(response: Response): Promise<IncomeStatement | undefined> {
  if (response.type === 'opaqueredirect') throw new IncomeProblem('session-expired');
  if (response.status === 204) return undefined;
  const body = await readJson(response);
  if (!response.ok) throw new IncomeProblem(problemTypeOf(body) ?? kindOfStatus(response.status));
  const statement = IncomeStatement.safeParse(body);
  if (!statement.success) throw new IncomeProblem('unreadable-answer');
  return statement.data;
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
