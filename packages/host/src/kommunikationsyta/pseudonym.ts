import { createHmac, type KeyObject } from 'node:crypto';
import type { Case } from '../asking.ts';
import type { Keys } from './keys.ts';
import type { CaseAddress } from './record-store.ts';

/**
 * A name that says nothing to who has not the key: HMAC-SHA-256 over a domain and the parts, in base64url. The domain keeps a
 * subject's pseudonym from ever equalling an application's, or the hash of an entry in the audit.
 */
export function pseudonym(
  key: KeyObject,
  domain: 'subject' | 'application' | 'etag' | 'audit-entry' | 'audit-cut' | 'audit-case' | 'key-proof',
  parts: readonly (string | number)[],
): string {
  // JSON tells where each part ends.
  return createHmac('sha256', key)
    .update(JSON.stringify(['kommunikationsyta', 1, domain, ...parts]))
    .digest('base64url');
}

/** Under which names a case lies, in the kommunikationsyta and in the audit alike. */
export function caseAddress(
  { pseudonyms }: Pick<Keys, 'pseudonyms'>,
  { personnummer, reference }: Case,
): CaseAddress {
  return {
    subject: pseudonym(pseudonyms, 'subject', [personnummer]),
    application: pseudonym(pseudonyms, 'application', [reference]),
  };
}
