import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { type HttpAnswer, type SimulatorSettings, answerEnvelope, plainText } from './envelope.ts';
import { PERSONAS } from './personas.ts';

const PATH = '/ssbtek';
const HOST = '127.0.0.1';
const LARGEST_BODY = 1024 * 1024;

export interface SimulatorOptions extends Partial<SimulatorSettings> {
  /** 0, the default, takes a free one. */
  readonly port?: number;
}

export interface Simulator {
  /** Where to POST. */
  readonly url: string;
  /** Stops at once, whoever is connected. */
  close(): Promise<void>;
}

// eslint-disable-next-line no-restricted-syntax -- the clock for those who do not bring their own
const machineClock = (): Date => new Date();

/** Starts an SSBTEK on this machine. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const settings = { clock: options.clock ?? machineClock, personas: options.personas ?? PERSONAS };
  const server = createServer((request, response) => void respond(request, response, settings));
  const port = await listen(server, options.port ?? 0);
  return { url: `http://${HOST}:${port}${PATH}`, close: () => close(server) };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  settings: SimulatorSettings,
): Promise<void> {
  try {
    const { status, contentType, body } = await answer(request, settings);
    response
      .writeHead(status, { 'content-type': contentType, ...(status === 405 && { allow: 'POST' }) })
      .end(body);
  } catch {
    // Either the client has gone, or the simulator has a fault of its own; the status tells that it has.
    if (!response.headersSent) response.writeHead(500).end();
  }
}

async function answer(request: IncomingMessage, settings: SimulatorSettings): Promise<HttpAnswer> {
  const [path] = (request.url ?? '').split('?');
  if (path !== PATH) return plainText(404, `Only ${PATH}`);
  if (request.method !== 'POST') return plainText(405, 'Only POST');
  if (!isUtf8Xml(request.headers['content-type'] ?? '')) return plainText(415, 'Only text/xml in UTF-8');
  const body = await readBody(request);
  return body ? answerEnvelope(body, settings) : plainText(413, 'At most 1 MiB');
}

function isUtf8Xml(contentType: string): boolean {
  const [type = '', ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return type === 'text/xml' && (charset === undefined || /^charset="?utf-8"?$/.test(charset));
}

/** Undefined when it is too large. It is read to its end all the same, or the client would not see the answer. */
async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
  }
  return size <= LARGEST_BODY ? Buffer.concat(chunks) : undefined;
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

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
