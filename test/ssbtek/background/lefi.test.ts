import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { errorBlock, lefiBlock, PERSON, utlamnare } from '../asking.ts';
import { assertNoCanary, blockIn, CANARIES, lookUp, lookUpPersona, reasonOf } from './asking.ts';
import { arende, beslut, OTHER } from './cases.ts';

const both = { utlamnare: [utlamnare('FK'), utlamnare('PM')] };

describe('Försäkringskassan and Pensionsmyndigheten', () => {
  test('answer each for itself: out of service, failing and not named are not empty', async () => {
    const reasons = async (...states: object[]) => {
      const answer = await lookUp(lefiBlock({ utlamnare: states, beslut: [], formansinformation: {} }));
      return [reasonOf(blockIn(answer, 'FK')), reasonOf(blockIn(answer, 'PM'))];
    };
    assert.deepEqual(await reasons(utlamnare('FK'), utlamnare('PM', 'OTILLGANGLIG')), [
      'nothing',
      'unavailable',
    ]);
    assert.deepEqual(await reasons(utlamnare('FK', 'FELANDE'), utlamnare('PM')), ['fault', 'nothing']);
    assert.deepEqual(await reasons(), ['no-answer', 'no-answer']);
  });

  test('fail together with the block that they share', async () => {
    const reasons = async (block: string) => {
      const answer = await lookUp(block);
      return [reasonOf(blockIn(answer, 'FK')), reasonOf(blockIn(answer, 'PM'))];
    };
    assert.deepEqual(await reasons(errorBlock('FK', 'SSBT', '17')), ['timeout', 'timeout']);
    assert.deepEqual(await reasons(lefiBlock('skräp')), ['unreadable', 'unreadable']);
    assert.deepEqual(await reasons(''), ['no-answer', 'no-answer']);
  });

  test('let out nothing about anyone else, nor what a decision was founded on', async () => {
    const half = { taljare: 1, namnare: 2, foralder: OTHER };
    const basis = {
      underlag: { hemmavarandeBarn: [OTHER], Barn: [OTHER], utbetalningsmottagare: CANARIES.number },
    };
    const answer = await lookUp(
      lefiBlock({
        ...both,
        formansinformation: {
          generellPersoninformation: [{ ...OTHER, personnummer: PERSON, barn: [OTHER] }],
          barnbidragsarende: [{ grunduppgifter: { barn: OTHER }, beslut: [beslut(basis)] }],
          bostadsbidragsarende: [arende({ medsokande: [OTHER], beslut: [beslut(basis)] })],
          efterlevandepensionsarende: [{ grunduppgifter: { avliden: OTHER }, beslut: [] }],
          underhallsstodsmottag: [arende({ bidragsskyldig: OTHER, foralder: OTHER })],
          mottagareavbarnbidrag: [{ grunduppgifter: { personuppgift: OTHER }, beslut: [beslut(basis)] }],
          omvardnadsbidragsarende: [
            arende({ beslut: beslut({ ...basis, periodbeslut: [{ ...OTHER, andel: half, barn: OTHER }] }) }),
          ],
          foraldrapenningarende: [
            arende({ grunduppgifter: { barn: OTHER }, anspraksdagar: [{ ...OTHER, dag: '2028-01-03' }] }),
          ],
          programanvisning: [{ ...OTHER, program: { id: 8, ...OTHER }, handlaggare: CANARIES.name }],
          underhallsskuld: [{ ...OTHER, belopp: { summa: 1, mottagare: OTHER }, barn: [OTHER] }],
          nyttstodsarende: [arende({ foralder: OTHER, beslut: [beslut(basis)] })],
          [CANARIES.name]: [arende({ beslut: [17] })],
        },
        beslut: [{ tillagg: { efterlevandeformaner: { avlidna: [{ person: CANARIES.number }] } } }],
        ansprak: [{ ansprakid: CANARIES.company, sokande: OTHER }],
      }),
    );
    assert.ok(blockIn(answer, 'FK').facts.length >= 11);
    assert.equal(blockIn(answer, 'PM').facts.length, 2);
    assertNoCanary(answer);
    assertNoCanary(await lookUp(errorBlock('FK', 'BT', '17')));
  });

  test('tell what the personas have', async () => {
    const told = async (id: string, source: 'FK' | 'PM') =>
      blockIn(await lookUpPersona(id, 10), source).facts.map(
        (fact) => fact.kind === 'decision' && [fact.benefit.name, fact.amount, fact.every, fact.final],
      );
    assert.deepEqual(await told('P1', 'FK'), [
      ['Barnbidrag', 125_000, 'Månadsvis', true],
      ['Bostadsbidrag', 450_000, 'Månadsvis', false],
    ]);
    assert.deepEqual(await told('P8', 'PM'), [
      ['Inkomstpension', 620_000, 'Per månad', true],
      ['Garantipension', 410_000, 'Per månad', true],
    ]);
    assert.deepEqual(await told('P9', 'FK'), [
      ['Omvårdnadsbidrag', 612_500, 'Månadsvis', true],
      ['Sjukersättning', 1_180_000, 'Månadsvis', true],
    ]);
    assert.deepEqual(await told('P13', 'FK'), [['Sjukpenning', 54_000, 'Per dag', true]]);
    assert.equal(reasonOf(blockIn(await lookUpPersona('P11', 10), 'PM')), 'unavailable');
  });

  test('tell what the personas have beside payments and plain decisions', async () => {
    for (const deviations of [false, true]) {
      const told = async (id: string) => blockIn(await lookUpPersona(id, 10, deviations), 'FK');
      const { facts } = await told('P4');
      assert.deepEqual(
        facts.map((fact) =>
          fact.kind === 'programme-placement'
            ? fact.programme
            : fact.kind === 'maintenance-debt' && fact.amount,
        ),
        ['Jobb- och utvecklingsgaranti', 1_425_050],
      );
      const [introduction] = (await told('P3')).facts;
      assert.equal(
        introduction?.kind === 'programme-placement' && introduction.programme,
        'Etableringsinsatser',
      );
      const [care] = (await told('P9')).facts;
      assert.deepEqual(
        care?.kind === 'decision' && care.levels?.map(({ level, share, type }) => [level, share, type]),
        [
          [50, 100, 'Retroaktiv'],
          [50, 100, 'Löpande'],
        ],
      );
      const parental = (await told('P2')).facts;
      assert.deepEqual(
        parental.map((fact) => fact.kind),
        ['decision', 'application'],
      );
      const [decided, applied] = parental;
      assert.ok(decided?.kind === 'decision' && applied?.kind === 'application');
      assert.ok(decided.period?.to !== undefined && applied.period?.from !== undefined);
      assert.ok(decided.period.to < applied.period.from);
    }
  });
});

