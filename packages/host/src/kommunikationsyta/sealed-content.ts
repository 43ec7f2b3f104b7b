import { createCipheriv, createDecipheriv, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import type { KeyEncryptionKey } from './keys.ts';
import type { SealedContent } from './record-store.ts';

/** A record that is not what was written: changed, moved, or wrapped with a key that is not there. Says nothing else. */
export class RecordRefused extends Error {
  override readonly name = 'RecordRefused';
  readonly reason: 'changed' | 'unknown-key';

  constructor(reason: RecordRefused['reason']) {
    super(`A record of the kommunikationsyta was refused: ${reason}`);
    this.reason = reason;
  }
}

/** What sealed content belongs to: it cannot be opened as anything else's. */
export type Belonging = readonly (string | number)[];

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts with a random key of its own, AES-256-GCM under a random 96-bit nonce, and wraps that key the same way with the
 * key-encryption key. Both hold only for what it belongs to (checklist, Drafts).
 */
export function sealContent(plain: Uint8Array, to: Belonging, { id, key }: KeyEncryptionKey): SealedContent {
  const own = randomBytes(KEY_BYTES);
  const content = encrypt(plain, createSecretKey(own), boundTo('content', id, to));
  const wrappedKey = encrypt(own, key, boundTo('key', id, to));
  own.fill(0);
  return { keyId: id, wrappedKey, content };
}

/** @throws RecordRefused unless it is, to the bit, what was sealed for what it belongs to. */
export function openContent(
  { keyId, wrappedKey, content }: SealedContent,
  to: Belonging,
  ring: ReadonlyMap<string, KeyObject>,
): Uint8Array {
  const key = ring.get(keyId);
  if (!key) throw new RecordRefused('unknown-key');
  try {
    const own = decrypt(wrappedKey, key, boundTo('key', keyId, to));
    const ownKey = createSecretKey(own);
    own.fill(0);
    return decrypt(content, ownKey, boundTo('content', keyId, to));
  } catch {
    throw new RecordRefused('changed');
  }
}

/** Whether a key is the one that a record's own key was wrapped with. Looks at nothing else of the record. */
export function unwraps(
  { keyId, wrappedKey }: Pick<SealedContent, 'keyId' | 'wrappedKey'>,
  to: Belonging,
  key: KeyObject,
): boolean {
  try {
    decrypt(wrappedKey, key, boundTo('key', keyId, to)).fill(0);
    return true;
  } catch {
    return false;
  }
}

/** The additional data. JSON tells where each part ends. */
function boundTo(part: 'content' | 'key', keyId: string, to: Belonging): Buffer {
  return Buffer.from(JSON.stringify(['kommunikationsyta', 1, part, keyId, ...to]));
}

function encrypt(plain: Uint8Array, key: KeyObject, additionalData: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(additionalData);
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(sealed: Uint8Array, key: KeyObject, additionalData: Buffer): Buffer {
  const end = sealed.byteLength - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(additionalData)
    .setAuthTag(sealed.subarray(end));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, end)), decipher.final()]);
}
