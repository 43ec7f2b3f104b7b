import { IncomeRequest, NDJSON, type LookUpBackground } from '@medborgarnavet/model';
import { requireApplication, type Asking, type WhoIsAsking } from './asking.ts';
import { fetchBackground } from './background.ts';
import { failuresOnStderr } from './alarm.ts';
import { accessLog } from './access-log.ts';
import { isPreflight, preflightAnswer, withCors } from './cors.ts';
import { answerOf, failureOf } from './failure.ts';
import { handIn, readToHandIn } from './hand-in.ts';
import { fetchIncome, fetchIncomeInSteps, latestIncome, withdrawIncome, type IncomeParts } from './income.ts';
import { deleteDraft, loadDraft, readToSave, saveDraft } from './draft.ts';
import type { DraftStore } from './drafts.ts';
import type { Limits } from './limits.ts';
import type { Log } from './log.ts';
import type { Answer } from './ndjson.ts';
import { emptyResponse, Problem, refusal } from './problem.ts';
import { accepts, isFromOwnPages, readJson } from './request.ts';
import { askingRoute, nothing, route, type Caller, type Route } from './route.ts';
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
  /** Told of each request. Unless given, those that could not be answered (500 and over) are lines of JSON on stderr. */
  readonly log?: Log;
}

export interface IncomeHost {
  /** Answers a request under `basePath`. Never throws: what goes wrong becomes a problem document. */
  fetch(request: Request): Promise<Response>;
}

/** Inkomst API v1 for a host that runs on Request and Response. Knows ports only, not SSBTEK. */
export function createIncomeHost(options: IncomeHostOptions): IncomeHost {
  const routes = routesOf(options);
  const tell = options.log ?? failuresOnStderr;

  /** Who asks, if the sign-in is good enough. */
  async function whoAsks(request: Request): Promise<Asking> {
    const found = await options.whoIsAsking(request);
    if (!found) throw new Problem('not-signed-in');
    requireSignIn(found.signIn, options.signIn ?? {}, options.clock());
    return found;
  }

  /** Whether the same person may still ask for the same application. */
  async function permit(request: Request, before: Asking): Promise<void> {
    const now = await whoAsks(request);
    const { reference } = requireApplication(now);
    const isSame = now.personnummer === before.personnummer && reference === before.application?.reference;
    if (!isSame) throw new Problem('no-application');
  }

  async function requireTurn(call: string, { personnummer }: Asking): Promise<void> {
    const tooOften = await options.limits?.take(call, personnummer);
    if (!tooOften) return;
    const headers = { 'retry-after': String(tooOften.retryAfterSeconds) };
    throw new Problem('too-many-requests', { headers });
  }

  /** First all of the request, then who sent it, and then what it is about. */
  async function carryOut(
    call: string,
    { receive, asksAuthorities }: Route,
    request: Request,
  ): Promise<Response | Answer> {
    const received = await receive(request);
    const asking = await whoAsks(request);
    await requireTurn(call, asking);
    let doesCount = !asksAuthorities;
    const caller: Caller = {
      asking,
      permit: () => permit(request, asking),
      counts: () => (doesCount = true),
    };
    const end = async (): Promise<void> => {
      if (!doesCount) await options.limits?.giveBack?.(call, asking.personnummer);
    };
    return ending(() => received(caller), end);
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
    const found = Object.hasOwn(routes, call) ? routes[call] : undefined;
    const log = (status: number, failure?: ReturnType<typeof failureOf>): void =>
      tell({
        time: started.toISOString(),
        call: found ? call : 'other',
        status,
        duration: options.clock().getTime() - started.getTime(),
        ...failure,
      });
    if (!isFromOwnPages(request, allowedOrigins)) {
      log(403);
      return refusal();
    }
    try {
      const answer = found ? await carryOut(call, found, request) : notHere(request, routes, path);
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
      const response = answerOf(error);
      log(response.status, failureOf(error));
      return response;
    }
  }
}

/** Runs the end when all has been answered, also what goes on being answered after it has begun, and also when it could not be. */
async function ending(
  work: () => Promise<Response | Answer>,
  end: () => Promise<void>,
): Promise<Response | Answer> {
  let answer: Response | Answer | undefined;
  try {
    answer = await work();
  } finally {
    if (!answer || answer instanceof Response) await end();
  }
  return answer instanceof Response ? answer : { ...answer, done: answer.done.finally(end) };
}

/** Every route there is. */
function routesOf(options: IncomeHostOptions): Readonly<Record<string, Route>> {
  const { lookUpBackground, drafts, submissions, audit, purpose } = options;
  return {
    'GET /income': route(nothing, (asking) => latestIncome(options, asking)),
    'DELETE /income': route(nothing, (asking) => withdrawIncome(options, asking)),
    'POST /income': askingRoute(readIncomeRequest, (caller, { inSteps, ...asked }) =>
      (inSteps ? fetchIncomeInSteps : fetchIncome)(options, caller, asked),
    ),
    ...(lookUpBackground && {
      'POST /background': askingRoute(
        (request) => readJson(request, IncomeRequest),
        (caller, asked) => fetchBackground(options, lookUpBackground, caller, asked),
      ),
    }),
    ...(drafts && {
      'GET /draft': route(nothing, (asking) => loadDraft({ drafts, audit }, asking)),
      'PUT /draft': route(readToSave, (asking, toSave) => saveDraft({ drafts }, asking, toSave)),
      'DELETE /draft': route(nothing, (asking) => deleteDraft({ drafts, audit }, asking)),
    }),
    ...(submissions && {
      'POST /submission': route(readToHandIn, (asking, toHandIn) => handIn(submissions, asking, toHandIn)),
    }),
    ...(audit && { 'GET /access-log': route(nothing, (asking) => accessLog(audit, asking, purpose)) }),
  };
}

async function readIncomeRequest(request: Request) {
  return { ...(await readJson(request, IncomeRequest)), inSteps: accepts(request, NDJSON) };
}

/** What is answered where no route is: that there is none, which ones there are, or to a browser that asks first. */
function notHere(
  request: Request,
  routes: Readonly<Record<string, Route>>,
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
