import { LookupFailed } from '@medborgarnavet/model';
import http from 'node:http';
import https from 'node:https';
import { ACCEPT_ENCODING, decodeContent } from './wire/content-coding.ts';
import { failureOfStatus } from './wire/status.ts';
import { XML_LIMITS } from './xml/parse.ts';

export interface SoapAnswer {
  readonly status: number;
  /** Without any `Content-Encoding`. */
  readonly body: Uint8Array;
  /** The header, as it came: it tells of the encoding, and of parts. */
  readonly contentType?: string | undefined;
}

/** Sends a SOAP 1.1 envelope. */
export type Transport = (envelope: string, signal: AbortSignal) => Promise<SoapAnswer>;

/**
 * Sends over HTTP. Does not follow redirects, and keeps nothing of what was sent or received.
 * @param agentFor the agent that holds the certificates, asked for at each call.
 * @throws LookupFailed `connection`, `tls`, `timeout` (the signal is aborted), `too-large`, or what is told by a status whose content cannot be decoded.
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
          read(response).then(resolve, reject);
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
    accept: 'text/xml, multipart/related',
    'accept-encoding': ACCEPT_ENCODING,
  };
}

/** What is packed is bounded twice: as it comes, and as it is unpacked. */
async function read(response: http.IncomingMessage): Promise<SoapAnswer> {
  const { statusCode: status = 0, headers } = response;
  const body = await collect(response);
  try {
    const decoded = await decodeContent(body, headers['content-encoding'], XML_LIMITS.bytes);
    return { status, body: decoded, contentType: headers['content-type'] };
  } catch (error) {
    throw status === 200 ? error : new LookupFailed(failureOfStatus(status));
  }
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
