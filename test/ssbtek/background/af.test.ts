import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PERSON } from '../asking.ts';
import {
  anyLeaves,
  anyNumberOf,
  assertNoCanary,
  blockIn,
  CANARIES,
  errorIn,
  gap,
  lookUp,
  lookUpPersona,
  reasonOf,
} from './asking.ts';

const WHO = `<IdentitetsbeteckningFysiskPerson>${PERSON}</IdentitetsbeteckningFysiskPerson>
  <Fornamn>${CANARIES.name}</Fornamn><Efternamn>${CANARIES.name}</Efternamn>`;
const FRAGA = `<Fraga><KontonamnForHandlaggare>${CANARIES.name}</KontonamnForHandlaggare>${WHO}</Fraga>`;
const REGISTERED = `<Arbetssokande>true</Arbetssokande><ArbetssokandeSKAT>11 Arbetslös</ArbetssokandeSKAT>
  <ArbetssokandeRegistrerad>2026-05-14</ArbetssokandeRegistrerad>
  <ArbetssokandeOmfattning>75</ArbetssokandeOmfattning>`;
const STATUS = '<StatusSokandeinformationKod>0</StatusSokandeinformationKod>';

const ask = (svar: string) =>
  lookUp(
    `<AF><data xmlns:af="http://api.arbetsformedlingen.se/arbetssokande/ersattningsstod/v2">${FRAGA}<Svar>${WHO}${svar}</Svar></data></AF>`,
  );
const told = async (svar: string) => blockIn(await ask(svar), 'AF');
const info = (content: string) => `<ArbetssokandeInfo>${content}</ArbetssokandeInfo>${STATUS}`;
const report = (code: string, date = '') =>
  `<AktivetetsRapportDatum><AktivitetsRapportMeddelande>${code}</AktivitetsRapportMeddelande>${date}</AktivetetsRapportDatum>`;
const REPORTED = '<SenasteAktivitetsRapportDatum>2026-10-10</SenasteAktivitetsRapportDatum>';
const decisions = (beslut: string) =>
  `<BeslutInfo><EkonomiskaBeslut>${beslut}</EkonomiskaBeslut></BeslutInfo>${STATUS}`;
const BESLUT = `<Beslut><ErsattningTyp>Aktivitetsstöd</ErsattningTyp><Omfattning>100</Omfattning>
  <BeslutFrom>2026-08-01</BeslutFrom><BeslutTom>2027-01-31</BeslutTom></Beslut>`;

