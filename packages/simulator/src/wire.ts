import zlib from 'node:zlib';
import type { Delivery, HttpAnswer } from './impair.ts';

interface Wire {
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

const CODINGS: Readonly<Record<NonNullable<Delivery['coding']>, (bytes: Buffer) => Buffer>> = {
  gzip: (bytes) => zlib.gzipSync(bytes),
  deflate: (bytes) => zlib.deflateSync(bytes),
  'deflate-raw': (bytes) => zlib.deflateRawSync(bytes),
  br: (bytes) => zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 3 } }),
  zstd: (bytes) => zlib.zstdCompressSync(bytes),
};

/** The answer as bytes, with the headers that say how they are to be read. */
export function onTheWire({ contentType, body, delivery = {} }: HttpAnswer): Wire {
  const { coding, encoding, declared, multipart } = delivery;
  const charset =
    encoding === undefined || encoding === 'utf-8-bom' ? 'utf-8' : encoding.replace(/[lb]e$/, '');
  const isXml = contentType.startsWith('text/xml');
  const type =
    encoding === undefined || !isXml ? contentType : `text/xml${declared ? '' : `; charset=${charset}`}`;
  const encode = (text: string): Buffer =>
    encoded(declared && isXml ? text.replace('encoding="UTF-8"', `encoding="${charset}"`) : text, encoding);
  const plain: Wire =
    multipart && isXml
      ? related(body, type, encode)
      : { bytes: encode(body), headers: { 'content-type': type } };
  if (!coding) return plain;
  return {
    bytes: CODINGS[coding](plain.bytes),
    headers: { ...plain.headers, 'content-encoding': coding.replace('-raw', '') },
  };
}

function encoded(text: string, encoding: Delivery['encoding']): Buffer {
  switch (encoding) {
    case undefined:
      return Buffer.from(text);
    case 'utf-8-bom':
      return Buffer.from(`\ufeff${text}`);
    case 'utf-16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    case 'iso-8859-1':
    case 'windows-1252':
      return singleBytes(text, encoding === 'windows-1252');
  }
}

/** Of what windows-1252 has and ISO-8859-1 has not, the euro and the dash. */
const WINDOWS = [
  ['€', 0x80],
  ['–', 0x96],
] as const;

/** What the encoding has not is written as a reference. */
function singleBytes(text: string, isWindows: boolean): Buffer {
  const more = new Map<string, number>(isWindows ? WINDOWS : []);
  const bytes = Array.from(text).flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    const own = more.get(character) ?? (code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : undefined);
    return own === undefined ? [...Buffer.from(`&#${code};`)] : [own];
  });
  return Buffer.from(bytes);
}

/** MTOM (XOP 1.0): the long texts in base64 become parts, with the document as the second of them, so that `start` has to be read. */
function related(body: string, type: string, encode: (text: string) => Buffer): Wire {
  const boundary = 'simulator-part';
  const parts: Buffer[] = [];
  const part = (headers: readonly string[], content: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\n${headers.join('\r\n')}\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ]);
  const document = body.replace(/>([A-Za-z0-9+/\s]{40,}={0,2})</g, (_, base64: string) => {
    const id = `part ${parts.length}@simulator`;
    const headers = [
      'Content-Type: application/octet-stream',
      'Content-Transfer-Encoding: binary',
      `Content-ID: <${id}>`,
    ];
    parts.push(part(headers, Buffer.from(base64, 'base64')));
    return `><xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="cid:${encodeURIComponent(id)}"/><`;
  });
  const charset = type.replace('text/xml', '');
  const root = part(
    [`Content-Type: application/xop+xml${charset}; type="text/xml"`, 'Content-ID: <root@simulator>'],
    encode(document),
  );
  const [first, ...rest] = parts;
  return {
    bytes: Buffer.concat([...(first ? [first] : []), root, ...rest, Buffer.from(`--${boundary}--\r\n`)]),
    headers: {
      'content-type': `multipart/related; type="application/xop+xml"; start="<root@simulator>"; start-info="text/xml"; boundary="${boundary}"`,
    },
  };
}
