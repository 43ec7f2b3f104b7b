import { NDJSON, type LookUpBackground } from '@medborgarnavet/model';
import type { Asking, WhoIsAsking } from './asking.ts';
import { fetchBackground } from './background.ts';
import { accessLog } from './access-log.ts';
import { isPreflight, preflightAnswer, withCors } from './cors.ts';
import { failureOf } from './failure.ts';
import { handIn } from './hand-in.ts';
import { fetchIncome, fetchIncomeInSteps, latestIncome, withdrawIncome, type IncomeParts } from './income.ts';
import { deleteDraft, loadDraft, saveDraft } from './draft.ts';
import type { DraftStore } from './drafts.ts';
import type { Limits } from './limits.ts';
import type { Log } from './log.ts';
import type { Answer } from './ndjson.ts';
import { emptyResponse, Problem, problemResponse, refusal } from './problem.ts';
import { accepts, isFromOwnPages, readJson } from './request.ts';
import { requireSignIn, type SignInRules } from './sign-in.ts';
import type { Submissions } from './submission/submissions.ts';

export interface IncomeHostOptions extends IncomeParts {
  /** The path that the page's `endpoint` attribute names, for instance `/api/inkomst`. */
  readonly basePath: string;
  readonly whoIsAsking: WhoIsAsking;
  /** Asks what lies behind the payments. Without it there is no `POST /background`. */
  readonly lookUpBackground?: LookUpBackground;
  /** Keeps half-filled forms. Without it there is no `/draft`. */
  readonly drafts?: DraftStore;
  /** Takes what is handed in. Without it there is no `POST /submission`. */
  readonly submissions?: Submissions;
  /** What the data is read for, as the access log tells it. */
  readonly purpose?: string;
  /** How strong and how fresh a sign-in has to be. */
  readonly signIn?: SignInRules;
  /** How often one person may ask. */
  readonly limits?: Limits;
  /** Other origins whose pages may call, when the page and the endpoint have different ones. */
  readonly allowedOrigins?: readonly string[];
  readonly log?: Log;
}

export interface IncomeHost {
  /** Answers a request under `basePath`. Never throws: what goes wrong becomes a problem document. */
  fetch(request: Request): Promise<Response>;
}

/** Comes after whether the page may ask, and who asks. */
type Handler = (who: Asking, request: Request) => Promise<Response | Answer>;

/** Inkomst API v1 for a host that runs on Request and Response. Knows ports only, not SSBTEK. */
export function createIncomeHost(options: IncomeHostOptions): IncomeHost {
  const routes = routesOf(options);

  /** Who asks, if the sign-in is good enough and it is not too often. */
  async function asking(request: Request, call: string): Promise<Asking> {
    const found = await options.whoIsAsking(request);
    if (!found) throw new Problem('not-signed-in');
    requireSignIn(found.signIn, options.signIn ?? {}, options.clock());
    const tooOften = await options.limits?.take(call, found.personnummer);
    if (tooOften) {
      const headers = { 'retry-after': String(tooOften.retryAfterSeconds) };
      throw new Problem('too-many-requests', { headers });
    }
    return found;
  }

  const allowedOrigins = options.allowedOrigins ?? [];

  return {
    async fetch(request) {
      return withCors(await answerTo(request), request, allowedOrigins);
    },
  };

  async function answerTo(request: Request): Promise<Response> {
    const started = options.clock();
    const { pathname } = new URL(request.url);
    const path = pathname.startsWith(options.basePath) ? pathname.slice(options.basePath.length) : undefined;
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
    if (!isFromOwnPages(request, allowedOrigins)) {
      log(403);
      return refusal();
    }
    try {
      const answer = handler
        ? await handler(await asking(request, call), request)
        : notHere(request, routes, path);
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
      const response = problemResponse(failure.problem, error instanceof Problem ? error.options : {});
      log(response.status, failure);
      return response;
    }
  }
}

/** Every route there is. */
function routesOf(options: IncomeHostOptions): Readonly<Record<string, Handler>> {
  const { lookUpBackground, drafts, submissions, audit, purpose } = options;
  return {
    'GET /income': (who) => latestIncome(options, who),
    'DELETE /income': (who) => withdrawIncome(options, who),
    'POST /income': async (who, request) => {
      const fetch = accepts(request, NDJSON) ? fetchIncomeInSteps : fetchIncome;
      return fetch(options, who, await readJson(request));
    },
    ...(lookUpBackground && {
      'POST /background': async (who: Asking, request: Request) =>
        fetchBackground(options, lookUpBackground, who, await readJson(request)),
    }),
    ...(drafts && {
      'GET /draft': (who: Asking) => loadDraft({ drafts, audit }, who),
      'PUT /draft': (who: Asking, request: Request) => saveDraft({ drafts, audit }, who, request),
      'DELETE /draft': (who: Asking) => deleteDraft({ drafts, audit }, who),
    }),
    ...(submissions && {
      'POST /submission': (who: Asking, request: Request) => handIn(submissions, who, request),
    }),
    ...(audit && { 'GET /access-log': (who: Asking) => accessLog(audit, who, purpose) }),
  };
}

/** What is answered where no route is: that there is none, which ones there are, or to a browser that asks first. */
function notHere(
  request: Request,
  routes: Readonly<Record<string, Handler>>,
  path: string | undefined,
): Response {
  const methods = Object.keys(routes)
    .map((call) => call.split(' '))
    .filter(([, known]) => known === path)
    .map(([method = '']) => method);
  if (methods.length === 0) return emptyResponse(404);
  if (isPreflight(request)) return preflightAnswer(methods);
  return emptyResponse(405, { allow: methods.join(', ') });
}
