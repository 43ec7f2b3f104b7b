import { decodeBase64 } from '../base64.ts';
import { readMediaType, type MediaType } from './media-type.ts';

/** A document, and what came beside it. */
export interface Message {
  readonly document: Uint8Array;
  /** What HTTP says of the document's encoding. */
  readonly charset: string | undefined;
  /** By Content-ID, without its angle brackets. */
  readonly attachments: ReadonlyMap<string, Uint8Array>;
}

const LIMITS = { parts: 64, headers: 8 * 1024 } as const;
const NONE: ReadonlyMap<string, Uint8Array> = new Map();

/**
 * The document in an answer: all of it, or the root of `multipart/related`, as MTOM and SOAP with attachments have it (RFC 2387). Undefined when the
 * parts cannot be made out, or the root is not among them.
 */
export function messageIn(body: Uint8Array, contentType: string | undefined): Message | undefined {
  const { type, parameters } = readMediaType(contentType);
  if (type !== 'multipart/related')
    return { document: body, charset: parameters.get('charset'), attachments: NONE };
  const parts = partsIn(body, parameters.get('boundary') ?? '');
  const start = parameters.get('start');
  const root = start === undefined ? parts?.[0] : parts?.find(({ id }) => id === bare(start));
  if (!parts || !root) return undefined;
  const attachments = new Map(
    parts.filter((part) => part !== root && part.id !== '').map(({ id, content }) => [id, content]),
  );
  return { document: root.content, charset: root.type.parameters.get('charset'), attachments };
}

interface Part {
  readonly id: string;
  readonly type: MediaType;
  readonly content: Uint8Array;
}

/** Undefined when there are no such parts, or too many, or one that cannot be read. */
function partsIn(body: Uint8Array, boundary: string): Part[] | undefined {
  if (boundary === '' || boundary.length > 70) return undefined;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const parts: Part[] = [];
  let from = delimiterAfter(bytes, boundary, 0);
  while (from && !from.isLast) {
    const next = delimiterAfter(bytes, boundary, from.end);
    const part =
      next && parts.length < LIMITS.parts ? readPart(bytes.subarray(from.end, next.start)) : undefined;
    if (!part) return undefined;
    parts.push(part);
    from = next;
  }
  return from ? parts : undefined;
}

interface Delimiter {
  /** Where the line end before it is, and where the line after it begins. */
  readonly start: number;
  readonly end: number;
  readonly isLast: boolean;
}

function delimiterAfter(bytes: Buffer, boundary: string, from: number): Delimiter | undefined {
  const text = `--${boundary}`;
  for (let at = bytes.indexOf(text, from); at !== -1; at = bytes.indexOf(text, at + 1)) {
    const before = lineEndBefore(bytes, at);
    if (before === undefined || at < from) continue;
    const rest = /^(--)?[ \t]*(\r?\n|$)/.exec(
      bytes.toString('latin1', at + text.length, at + text.length + 80),
    );
    if (!rest) continue;
    return {
      start: Math.max(before, from),
      end: at + text.length + rest[0].length,
      isLast: rest[1] !== undefined,
    };
  }
  return undefined;
}

/** A delimiter stands at the beginning of a line, whose end belongs to it. */
function lineEndBefore(bytes: Buffer, at: number): number | undefined {
  if (at === 0) return 0;
  if (bytes[at - 1] !== 0x0a) return undefined;
  return bytes[at - 2] === 0x0d ? at - 2 : at - 1;
}

function readPart(bytes: Buffer): Part | undefined {
  const start = bytes.toString('latin1', 0, LIMITS.headers);
  const head = /^(?:\r?\n|([^]*?)\r?\n\r?\n)/.exec(start);
  if (!head) return undefined;
  const headers = new Map(
    (head[1] ?? '')
      // A line that begins with white space goes on with the one before.
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .map((line) => [
        line.split(':', 1)[0]?.trim().toLowerCase() ?? '',
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  );
  const content = decode(bytes.subarray(head[0].length), headers.get('content-transfer-encoding'));
  return (
    content && {
      id: bare(headers.get('content-id') ?? ''),
      type: readMediaType(headers.get('content-type')),
      content,
    }
  );
}

function decode(bytes: Buffer, encoding = 'binary'): Uint8Array | undefined {
  switch (encoding.toLowerCase()) {
    case '7bit':
    case '8bit':
    case 'binary':
      return bytes;
    case 'base64':
      return decodeBase64(bytes.toString('latin1'));
    default:
      return undefined;
  }
}

function bare(id: string): string {
  return id.trim().replace(/^<(.*)>$/, '$1');
}
