import type { Server } from 'node:http';

/** What one client may take of a server. Times are milliseconds. */
export interface ServerLimits {
  /** For the headers of a request; 10,000 unless given. */
  readonly headersTimeout?: number;
  /** For a whole request with its body; 30,000 unless given. Not for the answer. */
  readonly requestTimeout?: number;
  /** Between two requests of a connection; 65,000 unless given, which is longer than the proxies in front usually keep theirs. */
  readonly keepAliveTimeout?: number;
  /** Without a byte in either direction; 150,000 unless given, which is longer than SSBTEK may be waited for. */
  readonly idleTimeout?: number;
  /** At once; 1,000 unless given. */
  readonly maxConnections?: number;
}

const DEFAULTS: Required<ServerLimits> = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  idleTimeout: 150_000,
  maxConnections: 1000,
};

const MOST = 10_000_000;
const MOST_HEADERS = 100;

/** @throws Error with one sentence when a limit is none, or the headers have longer than the request they begin. */
export function limitsOf(given: ServerLimits): Required<ServerLimits> {
  const names = Object.keys(DEFAULTS) as (keyof ServerLimits)[];
  const limits = Object.fromEntries(
    names.map((name) => [name, given[name] ?? DEFAULTS[name]]),
  ) as unknown as Required<ServerLimits>;
  requireWhole(limits, 1);
  if (limits.headersTimeout > limits.requestTimeout)
    throw new Error('headersTimeout must not be longer than requestTimeout.');
  return limits;
}

/** @throws Error with one sentence that names the first that is none. */
export function requireWhole(numbers: object, least: 0 | 1): void {
  for (const [name, value] of Object.entries(numbers)) {
    if (!Number.isInteger(value) || value < least || value > MOST)
      throw new Error(`${name} must be a whole number from ${least} to ${MOST}.`);
  }
}

export function setLimits(server: Server, limits: Required<ServerLimits>): void {
  server.headersTimeout = limits.headersTimeout;
  server.requestTimeout = limits.requestTimeout;
  server.keepAliveTimeout = limits.keepAliveTimeout;
  server.timeout = limits.idleTimeout;
  server.maxConnections = limits.maxConnections;
  server.maxHeadersCount = MOST_HEADERS;
}
