import { parseMonths } from '@medborgarnavet/model';
import { answerEnvelope, PERSONAS } from '@medborgarnavet/simulator';
import { checkConfig, isPersonnummer, questionEnvelope } from '@medborgarnavet/ssbtek';
import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertValid, schemaTest } from '../schemas.ts';
import { answering, asking, clock, config, envelope, OCTOBER, PERSON } from './asking.ts';

const question = { personnummer: PERSON, arende: 'EK-1', period: OCTOBER };
const written = (change = {}, csn: typeof OCTOBER | undefined = OCTOBER): string =>
  questionEnvelope(checkConfig(config(change)), question, { csn, skvYears: [2026] }, clock());

function read(xml: string) {
  const document = new DOMParser({ normalizeLineEndings: (text) => text }).parseFromString(xml, 'text/xml');
  const all = (name: string) => [...document.getElementsByTagNameNS('*', name)];
  return { document, all, text: (name: string) => all(name)[0]?.textContent ?? '' };
}

const anyText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .filter((text) => text.trim() !== '' && !/[\p{Cc}\ufffe\uffff]/u.test(text));

describe('the question', () => {
  test('holds the personnummer twice, from one identity', () => {
    const { text } = read(written());
    const lefi = JSON.parse(Buffer.from(text('lefiJsonFraga'), 'base64').toString()) as Record<
      string,
      unknown
    >;
    assert.equal(text('personidentitet'), PERSON);
    assert.equal(lefi['personnummer'], PERSON);
  });

  test('asks for every code of payments, and of the rest only whether the identity is protected', () => {
    const lefi = JSON.parse(
      Buffer.from(read(written()).text('lefiJsonFraga'), 'base64').toString(),
    ) as Record<string, string[]>;
    assert.equal(lefi['utbetalningar']?.length, 30);
    assert.deepEqual(lefi['preliminaraUtbetalningar'], lefi['utbetalningar']);
    assert.deepEqual(lefi['ovrigInformation'], ['FK:GEPI']);
    assert.deepEqual(Object.keys(lefi), [
      ...['personnummer', 'period', 'preliminaraUtbetalningar', 'utbetalningar', 'ovrigInformation'],
    ]);
  });

  test('includes only the agencies that pay money', () => {
    const included = (xml: string) =>
      ['AF', 'CSN', 'FK', 'SKV', 'SO', 'TNS', 'MIV'].filter(
        (agency) => read(xml).all(agency)[0]?.getAttribute('inkludera') === 'true',
      );
    assert.deepEqual(included(written()), ['CSN', 'FK', 'SO']);
    const withoutCsn = questionEnvelope(
      checkConfig(config()),
      question,
      { csn: undefined, skvYears: [] },
      clock(),
    );
    assert.deepEqual(included(withoutCsn), ['FK', 'SO']);
  });

  test('is accepted by SSBTEK whatever characters a municipality has in its texts', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (namn, syfte, lagtext) => {
        const ingivare = { ...config().ingivare, namn };
        const xml = written({ ingivare, syfte, lagtext });
        const { text } = read(xml);
        assert.deepEqual(
          [text('namn'), text('syfte'), text('lagtext')],
          [namn.trim(), syfte.trim(), lagtext.trim()],
        );
        assert.equal(answerEnvelope(xml, { clock, personas: PERSONAS }).status, 200);
      }),
      { numRuns: 300 },
    );
  });

  test('is not sent with a character that XML forbids', () => {
    assert.throws(() => written({ syfte: 'a\u0000b' }));
    assert.throws(() => written({ syfte: 'a\uffffb' }));
  });

  schemaTest('is valid by the real schema, for any period and any texts', async () => {
    const inputs = fc.sample(
      fc.record({
        namn: anyText,
        syfte: anyText,
        months: fc.integer({ min: 1, max: 12 }),
        csn: fc.boolean(),
        bitrade: fc.boolean(),
      }),
      50,
    );
    const documents = inputs.map(({ namn, syfte, months, csn, bitrade }, index) => {
      const period = parseMonths(`2026-${String(months).padStart(2, '0')}`) ?? OCTOBER;
      const personuppgiftsbitraden = [{ ordningsnummer: 3, organisationsnummer: '162021005521', namn }];
      const change = { syfte, ...(bitrade && { personuppgiftsbitraden }) };
      const xml = questionEnvelope(
        checkConfig(config(change)),
        { ...question, period },
        { csn: csn ? period : undefined, skvYears: [2025, 2026] },
        clock(),
      );
      const [content] = read(xml).all('hamtaBastjanstInformation');
      assert.ok(content);
      return { fileName: `${index}.xml`, contents: new XMLSerializer().serializeToString(content) };
    });
    await assertValid('sammansatt_bastjanst_v10.xsd', documents);
  });

  test('is not sent at all for what is no personnummer, or for a reference that CSN cannot take', async () => {
    let sent = 0;
    const lookUp = asking((...args) => ((sent += 1), answering(envelope({}))(...args)));
    const refused = { name: 'LookupFailed', detail: 'invalid-question' };
    await assert.rejects(lookUp({ ...question, personnummer: '189001019803' }), refused);
    await assert.rejects(lookUp({ ...question, arende: 'x'.repeat(32) }), refused);
    await assert.rejects(lookUp({ ...question, arende: '' }), refused);
    assert.equal(sent, 0);
    await lookUp({ ...question, arende: 'x'.repeat(31) });
    assert.equal(sent, 1);
  });
});

describe('a personnummer', () => {
  test('has a day and a check digit; a samordningsnummer may have month 00', () => {
    for (const number of [PERSON, '191500722390', ...PERSONAS.map(({ personnummer }) => personnummer)]) {
      assert.equal(isPersonnummer(number), true, number);
    }
    for (const number of [
      '',
      '9001019802',
      '189001019803',
      '189013019805',
      '18900230980x',
      '178901019802',
      '１８９００１０１９８０２',
    ]) {
      assert.equal(isPersonnummer(number), false, number);
    }
  });
});

describe('the configuration', () => {
  test('is checked at start, and every wrong field is named', () => {
    const wrong = config({
      url: 'ftp://x',
      aktorsid: ' ',
      ingivare: { organisationsnummer: '2120000000', namn: '', handlaggare: 'x'.repeat(32) },
    });
    assert.throws(
      () => checkConfig(wrong),
      (error: Error) => {
        for (const field of [
          'url',
          'aktorsid',
          'ingivare.organisationsnummer',
          'ingivare.namn',
          'ingivare.handlaggare',
        ]) {
          assert.ok(error.message.includes(field), field);
        }
        return true;
      },
    );
    assert.throws(() => checkConfig({ ...config(), lagtxt: 'x' } as never), /lagtxt/);
  });
});
