import { LookupFailed } from '@medborgarnavet/model';
import http from 'node:http';
import https from 'node:https';
import { XML_LIMITS } from './xml/parse.ts';

export interface SoapAnswer {
  readonly status: number;
  readonly body: Uint8Array;
}

/** Sends a SOAP 1.1 envelope. */
export type Transport = (envelope: string, signal: AbortSignal) => Promise<SoapAnswer>;

/**
 * Sends over HTTP. Does not follow redirects, and keeps nothing of what was sent or received.
 * @throws LookupFailed `connection`, `timeout` (the signal says so) or `too-large`.
 */
export function httpTransport(url: string): Transport {
  const target = new URL(url);
  const send = target.protocol === 'https:' ? https.request : http.request;
  return async (envelope, signal) => {
    try {
      return await new Promise<SoapAnswer>((resolve, reject) => {
        const request = send(
          target,
          { method: 'POST', headers: headersFor(envelope), signal },
          (response) => {
            collect(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
          },
        );
        request.on('error', reject);
        request.end(envelope);
      });
    } catch (error) {
      if (error instanceof LookupFailed) throw error;
      throw new LookupFailed(isTimeout(signal) ? 'timeout' : 'connection');
    }
  };
}

function headersFor(envelope: string): http.OutgoingHttpHeaders {
  return {
    'content-type': 'text/xml; charset=utf-8',
    'content-length': Buffer.byteLength(envelope),
    soapaction: '""',
  };
}

async function collect(response: http.IncomingMessage): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength;
    if (bytes > XML_LIMITS.bytes) {
      response.destroy();
      throw new LookupFailed('too-large');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function isTimeout(signal: AbortSignal): boolean {
  return signal.aborted && signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
}
