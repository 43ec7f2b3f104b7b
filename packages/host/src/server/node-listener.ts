import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener, RequestError, type HttpBindings } from '@hono/node-server';
import { StoreUnavailable } from '../kommunikationsyta/store-unavailable.ts';
import { emptyResponse } from '../problem.ts';
import { takeRest } from './take-rest.ts';

/** @param node the same as Node has it. Most have no use for it. */
export type Fetch = (request: Request, node: HttpBindings) => Promise<Response>;
export type NodeListener = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/**
 * What answers Request with Response, for node:http and for what is built on it. Nothing may have read the body before, unless
 * its bytes are in `rawBody` of the request. What goes wrong is told by the status alone, and logged nowhere.
 */
export function nodeListener(fetch: Fetch): NodeListener {
  const listener = getRequestListener(
    async (request, bindings) => {
      // Of node:http, since the function that is given away takes nothing else.
      const node = bindings as HttpBindings;
      const { incoming, outgoing } = node;
      const response = await answerTo(() => fetch(request, node));
      if (!(await takeRest(incoming)) && !outgoing.headersSent) outgoing.setHeader('connection', 'close');
      return cutOnError(response, () => outgoing.destroy());
    },
    {
      overrideGlobalObjects: false,
      errorHandler: (error) => emptyResponse(error instanceof RequestError ? 400 : 500),
    },
  );
  return (incoming, outgoing) => {
    incoming.url = wholeUrl(incoming);
    void listener(incoming, outgoing);
  };
}

async function answerTo(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) return emptyResponse(500);
    return emptyResponse(503, { 'retry-after': String(error.retryAfter) });
  }
}

/** Express takes the path that it is mounted at away from `url`, and keeps the whole in `originalUrl`. */
function wholeUrl(incoming: IncomingMessage & { readonly originalUrl?: unknown }): string {
  return typeof incoming.originalUrl === 'string' ? incoming.originalUrl : (incoming.url ?? '');
}

/**
 * An answer that fails when it has begun is cut, so that nobody takes it for whole. The adapter would write the error's
 * message to the client and to the log.
 */
function cutOnError(response: Response, cut: () => void): Response {
  if (!response.body) return response;
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch {
          cut();
          controller.close();
        }
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  const { status, statusText, headers } = response;
  return new Response(body, { status, statusText, headers });
}
