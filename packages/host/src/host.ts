import { NDJSON, type LookUpBackground } from '@medborgarnavet/model';
import type { WhoIsAsking } from './asking.ts';
import { fetchBackground } from './background.ts';
import { failureOf } from './failure.ts';
import { fetchIncome, fetchIncomeInSteps, latestIncome, withdrawIncome, type IncomeParts } from './income.ts';
import { deleteDraft, loadDraft, saveDraft } from './draft.ts';
import type { DraftStore } from './drafts.ts';
import type { Log } from './log.ts';
import type { Answer } from './ndjson.ts';
import { emptyResponse, Problem, problemResponse } from './problem.ts';
import { accepts, isFromOwnPages, readJson } from './request.ts';

export interface IncomeHostOptions extends IncomeParts {
  /** The path that the page's `endpoint` attribute names, for instance `/api/inkomst`. */
  readonly basePath: string;
  readonly whoIsAsking: WhoIsAsking;
  /** Asks what lies behind the payments. Without it there is no `POST /background`. */
  readonly lookUpBackground?: LookUpBackground;
  /** Keeps half-filled forms. Without it there is no `/draft`. */
  readonly drafts?: DraftStore;
  /** Other origins whose pages may call, when the page and the endpoint have different ones. */
  readonly allowedOrigins?: readonly string[];
  readonly log?: Log;
}

export interface IncomeHost {
  /** Answers a request under `basePath`. Never throws: what goes wrong becomes a problem document. */
  fetch(request: Request): Promise<Response>;
}

type Handler = (request: Request) => Promise<Response | Answer>;

/** Inkomst API v1 for a host that runs on Request and Response. Knows ports only, not SSBTEK. */
export function createIncomeHost(options: IncomeHostOptions): IncomeHost {
  const asking = async (request: Request) => {
    const found = await options.whoIsAsking(request);
    if (!found) throw new Problem('not-signed-in');
    return found;
  };
  const { lookUpBackground, drafts } = options;
  // Every route there is. Whether the page may ask comes first, then who asks, then the body.
  const routes: Readonly<Record<string, Handler>> = {
    'GET /income': async (request) => latestIncome(options, await asking(request)),
    'DELETE /income': async (request) => withdrawIncome(options, await asking(request)),
    'POST /income': async (request) => {
      const who = await asking(request);
      const fetch = accepts(request, NDJSON) ? fetchIncomeInSteps : fetchIncome;
      return fetch(options, who, await readJson(request));
    },
    ...(lookUpBackground && {
      'POST /background': async (request: Request) => {
        const who = await asking(request);
        return fetchBackground(options, lookUpBackground, who, await readJson(request));
      },
    }),
    ...(drafts && {
      'GET /draft': async (request: Request) => loadDraft(drafts, await asking(request)),
      'PUT /draft': async (request: Request) => saveDraft(drafts, await asking(request), request),
      'DELETE /draft': async (request: Request) => deleteDraft(drafts, await asking(request)),
    }),
  };

  return {
    async fetch(request) {
      const started = options.clock();
      const { pathname } = new URL(request.url);
      const path = pathname.startsWith(options.basePath)
        ? pathname.slice(options.basePath.length)
        : undefined;
      const call = path === undefined ? '' : `${request.method} ${path}`;
      const handler = Object.hasOwn(routes, call) ? routes[call] : undefined;
      const log = (status: number, failure?: ReturnType<typeof failureOf>): void =>
        options.log?.({
          time: started.toISOString(),
          call: handler ? call : 'other',
          status,
          duration: options.clock().getTime() - started.getTime(),
          ...failure,
        });
      if (!isFromOwnPages(request, options.allowedOrigins ?? [])) {
        log(403);
        return emptyResponse(403);
      }
      try {
        const answer = (await handler?.(request)) ?? notHere(routes, path);
        if (answer instanceof Response) {
          log(answer.status);
          return answer;
        }
        const { response, done } = answer;
        done.then(
          () => log(response.status),
          (error: unknown) => log(response.status, failureOf(error)),
        );
        return response;
      } catch (error) {
        const failure = failureOf(error);
        const response = problemResponse(failure.problem);
        log(response.status, failure);
        return response;
      }
    },
  };
}

function notHere(routes: Readonly<Record<string, Handler>>, path: string | undefined): Response {
  const methods = Object.keys(routes)
    .map((call) => call.split(' '))
    .filter(([, known]) => known === path)
    .map(([method]) => method);
  return methods.length === 0 ? emptyResponse(404) : emptyResponse(405, { allow: methods.join(', ') });
}
