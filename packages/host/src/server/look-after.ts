import type { Server, ServerResponse } from 'node:http';
import { afterTimeout, type After } from '../submission/attempt.ts';
import type { Health } from './health.ts';
import { refuse, refuseExpectation } from './refusal.ts';
import { limitsOf, requireWhole, setLimits, type ServerLimits } from './server-limits.ts';

export interface StopOptions {
  /** Milliseconds that answers under way have when the server is stopped; 20,000 unless given. */
  readonly grace?: number;
  /**
   * Milliseconds for which `ready` already says 503 and requests are still taken, so that who shares the load out has time to look;
   * none unless given.
   */
  readonly notice?: number;
  readonly after?: After;
}

export interface LookAfterOptions extends ServerLimits, StopOptions {
  /** Told that the server is stopping. */
  readonly health?: Pick<Health, 'stopping'>;
}

export interface LookedAfter {
  /**
   * Takes no new connections, waits for the answers under way, and closes. Resolves when nobody is connected any longer; answers
   * that last longer than the grace are cut. Stopping again waits for the same.
   */
  readonly stop: () => Promise<void>;
}

const GRACE = 20_000;

/**
 * Gives a node:http server limits and a gentle stop: one of your own, or one that Express or Fastify has made.
 * @throws Error with one sentence when a limit is absurd.
 */
export function lookAfter(server: Server, options: LookAfterOptions = {}): LookedAfter {
  const { grace = GRACE, notice = 0, after = afterTimeout, health } = options;
  requireWhole({ grace, notice }, 0);
  setLimits(server, limitsOf(options));
  const underWay = new Set<ServerResponse>();
  let stopped: Promise<void> | undefined;
  let onAllAnswered = (): void => undefined;

  // First of the listeners, so that the answer has not begun.
  server.prependListener('request', (_request, response) => {
    underWay.add(response);
    if (stopped) endConnectionAfter(response);
    response.once('close', () => {
      underWay.delete(response);
      if (underWay.size === 0) onAllAnswered();
    });
  });
  server.on('checkExpectation', refuseExpectation);
  server.on('clientError', (error, socket) => {
    const hasBegun = [...underWay].some((response) => response.socket === socket && response.headersSent);
    refuse(error, socket, hasBegun);
  });

  const passed = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      after(milliseconds, resolve);
    });
  const allAnswered = (): Promise<void> =>
    new Promise((resolve) => {
      const callOff = after(grace, resolve);
      onAllAnswered = () => {
        callOff();
        resolve();
      };
      if (underWay.size === 0) onAllAnswered();
    });

  async function stop(): Promise<void> {
    health?.stopping();
    if (notice > 0) await passed(notice);
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    underWay.forEach(endConnectionAfter);
    await allAnswered();
    // Those that wait for a next request, and those that have never sent one.
    server.closeAllConnections();
    await closed;
  }

  return { stop: () => (stopped ??= stop()) };
}

function endConnectionAfter(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('connection', 'close');
}
