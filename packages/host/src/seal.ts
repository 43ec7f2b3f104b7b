import type { IncomeStatement, UnsealedStatement } from '@medborgarnavet/model';
import canonicalize from 'canonicalize';
import { base64url, CompactSign, compactVerify } from 'jose';

/** Signs statements, and tells whether a statement is one that was signed. */
export interface Seal {
  sign(statement: UnsealedStatement, application: string): Promise<IncomeStatement>;
  /** Whether this very statement was sealed for this very application. Never throws. */
  verify(statement: IncomeStatement, application: string): Promise<boolean>;
}

const SHORTEST_KEY = 32;

/**
 * A seal with a secret key that only the host knows: a JSON Web Signature (HS256, RFC 7515) whose payload is left out
 * (appendix F), over the application's reference and the statement in canonical JSON (RFC 8785).
 * @param key at least 32 random bytes. @param keyId written into the seal, so that keys can be changed.
 * @throws Error when the key is too short.
 */
export function createSeal(key: Uint8Array, keyId: string): Seal {
  if (key.byteLength < SHORTEST_KEY)
    throw new Error(`The key of the seal must be at least ${SHORTEST_KEY} bytes.`);
  return {
    async sign(statement, application) {
      const jws = await new CompactSign(payload(statement, application))
        .setProtectedHeader({ alg: 'HS256', kid: keyId })
        .sign(key);
      const [header, , signature] = jws.split('.');
      return { ...statement, seal: `${header}..${signature}` };
    },
    async verify({ seal, ...statement }, application) {
      const [header, , signature] = seal.split('.');
      try {
        const jws = `${header}.${base64url.encode(payload(statement, application))}.${signature}`;
        await compactVerify(jws, key, { algorithms: ['HS256'] });
        return true;
      } catch {
        return false;
      }
    },
  };
}

function payload(statement: UnsealedStatement, application: string): Uint8Array {
  return new TextEncoder().encode(canonicalize({ application, statement }) ?? '');
}
