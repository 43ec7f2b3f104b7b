import { parseMonths } from '@medborgarnavet/model';
import { answerEnvelope, PERSONAS } from '@medborgarnavet/simulator';
import { checkConfig, isPersonnummer, type SsbtekConfigInput } from '@medborgarnavet/ssbtek';
import { DOMParser, XMLSerializer } from '@xmldom/xmldom';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertValid, schemaTest } from '../schemas.ts';
import { answering, asking, clock, config, envelope, OCTOBER, PERSON, sentFor } from './asking.ts';

const question = { personnummer: PERSON, arende: 'EK-1', period: OCTOBER };
const LONG_AGO = { from: '2025-12-01', to: '2026-01-31' };
const AGENCIES = ['AF', 'CSN', 'FK', 'SKV', 'SO', 'TNS', 'MIV'];

function read(xml = '') {
  const document = new DOMParser({ normalizeLineEndings: (text) => text }).parseFromString(xml, 'text/xml');
  const all = (name: string) => [...document.getElementsByTagNameNS('*', name)];
  const text = (name: string): string => all(name)[0]?.textContent ?? '';
  return {
    text,
    content: new XMLSerializer().serializeToString(all('hamtaBastjanstInformation')[0] ?? document),
    included: AGENCIES.filter((agency) => all(agency)[0]?.getAttribute('inkludera') === 'true'),
    lefi: () =>
      JSON.parse(Buffer.from(text('lefiJsonFraga'), 'base64').toString()) as Record<string, string[]>,
    /** What is said of an agency's own question. */
    asked: (agency: string) =>
      Array.from(
        all(agency)[0]?.getElementsByTagNameNS('*', 'fraga')[0]?.childNodes ?? [],
        (node) => `${node.localName ?? ''} ${node.textContent ?? ''}`,
      ),
  };
}

const anyText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .filter((text) => text.trim() !== '' && !/[\p{Cc}\ufffe\uffff]/u.test(text));

