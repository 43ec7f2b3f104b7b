import type { IncomingMessage } from 'node:http';
import { type SimulatorSettings, answerEnvelope, plainText } from './envelope.ts';
import type { HttpAnswer } from './impair.ts';

/** Where to POST. */
export const PATH = '/ssbtek';
const LARGEST_BODY = 1024 * 1024;

/** Reads a request, and answers it. */
export async function answerRequest(
  request: IncomingMessage,
  settings: SimulatorSettings,
): Promise<HttpAnswer> {
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
