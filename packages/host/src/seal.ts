import type { IncomeStatement, UnsealedStatement } from '@medborgarnavet/model';
import canonicalize from 'canonicalize';
import { base64url, CompactSign, compactVerify, decodeProtectedHeader } from 'jose';
import { createSecretKey } from 'node:crypto';
import { proofOf, type KeyProof } from './kommunikationsyta/key-proofs.ts';

/** Signs statements, and tells whether a statement is one that was signed. */
export interface Seal {
  sign(statement: UnsealedStatement, application: string): Promise<IncomeStatement>;
  /** Whether this very statement was sealed for this very application. Never throws. */
  verify(statement: IncomeStatement, application: string): Promise<boolean>;
  /** Whether the key that a statement says it was sealed with is here. Without it nothing can be said of the statement. Never throws. */
  hasKeyOf(statement: Pick<IncomeStatement, 'seal'>): boolean;
  /** Of its keys, to be compared with those that the database has been written with. */
  readonly proofs: readonly KeyProof[];
}

/** A secret key of at least 32 random bytes, with the id that is written into what it seals. */
export interface SealKey {
  readonly id: string;
  readonly key: Uint8Array;
}

const SHORTEST_KEY = 32;

/**
 * A seal with secret keys that only the host knows: a JSON Web Signature (HS256, RFC 7515) whose payload is left out
 * (appendix F), over the application's reference and the statement in canonical JSON (RFC 8785).
 * @param key at least 32 random bytes: what is signed is signed with this one. @param keyId written into the seal, so that keys can be changed.
 * @param earlier keys that only verify, for as long as something that they sealed is kept.
 * @throws Error when a key is too short, or two have one id.
 */
export function createSeal(key: Uint8Array, keyId: string, earlier: readonly SealKey[] = []): Seal {
  const all = [{ id: keyId, key }, ...earlier];
  if (all.some((each) => each.key.byteLength < SHORTEST_KEY))
    throw new Error(`The key of the seal must be at least ${SHORTEST_KEY} bytes.`);
  const ring = new Map(all.map((each) => [each.id, each.key]));
  if (ring.size < all.length) throw new Error('Two keys of the seal have one id.');
  const keyOf = ({ seal }: Pick<IncomeStatement, 'seal'>): Uint8Array | undefined => ring.get(keyIdIn(seal));
  return {
    proofs: all.map((each) => proofOf(createSecretKey(each.key), { purpose: 'seal', id: each.id })),
    hasKeyOf: (statement) => keyOf(statement) !== undefined,
    async sign(statement, application) {
      const jws = await new CompactSign(payload(statement, application))
        .setProtectedHeader({ alg: 'HS256', kid: keyId })
        .sign(key);
      const [header, , signature] = jws.split('.');
      return { ...statement, seal: `${header}..${signature}` };
    },
    async verify({ seal, ...statement }, application) {
      const sealedWith = keyOf({ seal });
      if (!sealedWith) return false;
      const [header, , signature] = seal.split('.');
      try {
        const jws = `${header}.${base64url.encode(payload(statement, application))}.${signature}`;
        await compactVerify(jws, sealedWith, { algorithms: ['HS256'] });
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** The id in the header of a JWS; empty when there is none. */
function keyIdIn(seal: string): string {
  try {
    return decodeProtectedHeader(seal).kid ?? '';
  } catch {
    return '';
  }
}

function payload(statement: UnsealedStatement, application: string): Uint8Array {
  return new TextEncoder().encode(canonicalize({ application, statement }) ?? '');
}
