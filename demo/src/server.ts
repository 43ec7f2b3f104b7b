import { createServer, type Server } from 'node:http';
import type { Log } from '@medborgarnavet/host';
import { getRequestListener } from '@hono/node-server';
import { nodeListener } from '@medborgarnavet/host/server.ts';
import type { SsbtekWarning, SsbtekConfigInput } from '@medborgarnavet/ssbtek';
import { createApp } from './app.ts';
import { INCOME_API } from './income-host.ts';
import { openPlace, type Place, type PlaceOptions } from './kept/place.ts';
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
  const { servers, port } = await listenOnThisMachine(options.port);
  const origins = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  let place: Place | undefined;
  const stop = async (): Promise<void> => {
    await Promise.all(servers.map(close));
    await place?.close();
  };
  try {
    place = await openPlace(options.place, options.clock, (what) => tellOf(what, options));
    const { fetch } = createApp({ ...options, place, origins });
    const api = nodeListener((request) => Promise.resolve(fetch(request)));
    // The stand-in for the e-legitimation answers requests of Node itself.
    const pages = getRequestListener(fetch, { overrideGlobalObjects: false });
    for (const server of servers) {
      server.on('request', (request, response) => {
        if (request.url?.startsWith(`${INCOME_API}/`)) api(request, response);
        else void pages(request, response);
      });
    }
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

/** `localhost` is 127.0.0.1 to some programs and ::1 to others. A machine without IPv6 has only the first. */
async function listenOnThisMachine(
  wanted: number,
): Promise<{ readonly servers: readonly Server[]; readonly port: number }> {
  const ipv4 = createServer();
  const port = await listen(ipv4, '127.0.0.1', wanted);
  const ipv6 = createServer();
  try {
    await listen(ipv6, '::1', port);
    return { servers: [ipv4, ipv6], port };
  } catch (error) {
    if (!(error instanceof PortTaken)) return { servers: [ipv4], port };
    await close(ipv4);
    throw error;
  }
}

class PortTaken extends Error {
  override readonly name = 'PortTaken';

  constructor(port: number) {
    super(`Port ${port} is taken by another program. Set PORT to a free one, for instance PORT=${port + 1}.`);
  }
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new PortTaken(port) : error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Browsers keep connections open that they may never use again.
    server.closeAllConnections();
  });
}