describe('whatever stands in the lists', () => {
  const anyWords = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom(
      '',
      ' ',
      'x'.repeat(300),
      '__proto__',
      '2026-10-20',
      '2026-10',
      '2026-02-30',
      '9999-12-31',
    ),
  );
  const anyNumber = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(1e300, -1, 0, 0.5));
  const anyScalar = fc.oneof(anyWords, anyNumber, fc.boolean());
  const objectOf = (value: fc.Arbitrary<unknown>, ...keys: readonly string[]): fc.Arbitrary<object> =>
    fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] });
  const anyCode = objectOf(anyScalar, 'id', 'kod', 'beskrivning');
  const anyAmount = objectOf(anyScalar, 'summa', 'belopp', 'taljare', 'namnare');
  const anySpan = objectOf(anyWords, 'fran', 'till', 'from', 'tom');

  /** Each field with what it may hold; each field may also be missing, or hold what another one does. */
  const anyFields = fc
    .tuple(
      objectOf(anyWords, 'fattades', 'startades', 'beslutsdatum', 'ankomstdatum', 'beslutsutfall'),
      objectOf(fc.boolean(), 'definitivt', 'aktivt', 'avslaget', 'harForbrukatMaxAntal'),
      objectOf(anyCode, 'forman', 'formansgrupp', 'periodicitet', 'beslutsstatus', 'ersattningstyp'),
      objectOf(anySpan, 'period', 'yrkadPeriod'),
      objectOf(anyCode, 'program', 'utbetalningstyp'),
      objectOf(anyAmount, 'beslutatBruttobelopp', 'beslutatBelopp', 'omfattning', 'andel', 'belopp'),
      objectOf(fc.array(objectOf(anyWords, 'dag'), { maxLength: 4 }), 'anspraksdagar', 'ersattningsdagar'),
      objectOf(anyNumber, 'dagar', 'antalForbrukade'),
      objectOf(fc.array(anyAmount, { maxLength: 3 }), 'ersattningsdagar', 'anspraksdagar', 'omfattning'),
      objectOf(fc.array(anyWords, { maxLength: 2 }), 'upphorandeManadFrom', 'dagar'),
      objectOf(
        fc.jsonValue(),
        'forman',
        'period',
        'fattades',
        'aktivt',
        'beslutadErsattning',
        'anspraksdagar',
      ),
    )
    .chain((fields) => fc.subarray(fields).map((some) => Object.assign({}, ...some) as object));
  const someOf = (item: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof(
      { weight: 8, arbitrary: fc.array(item, { maxLength: 3 }) },
      { weight: 1, arbitrary: item },
      { weight: 1, arbitrary: fc.jsonValue() },
    );
  const anyDecision = fc
    .tuple(anyFields, someOf(anyFields))
    .map(([fields, periodbeslut]) => ({ periodbeslut, ...fields }));
  const anyCase = fc
    .tuple(anyFields, someOf(anyDecision))
    .map(([fields, inner]) => ({ beslut: inner, beslutadErsattning: inner, ...fields }));
  const KNOWN = [
    ...['barnbidragsarende', 'sjukpenningarende', 'omvardnadsbidragsarende'],
    ...['foraldrapenningarende', 'underhallsstodskrav', 'programjobdagar'],
    ...['programanvisning', 'underhallsskuld'],
  ];
  const anyLists = fc
    .array(
      fc.tuple(
        fc.constantFrom(...KNOWN, 'nyttstodsarende', '__proto__', 'constructor', ''),
        someOf(fc.oneof(anyCase, anyFields)),
      ),
      { maxLength: 4 },
    )
    .map((lists) => Object.fromEntries(lists) as Readonly<Record<string, unknown>>);

  test('fits the model, and is nothing only where nothing is', async () => {
    await fc.assert(
      fc.asyncProperty(anyLists, someOf(anyCase), someOf(anyFields), async (lists, beslut, ansprak) => {
        const answer = await lookUp(lefiBlock({ ...both, formansinformation: lists, beslut, ansprak }));
        const isKnown = KNOWN.some((key) => sizeOf(Object.hasOwn(lists, key) ? lists[key] : []) > 0);
        if (isKnown) assert.notEqual(blockIn(answer, 'FK').verdict, 'nothing');
        else blockIn(answer, 'FK');
        const isEmpty = sizeOf(beslut) + sizeOf(ansprak) === 0;
        assert.equal(blockIn(answer, 'PM').verdict === 'nothing', isEmpty);
      }),
      { numRuns: 1000 },
    );
  });

  test('fits the model, even where the answer is another one altogether', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (json) => {
        for (const svar of [json, { ...both, formansinformation: json }, { ...both, avvikelser: json }]) {
          const answer = await lookUp(lefiBlock(JSON.stringify(svar)));
          blockIn(answer, 'FK');
          blockIn(answer, 'PM');
        }
      }),
      { numRuns: 300 },
    );
  });

  function sizeOf(list: unknown): number {
    if (list === null || list === undefined) return 0;
    return Array.isArray(list) ? list.length : 1;
  }
});
