import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFile, readdir } from 'node:fs/promises';
import { type RequestOptions, request } from 'node:https';
import { connect } from 'node:net';
import { describe, test } from 'node:test';
import { type KeyPair, createTestCa, readServerPair, startSimulator } from '@medborgarnavet/simulator';
import { withTestCa } from '../test-ca.ts';
import { clock, question } from './asking.ts';

const { file, tlsTest } = withTestCa();

async function withServer(pair: KeyPair, ca: string, use: (url: string) => Promise<void>): Promise<void> {
  const simulator = await startSimulator({ clock, tls: { ...pair, ca, requireClientCertificate: true } });
  try {
    await use(simulator.url);
  } finally {
    await simulator.close();
  }
}

/** The status of an answer. */
async function post(url: string, options: RequestOptions): Promise<number | undefined> {
  const asking = request(url, {
    method: 'POST',
    headers: { 'content-type': 'text/xml' },
    agent: false,
    ...options,
  });
  asking.end(question({ include: [] }));
  const [response] = (await once(asking, 'response')) as [{ statusCode?: number; resume(): void }];
  response.resume();
  return response.statusCode;
}

describe('mutual TLS', () => {
  tlsTest('a client of the CA gets an answer, with PEM or PKCS#12', ({ ca, server, client, ...bundle }) =>
    withServer(server, ca, async (url) => {
      assert.match(url, /^https:\/\/127\.0\.0\.1:\d+\/ssbtek$/);
      assert.equal(await post(url, { ca, ...client }), 200);
      const pfx = Buffer.from(bundle.pkcs12);
      assert.equal(await post(url, { ca, pfx, passphrase: bundle.passphrase }), 200);
      assert.equal(await post(url.replace('127.0.0.1', 'localhost'), { ca, ...client, family: 4 }), 200);
    }),
  );

  tlsTest('any other client is refused', ({ ca, server, bad }) =>
    withServer(server, ca, async (url) => {
      await assert.rejects(post(url, { ca }), 'without a certificate');
      const { expired, notYetValid, otherCa, selfSigned } = bad;
      for (const [name, pair] of Object.entries({ expired, notYetValid, otherCa, selfSigned })) {
        await assert.rejects(post(url, { ca, ...pair }), name);
      }
      await assert.rejects(post(url, { ca, ...server }), 'the certificate is for servers only');
    }),
  );

  tlsTest('a client refuses the bad certificates of a server, and says why', async ({ ca, client, bad }) => {
    const codes = {
      expired: 'CERT_HAS_EXPIRED',
      notYetValid: 'CERT_NOT_YET_VALID',
      wrongHost: 'ERR_TLS_CERT_ALTNAME_INVALID',
      otherCa: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      selfSigned: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    } as const;
    for (const name of Object.keys(codes) as (keyof typeof codes)[]) {
      await withServer(bad[name], ca, (url) =>
        assert.rejects(post(url, { ca, ...client }), { code: codes[name] }, name),
      );
    }
  });

  tlsTest('it need not ask for a certificate', async ({ ca, server }) => {
    const simulator = await startSimulator({
      clock,
      tls: { ...server, ca, requireClientCertificate: false },
    });
    try {
      assert.equal(await post(simulator.url, { ca }), 200);
    } finally {
      await simulator.close();
    }
  });

  tlsTest(
    'it closes at once with a connection that never got through its handshake',
    async ({ ca, server }) => {
      const simulator = await startSimulator({
        clock,
        tls: { ...server, ca, requireClientCertificate: true },
      });
      const { hostname, port } = new URL(simulator.url);
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      await once(socket, 'connect');
      const closed = once(socket, 'close');
      await simulator.close();
      await closed;
    },
  );
});

describe('the test CA', () => {
  tlsTest('is in its folder, with keys that only the owner reads', async ({ ca, client }) => {
    const files = await readdir(file());
    for (const name of [
      'ca',
      'server',
      'client',
      'expired',
      'not-yet-valid',
      'wrong-host',
      'other-ca',
      'self-signed',
    ]) {
      assert.ok(files.includes(`${name}.crt`) && files.includes(`${name}.key`), name);
    }
    assert.ok(files.includes('client.p12'));
    assert.equal(await readFile(file('client.key'), 'utf8'), client.key);
    assert.equal((await readServerPair(file()))?.ca, ca);
    assert.equal(await readServerPair(file('nothing')), undefined);
  });

  tlsTest('names whom its certificates are for', ({ ca, server, client, bad }) => {
    const issuer = new X509Certificate(ca);
    assert.ok(issuer.ca);
    for (const { cert } of [server, client, bad.expired]) {
      assert.ok(new X509Certificate(cert).checkIssued(issuer));
      assert.ok(!new X509Certificate(cert).ca);
    }
    assert.equal(new X509Certificate(server.cert).checkHost('localhost'), 'localhost');
    assert.equal(new X509Certificate(server.cert).checkIP('127.0.0.1'), '127.0.0.1');
    return Promise.resolve();
  });

  test('says so when there is no openssl', async () => {
    await assert.rejects(
      createTestCa(file('none'), { openssl: 'no-such-openssl' }),
      /^Error: The test CA is made with the command no-such-openssl, which is not on this machine\.$/,
    );
  });
});
