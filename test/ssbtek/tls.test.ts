import { LookupFailed } from '@medborgarnavet/model';
import { startSimulator, type KeyPair, type TestCa } from '@medborgarnavet/simulator';
import { createSsbtek, type SsbtekWarning, type SsbtekConfigInput } from '@medborgarnavet/ssbtek';
import assert from 'node:assert/strict';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'node:test';
import { withTestCa } from '../test-ca.ts';
import { config, OCTOBER, PERSON } from './asking.ts';

const now = (): Date => new Date();
const period = OCTOBER;

describe('mutual TLS', () => {
  const { file, tlsTest } = withTestCa();
  const client = () => ({ key: file('client.key'), cert: file('client.crt'), ca: file('ca.crt') });

  /** Asks a simulator with this certificate; gives what came of it, and how many questions it was sent. */
  async function ask(server: KeyPair, ca: TestCa, tls: SsbtekConfigInput['tls'], host = '127.0.0.1') {
    const simulator = await startSimulator({
      clock: now,
      tls: { ...server, ca: ca.ca, requireClientCertificate: true },
    });
    try {
      const url = simulator.url.replace('127.0.0.1', host);
      const { lookUpIncome: lookUp } = createSsbtek({ config: config({ url, tls }), clock: now });
      const answer = await lookUp({ personnummer: PERSON, arende: 'EK-1', period });
      return answer.sources.length > 0 ? 'answered' : 'empty';
    } catch (error) {
      return error instanceof LookupFailed ? error.detail : String(error);
    } finally {
      await simulator.close();
    }
  }

  tlsTest('asks with a certificate in PEM files or in one PKCS#12 file', async (ca) => {
    assert.equal(await ask(ca.server, ca, client()), 'answered');
    const pfx = { pfx: file('client.p12'), passphrase: ca.passphrase, ca: file('ca.crt') };
    assert.equal(await ask(ca.server, ca, pfx), 'answered');
  });

  tlsTest('refuses every server whose certificate is not right', async (ca) => {
    for (const [name, pair] of Object.entries<KeyPair>({ ...ca.bad }))
      assert.equal(await ask(pair, ca, client()), 'tls', name);
  });

  tlsTest('refuses a good server when its CA is not the one that is trusted', async (ca) => {
    assert.equal(await ask(ca.server, ca, { ...client(), ca: file('other-ca.crt') }).catch(String), 'tls');
  });

  tlsTest('tells that it was refused itself without a right certificate', async (ca) => {
    const refused = { key: file('self-signed.key'), cert: file('self-signed.crt'), ca: file('ca.crt') };
    assert.match(await ask(ca.server, ca, refused), /^(?:tls|connection)$/);
  });

  tlsTest(
    'uses a renewed certificate without a restart, and keeps the old one if the new cannot be used',
    async (ca) => {
      const own = await mkdtemp(join(tmpdir(), 'ssbtek-renew-'));
      await cp(file(), own, { recursive: true });
      const tls = { key: join(own, 'client.key'), cert: join(own, 'client.crt'), ca: join(own, 'ca.crt') };
      await cp(file('self-signed.key'), tls.key);
      await cp(file('self-signed.crt'), tls.cert);
      const warnings: SsbtekWarning[] = [];
      const simulator = await startSimulator({
        clock: now,
        tls: { ...ca.server, ca: ca.ca, requireClientCertificate: true },
      });
      const { lookUpIncome: lookUp } = createSsbtek({
        config: config({ url: simulator.url, tls }),
        clock: now,
        warn: (warning) => warnings.push(warning),
      });
      const question = { personnummer: PERSON, arende: 'EK-1', period };
      try {
        await assert.rejects(lookUp(question), LookupFailed);
        await cp(file('client.key'), tls.key);
        await cp(file('client.crt'), tls.cert);
        assert.equal((await lookUp(question)).sources.length, 4);
        await writeFile(tls.cert, 'half a certifi');
        assert.equal((await lookUp(question)).sources.length, 4);
        assert.deepEqual(warnings, [{ kind: 'reload-failed' }]);
      } finally {
        await simulator.close();
        await rm(own, { recursive: true });
      }
    },
  );

  tlsTest('warns from thirty days before the certificate expires', async () => {
    const warningsOn = (days: number, tls: SsbtekConfigInput['tls'] = client()): SsbtekWarning[] => {
      const warnings: SsbtekWarning[] = [];
      const clock = (): Date => new Date(now().getTime() + days * 86_400_000);
      createSsbtek({ config: config({ tls }), clock, warn: (warning) => warnings.push(warning) });
      return warnings;
    };
    const pkcs12 = { pfx: file('client.p12'), passphrase: 'simulator' };
    for (const tls of [client(), pkcs12]) {
      assert.deepEqual(warningsOn(300, tls), []);
      const [warning] = warningsOn(350, tls);
      assert.ok(warning?.kind === 'expires-soon' && warning.days < 30 && warning.days > 0);
    }
    return Promise.resolve();
  });

  tlsTest('says at start which file is wrong, and nothing of what is in it', async () => {
    const starts = (tls: SsbtekConfigInput['tls']) => () =>
      createSsbtek({ config: config({ tls }), clock: now });
    assert.throws(starts({ ...client(), cert: '/finns/inte.pem' }), /tls\.cert/);
    assert.throws(starts({ ...client(), key: file('self-signed.key') }), /cannot be used together/);
    assert.throws(starts({ pfx: file('client.p12'), passphrase: 'fel' }), /passphrase/);
    return Promise.resolve();
  });
});
