import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { machineClock } from './clock.ts';
import { deliver } from './delivery.ts';
import type { SimulatorSettings } from './envelope.ts';
import { type FaultSwitch, createFaultSwitch } from './fault-switch.ts';
import { PERSONAS } from './persona/personas.ts';
import { PATH, answerRequest } from './receive.ts';

const HOST = '127.0.0.1';

/** Who the simulator is, and which clients it speaks with. All in PEM. */
export interface TlsOptions {
  readonly key: string;
  readonly cert: string;
  /** Who has to have issued the certificate of the client. */
  readonly ca: string;
  /** Refuses who has none, as SSBTEK does. */
  readonly requireClientCertificate: boolean;
}

export interface SimulatorOptions extends Partial<SimulatorSettings> {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** Without it, HTTP in the clear. */
  readonly tls?: TlsOptions;
}

export interface Simulator {
  /** Where to POST, in either version of SSBTEK. */
  readonly url: string;
  /** What is to go wrong. */
  readonly faults: FaultSwitch;
  /** Stops at once, whoever is connected and whatever they wait for. */
  close(): Promise<void>;
}

/** Starts an SSBTEK on this machine. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const faults = options.faults ?? createFaultSwitch();
  const settings: SimulatorSettings = {
    clock: options.clock ?? machineClock,
    personas: options.personas ?? PERSONAS,
    deviations: options.deviations ?? false,
    faults,
  };
  const server = serve(options.tls, (request, response) => void respond(request, response, settings));
  const sockets = socketsOf(server);
  const port = await listen(server, options.port ?? 0);
  const scheme = options.tls ? 'https' : 'http';
  return { url: `${scheme}://${HOST}:${port}${PATH}`, faults, close: () => close(server, sockets) };
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

function serve(tls: TlsOptions | undefined, listener: Listener): Server {
  if (!tls) return createServer(listener);
  const { key, cert, ca, requireClientCertificate } = tls;
  const requestCert = requireClientCertificate;
  return createTlsServer({ key, cert, ca, requestCert, rejectUnauthorized: requestCert }, listener);
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  settings: SimulatorSettings,
): Promise<void> {
  try {
    await deliver(await answerRequest(request, settings), response);
  } catch {
    // Either the client has gone, or the simulator has a fault of its own; the status tells that it has.
    if (!response.headersSent) response.writeHead(500).end();
  }
}

/** Every connection, also one that has not got through its TLS handshake, of which the server itself keeps no list. */
function socketsOf(server: Server): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return sockets;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function close(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of sockets) socket.destroy();
  });
}
