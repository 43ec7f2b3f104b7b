import {
  createSubmissionSigner,
  HANDED_IN_TYPE,
  HandedIn,
  readSigningKey,
  writeMessage,
} from '@medborgarnavet/host';
import { singleParent } from '@medborgarnavet/mocks';
import {
  base64url,
  calculateJwkThumbprint,
  compactVerify,
  createLocalJWKSet,
  decodeProtectedHeader,
  importJWK,
  type JWK,
} from 'jose';
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { handingIn, privateKey, signer, SOME_OF_EVERYTHING } from './handed-in.ts';

const ed25519 = generateKeyPairSync('ed25519').privateKey;
const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const jwk = (key: KeyObject) => key.export({ format: 'jwk' }) as JWK;
const pem = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'pem' }).toString();
const message = await writeMessage(handingIn(singleParent, SOME_OF_EVERYTHING), { signer });
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Fails when the signature is not of this key. */
const verify = async (jws: string, key: JWK) =>
  new TextDecoder().decode((await compactVerify(jws, await importJWK(key, key.alg))).payload);

describe('the signature', () => {
  test('is over the JSON, to the byte, and tells which key and what it is', async () => {
    assert.equal(await verify(message.signed, signer.publicJwk()), message.json);
    assert.deepEqual(decodeProtectedHeader(message.signed), {
      alg: 'ES256',
      kid: 'inlamning-2026-11',
      typ: HANDED_IN_TYPE,
    });
    const another = createSubmissionSigner(jwk(ed25519), 'a');
    const signed = await another.sign('{}');
    assert.equal(await verify(signed, another.publicJwk()), '{}');
    assert.equal(decodeProtectedHeader(signed).alg, 'EdDSA');
  });

  test('finds a changed byte of the JSON, wherever it is', async () => {
    const [header = '', , signature = ''] = message.signed.split('.');
    const bytes = new TextEncoder().encode(message.json);
    for (let at = 0; at < bytes.length; at += 97) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      await assert.rejects(
        verify(`${header}.${base64url.encode(changed)}.${signature}`, signer.publicJwk()),
        { code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' },
      );
    }
    await assert.rejects(verify(message.signed, createSubmissionSigner(other, 'a').publicJwk()));
  });

  test('reaches the page by its SHA-256, which finds a changed byte of it', () => {
    const { utskrift } = HandedIn.parse(JSON.parse(message.json));
    assert.equal(utskrift.sha256, sha256(message.html));
    assert.notEqual(utskrift.sha256, sha256(message.html.replace('3\u00a0496', '3\u00a0497')));
  });

  test('is over the same bytes each time, in canonical JSON', async () => {
    const again = await writeMessage(handingIn(singleParent, SOME_OF_EVERYTHING), { signer });
    assert.equal(again.json, message.json);
    assert.equal(again.html, message.html);
    assert.equal(message.json.startsWith('{"egnaInkomster":'), true);
    assert.equal(message.id, 'b7a1c0de-4a53-4c6e-9d30-2f6f0e6d1a11');
    assert.equal(message.reference, 'EK-2026-1');
  });
});

/** Each is refused with one sentence that holds no part of a key. */
function assertRefused(make: () => unknown, sentence: RegExp, ...secrets: readonly string[]): void {
  assert.throws(make, (error: Error) => {
    assert.match(error.message, sentence);
    assert.doesNotMatch(error.message, /\n/);
    for (const secret of secrets) assert.ok(!error.message.includes(secret.slice(0, 8)), error.message);
    assert.equal(error.cause, undefined);
    return true;
  });
}

