import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { SECURITY_HEADERS, setSecurityHeaders } from './headers.ts';

const STATUS: ReadonlyMap<string, number> = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', 413],
  ['HPE_HEADER_OVERFLOW', 431],
]);

/**
 * Answers what is not HTTP, is too large or comes too slowly, and closes the connection. Nothing is written into an answer that has
 * begun.
 */
export function refuse({ code = '' }: NodeJS.ErrnoException, socket: Duplex, hasBegun: boolean): void {
  if (!socket.writable || hasBegun || code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const status = STATUS.get(code) ?? 400;
  const headers = Object.entries({ ...SECURITY_HEADERS, connection: 'close', 'content-length': '0' });
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n`, () => socket.destroy());
}

/** Answers `Expect` with anything but 100-continue, which Node itself would without a header of ours. */
export function refuseExpectation(_request: IncomingMessage, response: ServerResponse): void {
  setSecurityHeaders(response);
  response.writeHead(417, { connection: 'close', 'content-length': '0' }).end();
}