describe('Arbetsförmedlingen', () => {
  test('tells how the person is registered, reports, and is insured', async () => {
    const block = await told(
      `<Akassetillhorighet>Unionens a-kassa</Akassetillhorighet>${info(REGISTERED + report('200', REPORTED))}`,
    );
    assert.deepEqual(block, {
      source: 'AF',
      verdict: 'answered',
      sections: [],
      facts: [
        {
          kind: 'job-seeker',
          registered: true,
          category: '11 Arbetslös',
          from: '2026-05-14',
          extent: 75,
          report: 'submitted',
          reported: '2026-10-10',
          fund: 'Unionens a-kassa',
        },
      ],
    });
  });

  test('tells since when the person is no longer registered', async () => {
    const left = info(`<Arbetssokande>false</Arbetssokande>
      <ArbetssokandeAvaktualiserad>2026-09-30+02:00</ArbetssokandeAvaktualiserad>`);
    assert.deepEqual((await told(left)).facts, [
      { kind: 'job-seeker', registered: false, until: '2026-09-30' },
    ]);
  });

  test('tells an a-kassa alone', async () => {
    const { facts } = await told('<Akassetillhorighet>Unionens a-kassa</Akassetillhorighet>');
    assert.deepEqual(facts, [{ kind: 'job-seeker', fund: 'Unionens a-kassa' }]);
  });

  test('tells of a report that was submitted, was not, or is not known', async () => {
    for (const [code, said] of [
      ['200', { report: 'submitted', reported: '2026-10-10' }],
      ['501', { report: 'not-submitted' }],
      ['500', { report: 'not-known' }],
    ] as const) {
      const block = await told(info(REGISTERED + report(code, REPORTED)));
      const [fact] = block.facts;
      assert.ok(fact?.kind === 'job-seeker');
      const { report: state, reported } = fact;
      assert.deepEqual({ report: state, ...(reported !== undefined && { reported }) }, said);
      assert.deepEqual(block.sections, []);
    }
  });

  test('never takes a report that could not be fetched for one that was not submitted', async () => {
    for (const [code, reason] of [
      ['502', 'fault'],
      ['503', 'unknown-status'],
      ['toString', 'unknown-status'],
    ] as const) {
      const block = await told(info(REGISTERED + report(code)));
      assert.ok(block.facts[0]?.kind === 'job-seeker');
      assert.equal(block.facts[0].report, undefined);
      assert.deepEqual(block.sections, [gap('Aktivitetsrapport', reason)]);
      assert.equal(reasonOf(await told(info(report(code)))), reason);
    }
  });

  test('tells of each decision', async () => {
    const open =
      '<Beslut><ErsattningTyp>Etableringsersättning</ErsattningTyp><BeslutFrom>2026-09-01</BeslutFrom></Beslut>';
    assert.deepEqual((await told(decisions(BESLUT + open))).facts, [
      {
        kind: 'decision',
        benefit: { code: '', name: 'Aktivitetsstöd' },
        extent: 100,
        period: { from: '2026-08-01', to: '2027-01-31' },
      },
      {
        kind: 'decision',
        benefit: { code: '', name: 'Etableringsersättning' },
        period: { from: '2026-09-01' },
      },
    ]);
  });

  test('has nothing to tell of someone whom it does not know', async () => {
    assert.equal((await told(STATUS)).verdict, 'nothing');
    assert.equal((await told(info('') + decisions(''))).verdict, 'nothing');
  });

  test('is not empty when it tells nothing under a status that nobody has explained', async () => {
    assert.equal(reasonOf(await told(STATUS.replace('0', '7'))), 'unknown-status');
    assert.equal(reasonOf(await told('')), 'unknown-status');
    assert.equal((await told(info(REGISTERED).replace('Kod>0', 'Kod>7'))).verdict, 'answered');
  });

  test('is not empty when it failed, is not in the answer, or says something else', async () => {
    assert.equal(reasonOf(blockIn(await lookUp(errorIn('AF', 'SSBT', '1')), 'AF')), 'timeout');
    assert.equal(reasonOf(blockIn(await lookUp(errorIn('AF', 'BT', 'AF-503')), 'AF')), 'fault');
    assert.equal(reasonOf(blockIn(await lookUp(''), 'AF')), 'no-answer');
    assert.equal(reasonOf(blockIn(await lookUp(`<AF><data>${FRAGA}</data></AF>`), 'AF')), 'unreadable');
  });

  test('tells what can be read, with a gap for what cannot', async () => {
    const person = await told(info(`${REGISTERED.replace('75', 'halvtid')}${report('200', REPORTED.replace('10-10', '10-32'))}`)); // prettier-ignore
    assert.equal(person.facts.length, 1);
    assert.deepEqual(person.sections, [gap('Arbetssökande'), gap('Aktivitetsrapport')]);
    for (const broken of [
      BESLUT.replace('>100<', '>1001<'),
      BESLUT.replace('2026-08-01', 'augusti'),
      BESLUT.replace('2026-08-01', '2028-08-01'),
    ]) {
      const block = await told(decisions(broken));
      assert.equal(block.facts.length, 1);
      assert.deepEqual(block.sections, [gap('Beslut')]);
    }
    const nameless = await told(decisions(BESLUT + BESLUT.replace('Aktivitetsstöd', '')));
    assert.equal(nameless.facts.length, 1);
    assert.deepEqual(nameless.sections, [gap('Beslut')]);
  });

  test('says so when there are more decisions than can be told', async () => {
    const block = await told(info(REGISTERED) + decisions(BESLUT.repeat(1000)));
    assert.equal(block.facts.length, 1000);
    assert.deepEqual(block.sections, [gap('Resten av uppgifterna', 'partly-missing')]);
  });

  test('marks a protected identity, and takes no unclear mark for a no', async () => {
    const mark = (text: string) => ask(`<Sekretessmarkering>${text}</Sekretessmarkering>${STATUS}`);
    for (const text of ['true', '1', 'ja']) assert.equal((await mark(text)).protectedIdentity, true);
    for (const text of ['false', '0', '']) assert.equal((await mark(text)).protectedIdentity, false);
    assert.equal((await ask(STATUS)).protectedIdentity, false);
  });

  test('never tells a name or a number', async () => {
    assertNoCanary(await ask(info(REGISTERED + report('200', REPORTED)) + decisions(BESLUT)));
    assertNoCanary(await lookUp(errorIn('AF', 'BT', '1')));
  });

  test('tells of P3 and P4 what the simulator knows', async () => {
    const { facts } = blockIn(await lookUpPersona('P3', 10), 'AF');
    assert.deepEqual(
      facts.map((fact) => (fact.kind === 'decision' ? fact.benefit.name : fact)),
      [
        {
          kind: 'job-seeker',
          registered: true,
          category: '11 Arbetslös',
          from: '2026-05-14',
          extent: 100,
          report: 'submitted',
          reported: '2026-10-10',
        },
        'Etableringsersättning',
      ],
    );
    const [seeker] = blockIn(await lookUpPersona('P4', 11, true), 'AF').facts;
    assert.equal(seeker?.kind === 'job-seeker' && seeker.fund, 'Unionens a-kassa');
  });

  test('fits the model whatever stands in its elements', async () => {
    const person = anyLeaves(
      ...['Arbetssokande', 'ArbetssokandeSKAT', 'ArbetssokandeRegistrerad', 'ArbetssokandeOmfattning'],
      'ArbetssokandeAvaktualiserad',
    );
    const reported = anyLeaves('AktivitetsRapportMeddelande', 'SenasteAktivitetsRapportDatum');
    const rest = anyLeaves('Sekretessmarkering', 'Akassetillhorighet', 'StatusSokandeinformationKod');
    const beslut = anyNumberOf('Beslut', anyLeaves('ErsattningTyp', 'Omfattning', 'BeslutFrom', 'BeslutTom'));
    await fc.assert(
      fc.asyncProperty(person, reported, rest, beslut, async (seeker, said, others, decided) => {
        const block = await told(
          `<ArbetssokandeInfo>${seeker}<AktivetetsRapportDatum>${said}</AktivetetsRapportDatum></ArbetssokandeInfo>
           ${others}<BeslutInfo><EkonomiskaBeslut>${decided}</EkonomiskaBeslut></BeslutInfo>`,
        );
        if (decided !== '') assert.notEqual(block.verdict, 'nothing');
      }),
    );
  });
});
