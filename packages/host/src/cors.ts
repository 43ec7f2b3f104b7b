import { emptyResponse } from './problem.ts';

/** What the elements send, and what they read of an answer, beside what every page may. */
const REQUEST_HEADERS = ['accept', 'content-type', 'idempotency-key', 'if-match', 'if-none-match'];
const RESPONSE_HEADERS = ['etag', 'retry-after'];

/** Seconds for which a browser may remember an answer to its question. */
const MAX_AGE = 600;

/** Whether the browser asks, before the page's own request, if pages of that origin may send it. */
export function isPreflight({ method, headers }: Request): boolean {
  return method === 'OPTIONS' && headers.has('origin') && headers.has('access-control-request-method');
}

/** @param methods those of the route that is asked about. */
export function preflightAnswer(methods: readonly string[]): Response {
  return emptyResponse(204, {
    'access-control-allow-methods': methods.join(', '),
    'access-control-allow-headers': REQUEST_HEADERS.join(', '),
    'access-control-max-age': String(MAX_AGE),
  });
}

/**
 * Lets the pages of an allowed origin read an answer to a request with cookies, and nobody else. `Cross-Origin-Resource-Policy` stays
 * `same-origin`: it is not about requests with CORS, and keeps the answer out of every other kind.
 */
export function withCors(response: Response, request: Request, allowedOrigins: readonly string[]): Response {
  if (allowedOrigins.length === 0) return response;
  response.headers.append('vary', 'Origin');
  const origin = request.headers.get('origin');
  if (origin === null || !allowedOrigins.includes(origin)) return response;
  response.headers.set('access-control-allow-origin', origin);
  response.headers.set('access-control-allow-credentials', 'true');
  response.headers.set('access-control-expose-headers', RESPONSE_HEADERS.join(', '));
  return response;
}
