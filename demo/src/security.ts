import { isFromOwnPages } from '@medborgarnavet/host';
import type { Context, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';

/**
 * Scripts and styles are our own files only, and nothing may make script of text, except the elements' own templates:
 * `medborgarnavet` is the name of their Trusted Types policy.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types medborgarnavet',
].join('; ');

const LARGEST_BODY = 64 * 1024;

/** On every answer, also those that tell of an error. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  setSecurityHeaders(c.res.headers);
};

export function setSecurityHeaders(headers: Pick<Headers, 'has' | 'set'>): void {
  headers.set('content-security-policy', CONTENT_SECURITY_POLICY);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'same-origin');
  // Pages hold what a person has written. Static files say themselves how they may be kept.
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
}

/**
 * Lets through only forms that our own pages post. A browser says where a post comes from; a script cannot change it. The address that
 * the request itself was sent to is one of ours: nothing is answered at any other (`onlyAt`).
 */
export const onlyFromOwnPages: MiddlewareHandler = async (c, next) => {
  const safe = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (!safe && !isFromOwnPages(c.req.raw, [])) throw new HTTPException(403);
  await next();
};

/** More than a form may have, and not so much that it could not be shown again. */
const LARGEST_SHOWN = 1024 * 1024;

/** A form that is larger than it may be, with what was written in it. */
export class FormTooLarge extends HTTPException {
  /** Undefined when it is too large even to be shown. Private, so that an error that is printed does not tell what was written. */
  readonly #posted: URLSearchParams | undefined;

  constructor(posted: URLSearchParams | undefined) {
    super(413);
    this.#posted = posted;
  }

  get posted(): URLSearchParams | undefined {
    return this.#posted;
  }
}

/**
 * The fields of a posted form.
 * @param largest how many bytes it may have: 64 KiB unless told.
 * @throws HTTPException 415 when it is not a form. @throws FormTooLarge
 */
export async function readForm(request: Request, largest = LARGEST_BODY): Promise<URLSearchParams> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') throw new HTTPException(415);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > LARGEST_SHOWN) throw new FormTooLarge(undefined);
    chunks.push(chunk);
  }
  const posted = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  if (bytes > largest) throw new FormTooLarge(posted);
  return posted;
}

/**
 * What was typed in a post that is answered with an error, for the page that tells of it: read before by who handles posts, or else now.
 * Undefined when there is nothing that can be shown.
 */
export async function postedIn(
  c: Context<{ Variables: { posted?: URLSearchParams } }>,
  error: Error,
): Promise<URLSearchParams | undefined> {
  if (c.req.method !== 'POST') return undefined;
  if (error instanceof FormTooLarge) return error.posted;
  const posted = c.get('posted');
  if (posted || c.req.raw.bodyUsed) return posted;
  return readForm(c.req.raw, LARGEST_SHOWN).catch(() => undefined);
}
