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
 * @param agentFor the agent that holds the certificates, asked for at each call.
 * @throws LookupFailed `connection`, `tls`, `timeout` (the signal is aborted) or `too-large`.
 */
export function httpTransport(url: string, agentFor?: () => https.Agent): Transport {
  const target = new URL(url);
  const send = target.protocol === 'https:' ? https.request : http.request;
  return async (envelope, signal) => {
    try {
      return await new Promise<SoapAnswer>((resolve, reject) => {
        const agent = agentFor && { agent: agentFor() };
        const options = { ...agent, method: 'POST', headers: headersFor(envelope), signal };
        const request = send(target, options, (response) => {
          collect(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
        });
        request.on('error', reject);
        request.end(envelope);
      });
    } catch (error) {
      if (error instanceof LookupFailed) throw error;
      if (signal.aborted) throw new LookupFailed('timeout');
      throw new LookupFailed(isTlsError(error) ? 'tls' : 'connection');
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

/** By the codes of Node and OpenSSL for certificates and handshakes. */
function isTlsError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_MISMATCH|INVALID_CA|EPROTO)/.test(
    code,
  );
}