describe('the question', () => {
  test('holds the personnummer twice, from one identity', async () => {
    const { text, lefi } = read((await sentFor())[0]);
    assert.equal(text('personidentitet'), PERSON);
    assert.equal(lefi()['personnummer'], PERSON);
  });

  test('about payments asks for every code of them, and of the rest only whether the identity is protected', async () => {
    const [xml, ...more] = await sentFor();
    assert.deepEqual(more, []);
    const lefi = read(xml).lefi();
    assert.equal(lefi['utbetalningar']?.length, 30);
    assert.deepEqual(lefi['preliminaraUtbetalningar'], lefi['utbetalningar']);
    assert.deepEqual(lefi['ovrigInformation'], ['FK:GEPI']);
    assert.deepEqual(Object.keys(lefi), [
      ...['personnummer', 'period', 'preliminaraUtbetalningar', 'utbetalningar', 'ovrigInformation'],
    ]);
  });

  test('about payments goes only to those who have some to tell of', async () => {
    const included = async (...parts: Parameters<typeof sentFor>) =>
      read((await sentFor(...parts))[0]).included;
    assert.deepEqual(await included(), ['CSN', 'FK', 'SO']);
    assert.deepEqual(await included({ version: 11 }), ['CSN', 'FK', 'SKV', 'SO']);
    assert.deepEqual(await included({}, { period: LONG_AGO }), ['FK', 'SO']);
  });

  test('about what lies behind asks for decisions, cases and placements, and for no payments', async () => {
    const { included, lefi } = read((await sentFor({}, {}, 'lookUpBackground'))[0]);
    assert.deepEqual(included, AGENCIES);
    assert.deepEqual(
      Object.entries(lefi())
        .slice(2)
        .map(([key, { length }]) => [key, length]),
      [
        ...[
          ['formansinformation', 27],
          ['ansprak', 3],
          ['beslut', 3],
          ['ovrigInformation', 2],
        ],
      ],
    );
    assert.deepEqual(lefi()['ovrigInformation'], ['FK:GEPI', 'FK:PANV']);
  });

  test('about what lies behind goes to those whom the municipality has chosen', async () => {
    const background = ['FK', 'AF'] as const;
    const [xml] = await sentFor({ background: [...background] }, {}, 'lookUpBackground');
    assert.deepEqual(read(xml).included, ['AF', 'FK']);
    await assert.rejects(sentFor({ background: ['AF'] }, {}, 'lookUpBackground'), /protected/);
  });

  test('to Skatteverket is for wages and repaid tax in the years of the period, or for what lies behind', async () => {
    const [payments] = await sentFor({ version: 11 }, { period: LONG_AGO });
    assert.deepEqual(read(payments).asked('SKV'), [
      ...['ar 2025', 'ar 2026', 'foretagsinformation false', 'individuppgifter true', 'skattekonto true'],
      ...['skatteuppgifter false', 'beskattningsbilagor false'],
    ]);
    const [background] = await sentFor({ version: 11 }, { period: LONG_AGO }, 'lookUpBackground');
    assert.deepEqual(read(background).asked('SKV'), [
      ...['ar 2024', 'ar 2025', 'foretagsinformation true', 'individuppgifter false', 'skattekonto true'],
      ...['skatteuppgifter true', 'beskattningsbilagor false'],
    ]);
    const [v10] = await sentFor({}, {}, 'lookUpBackground');
    assert.deepEqual(read(v10).asked('SKV'), []);
  });

  test('is accepted by SSBTEK whatever characters a municipality has in its texts', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, async (namn, syfte, lagtext) => {
        const ingivare = { ...config().ingivare, namn };
        const [xml = ''] = await sentFor({ ingivare, syfte, lagtext });
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

  test('keeps white space and markup inside a text as it is', async () => {
    const syfte = 'a\r\nb\tc\u00a0 ]]> &amp; <!-- "d" \'e\'';
    assert.equal(read((await sentFor({ syfte }))[0]).text('syfte'), syfte);
  });

  test('is not sent with a character that XML forbids', async () => {
    const ask = (syfte: string) => asking(answering(envelope({})), { syfte })(question);
    await assert.rejects(ask('a\u0000b'));
    await assert.rejects(ask('a\uffffb'));
    await assert.rejects(ask('a\ud800b'));
  });

  for (const version of [10, 11] as const) {
    schemaTest(`of version ${version} is valid by the real schema, whatever is asked`, async () => {
      const inputs = fc.sample(
        fc.record({
          namn: anyText,
          syfte: anyText,
          month: fc.integer({ min: 1, max: 12 }),
          bitrade: fc.boolean(),
          calls: fc.constantFrom('together', 'each'),
          about: fc.constantFrom('lookUpIncome', 'lookUpBackground'),
        }),
        50,
      );
      const documents = inputs.map(async ({ namn, syfte, month, bitrade, calls, about }, index) => {
        const period = parseMonths(`2026-${String(month).padStart(2, '0')}`) ?? OCTOBER;
        const personuppgiftsbitraden = [{ ordningsnummer: 3, organisationsnummer: '162021005521', namn }];
        const change: Partial<SsbtekConfigInput> = {
          ...{ version, syfte, calls, outward: { perSecond: 1000, burst: 1000 } },
          ...(bitrade && { personuppgiftsbitraden }),
        };
        const sent = await sentFor(change, { period }, about);
        return sent.map((xml, part) => ({ fileName: `${index}-${part}.xml`, contents: read(xml).content }));
      });
      await assertValid(`sammansatt_bastjanst_v${version}.xsd`, (await Promise.all(documents)).flat());
    });
  }

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

/** Skatteverket's kinds of number, with a check digit of its own each (checklist, Swedish numbers). */
const KINDS = {
  'a personnummer': ['1890', '01', '01'],
  'a personnummer of a leap day': ['2024', '02', '29'],
  'a samordningsnummer': ['1915', '01', '83'],
  'a samordningsnummer of the last day': ['1988', '12', '91'],
  'a samordningsnummer of the first day': ['1988', '12', '61'],
  'a samordningsnummer of a leap day': ['2000', '02', '89'],
  'a samordningsnummer of an unknown day': ['1990', '05', '60'],
  'a samordningsnummer of an unknown month': ['1990', '00', '75'],
  'a samordningsnummer of an unknown month and day': ['1990', '00', '60'],
} as const;
const NO_KINDS = {
  'month 13': ['1990', '13', '01'],
  'month 00 without 60': ['1990', '00', '01'],
  'day 00': ['1990', '05', '00'],
  'day 32': ['1990', '05', '32'],
  'day 59': ['1990', '05', '59'],
  'day 92': ['1990', '05', '92'],
  'month 13 and day 60': ['1990', '13', '60'],
  '30 February': ['1990', '02', '30'],
  '30 February with 60': ['1990', '02', '90'],
} as const;

function numberOf([year, month, day]: readonly string[]): string {
  const nine = `${year?.slice(2)}${month}${day}980`;
  const sum = Array.from(nine, (digit, place) => Number(digit) * (place % 2 === 0 ? 2 : 1)).reduce(
    (total, product) => total + (product > 9 ? product - 9 : product),
    0,
  );
  return `${year?.slice(0, 2)}${nine}${(10 - (sum % 10)) % 10}`;
}

describe('a personnummer', () => {
  for (const [kind, date] of Object.entries(KINDS))
    test(`is ${kind}, and is asked about`, async () => {
      const personnummer = numberOf(date);
      assert.equal(isPersonnummer(personnummer), true);
      const [xml = ''] = await sentFor({}, { personnummer });
      assert.equal(answerEnvelope(xml, { clock, personas: PERSONAS }).status, 200);
    });

  test('has a day that there is', () => {
    for (const [kind, date] of Object.entries(NO_KINDS))
      assert.equal(isPersonnummer(numberOf(date)), false, kind);
  });

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
