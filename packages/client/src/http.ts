import { IncomeProblem } from '@medborgarnavet/model';
import ky, { type KyInstance } from 'ky';
import { timeLimit, type TimeLimit } from './time-limit.ts';

export interface ClientOptions {
  /** Where the host's Inkomst API is: absolute, or relative to the page. */
  readonly endpoint: string;
  /** What relative addresses start from; the page's own address unless given. */
  readonly baseUrl?: string;
  /** `include` sends cookies to an endpoint at another origin, which has to allow the page's; otherwise only to the page's own. */
  readonly credentials?: 'same-origin' | 'include';
  /** Milliseconds before an answer that is not whole is given up. The host itself gives up the authorities after 20 seconds. */
  readonly timeout?: number;
}

export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
}

/** How a host is asked. */
export interface Http {
  readonly ky: KyInstance;
  /** The address of a route. */
  readonly url: (path: string) => URL;
  /** @param act sends, and reads the whole answer. Throws {@link IncomeProblem}, or the signal's reason when aborted. */
  readonly ask: <T>(act: (signal: AbortSignal) => Promise<T>, options?: AskOptions) => Promise<T>;
}

const TIMEOUT = 40_000;

/** @throws IncomeProblem `no-endpoint` when the endpoint is no web address. */
export function createHttp({
  endpoint,
  baseUrl = document.baseURI,
  credentials = 'same-origin',
  timeout = TIMEOUT,
}: ClientOptions): Http {
  const base = addressOf(endpoint, baseUrl);
  if (endpoint.trim() === '' || !base || !/^https?:$/.test(base.protocol))
    throw new IncomeProblem('no-endpoint');
  return {
    ky: ky.create({
      // The whole answer has this time, and not only its beginning: see `ask`.
      timeout: false,
      retry: 0,
      throwHttpErrors: false,
      credentials,
      cache: 'no-store',
      // A host that wants a new sign-in often redirects to it: that is an answer too, but not one to follow.
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'application/json' },
      fetch: reach,
    }),
    url: (path) => new URL(`${base.pathname.replace(/\/$/, '')}/${path}`, base.origin),
    async ask(act, { signal } = {}) {
      let limit: TimeLimit | undefined;
      try {
        limit = timeLimit(timeout, signal);
        return await act(limit.signal);
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof IncomeProblem) throw error;
        // What is not known to be the network is never told as the network (DESIGN rule 9).
        throw new IncomeProblem(limit?.isOver() === true ? 'too-slow' : 'internal');
      } finally {
        limit?.end();
      }
    },
  };
}

/**
 * Sends a request. That `fetch` itself rejects with a TypeError is the one sign of a network that a script gets.
 * @throws IncomeProblem `offline` when the host could not be reached.
 */
async function reach(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(input, init);
  } catch (error) {
    throw error instanceof TypeError ? new IncomeProblem('offline') : error;
  }
}

function addressOf(endpoint: string, baseUrl: string): URL | undefined {
  try {
    return new URL(endpoint, baseUrl);
  } catch {
    return undefined;
  }
}

/** A host that has been asked for something does not answer with nothing. */
export function present<T>(answer: T | undefined): T {
  if (answer === undefined) throw new IncomeProblem('unreadable-answer');
  return answer;
}
