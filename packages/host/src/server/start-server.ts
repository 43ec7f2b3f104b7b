import { createServer, type Server } from 'node:http';
import { setSecurityHeaders } from './headers.ts';
import { createHealth, isHealthPath, type HealthOptions } from './health.ts';
import { lookAfter, type LookedAfter, type StopOptions } from './look-after.ts';
import { nodeListener, type Fetch } from './node-listener.ts';
import { onlyAt } from './only-at.ts';
import { limitsOf, type ServerLimits } from './server-limits.ts';

export interface ServerOptions extends ServerLimits, StopOptions, HealthOptions {
  /** Answers everything but `/health/`. How large a body may be is for its routes to say. */
  readonly fetch: Fetch;
  /** 0 takes a free one. */
  readonly port: number;
  /** The address to listen at: `127.0.0.1` unless given, which only this machine reaches; `0.0.0.0` in a container. */
  readonly host?: string;
  /**
   * The addresses that people reach it by, for instance `https://ansokan.kommun.example`: at any other it answers 421, but for
   * `/health/`. At any address unless given. See {@link onlyAt}.
   */
  readonly origins?: readonly string[];
  /** Bytes of all headers together; 16 KiB unless given. */
  readonly maxHeaderSize?: number;
}

export interface RunningServer extends LookedAfter {
  /** `http://HOST:PORT`. */
  readonly url: string;
}

/** Another program listens at the port. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';

  constructor(port: number) {
    super(`Port ${port} is taken by another program.`);
  }
}

const LARGEST_HEADERS = 16 * 1024;

/**
 * A server that stands behind a proxy with TLS and nothing else: limits, health, security headers, and a gentle stop.
 * @throws Error with one sentence when a limit is absurd, or it cannot listen there.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { fetch, port, host = '127.0.0.1', origins = [], maxHeaderSize = LARGEST_HEADERS } = options;
  const answer = onlyAt(origins, fetch);
  const health = createHealth(options);
  const { headersTimeout } = limitsOf(options);
  const server = createServer({
    maxHeaderSize,
    // How often Node looks for who is too slow.
    connectionsCheckingInterval: Math.min(headersTimeout, 5000),
    // A request without Host is refused by the listener, with the same headers as everything else.
    requireHostHeader: false,
  });
  const lookedAfter = lookAfter(server, { ...options, health });
  const listener = nodeListener((request, node) =>
    isHealthPath(request) ? health.fetch(request) : answer(request, node),
  );
  server.on('request', (request, response) => {
    setSecurityHeaders(response);
    listener(request, response);
  });
  await listen(server, port, host);
  return { url: urlOf(server), ...lookedAfter };
}

/** Where a server listens. @throws Error when it does not. */
export function urlOf(server: Pick<Server, 'address'>): string {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server does not listen.');
  const { family, address: host, port } = address;
  return `http://${family === 'IPv6' ? `[${host}]` : host}:${port}`;
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => {
      reject(
        code === 'EADDRINUSE'
          ? new PortTaken(port)
          : new Error(`The server cannot listen at its host and port: ${code}.`),
      );
    });
    server.listen(port, host, resolve);
  });
}
