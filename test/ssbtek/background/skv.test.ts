import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PERSON } from '../asking.ts';
import {
  anyLeaves,
  anyNumberOf,
  anyText,
  assertNoCanary,
  blockIn,
  CANARIES,
  errorIn,
  escaped,
  gap,
  lookUp,
  lookUpPersona,
  reasonOf,
} from './asking.ts';

describe('Skatteverket in version 10', () => {
  const ROOT = 'SvarBeskattningsuppgifterEnligtSFS2008-975';
  const NAMESPACE = 'http://xmls.skatteverket.se/se/skatteverket/zg/instans/standardiseradInformation/1.0';
  const WHO = `<IdentitetsbeteckningFysiskPerson>${PERSON}</IdentitetsbeteckningFysiskPerson>
    <Fornamn>${CANARIES.name}</Fornamn><Efternamn>${CANARIES.name}</Efternamn>`;
  const CAPITAL = `<Kapitaluppgift><Taxeringsar>2024</Taxeringsar>
    <SummaIntakterPaKapital>1450</SummaIntakterPaKapital><OverskottPaKapital>-20,50</OverskottPaKapital></Kapitaluppgift>`;
  const document = (persons: string) =>
    `<?xml version="1.0" encoding="ISO-8859-1"?><s:${ROOT} xmlns:s="${NAMESPACE}" xmlns="${NAMESPACE}">
      <PersonuppgiftLista>${persons}</PersonuppgiftLista></s:${ROOT}>`;
  const person = (content: string) => document(`<Personuppgift>${WHO}${content}</Personuppgift>`);

  const ask = (svar: string) => lookUp(`<SKV><data><svar xmlns="">${svar}</svar></data></SKV>`);
  const told = async (xml: string) => blockIn(await ask(`<![CDATA[ ${xml} ]]>`), 'SKV');

  test('tells income from capital of each year', async () => {
    const expected = {
      source: 'SKV',
      verdict: 'answered',
      sections: [],
      facts: [
        { kind: 'capital', year: 2024, income: 145_000, surplus: -2050 },
        { kind: 'capital', year: 2025 },
      ],
    };
    const xml = person(
      `<StatusPersonuppgiftKod>999</StatusPersonuppgiftKod>${CAPITAL}<Kapitaluppgift><Taxeringsar>2025</Taxeringsar></Kapitaluppgift>`,
    );
    assert.deepEqual(await told(xml), expected);
    assert.deepEqual(blockIn(await ask(escaped(xml)), 'SKV'), expected);
  });

  test('tells nothing of a list with somebody else in it, or with somebody whom it does not name', async () => {
    const other = `<Personuppgift><IdentitetsbeteckningFysiskPerson>189001029801</IdentitetsbeteckningFysiskPerson>${CAPITAL}</Personuppgift>`;
    const own = `<Personuppgift>${WHO}${CAPITAL}</Personuppgift>`;
    for (const persons of [other, own + other, own + `<Personuppgift>${CAPITAL}</Personuppgift>`]) {
      const block = await told(document(persons));
      assert.deepEqual(block.facts, []);
      assert.equal(reasonOf(block), 'unreadable');
    }
  });

  test('has nothing to tell of someone without capital', async () => {
    assert.equal((await told(document(''))).verdict, 'nothing');
    assert.equal((await told(person(''))).verdict, 'nothing');
    const seen = person('<StatusPersonuppgiftKod>999</StatusPersonuppgiftKod>');
    assert.equal((await told(seen)).verdict, 'nothing');
  });

  test('is not empty when it tells nothing under a status that has not been seen', async () => {
    const status = '<StatusPersonuppgiftKod>17</StatusPersonuppgiftKod>';
    assert.equal(reasonOf(await told(person(status))), 'unknown-status');
    assert.equal((await told(person(status + CAPITAL))).verdict, 'answered');
  });

  test('is not empty when it failed or is not in the answer', async () => {
    assert.equal(reasonOf(blockIn(await lookUp(errorIn('SKV', 'BT', '9071000')), 'SKV')), 'fault');
    assert.equal(reasonOf(blockIn(await lookUp(errorIn('SKV', 'BT', '9071999')), 'SKV')), 'fault');
    assert.equal(reasonOf(blockIn(await lookUp(errorIn('SKV', 'SSBT', '1')), 'SKV')), 'timeout');
    assert.equal(reasonOf(blockIn(await lookUp(''), 'SKV')), 'no-answer');
  });

  test('cannot be read when the text is no such document, or one that no document may be', async () => {
    const whole = person(CAPITAL);
    for (const xml of [
      ...['', 'hej', '<a/>', whole.slice(0, whole.length / 2), `${whole}${whole}`],
      whole.replace('?>', `?><!DOCTYPE s [<!ENTITY e SYSTEM "file:///etc/passwd">]>`),
      document('<a>'.repeat(40) + '</a>'.repeat(40)),
      document('<a/>'.repeat(60_000)),
    ])
      assert.equal(reasonOf(await told(xml)), 'unreadable');
    assert.equal(reasonOf(blockIn(await lookUp('<SKV><data/></SKV>'), 'SKV')), 'unreadable');
  });

  test('tells what can be read, with a gap for what cannot', async () => {
    const year = await told(person(CAPITAL + CAPITAL.replace('2024', '20x4')));
    assert.equal(year.facts.length, 1);
    assert.deepEqual(year.sections, [gap('Inkomst av kapital')]);
    const amount = await told(person(CAPITAL.replace('1450', 'mycket')));
    assert.deepEqual(amount.facts, [{ kind: 'capital', year: 2024, surplus: -2050 }]);
    assert.deepEqual(amount.sections, [gap('Inkomst av kapital')]);
  });

  test('says so when there is more than can be told', async () => {
    const block = await told(person(CAPITAL.repeat(700)).replace('</PersonuppgiftLista>', `<Personuppgift>${WHO}${CAPITAL.repeat(700)}</Personuppgift></PersonuppgiftLista>`)); // prettier-ignore
    assert.equal(block.facts.length, 1000);
    assert.deepEqual(block.sections, [gap('Resten av uppgifterna', 'partly-missing')]);
  });

  test('never tells a name or a number', async () => {
    assertNoCanary(await ask(`<![CDATA[${person(CAPITAL)}]]>`));
    assertNoCanary(await lookUp(errorIn('SKV', 'BT', '9071000')));
  });

  test('tells the income that P8 has', async () => {
    assert.deepEqual(blockIn(await lookUpPersona('P8', 10), 'SKV').facts, [
      { kind: 'capital', year: 2024, income: 145_000, surplus: 145_000 },
    ]);
  });

  test('fits the model whatever stands in its text and in its elements', async () => {
    const rows = anyNumberOf(
      'Kapitaluppgift',
      anyLeaves('Taxeringsar', 'SummaIntakterPaKapital', 'OverskottPaKapital'),
    );
    await fc.assert(
      fc.asyncProperty(anyText, anyLeaves('StatusPersonuppgiftKod'), rows, async (text, status, capital) => {
        blockIn(await ask(escaped(text)), 'SKV');
        const xml = person(status + capital);
        const block = blockIn(await ask(escaped(xml)), 'SKV');
        if (capital !== '') assert.notEqual(block.verdict, 'nothing');
      }),
    );
  });
});