describe('a key that signs', () => {
  test('is refused at once when it is of another kind, public, broken, or of two keys', () => {
    const { d = '', x = '' } = jwk(privateKey);
    const unfit: readonly (readonly [JWK | KeyObject, RegExp])[] = [
      [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, /not a private key on P-256/],
      [generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey, /not a private key on P-256/],
      [generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).privateKey, /not a private key on P-256/],
      [generateKeyPairSync('x25519').privateKey, /not a private key on P-256/],
      [generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey, /not a private key on P-256/],
      [signer.publicJwk(), /not a private key as a JWK/],
      [{ ...jwk(privateKey), d: d.slice(0, 20) }, /public part of another key|not a private key/],
      [{ ...jwk(privateKey), d: jwk(other).d ?? '' }, /public part of another key|not a private key/],
      [{ kty: 'oct', k: d }, /not a private key as a JWK/],
    ];
    for (const [key, sentence] of unfit)
      assertRefused(() => createSubmissionSigner(key, 'a'), sentence, d, x, jwk(other).d ?? '');
    for (const id of ['', d + d, 'två ord', pem(privateKey)])
      assertRefused(
        () => createSubmissionSigner(privateKey, id),
        /^The id of the key that signs/,
        d,
        pem(privateKey),
      );
  });

  test('gives its public part alone, with its id', () => {
    const { kid, alg, use, ...rest } = signer.publicJwk();
    assert.deepEqual([kid, alg, use], ['inlamning-2026-11', 'ES256', 'sig']);
    assert.deepEqual(Object.keys(rest).sort(), ['crv', 'kty', 'x', 'y']);
  });

  test('names each key by another id, its thumbprint, where none is given', async () => {
    const signers = (['P-256', 'P-256', 'Ed25519'] as const).map((curve) =>
      createSubmissionSigner(
        curve === 'P-256'
          ? generateKeyPairSync('ec', { namedCurve: curve }).privateKey
          : generateKeyPairSync('ed25519').privateKey,
      ),
    );
    const keys = createLocalJWKSet({ keys: signers.map((each) => each.publicJwk()) });
    assert.equal(new Set(signers.map((each) => each.publicJwk().kid)).size, signers.length);
    for (const each of signers) {
      const { kid } = each.publicJwk();
      assert.equal(kid, await calculateJwkThumbprint(each.publicJwk()));
      const { payload, protectedHeader } = await compactVerify(await each.sign('{}'), keys);
      assert.deepEqual([protectedHeader.kid, Buffer.from(payload).toString()], [kid, '{}']);
    }
  });

  test('comes from the environment or from a file that it names', () => {
    const folder = mkdtempSync(join(tmpdir(), 'signing-key-'));
    const file = join(folder, 'key.pem');
    writeFileSync(file, pem(privateKey));
    try {
      assert.ok(readSigningKey({ INLAMNING_KEY: `\n${pem(privateKey)}\n` }).equals(privateKey));
      assert.ok(readSigningKey({ INLAMNING_KEY_FILE: file }).equals(privateKey));
      assertRefused(
        () => readSigningKey({ INLAMNING_KEY: pem(privateKey), INLAMNING_KEY_FILE: file }),
        /not both\.$/,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
    assertRefused(() => readSigningKey({}), /no key to sign .* set INLAMNING_KEY or INLAMNING_KEY_FILE/);
    assertRefused(
      () => readSigningKey({ INLAMNING_KEY_FILE: '/nowhere' }),
      /names a file that cannot be read/,
    );
  });

  test('is refused when it is no private key in PEM without a password', () => {
    const body = pem(privateKey).split('\n')[1] ?? '';
    const locked = privateKey.export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase: 'a',
    });
    for (const text of [
      body,
      pem(privateKey).replaceAll('\n', ''),
      pem(privateKey).replace(body, body.slice(0, 20)),
      privateKey.export({ type: 'sec1', format: 'pem' }).toString(),
      locked.toString(),
      JSON.stringify(jwk(privateKey)),
    ])
      assertRefused(
        () => readSigningKey({ INLAMNING_KEY: text }),
        /^INLAMNING_KEY is not a private key in PEM/,
        body.slice(8),
      );
  });
});
