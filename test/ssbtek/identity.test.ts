import { type BackgroundBlock, type Source } from '@medborgarnavet/model';
import { answerEnvelope, createFaultSwitch, PERSONAS, type Faults } from '@medborgarnavet/simulator';
import { createSsbtek, type SsbtekWarning, type Transport } from '@medborgarnavet/ssbtek';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  answering,
  clock,
  config,
  csnBlock,
  csnPerson,
  envelope,
  fkBlock,
  lookUp,
  OCTOBER,
  only,
  PERSON,
  soBlock,
  sourceIn,
} from './asking.ts';

const OTHER = '189001029819';
const PAID = `<Utbetalning><utbetdatum>20261024</utbetdatum><utbetstatus>Utbetald</utbetstatus>
  <Utbetaldatider/><totbelopp>13156</totbelopp></Utbetalning>`;
const FUND = `<Arbetsloshetsersattning><SvarandeOrganisation>Unionens a-kassa</SvarandeOrganisation>
  <StatusSvarandeOrganisation>1</StatusSvarandeOrganisation><Utbetalningar>
  <Utbetalningsdatum>2026-10-15</Utbetalningsdatum><NettoEfterSkatt>9000</NettoEfterSkatt>
  <NettoEfterAvdrag>8500</NettoEfterAvdrag><Ersattningsdagar>10</Ersattningsdagar>
  <AvserFrom>2026-09-01</AvserFrom><AvserTom>2026-09-30</AvserTom></Utbetalningar></Arbetsloshetsersattning>`;
const FK_PAYMENT = {
  formansfamilj: { id: 'BOB', beskrivning: 'Bostadsbidrag' },
  datum: '2026-10-27',
  nettobelopp: { summa: 4200, valuta: 'SEK' },
};

/** CSN's answer with the person under this number, and with secrecy. */
const csn = (written: string, more = '') =>
  csnBlock(
    '0',
    csnPerson(PAID, `sekretess="Ja" ${more}`).replace(
      `personnummer="${PERSON.slice(2)}"`,
      `personnummer="${written}"`,
    ),
  );
const so = (written: string) =>
  soBlock(FUND).replace(`<IdentificationNumber>${PERSON}<`, `<IdentificationNumber>${written}<`);
const fk = (personnummer: unknown) =>
  fkBlock({
    generellPersoninformation: [{ personnummer, skyddad: true }],
    utbetalningsuppgift: [FK_PAYMENT],
  });

const BLANKS = ['', ' ', '   ', '\u00a0', '\u202f', '\n', '\t ', '\u200b', '\ufeff'];
const anyBlank = fc.constantFrom(...BLANKS);
/** Every way in which the same person is written. */
const anyWriting = fc
  .record({
    century: fc.constantFrom('18', ''),
    sign: fc.constantFrom('', '-', '+', '\u2010', '\u2013', '\u2212', ' '),
    before: anyBlank,
    after: anyBlank,
  })
  .map(({ century, sign, before, after }) => {
    const [day, number] = [PERSON.slice(2, 8), PERSON.slice(8)];
    return `${before}${century}${day}${sign}${number}${after}`;
  });

describe('the person of an answer', () => {
  test('is recognised however the number is written, with what was paid and with the mark of secrecy', async () => {
    await fc.assert(
      fc.asyncProperty(anyWriting, anyBlank, async (written, blank) => {
        const answer = await lookUp({
          CSN: csn(written, `sekel="18${blank}"`),
          FK: fk(written),
          SO: so(written),
        });
        for (const [source, net] of [
          ['CSN', 1_315_600],
          ['FK', 420_000],
          ['SO', 850_000],
        ] as const)
          assert.equal(only(sourceIn(answer, source)).net, net, source);
        assert.equal(answer.protectedIdentity, true);
      }),
      { numRuns: 60 },
    );
    assert.equal(only(sourceIn(await lookUp({ FK: fk(Number(PERSON)) }), 'FK')).net, 420_000);
  });

  test('keeps the mark of secrecy from either authority alone, however the number is written', async () => {
    for (const written of [PERSON, `${PERSON.slice(2, 8)}-${PERSON.slice(8)}`, `${PERSON.slice(2)}  `]) {
      assert.equal((await lookUp({ CSN: csn(written) })).protectedIdentity, true);
      assert.equal((await lookUp({ FK: fk(written) })).protectedIdentity, true);
    }
  });

  test('is never nothing when it cannot be made out, and its mark of secrecy is kept', async () => {
    for (const written of ['', '  ', '90010198', 'okänd', `${PERSON.slice(2)}x`]) {
      const answer = await lookUp({ CSN: csn(written) });
      const source = sourceIn(answer, 'CSN');
      assert.equal(source.verdict === 'unchecked' && source.reason, 'unreadable', written);
      assert.equal(answer.protectedIdentity, true, written);
    }
  });

  test('has a century where one is told', async () => {
    const ten = PERSON.slice(2);
    const told = async (sekel: string) => sourceIn(await lookUp({ CSN: csn(ten, sekel) }), 'CSN').verdict;
    assert.equal(await told('sekel="18"'), 'answered');
    assert.equal(await told('sekel=" 18 "'), 'answered');
    assert.equal(await told('sekel=""'), 'answered');
    assert.equal(await told('sekel="19"'), 'unchecked');
  });
});

