import { LookupFailed, type LookupFailure } from '@medborgarnavet/model';
import { createSsbtek } from '@medborgarnavet/ssbtek';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import {
  answering,
  asking,
  clock,
  config,
  csnBlock,
  envelope,
  lefiBlock,
  OCTOBER,
  PERSON,
  sourceIn,
} from './asking.ts';

const question = { personnummer: PERSON, arende: 'EK-1', period: OCTOBER };

const failing = (detail: LookupFailure) => (error: unknown) => {
  assert.ok(error instanceof LookupFailed, String(error));
  assert.equal(error.detail, detail);
  assert.ok(!error.message.includes(PERSON));
  return true;
};

async function withServer(listener: RequestListener, run: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}/ssbtek`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const askAt = (url: string, deadline = 30_000) =>
  createSsbtek({ config: config({ url, deadline }), clock }).lookUpIncome(question);

describe('when nothing can be had, the failure is typed and holds nothing of the person:', () => {
  test('a SOAP fault', async () => {
    const fault = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><e:Fault><faultcode>e:Server</faultcode>
      <faultstring>Fel för ${PERSON}</faultstring></e:Fault></e:Body></e:Envelope>`;
    await assert.rejects(asking(answering(fault, 500))(question), failing('soap-fault'));
  });

  test('an HTTP error, and a web page', async () => {
    await assert.rejects(asking(answering('Bad gateway', 502))(question), failing('http-status'));
    await assert.rejects(
      asking(answering('<!doctype html><title>Logga in</title>'))(question),
      failing('unreadable'),
    );
    await assert.rejects(asking(answering(''))(question), failing('unreadable'));
  });

  test('an answer in another version', async () => {
    await assert.rejects(
      asking(answering(envelope({}).replace('ssbt/10', 'ssbt/11')))(question),
      failing('unreadable'),
    );
  });

  test('nobody there', async () => {
    let address = '';
    await withServer(
      () => undefined,
      (url) => {
        address = url;
        return Promise.resolve();
      },
    );
    await assert.rejects(askAt(address), failing('connection'));
  });

  test('a connection that is cut in the middle of the answer', async () => {
    const cut: RequestListener = (_request, response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('<e:Envelope', () => response.destroy());
    };
    await withServer(cut, (url) => assert.rejects(askAt(url), failing('connection')));
  });

  test('silence, and an answer that drips', async () => {
    await withServer(
      () => undefined,
      (url) => assert.rejects(askAt(url, 200), failing('timeout')),
    );
    const drip: RequestListener = (_request, response) => {
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    };
    await withServer(drip, (url) => assert.rejects(askAt(url, 500), failing('timeout')));
  });

  test('an answer without end', async () => {
    const endless: RequestListener = (_request, response) => {
      const more = (): void => {
        if (!response.destroyed) response.write(' '.repeat(100_000), more);
      };
      more();
    };
    await withServer(endless, (url) => assert.rejects(askAt(url), failing('too-large')));
  });

  test('a redirect, which is not followed', async () => {
    const redirect: RequestListener = (_request, response) =>
      response.writeHead(302, { location: '/' }).end();
    await withServer(redirect, (url) => assert.rejects(askAt(url), failing('http-refused')));
  });
});

describe('a hostile answer', () => {
  const refused = (body: string | Uint8Array) =>
    assert.rejects(asking(answering(body))(question), failing('unreadable'));
  const whole = envelope({});

  test('with a DOCTYPE is refused', () => refused(`<!DOCTYPE x [<!ENTITY a "b">]>${whole}`));
  test('with an entity of its own is refused', () => refused(whole.replace('<svarsdata>', '<svarsdata>&a;')));
  test('that is too deep is refused', () =>
    refused(whole.replace('<svarsdata>', '<svarsdata>' + '<a>'.repeat(60) + '</a>'.repeat(60))));
  test('with too many elements is refused', () =>
    refused(whole.replace('<svarsdata>', '<svarsdata>' + '<a/>'.repeat(60_000))));
  test('with too many attributes is refused', () =>
    refused(
      whole.replace(
        '<svarsdata>',
        `<svarsdata ${Array.from({ length: 70 }, (_, i) => `a${i}=""`).join(' ')}>`,
      ),
    ));
  test('that is not UTF-8 is refused', () =>
    refused(Buffer.concat([Buffer.from(whole), Buffer.from([0xff])])));
  test('that is not well-formed is refused', () => refused(whole.slice(0, -3)));

  test('inside one agency makes that source unchecked, and the others are kept', async () => {
    const unreadable = async (blocks: Parameters<typeof envelope>[0], code: 'FK' | 'CSN') => {
      const answer = await asking(answering(envelope(blocks)))(question);
      const source = sourceIn(answer, code);
      assert.equal(source.verdict === 'unchecked' && source.reason, 'unreadable');
      assert.equal(sourceIn(answer, 'SO').verdict, 'nothing');
    };
    await unreadable({ FK: lefiBlock('inte json') }, 'FK');
    await unreadable({ FK: lefiBlock('[]') }, 'FK');
    await unreadable({ FK: lefiBlock('['.repeat(100_000)) }, 'FK');
    await unreadable({ FK: '<FK><data><lefiJsonSvar>%%%</lefiJsonSvar></data></FK>' }, 'FK');
    await unreadable({ FK: '<FK/>' }, 'FK');
    await unreadable({ CSN: '<CSN><data><svar>PGE+</svar></data></CSN>' }, 'CSN');
    await unreadable({ CSN: csnBlock('0', '<!DOCTYPE a>') }, 'CSN');
  });

  test('cannot reach the prototype of anything', async () => {
    const json =
      '{"__proto__":{"polluted":1},"utlamnare":[],"formansinformation":{"__proto__":{"polluted":1}}}';
    await asking(answering(envelope({ FK: lefiBlock(json) })))(question);
    assert.equal('polluted' in {}, false);
  });
});
