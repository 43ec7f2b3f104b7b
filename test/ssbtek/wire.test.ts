import { LookupFailed, type IncomeAnswer } from '@medborgarnavet/model';
import { PERSONAS, startSimulator, type Faults, type Simulator } from '@medborgarnavet/simulator';
import { createSsbtek } from '@medborgarnavet/ssbtek';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, mock, test } from 'node:test';
import zlib from 'node:zlib';
import { SaxesParser } from 'saxes';
import {
  answering,
  asking,
  clock,
  config,
  csnBlock,
  csnPerson,
  envelope,
  lefiBlock,
  OCTOBER,
  PERSON,
  soBlock,
  sourceIn,
} from './asking.ts';

const question = { personnummer: PERSON, arende: 'EK-1', period: OCTOBER };
const patient = { deadline: 60_000, outward: { perSecond: 1000, burst: 1000 } };

const CODINGS = ['gzip', 'deflate', 'deflate-raw', 'br', 'zstd'] as const;
const ENCODINGS = ['utf-8-bom', 'iso-8859-1', 'windows-1252', 'utf-16le', 'utf-16be'] as const;

describe('an answer over the wire', () => {
  let simulator: Simulator;
  before(async () => (simulator = await startSimulator({ clock })));
  after(() => simulator.close());

  function ask(answer: Faults['answer'], personnummer: string): Promise<IncomeAnswer> {
    simulator.faults.clear();
    if (answer) simulator.faults.set({ answer });
    const ssbtek = createSsbtek({ config: config({ url: simulator.url, version: 11, ...patient }), clock });
    return ssbtek.lookUpIncome({ ...question, personnummer });
  }
  const persons = ['P1', 'P4', 'P5', 'P7', 'P14'].flatMap((id) => PERSONAS.filter((each) => each.id === id));

  const maybe = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  test('says the same in any coding and encoding, declared anywhere, in one part or several', async () => {
    await fc.assert(
      fc.asyncProperty(
        maybe(CODINGS),
        maybe(ENCODINGS),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(...persons),
        async (coding, encoding, inXml, multipart, { personnummer }) => {
          const answer = {
            ...(coding && { coding }),
            ...(encoding && { encoding }),
            ...(inXml && { declared: 'xml' as const }),
            ...(multipart && { multipart: true as const }),
          };
          assert.deepEqual(await ask(answer, personnummer), await ask(undefined, personnummer));
        },
      ),
      { numRuns: 60, seed: 35 },
    );
  });

  for (const answer of [
    ...CODINGS.map((coding) => ({ coding })),
    ...ENCODINGS.flatMap((encoding) => [{ encoding }, { encoding, declared: 'xml' as const }]),
    { multipart: true as const },
  ]) {
    test(`is read as ${JSON.stringify(answer)}`, async () => {
      const { personnummer } = persons[0] ?? { personnummer: PERSON };
      const told = await ask(answer, personnummer);
      assert.equal(sourceIn(told, 'FK').verdict, 'answered');
      assert.deepEqual(told, await ask(undefined, personnummer));
    });
  }

  for (const coding of CODINGS) {
    test(`is refused when it is cut off inside ${coding}, or is too large when unpacked`, async () => {
      await assert.rejects(ask({ coding, oversize: 8 }, PERSON), {
        name: 'LookupFailed',
        detail: 'too-large',
      });
      await assert.rejects(ask({ coding, reset: true }, PERSON), {
        name: 'LookupFailed',
        detail: 'connection',
      });
    });
  }
});