interface Told {
  readonly told: readonly (Source | BackgroundBlock)[];
  readonly warnings: readonly SsbtekWarning[];
}

/** All that is told of a persona of whom the sources know something, with these faults. */
async function ask(
  about: 'lookUpIncome' | 'lookUpBackground',
  version: 10 | 11,
  calls: 'together' | 'each',
  set: Faults,
): Promise<Told> {
  const known = {
    ...Object.assign({}, ...PERSONAS.filter(({ id }) => !['P7', 'P11', 'P12', 'P13'].includes(id))),
    ...{ id: 'X', personnummer: PERSON },
    SKV: Object.assign({}, ...PERSONAS.filter(({ id }) => id !== 'P11').map(({ SKV }) => SKV)) as object,
  } as (typeof PERSONAS)[number];
  const faults = createFaultSwitch();
  faults.set(set);
  const transport: Transport = (xml) => {
    const { status, body } = answerEnvelope(xml, { clock, personas: [known], faults });
    return Promise.resolve({ status, body: Buffer.from(body) });
  };
  const warnings: SsbtekWarning[] = [];
  const ssbtek = createSsbtek({
    config: config({ version, calls, outward: { perSecond: 1000, burst: 1000 } }),
    ...{ clock, transport, warn: (warning: SsbtekWarning) => warnings.push(warning) },
  });
  const question = { personnummer: PERSON, arende: 'EK-1', period: OCTOBER };
  const told =
    about === 'lookUpIncome'
      ? (await ssbtek.lookUpIncome(question)).sources
      : (await ssbtek.lookUpBackground(question)).blocks;
  return { told, warnings };
}

const INCOME = { FK: ['FK', 'PM'], CSN: ['CSN'], SO: ['SO'] } as const;
const BACKGROUND = { ...INCOME, AF: ['AF'], SKV: ['SKV'], MIV: ['MIV'] } as const;
const TABLE = [
  ['lookUpIncome', 10, INCOME],
  ['lookUpIncome', 11, { ...INCOME, SKV: ['SKV'] }],
  ['lookUpBackground', 10, BACKGROUND],
  ['lookUpBackground', 11, BACKGROUND],
] as const;

describe('an answer about somebody else', () => {
  for (const [about, version, agencies] of TABLE)
    for (const calls of ['together', 'each'] as const)
      test(`${about}, version ${version}, ${calls}: is not told, is not nothing, and is an alarm of its own`, async () => {
        const right = await ask(about, version, calls, {});
        assert.deepEqual(right.warnings, []);
        for (const [agency, sources] of Object.entries(agencies)) {
          const { told, warnings } = await ask(about, version, calls, { [agency]: { about: OTHER } });
          assert.deepEqual(warnings, [{ kind: 'names-other', agency }]);
          for (const [index, source] of told.entries()) {
            if (!(sources as readonly string[]).includes(source.source)) {
              assert.deepEqual(source, right.told[index]);
              continue;
            }
            assert.equal(source.verdict === 'unchecked' && source.reason, 'unreadable');
            assert.deepEqual(source.sections, []);
            assert.deepEqual('payments' in source ? source.payments : source.facts, []);
          }
        }
      });

  test('is refused as a whole when the question that it repeats was about somebody else', async () => {
    const echo = `<fraga><generellaFrageparametrar><personidentitet>${OTHER}</personidentitet></generellaFrageparametrar></fraga>`;
    const about = (xml: string) =>
      createSsbtek({ config: config(), clock, transport: answering(xml) }).lookUpIncome({
        ...{ personnummer: PERSON, arende: 'EK-1', period: OCTOBER },
      });
    const answer = envelope({}).replace('<svarsdata>', `${echo}<svarsdata>`);
    await assert.rejects(about(answer), { name: 'LookupFailed', detail: 'unreadable' });
    await about(answer.replace(OTHER, PERSON));
  });

  test('may be about children and others in the cases of this person', async () => {
    const child = { personnummer: OTHER, namn: 'Barn', skyddad: false };
    const answer = await lookUp({
      FK: fkBlock({
        generellPersoninformation: [
          { personnummer: PERSON, skyddad: false, barn: [child], samhorig: [child] },
        ],
        barnbidragsarende: [{ grunduppgifter: { barn: child }, beslut: [] }],
        utbetalningsuppgift: [FK_PAYMENT],
      }),
    });
    assert.equal(only(sourceIn(answer, 'FK')).net, 420_000);
    assert.equal(answer.protectedIdentity, false);
  });
});
