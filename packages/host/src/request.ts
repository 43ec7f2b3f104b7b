import { Problem } from './problem.ts';

/** The largest body that is read, unless a route says otherwise. */
const LARGEST_BODY = 64 * 1024;

/**
 * Lets through what the host's own pages send. A browser says so itself (`Sec-Fetch-Site`); anything else needs an
 * `Origin` that the host has named. Comes before all other work.
 */
export function isFromOwnPages(request: Request, allowedOrigins: readonly string[]): boolean {
  if (request.headers.get('sec-fetch-site') === 'same-origin') return true;
  const origin = request.headers.get('origin');
  return origin !== null && allowedOrigins.includes(origin);
}

/** Whether the page asks for this type by its name. */
export function accepts(request: Request, type: string): boolean {
  const accepted = request.headers.get('accept') ?? '';
  return accepted.split(',').some((each) => each.split(';')[0]?.trim().toLowerCase() === type);
}

/**
 * The body as JSON, unchecked.
 * @throws Problem `invalid-input` when it is not JSON, not said to be, or larger than `largest` bytes.
 */
export async function readJson(request: Request, largest = LARGEST_BODY): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new Problem('invalid-input');
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
