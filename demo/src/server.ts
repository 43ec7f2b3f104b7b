import type { Log } from '@medborgarnavet/host';
import { onlyAt, type Fetch, type ServerLimits } from '@medborgarnavet/host/server.ts';
import type { SsbtekWarning, SsbtekConfigInput } from '@medborgarnavet/ssbtek';
import { createApp } from './app.ts';
import { openPlace, type Place, type PlaceOptions } from './kept/place.ts';
import { listenOnThisMachine } from './listen.ts';
import type { TestPerson } from './session.ts';

export interface DemoOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** How SSBTEK, or a simulator of it, is asked. */
  readonly ssbtek: SsbtekConfigInput;
  readonly persons: readonly TestPerson[];
  /** Where everything that is kept lies, encrypted. */
  readonly place: PlaceOptions;
  /** The one-script build of the elements. */
  readonly script: Uint8Array;
  readonly clock: () => Date;
  /**
   * Whether a simulator answers for SSBTEK, with nobody but the test persons in it. Only then are there pages for those
   * who test with people: they show what they fetch to whoever opens them.
   */
  readonly isSimulated?: boolean;
  /** Where else the pages are reached, for instance through a tunnel: `http://demo.kommun.example`. At any other address they are not. */
  readonly origins?: readonly string[];
  /** What one client may take of the server; those of the kit unless given. */
  readonly serverLimits?: ServerLimits;
  readonly log?: Log;
  /** Told when the certificate for SSBTEK is to expire or cannot be loaded anew, and when somebody else is answered about. */
  readonly warn?: (warning: SsbtekWarning) => void;
}

export interface Demo {
  /** `http://localhost:PORT`; `http://127.0.0.1:PORT` answers as well. */
  readonly url: string;
  /** Stops at once, whoever is connected. */
  close(): Promise<void>;
}

/**
 * Starts the municipality's e-service on this machine. Nothing outside it can reach it.
 * @throws Error with a sentence for people when the port is taken, or the configuration, the keys or the database cannot be used.
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  // Before anything is opened, so that a port that is taken is all that is told of.
  let answer: Fetch = () =>
    Promise.resolve(new Response(null, { status: 503, headers: { 'retry-after': '1' } }));
  let place: Place | undefined;
  const listening = await listenOnThisMachine(options.port, {
    ...options.serverLimits,
    fetch: (request, node) => answer(request, node),
    checks: { database: () => place?.check() ?? Promise.reject(new Error('It is not open yet.')) },
  });
  const { port } = listening;
  const origins = [
    `http://localhost:${port}`,
    ...[`http://127.0.0.1:${port}`, `http://[::1]:${port}`],
    ...(options.origins ?? []),
  ];
  const stop = async (): Promise<void> => {
    await listening.stop();
    await place?.close();
  };
  try {
    place = await openPlace(options.place, options.clock, (what) => tellOf(what, options));
    const app = createApp({ ...options, place, origins });
    answer = onlyAt(origins, async (request, node) => app.fetch(request, node));
    return { url: `http://localhost:${port}`, close: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What nobody waits for, and has gone wrong. */
function tellOf(what: string, { log, clock }: DemoOptions): void {
  log?.({ time: clock().toISOString(), call: 'other', status: 500, duration: 0, detail: what });
}
