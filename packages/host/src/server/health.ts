import { emptyResponse, jsonResponse } from '../problem.ts';
import { afterTimeout, type After } from '../submission/attempt.ts';
import { requireWhole } from './server-limits.ts';

/** Resolves when something that the answers need is there. What it rejects with is told to nobody. */
export type Check = () => Promise<unknown>;

/** When something that is done now and then was last done, and whether that is too long ago. */
export type Watch = () => Promise<{ readonly last?: Date; readonly isLate: boolean }>;

export interface HealthOptions {
  /** By the names under which they are told, for instance `database`. */
  readonly checks: Readonly<Record<string, Check>>;
  /**
   * By the names under which they are told, for instance `purge`. They are told of and do not make the server unready: other servers would
   * be no better.
   */
  readonly watched?: Readonly<Record<string, Watch>>;
  /** Milliseconds that each check has; 2,000 unless given. */
  readonly checkDeadline?: number;
  readonly after?: After;
}

/** Whether a server is to be started anew (`live`), and whether it is to be sent requests (`ready`). */
export interface Health {
  /** Answers `GET /health/live` and `GET /health/ready`. Tells fixed words and the names of the checks, and so may be asked by anybody. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** From now on it is not ready. */
  readonly stopping: () => void;
}

type Outcome = 'ok' | 'failed' | 'timeout';

const LIVE = '/health/live';
const READY = '/health/ready';
const DEADLINE = 2000;

/** @throws Error with one sentence when the deadline is none. */
export function createHealth({
  checks,
  watched = {},
  checkDeadline = DEADLINE,
  after = afterTimeout,
}: HealthOptions): Health {
  requireWhole({ checkDeadline }, 1);
  const running = Object.entries(checks).map(
    ([name, check]) => [name, sharedBy(() => outcomeOf(check, checkDeadline, after))] as const,
  );
  const watching = Object.entries(watched).map(
    ([name, watch]) => [name, sharedBy(() => toldOf(watch, checkDeadline, after))] as const,
  );
  let isStopping = false;

  async function ready(): Promise<Response> {
    if (isStopping) return readiness({ ready: false, checks: { server: 'stopping' } });
    const [outcomes, watches] = await Promise.all([
      Promise.all(running.map(async ([name, run]) => [name, await run()] as const)),
      Promise.all(watching.map(async ([name, run]) => [name, await run()] as const)),
    ]);
    const isReady = outcomes.every(([, outcome]) => outcome === 'ok');
    const told = {
      ready: isReady,
      checks: Object.fromEntries(outcomes),
      ...(watches.length > 0 && { watched: Object.fromEntries(watches) }),
    };
    return readiness(told);
  }

  return {
    async fetch({ method, url }) {
      const { pathname } = new URL(url);
      if (pathname !== LIVE && pathname !== READY) return emptyResponse(404);
      if (method !== 'GET' && method !== 'HEAD') return emptyResponse(405, { allow: 'GET, HEAD' });
      return pathname === READY ? ready() : jsonResponse({ live: true });
    },
    stopping() {
      isStopping = true;
    },
  };
}

/** Seconds; most load balancers ask as often. */
const RETRY_AFTER = 10;

function readiness(told: { readonly ready: boolean; readonly checks: object }): Response {
  if (told.ready) return jsonResponse(told);
  const response = jsonResponse(told, 503);
  response.headers.set('retry-after', String(RETRY_AFTER));
  return response;
}

export function isHealthPath(request: Request): boolean {
  return new URL(request.url).pathname.startsWith('/health/');
}

/** Whoever asks while it runs shares the outcome: many who ask are no load on the database. */
function sharedBy<T>(run: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => (running ??= run().finally(() => (running = undefined)));
}

async function outcomeOf(check: Check, deadline: number, after: After): Promise<Outcome> {
  return within<Outcome>(() => check().then(() => 'ok'), {
    deadline,
    after,
    late: 'timeout',
    failed: 'failed',
  });
}

/** What cannot be told is late. */
async function toldOf(watch: Watch, deadline: number, after: After) {
  const unknown: Awaited<ReturnType<Watch>> = { isLate: true };
  const { last, isLate } = await within(watch, { deadline, after, late: unknown, failed: unknown });
  return { ...(last && { last: last.toISOString() }), late: isLate };
}

interface Within<T> {
  readonly deadline: number;
  readonly after: After;
  readonly late: T;
  readonly failed: T;
}

async function within<T>(work: () => Promise<T>, { deadline, after, late, failed }: Within<T>): Promise<T> {
  let callOff = (): void => undefined;
  const isLate = new Promise<T>((resolve) => {
    callOff = after(deadline, () => resolve(late));
  });
  const done = async (): Promise<T> => {
    try {
      return await work();
    } catch {
      return failed;
    }
  };
  return Promise.race([isLate, done()]).finally(callOff);
}