describe('Skatteverket in version 11', () => {
  const DECISION = {
    beskattningsar: '2024',
    beskattningsperiod: '2024P4',
    datumFaststalld: '2025-12-12',
    uppgifter: {
      inkomstar: '2024',
      overskottAvTjanst: '352000',
      sumKapital: '-4200',
      fastStalldinkomst: '352000',
      summaSlutligSkatt: '88120',
    },
  };
  const ACCOUNT = {
    kontohavare: PERSON,
    utbetaltBelopp: 1834.5,
    bokforingsdag: '2026-10-12',
    saldo: 120.25,
    preliminarRanta: -3,
    utbetalningskonto: CANARIES.account,
    senastUppdaterad: '2026-10-12',
  };
  const BUSINESS = {
    foretagId: CANARIES.company,
    arbetsgivarregistrerad: false,
    momsregistrerad: true,
    godkandFskatt: 'true',
  };

  const base64 = (json: unknown) => Buffer.from(JSON.stringify(json)).toString('base64');
  const part = (name: string, json: unknown) => `<${name}><data>${base64(json)}</data></${name}>`;
  const notFound = (name: string) => errorIn(name, 'BT', '404');
  const taxes = (...beslutadeSkatteuppgifter: unknown[]) =>
    part('skatteuppgifter', { identitet: PERSON, beslutadeSkatteuppgifter });
  const account = (json: unknown) => part('skattekonto', json);
  const businesses = (json: unknown) => part('foretagsinformation', json);

  /** What is told when the parts that are not given have nothing. */
  const ask = (parts: string) => {
    const others = ['skatteuppgifter', 'skattekonto', 'foretagsinformation'].filter(
      (name) => !parts.includes(`<${name}>`),
    );
    return lookUp(`<SKV>${parts}${others.map(notFound).join('')}</SKV>`, 11);
  };
  const told = async (parts: string) => blockIn(await ask(parts), 'SKV');

  test('tells tax decisions', async () => {
    assert.deepEqual(await told(taxes(DECISION)), {
      source: 'SKV',
      verdict: 'answered',
      sections: [],
      facts: [
        {
          kind: 'tax-decision',
          year: 2024,
          decided: '2025-12-12',
          employment: 35_200_000,
          capital: -420_000,
          income: 35_200_000,
          tax: 8_812_000,
        },
      ],
    });
  });

  test('finds the year of a decision in either place, and bears with numbers that are numbers', async () => {
    const { facts } = await told(
      taxes(
        { beskattningsar: null, uppgifter: { inkomstar: 2025, summaSlutligSkatt: 90400.5 } },
        { beskattningsar: 2024 },
      ),
    );
    assert.deepEqual(facts, [
      { kind: 'tax-decision', year: 2025, tax: 9_040_050 },
      { kind: 'tax-decision', year: 2024 },
    ]);
  });

  test('tells the tax account, and neither whose it is nor where money is paid', async () => {
    const block = await told(account(ACCOUNT));
    assert.deepEqual(block.facts, [
      { kind: 'tax-account', balance: 12_025, interest: -300, updated: '2026-10-12' },
    ]);
  });

  test('tells of a business, or of several', async () => {
    const business = { kind: 'business', employer: false, vat: true, fTax: true };
    assert.deepEqual((await told(businesses({ foretag: BUSINESS }))).facts, [business]);
    assert.deepEqual((await told(businesses({ foretag: [BUSINESS, { godkandFskatt: false }] }))).facts, [
      business,
      { kind: 'business', fTax: false },
    ]);
  });

  test('has nothing to tell when no part has', async () => {
    assert.equal((await told('')).verdict, 'nothing');
    const empty = taxes() + account({ utbetaltBelopp: 0 }) + businesses({ foretag: [] });
    assert.equal((await told(empty)).verdict, 'nothing');
  });

  test('leaves a gap for each part that failed, cannot be read, or is missing', async () => {
    const failing = errorIn('skattekonto', 'SSBT', '1') + errorIn('foretagsinformation', 'BT', '500');
    const block = await told(taxes(DECISION) + failing);
    assert.equal(block.verdict, 'answered');
    assert.deepEqual(block.sections, [gap('Skattekonto', 'timeout'), gap('Företagsinformation', 'fault')]);
    const onlyOne = blockIn(await lookUp(`<SKV>${account(ACCOUNT)}</SKV>`, 11), 'SKV');
    assert.deepEqual(onlyOne.sections, [
      gap('Skatteuppgifter', 'no-answer'),
      gap('Företagsinformation', 'no-answer'),
    ]);
    for (const data of ['', '%', base64({}).slice(1), Buffer.from('{"a":').toString('base64'), '//8=']) {
      const broken = await told(`<skatteuppgifter><data>${data}</data></skatteuppgifter>`);
      assert.deepEqual(broken.sections, [gap('Skatteuppgifter')]);
      assert.equal(reasonOf(broken), 'unreadable');
    }
  });

  test('is not empty when it failed as a whole, or is not in the answer', async () => {
    assert.equal(reasonOf(blockIn(await lookUp(errorIn('SKV', 'SSBT', '1'), 11), 'SKV')), 'timeout');
    assert.equal(reasonOf(blockIn(await lookUp(errorIn('SKV', 'BT', '1'), 11), 'SKV')), 'fault');
    assert.equal(reasonOf(blockIn(await lookUp('', 11), 'SKV')), 'no-answer');
    assert.equal(reasonOf(blockIn(await lookUp('<SKV/>', 11), 'SKV')), 'no-answer');
  });

  test('tells what can be read, with a gap for what cannot', async () => {
    const amount = await told(
      taxes({ ...DECISION, uppgifter: { ...DECISION.uppgifter, sumKapital: '1e99', inkomstar: 'x' } }),
    );
    assert.equal(amount.facts.length, 1);
    assert.equal('capital' in amount.facts[0]!, false);
    assert.deepEqual(amount.sections, [gap('Skatteuppgifter')]);
    const decided = await told(taxes({ beskattningsar: 2024, datumFaststalld: 'i går' }));
    assert.deepEqual(decided.facts, [{ kind: 'tax-decision', year: 2024 }]);
    assert.deepEqual(decided.sections, [gap('Skatteuppgifter')]);
    for (const broken of [{ uppgifter: {} }, { ...DECISION, uppgifter: 'x' }, null, 7, []]) {
      const block = await told(taxes(DECISION, broken));
      assert.equal(block.facts.length, 1);
      assert.deepEqual(block.sections, [gap('Skatteuppgifter')]);
    }
    const day = await told(account({ ...ACCOUNT, senastUppdaterad: 'i går' }));
    assert.deepEqual(day.facts, [{ kind: 'tax-account', balance: 12_025, interest: -300 }]);
    assert.deepEqual(day.sections, [gap('Skattekonto')]);
    assert.equal(reasonOf(await told(account({ saldo: {} }))), 'unreadable');
    for (const foretag of [{ foretagId: '1' }, { momsregistrerad: 'ibland' }, null, [null]])
      assert.equal(reasonOf(await told(businesses({ foretag }))), 'unreadable');
  });

  test('says so when there is more than can be told', async () => {
    const many = Array.from({ length: 700 }, () => DECISION);
    const block = await told(taxes(...many) + businesses({ foretag: many.map(() => BUSINESS) }));
    assert.equal(block.facts.length, 1000);
    assert.deepEqual(block.sections, [gap('Resten av uppgifterna', 'partly-missing')]);
    const silent = Array.from({ length: 1001 }, () => 0);
    assert.equal((await told(taxes(...silent))).verdict, 'unchecked');
  });

  test('never tells a name or a number', async () => {
    assertNoCanary(await ask(taxes(DECISION) + account(ACCOUNT) + businesses({ foretag: BUSINESS })));
    assertNoCanary(await ask(errorIn('skattekonto', 'BT', '1')));
  });

  test('tells of P14 and P8 what the simulator knows', async () => {
    const wageEarner = blockIn(await lookUpPersona('P14', 11), 'SKV');
    assert.deepEqual(
      wageEarner.facts.map((fact) => [fact.kind, fact.kind === 'tax-decision' && fact.year]),
      [
        ['tax-decision', 2024],
        ['tax-account', false],
      ],
    );
    const pensioner = blockIn(await lookUpPersona('P8', 11), 'SKV');
    assert.equal(pensioner.facts.length, 1);
  });

  test('fits the model whatever stands in its parts', async () => {
    const anyJson = fc.jsonValue();
    const some = (...names: readonly string[]) =>
      fc.record(Object.fromEntries(names.map((name) => [name, fc.oneof(anyText, anyJson)])), {
        requiredKeys: [],
      });
    const decision = fc.record(
      {
        beskattningsar: fc.oneof(fc.constant('2024'), anyText, anyJson),
        datumFaststalld: anyText,
        uppgifter: fc.oneof(
          some('inkomstar', 'overskottAvTjanst', 'sumKapital', 'fastStalldinkomst', 'summaSlutligSkatt'),
          anyJson,
        ),
      },
      { requiredKeys: [] },
    );
    const business = some('arbetsgivarregistrerad', 'momsregistrerad', 'godkandFskatt', 'foretagId');
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(anyJson, fc.record({ beslutadeSkatteuppgifter: fc.array(decision) })),
        fc.oneof(anyJson, some('saldo', 'preliminarRanta', 'senastUppdaterad')),
        fc.oneof(anyJson, fc.record({ foretag: fc.oneof(business, fc.array(business), anyJson) })),
        async (skatteuppgifter, skattekonto, foretagsinformation) => {
          await told(part('skatteuppgifter', skatteuppgifter) + account(skattekonto) + businesses(foretagsinformation)); // prettier-ignore
        },
      ),
    );
  });
});
