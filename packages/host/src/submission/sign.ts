import { createHash, createPrivateKey, createPublicKey, KeyObject, sign, verify } from 'node:crypto';
import { CompactSign, type JWK } from 'jose';
import type { SubmissionSigner } from './signer.ts';

/** What is signed is of this type (`typ`), so that it is never taken for anything else that the key has signed (RFC 8725 §3.11). */
export const HANDED_IN_TYPE = 'inlamning+json';

/** A signer, with what the receiver verifies with. */
export interface PublishedSigner extends SubmissionSigner {
  /** The public key as a JWK, with its id and what it is for. */
  publicJwk(): JWK;
}

type Algorithm = 'ES256' | 'EdDSA';

/**
 * Signs with a private key: ES256 with one on P-256, EdDSA with one on Ed25519.
 * @param keyId written beside each signature (`kid`), so that keys can be changed: another for each key. Unless given, the thumbprint of the
 * public key (RFC 7638), which is another for each key by itself.
 * @throws Error with one sentence, which holds no part of the key.
 */
export function createSubmissionSigner(key: JWK | KeyObject, keyId?: string): PublishedSigner {
  if (keyId !== undefined && !/^[\w.-]{1,60}$/.test(keyId))
    throw new Error(
      'The id of the key that signs is not 1 to 60 characters of letters, digits, and . _ - (docs/inlamning.md).',
    );
  const privateKey = key instanceof KeyObject ? key : readJwk(key);
  const alg = algorithmOf(privateKey);
  const publicKey = createPublicKey(privateKey);
  if (!isPair(privateKey, publicKey)) throw new Error('The key that signs has a public part of another key.');
  const publicPart = publicKey.export({ format: 'jwk' });
  const kid = keyId ?? thumbprintOf(publicPart);
  return {
    sign: (json) =>
      new CompactSign(new TextEncoder().encode(json))
        .setProtectedHeader({ alg, kid, typ: HANDED_IN_TYPE })
        .sign(privateKey),
    publicJwk: () => ({ ...publicPart, kid, alg, use: 'sig' }),
  };
}

/** RFC 7638: over what makes the key, its members in the order of their names. Those of EC and OKP (RFC 8037 §2) are the same but for `y`. */
function thumbprintOf({ crv, kty, x, y }: JWK): string {
  return createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
}

function readJwk(key: JWK): KeyObject {
  try {
    return createPrivateKey({ key, format: 'jwk' });
  } catch {
    throw new Error('The key that signs is not a private key as a JWK.');
  }
}

function algorithmOf({ type, asymmetricKeyType, asymmetricKeyDetails }: KeyObject): Algorithm {
  if (type === 'private' && asymmetricKeyType === 'ed25519') return 'EdDSA';
  if (type === 'private' && asymmetricKeyDetails?.namedCurve === 'prime256v1') return 'ES256';
  throw new Error('The key that signs is not a private key on P-256 or Ed25519.');
}

/** A JWK says its public part by itself, and may say that of another. */
function isPair(privateKey: KeyObject, publicKey: KeyObject): boolean {
  const algorithm = privateKey.asymmetricKeyType === 'ec' ? 'sha256' : null;
  const text = Buffer.from(HANDED_IN_TYPE);
  return verify(algorithm, text, publicKey, sign(algorithm, text, privateKey));
}