describe('what a server sends', () => {
  async function sending(
    headers: Readonly<Record<string, string>>,
    body: string | Uint8Array,
    status = 200,
  ): Promise<{ readonly told: Promise<IncomeAnswer>; readonly asked: IncomingHttpHeaders }> {
    let asked: IncomingHttpHeaders = {};
    const server = createServer((request, response) => {
      asked = request.headers;
      response.writeHead(status, headers).end(body);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      const told = createSsbtek({ config: config({ url, ...patient }), clock }).lookUpIncome(question);
      await told.catch(() => undefined);
      return { told, asked };
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }
  const detailOf = async (...sent: Parameters<typeof sending>): Promise<string> => {
    const failure: unknown = await (await sending(...sent)).told.catch((error: unknown) => error);
    return failure instanceof LookupFailed ? failure.detail : 'answered';
  };
  const XML = { 'content-type': 'text/xml; charset=utf-8' };
  const whole = envelope({ SO: soBlock('') });

  test('is asked for packed or not, and no other way', async () => {
    const { asked } = await sending(XML, whole);
    assert.equal(asked['accept-encoding'], 'gzip, identity');
    assert.equal(asked.accept, 'text/xml, multipart/related');
  });

  test('is unreadable in a coding that nobody knows, or that it is not in', async () => {
    assert.equal(await detailOf({ ...XML, 'content-encoding': 'compress' }, whole), 'unreadable');
    assert.equal(await detailOf({ ...XML, 'content-encoding': 'constructor' }, whole), 'unreadable');
    assert.equal(await detailOf({ ...XML, 'content-encoding': 'gzip' }, whole), 'unreadable');
    const packed = zlib.gzipSync(whole);
    assert.equal(
      await detailOf({ ...XML, 'content-encoding': 'gzip' }, packed.subarray(0, -20)),
      'unreadable',
    );
    assert.equal(await detailOf({ ...XML, 'content-encoding': 'gzip' }, 'Bad gateway', 502), 'http-status');
    assert.equal(
      await detailOf({ ...XML, 'content-encoding': 'gzip, gzip' }, zlib.gzipSync(packed)),
      'answered',
    );
    const deep = zlib.gzipSync(zlib.gzipSync(zlib.gzipSync(packed)));
    assert.equal(await detailOf({ ...XML, 'content-encoding': 'gzip,gzip,gzip,gzip' }, deep), 'unreadable');
  });

  test('is unreadable with a byte that its encoding has not, or in an encoding that is not read', async () => {
    const latin = Buffer.concat([Buffer.from(whole), Buffer.from('<!-- \xe5 -->', 'latin1')]);
    assert.equal(await detailOf(XML, latin), 'unreadable');
    assert.equal(await detailOf({ 'content-type': 'text/xml; charset="ISO-8859-1"' }, latin), 'answered');
    const half = Buffer.concat([Buffer.from(`\ufeff${whole}`, 'utf16le'), Buffer.from([0x20])]);
    assert.equal(await detailOf({ 'content-type': 'text/xml' }, half), 'unreadable');
    assert.equal(await detailOf({ 'content-type': 'text/xml; charset=ebcdic-cp-fi' }, whole), 'unreadable');
  });

  const related = (parts: readonly string[], more = '', end = '--') =>
    [
      { 'content-type': `Multipart/Related; boundary=b; ${more}` } as const,
      `preamble\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join('')}--b${end}\r\n`,
    ] as const;
  const root = `Content-Type: text/xml; charset=utf-8\r\nContent-ID: <root>\r\n\r\n${whole}`;

  test('is the root of its parts, the first unless `start` names another', async () => {
    assert.equal(await detailOf(...related([root])), 'answered');
    assert.equal(await detailOf(...related([`\r\n${whole}`])), 'answered');
    assert.equal(await detailOf(...related(['\r\nx', root], 'start="<root>"')), 'answered');
    assert.equal(await detailOf(...related([root, '\r\nx'], 'start=root')), 'answered');
    assert.equal(await detailOf(...related([root, '\r\nx'], 'start="<other>"')), 'unreadable');
    assert.equal(await detailOf(...related([root], '', '')), 'unreadable');
    assert.equal(await detailOf(...related([])), 'unreadable');
    assert.equal(await detailOf(...related(Array.from({ length: 100 }, () => root))), 'unreadable');
    const [, body] = related([root]);
    assert.equal(await detailOf({ 'content-type': 'multipart/related' }, body), 'unreadable');
  });

  test('with a part missing leaves that agency unreadable, and the others as they are', async () => {
    const include = (id: string) =>
      `<i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:${id}"/>`;
    const CSN = `<CSN><data><svar>${include('gone')}</svar></data></CSN>`;
    const [headers, body] = related([`\r\n${envelope({ CSN, SO: soBlock('') })}`]);
    const told = await (await sending(headers, body)).told;
    const csn = sourceIn(told, 'CSN');
    assert.equal(csn.verdict === 'unchecked' && csn.reason, 'unreadable');
    assert.equal(sourceIn(told, 'SO').verdict, 'nothing');
  });

  test('with the same part included without end is refused', async () => {
    const include = '<i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:big"/>';
    const big = `Content-ID: <big>\r\n\r\n${'x'.repeat(100_000)}`;
    const CSN = `<CSN><data><svar>${include.repeat(1000)}</svar></data></CSN>`;
    assert.equal(await detailOf(...related([`\r\n${envelope({ CSN })}`, big])), 'unreadable');
  });
});

describe('a document inside an answer', () => {
  const payment =
    '<Utbetalning><utbetdatum>20261025</utbetdatum><utbetstatus>Utbetald</utbetstatus><totbelopp>100</totbelopp></Utbetalning>';
  const base64 = /<svar>(.*)<\/svar>/s;
  const plain = csnBlock('0', csnPerson(payment));
  const inner = Buffer.from(base64.exec(plain)?.[1] ?? '', 'base64')
    .toString()
    .replace('<klartext>Studiemedel', '<klartext>Återkommande årsstöd');
  const told = (svar: string) =>
    asking(answering(envelope({ CSN: plain.replace(base64, () => `<svar>${svar}</svar>`) })))(question);
  const declare = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>${inner}`;

  const ways: Readonly<Record<string, string>> = {
    'UTF-8 with a byte order mark': Buffer.from(`\ufeff${inner}`).toString('base64'),
    'declared ISO-8859-1': Buffer.from(declare('ISO-8859-1'), 'latin1').toString('base64'),
    'declared windows-1252': Buffer.from(declare('windows-1252'), 'latin1').toString('base64'),
    'UTF-16 with a byte order mark': Buffer.from(`\ufeff${declare('UTF-16')}`, 'utf16le').toString('base64'),
    'UTF-16, the other way round': Buffer.from(declare('UTF-16'), 'utf16le').swap16().toString('base64'),
    'UTF-8 that is said to be UTF-16': Buffer.from(declare('utf-16')).toString('base64'),
    'a CDATA section': `<![CDATA[${declare('UTF-16')}]]>`,
  };
  for (const [way, svar] of Object.entries(ways)) {
    test(`is read as ${way}`, async () => {
      const expected = await told(Buffer.from(inner).toString('base64'));
      assert.equal(sourceIn(expected, 'CSN').verdict, 'answered');
      assert.deepEqual(await told(svar), expected);
    });
  }
});

describe('a document that is too much', () => {
  /** How many characters the parser was given before it was refused, and how many there were. */
  async function readOf(document: string): Promise<readonly [read: number, all: number]> {
    const write = mock.method(SaxesParser.prototype, 'write');
    try {
      await assert.rejects(asking(answering(document))(question), {
        name: 'LookupFailed',
        detail: 'unreadable',
      });
    } finally {
      write.mock.restore();
    }
    const given: unknown[] = write.mock.calls.map(({ arguments: [chunk] }) => chunk);
    const read = given.reduce<number>(
      (sum, chunk) => sum + (typeof chunk === 'string' ? chunk.length : 0),
      0,
    );
    assert.ok(read > 0);
    return [read, document.length];
  }
  const many = (count: number, each: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => each(index)).join('');
  const inside = (content: string): string =>
    envelope({}).replace('<svarsdata>', () => `<svarsdata>${content}`);

  const documents: Readonly<Record<string, string>> = {
    'attributes in one tag': inside(`<a ${many(150_000, (index) => `a${index}="" `)}/>`),
    'namespaces in one tag': inside(`<a ${many(60_000, (index) => `xmlns:a${index}="urn:a" `)}/>`),
    comments: inside('<!---->'.repeat(250_000)),
    'processing instructions': inside('<?a?>'.repeat(250_000)),
    depth: inside('<a>'.repeat(400_000)),
  };
  for (const [what, document] of Object.entries(documents)) {
    test(`${what}: is refused as it is read, and not when it has been`, async () => {
      const [read, all] = await readOf(document);
      assert.ok(read <= 40_000, `${read} of ${all} characters were read`);
    });
  }

  test('lists in JSON: nothing is made of them', async () => {
    const rows = (count: number): string =>
      `{"formansinformation":{"utbetalningsuppgift":[${many(count, () => '{},')}{}]}}`;
    let read = 0;
    const parse = JSON.parse;
    JSON.parse = (text: string) => {
      read += 1;
      return parse(text) as unknown;
    };
    try {
      for (const json of [rows(400_000), '['.repeat(400_000), `[${'[],'.repeat(9000)}${'['.repeat(40)}`]) {
        const FK = lefiBlock(json);
        const fk = sourceIn(await asking(answering(envelope({ FK })))(question), 'FK');
        assert.equal(fk.verdict === 'unchecked' && fk.reason, 'unreadable');
      }
      assert.equal(read, 0);
    } finally {
      JSON.parse = parse;
    }
  });
});
