import { emptyResponse, jsonResponse } from '../problem.ts';
import { afterTimeout, type After } from '../submission/attempt.ts';
import { requireWhole } from './server-limits.ts';

/** Resolves when something that the answers need is there. What it rejects with is told to nobody. */
export type Check = () => Promise<unknown>;

export interface HealthOptions {
  /** By the names under which they are told, for instance `database`. */
  readonly checks: Readonly<Record<string, Check>>;
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
  checkDeadline = DEADLINE,
  after = afterTimeout,
}: HealthOptions): Health {
  requireWhole({ checkDeadline }, 1);
  const running = Object.entries(checks).map(
    ([name, check]) => [name, shared(() => outcomeOf(check, checkDeadline, after))] as const,
  );
  let isStopping = false;

  async function ready(): Promise<Response> {
    if (isStopping) return jsonResponse({ ready: false, checks: { server: 'stopping' } }, 503);
    const outcomes = await Promise.all(running.map(async ([name, run]) => [name, await run()] as const));
    const isReady = outcomes.every(([, outcome]) => outcome === 'ok');
    return jsonResponse({ ready: isReady, checks: Object.fromEntries(outcomes) }, isReady ? 200 : 503);
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

export function isHealthPath(request: Request): boolean {
  return new URL(request.url).pathname.startsWith('/health/');
}

/** Whoever asks while it runs shares the outcome: many who ask are no load on the database. */
function shared(run: () => Promise<Outcome>): () => Promise<Outcome> {
  let running: Promise<Outcome> | undefined;
  return () => (running ??= run().finally(() => (running = undefined)));
}

async function outcomeOf(check: Check, deadline: number, after: After): Promise<Outcome> {
  let callOff = (): void => undefined;
  const late = new Promise<Outcome>((resolve) => {
    callOff = after(deadline, () => resolve('timeout'));
  });
  const checked = async (): Promise<Outcome> => {
    try {
      await check();
      return 'ok';
    } catch {
      return 'failed';
    }
  };
  return Promise.race([late, checked()]).finally(callOff);
}
