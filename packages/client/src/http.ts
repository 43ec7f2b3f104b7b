import { IncomeProblem } from '@medborgarnavet/model';
import ky, { type KyInstance } from 'ky';

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
  const base = URL.canParse(endpoint, baseUrl) ? new URL(endpoint, baseUrl) : undefined;
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
    }),
    url: (path) => new URL(`${base.pathname.replace(/\/$/, '')}/${path}`, base.origin),
    async ask(act, { signal } = {}) {
      const tooLate = AbortSignal.timeout(timeout);
      try {
        return await act(signal ? AbortSignal.any([signal, tooLate]) : tooLate);
      } catch (error) {
        if (error instanceof IncomeProblem) throw error;
        signal?.throwIfAborted();
        throw new IncomeProblem(tooLate.aborted ? 'too-slow' : 'offline');
      }
    },
  };
}

/** A host that has been asked for something does not answer with nothing. */
export function present<T>(answer: T | undefined): T {
  if (answer === undefined) throw new IncomeProblem('unreadable-answer');
  return answer;
}
