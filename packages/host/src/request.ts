import { Problem } from './problem.ts';

/** The largest body that is read, unless a route says otherwise. */
const LARGEST_BODY = 64 * 1024;

/**
 * Lets through what the host's own pages send, and the pages of the origins that the host has named. Comes before all other work.
 *
 * `Sec-Fetch-Site` decides where there is one. Safari before 16.4, plain http on a host name and some proxies leave it out. Then
 * `Origin` decides, which browsers send with every write and every read from another origin. A request with neither is a read of a page
 * of the same origin, or does not come from another site's page: that could only have sent one of the simple requests of CORS.
 *
 * A host may ask it of posts to pages of its own. What the request calls its own address anybody may choose, so the server must answer at
 * its own addresses only (`onlyAt`).
 * @param allowedOrigins as browsers write them, with nothing after the port.
 */
export function isFromOwnPages(request: Request, allowedOrigins: readonly string[]): boolean {
  const origin = request.headers.get('origin');
  if (origin !== null && allowedOrigins.includes(origin)) return true;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  return origin === null ? !isSimpleWrite(request) : isOwn(origin, request);
}

/** What a form of any site could have sent, without a question from the browser first. */
function isSimpleWrite({ method, headers }: Request): boolean {
  return method === 'POST' && mediaTypeOf(headers) !== 'application/json';
}

/** A proxy that ends TLS makes an https page's request an http one. One that also changes `Host` needs the origin among the allowed. */
function isOwn(origin: string, { url }: Request): boolean {
  const own = new URL(url);
  return origin === own.origin || origin === `https://${own.host}`;
}

/** Whether the page asks for this type by its name. */
export function accepts(request: Request, type: string): boolean {
  const accepted = request.headers.get('accept') ?? '';
  return accepted.split(',').some((each) => each.split(';')[0]?.trim().toLowerCase() === type);
}

/** What a body has to be. */
interface Schema<T> {
  safeParse(value: unknown): { readonly success: true; readonly data: T } | { readonly success: false };
}

/**
 * The body, as the schema has it.
 * @throws Problem `invalid-input` when it is not JSON, not said to be, larger than `largest` bytes, or something else.
 */
export async function readJson<T>(request: Request, schema: Schema<T>, largest = LARGEST_BODY): Promise<T> {
  if (mediaTypeOf(request.headers) !== 'application/json') throw new Problem('invalid-input');
  const parsed = schema.safeParse(await jsonIn(request, largest));
  if (!parsed.success) throw new Problem('invalid-input');
  return parsed.data;
}

async function jsonIn(request: Request, largest: number): Promise<unknown> {
  try {
    return JSON.parse(await readText(request, largest)) as unknown;
  } catch {
    throw new Problem('invalid-input');
  }
}

async function readText(request: Request, largest: number): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > largest) throw new Problem('invalid-input');
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function mediaTypeOf(headers: Headers): string | undefined {
  return headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
}
