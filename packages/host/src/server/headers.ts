import type { ServerResponse } from 'node:http';
import { SAFE_HEADERS } from '../problem.ts';

/** On every answer of a server of ours, unless the answer says otherwise itself. Right for data; pages bring a policy of their own. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  ...SAFE_HEADERS,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};

/** Before anything else is said: what the answer says itself goes before it. */
export function setSecurityHeaders(response: Pick<ServerResponse, 'setHeader'>): void {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
}
