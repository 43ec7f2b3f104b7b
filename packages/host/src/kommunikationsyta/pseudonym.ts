import { createHmac, type KeyObject } from 'node:crypto';

/**
 * A name that says nothing to who has not the key: HMAC-SHA-256 over a domain and the parts, in base64url. The domain keeps a
 * subject's pseudonym from ever equalling an application's.
 */
export function pseudonym(
  key: KeyObject,
  domain: 'subject' | 'application' | 'etag',
  parts: readonly (string | number)[],
): string {
  // JSON tells where each part ends.
  return createHmac('sha256', key)
    .update(JSON.stringify(['kommunikationsyta', 1, domain, ...parts]))
    .digest('base64url');
}
