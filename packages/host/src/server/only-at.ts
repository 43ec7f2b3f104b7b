import { SAFE_HEADERS } from '../problem.ts';
import type { Fetch } from './node-listener.ts';

const MESSAGE = 'Tjänsten finns inte på den här adressen.\n';

/**
 * Answers only at the addresses that people reach the service by; another gets 421. Otherwise a page of somebody else's, whose name has
 * been made to lead here (DNS rebinding), is the same origin as the service to a browser. A proxy in front has to pass on the `Host` that
 * it got.
 * @param origins as browsers write them: `https://ansokan.kommun.example`. None: answers at any address.
 * @throws Error with one sentence when one is no origin.
 */
export function onlyAt(origins: readonly string[], fetch: Fetch): Fetch {
  if (!origins.every(isOrigin)) throw new Error('origins must hold origins, such as https://kommun.example.');
  if (origins.length === 0) return fetch;
  return (request, node) => {
    const { host } = new URL(request.url);
    // TLS ends in the proxy in front: which port a name without one has is the origin's to say.
    if (origins.some((origin) => originOf(new URL(origin).protocol, host) === origin))
      return fetch(request, node);
    const headers = { ...SAFE_HEADERS, 'content-type': 'text/plain; charset=utf-8' };
    return Promise.resolve(new Response(MESSAGE, { status: 421, headers }));
  };
}

function originOf(protocol: string, host: string): string {
  return new URL(`${protocol}//${host}`).origin;
}

/** An origin as browsers write it, and so without a path. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}
