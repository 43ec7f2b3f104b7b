import type { BackgroundFact } from '@medborgarnavet/model';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fkBlock, lefiBlock, utlamnare, PERSON } from '../asking.ts';
import { blockIn, CANARIES, gap, lookUp, reasonOf } from './asking.ts';
import { arende, beslut, kronor, OTHER } from './cases.ts';

const fkIn = async (lists: object) => blockIn(await lookUp(fkBlock(lists)), 'FK');
const factsIn = async (lists: object): Promise<BackgroundFact[]> => (await fkIn(lists)).facts;
const decisionIn = async (change: object) =>
  (await fkIn({ bostadsbidragsarende: [arende({ beslut: [beslut(change)] })] })).facts[0];
const both = { utlamnare: [utlamnare('FK'), utlamnare('PM')] };

describe('Försäkringskassan', () => {
  test('tells of a decision: on what, when, for how long, how much and how often', async () => {
    assert.deepEqual(await fkIn({ bostadsbidragsarende: [arende()] }), {
      source: 'FK',
      verdict: 'answered',
      sections: [],
      facts: [
        {
          kind: 'decision',
          benefit: { code: 'BOB', name: 'Bostadsbidrag' },
          final: false,
          decided: '2026-07-12',
          period: { from: '2026-07-01', to: '2027-06-30' },
          amount: 450_000,
          every: 'Månadsvis',
        },
      ],
    });
  });

  test('tells how it went: in its own words, or that the case was refused', async () => {
    const outcomes = async (lists: object) =>
      (await factsIn(lists)).map((fact) => fact.kind === 'decision' && fact.outcome);
    const with_ = (beslutsutfall: unknown) => [arende({ beslut: [beslut({ beslutsutfall })] })];
    assert.deepEqual(await outcomes({ sjukpenningarende: with_('BEVILJAN') }), ['BEVILJAN']);
    assert.deepEqual(await outcomes({ omvardnadsbidragsarende: with_({ id: 3, beskrivning: 'ANDRING' }) }), [
      'ANDRING',
    ]);
    assert.deepEqual(await outcomes({ omvardnadsbidragsarende: with_({ id: 4 }) }), ['4']);
    assert.deepEqual(await outcomes({ bostadsbidragsarende: [arende({ avslaget: true })] }), ['Avslag']);
    assert.deepEqual(await outcomes({ bostadsbidragsarende: [arende()] }), [undefined]);
  });

  test('tells the extent as percent, whether it stands alone or in a list', async () => {
    const extent = async (omfattning: unknown) => {
      const fact = await decisionIn({ omfattning });
      return fact?.kind === 'decision' ? fact.extent : undefined;
    };
    assert.equal(await extent({ taljare: 50, namnare: 100 }), 50);
    assert.equal(await extent({ taljare: 1, namnare: 8 }), 12.5);
    assert.equal(await extent([{ taljare: 3, namnare: 4 }]), 75);
    assert.equal(await extent([]), undefined);
    assert.equal(await extent({ taljare: 0, namnare: 0 }), undefined);
    assert.equal(await extent({}), undefined);
  });

  test('tells what a day gives when every day gives the same, whatever the amount is called', async () => {
    const daily = { periodicitet: undefined, beslutatBruttobelopp: undefined };
    const dayOf = async (ersattningsdagar: object[]) => {
      const fact = await decisionIn({ ...daily, dagar: ersattningsdagar.length, ersattningsdagar });
      return fact?.kind === 'decision' && [fact.days, fact.amount, fact.every];
    };
    for (const key of ['ersattningsbelopp', 'bruttobelopp', 'belopp']) {
      const day = { [key]: kronor(540) };
      assert.deepEqual(await dayOf([day, day]), [2, 54_000, 'Per dag']);
    }
    const day = (summa: number) => ({ ersattningsbelopp: kronor(summa) });
    assert.deepEqual(await dayOf([day(540), day(270)]), [2, undefined, undefined]);
    assert.deepEqual(await dayOf([day(540), {}]), [2, undefined, undefined]);
    assert.deepEqual(await dayOf([]), [0, undefined, undefined]);
  });

  test('does not call an amount daily or monthly that is neither', async () => {
    const fact = await decisionIn({
      periodicitet: { id: 0, beskrivning: 'Ingen' },
      ersattningsdagar: [{ belopp: kronor(308) }],
    });
    assert.ok(fact?.kind === 'decision');
    assert.deepEqual([fact.amount, fact.every], [450_000, undefined]);
  });

  test('has one decision where a case holds one instead of a list, until it ceases', async () => {
    const one = beslut({
      forman: { id: 'OMV', beskrivning: 'Omvårdnadsbidrag' },
      period: { fran: '2026-01' },
      upphorandeManadFrom: ['2026-10'],
      underlag: { Barn: [OTHER] },
    });
    const [fact] = await factsIn({ omvardnadsbidragsarende: [arende({ beslut: one })] });
    assert.ok(fact?.kind === 'decision');
    assert.equal(fact.benefit.name, 'Omvårdnadsbidrag');
    assert.deepEqual(fact.period, { from: '2026-01-01', to: '2026-09-30' });
  });

  test('has an application where a case has no decision', async () => {
    const stateOf = async (change: object) => {
      const [fact] = await factsIn({ bostadsbidragsarende: [arende({ beslut: [], ...change })] });
      return fact?.kind === 'application' && fact.state;
    };
    assert.deepEqual(await factsIn({ foraldrapenningarende: [arende({ beslut: undefined })] }), [
      {
        kind: 'application',
        benefit: { code: '', name: 'Föräldrapenning' },
        received: '2026-06-20',
        state: 'open',
      },
    ]);
    assert.equal(await stateOf({ aktivt: false }), 'closed');
    assert.equal(await stateOf({ aktivt: false, avslaget: true }), 'refused');
    assert.equal(await stateOf({ aktivt: undefined, avslaget: undefined }), 'open');
  });

  test('tells between which days föräldrapenning is applied for', async () => {
    const anspraksdagar = [{ dag: '2026-11-05' }, { dag: '2026-11-02' }, { dag: '2026-11-03' }];
    const [fact] = await factsIn({ foraldrapenningarende: [arende({ beslut: [], anspraksdagar })] });
    assert.deepEqual(fact?.kind === 'application' && fact.period, { from: '2026-11-02', to: '2026-11-05' });
  });

  test('tells the levels that a decision sets, period by period, and as what they are paid', async () => {
    const part = (taljare: number, namnare: number) => ({ taljare, namnare });
    const periodbeslut = [
      {
        period: { fran: '2026-07', till: '2026-12' },
        omfattning: part(50, 100),
        andel: part(1, 2),
        utbetalningstyp: { id: 'R', beskrivning: 'Retroaktiv' },
      },
      {
        period: { fran: '2027-01-01' },
        omfattning: part(3, 4),
        andel: part(0, 0),
        utbetalningstyp: { id: 'X' },
      },
    ];
    for (const list of ['omvardnadsbidragsarende', 'merkostnadsersattningsarende']) {
      const [fact, ...others] = await factsIn({ [list]: [arende({ beslut: beslut({ periodbeslut }) })] });
      assert.deepEqual(others, []);
      assert.deepEqual(fact?.kind === 'decision' && fact.levels, [
        { period: { from: '2026-07-01', to: '2026-12-31' }, level: 50, share: 50, type: 'Retroaktiv' },
        { period: { from: '2027-01-01' }, level: 75, type: 'X' },
      ]);
    }
    const refused = await decisionIn({ periodbeslut: [] });
    assert.ok(refused && !('levels' in refused));
  });

  test('leaves a gap for levels that cannot be read, beside the decision and those that can', async () => {
    const levelsIn = async (periodbeslut: unknown) => {
      const { facts, sections } = await fkIn({
        omvardnadsbidragsarende: [arende({ beslut: beslut({ forman: undefined, periodbeslut }) })],
      });
      const [fact] = facts;
      assert.ok(fact?.kind === 'decision' && fact.amount === 450_000);
      return [fact.levels, sections];
    };
    const half = { omfattning: { taljare: 50, namnare: 100 } };
    const gaps = [gap('Omvårdnadsbidrag')];
    assert.deepEqual(await levelsIn([half, 17, {}]), [[{ level: 50 }], gaps]);
    assert.deepEqual(await levelsIn('skräp'), [undefined, gaps]);
    assert.deepEqual(await levelsIn([{ andel: { taljare: 1, namnare: 0 } }]), [undefined, gaps]);
    assert.deepEqual(await levelsIn([{ ...half, period: { fran: '2026-12', till: '2026-01' } }]), [
      [{ level: 50 }],
      gaps,
    ]);
    const [levels, sections] = await levelsIn(Array.from({ length: 150 }, () => half));
    assert.equal((levels as unknown[]).length, 100);
    assert.deepEqual(sections, [gap('Omvårdnadsbidrag', 'partly-missing')]);
  });

  test('tells of a placement in a programme: in which, when and how much', async () => {
    const placement = (change: object = {}) => ({
      program: { id: 53, beskrivning: 'Jobb- och utvecklingsgaranti' },
      period: { fran: '2026-08-01', till: '2027-01' },
      omfattning: { taljare: 75, namnare: 100 },
      ...change,
    });
    const block = await fkIn({
      programanvisning: [
        placement(),
        placement({ program: { id: 9999 }, period: { fran: '2026-08-01' }, omfattning: undefined }),
        placement({ program: null, period: { fran: '2026-13' } }),
        {},
        17,
      ],
    });
    const kind = 'programme-placement';
    assert.deepEqual(block.facts, [
      {
        kind,
        programme: 'Jobb- och utvecklingsgaranti',
        period: { from: '2026-08-01', to: '2027-01-31' },
        extent: 75,
      },
      { kind, programme: '9999', period: { from: '2026-08-01' } },
      { kind, extent: 75 },
    ]);
    assert.deepEqual(block.sections, [gap('Anvisning till program')]);
  });

  test('tells that it could not deliver placements', async () => {
    const typed = (kod: string) => ({
      ovrigInformationstyp: { kod, beskrivning: 'Programanvisning' },
      avvikelse: { kod: 'OBEHORIG', beskrivning: CANARIES.message },
    });
    const svar = {
      ...both,
      avvikelser: { ovrigInformation: [typed('FK:PANV'), typed('PM:LINT')] },
      formansinformation: { bostadsbidragsarende: [arende()] },
    };
    const answer = await lookUp(lefiBlock(svar));
    assert.deepEqual(blockIn(answer, 'FK').sections, [gap('Programanvisning', 'not-allowed')]);
    assert.equal(blockIn(answer, 'FK').verdict, 'answered');
    assert.deepEqual(blockIn(answer, 'PM').sections, []);
  });

  test('tells of a debt for a child in whole öre, and never as money to receive', async () => {
    const debts = [{ belopp: kronor('12400,50') }, { belopp: kronor(300) }];
    assert.deepEqual(await factsIn({ underhallsskuld: debts }), [
      { kind: 'maintenance-debt', amount: 1_240_050 },
      { kind: 'maintenance-debt', amount: 30_000 },
    ]);
    for (const debt of [{}, { belopp: null }, { belopp: {} }, { belopp: kronor('mycket') }, 17]) {
      const block = await fkIn({ underhallsskuld: [debt] });
      assert.deepEqual([block.facts, block.sections], [[], [gap('Underhållsskuld')]]);
    }
  });

  test('tells the days used of the job and development guarantee', async () => {
    assert.deepEqual(
      await factsIn({ programjobdagar: [{ antalForbrukade: 312, harForbrukatMaxAntal: false }] }),
      [{ kind: 'programme-days', used: 312, all: false }],
    );
    const unsaid = await fkIn({ programjobdagar: [{ antalForbrukade: 312 }] });
    assert.deepEqual(unsaid.sections, [gap('Dagar i jobb- och utvecklingsgarantin')]);
  });

  test('names a benefit by its list where the decision does not', async () => {
    const benefit = async (key: string, forman?: object) => {
      const [fact] = await factsIn({ [key]: [arende({ beslut: [beslut({ forman })] })] });
      return fact?.kind === 'decision' && fact.benefit;
    };
    assert.deepEqual(await benefit('vardbidragsarende'), { code: '', name: 'Vårdbidrag' });
    assert.deepEqual(await benefit('vardbidragsarende', { id: 'VB' }), { code: 'VB', name: 'VB' });
  });

  test('does not tell a claim on the person as if it were money to receive', async () => {
    const forman = { id: 'US', beskrivning: 'Underhållsstöd' };
    const cases = [arende({ beslut: [beslut({ forman })] })];
    const names = (await factsIn({ underhallsstodsmottag: cases, underhallsstodskrav: cases })).map(
      (fact) => fact.kind === 'decision' && fact.benefit.name,
    );
    assert.deepEqual(names, ['Underhållsstöd', 'Krav om underhållsstöd']);
  });

  test('drops no decision in a list that nobody knows, and takes nothing else there for one', async () => {
    const block = await fkIn({
      nyttstodsarende: [arende({ beslut: [beslut({ forman: { id: 'NY', beskrivning: 'Nytt stöd' } })] })],
      annatstodsarende: [arende({ beslut: [beslut({ forman: undefined })] })],
      intjanandeuppgift: [{ ar: 2020, barnbeslut: [{ foralder: OTHER }] }],
      skatteuppgift: 'TIN',
    });
    assert.deepEqual(
      block.facts.map((fact) => fact.kind === 'decision' && fact.benefit.name),
      ['Nytt stöd', 'En förmån'],
    );
    assert.deepEqual(block.sections, []);
  });

  test('leaves a gap for what cannot be read, beside all that can', async () => {
    const block = await fkIn({
      barnbidragsarende: ['skräp', { beslut: [beslut({ forman: undefined }), 17] }],
      sjukpenningarende: 'skräp',
      bostadsbidragsarende: [arende({ beslut: [beslut({ beslutatBruttobelopp: kronor('mycket') })] })],
    });
    assert.deepEqual(block.sections, [gap('Barnbidrag'), gap('Sjukpenning'), gap('Bostadsbidrag')]);
    assert.equal(block.facts.length, 2);
    const [, housing] = block.facts;
    assert.ok(housing?.kind === 'decision');
    assert.deepEqual([housing.decided, housing.amount, housing.every], ['2026-07-12', undefined, undefined]);
  });

  test('leaves out what no person can be meant by: days, shares and periods that cannot be', async () => {
    const block = await fkIn({
      bostadsbidragsarende: [
        arende({
          beslut: [
            beslut({
              fattades: '2026-13-01',
              period: { fran: '2026-12', till: '2026-01' },
              omfattning: { taljare: 50, namnare: 0 },
              dagar: -3,
              beslutatBruttobelopp: kronor(1e300),
            }),
          ],
        }),
      ],
    });
    assert.deepEqual(block.facts, [
      { kind: 'decision', benefit: { code: 'BOB', name: 'Bostadsbidrag' }, final: false },
    ]);
    assert.deepEqual(block.sections, [gap('Bostadsbidrag')]);
  });

  test('shortens what is too long, and says so when there is more than can be told', async () => {
    const long = beslut({ forman: { id: 'x'.repeat(300), beskrivning: 'y'.repeat(300) } });
    const [fact] = await factsIn({ bostadsbidragsarende: [arende({ beslut: [long] })] });
    assert.ok(fact?.kind === 'decision');
    assert.deepEqual([fact.benefit.code.length, fact.benefit.name.length], [60, 200]);
    const many = await fkIn({
      bostadsbidragsarende: Array.from({ length: 600 }, () => arende({ beslut: [beslut(), beslut()] })),
    });
    assert.equal(many.facts.length, 1000);
    assert.deepEqual(many.sections, [gap('Resten av uppgifterna', 'partly-missing')]);
    const gaps = Array.from({ length: 150 }, (_, index) => ({ formansgrupp: { kod: `FK:${index}` } }));
    const full = blockIn(
      await lookUp(lefiBlock({ ...both, avvikelser: { formansinformation: gaps } })),
      'FK',
    );
    assert.equal(full.sections.length, 100);
    assert.deepEqual(full.sections.at(-1), gap('Resten av uppgifterna', 'partly-missing'));
  });

  test('tells of benefits that it could not deliver, and is not empty then', async () => {
    const avvikelse = (kod: string, group = 'FK:BOB', beskrivning = 'Bostadsbidrag') => ({
      avvikelse: { kod, beskrivning: CANARIES.message },
      formansgrupp: { kod: group, beskrivning },
    });
    const blockWith = async (svar: object) => blockIn(await lookUp(lefiBlock({ ...both, ...svar })), 'FK');
    const failed = await blockWith({ avvikelser: { formansinformation: [avvikelse('INTERNT_FEL')] } });
    assert.equal(reasonOf(failed), 'fault');
    assert.deepEqual(failed.sections, [gap('Bostadsbidrag', 'fault')]);
    const forbidden = await blockWith({
      avvikelser: { formansinformation: [avvikelse('OBEHORIG', 'FK:SJP', ' ')] },
      formansinformation: { bostadsbidragsarende: [arende()] },
    });
    assert.equal(forbidden.verdict, 'answered');
    assert.deepEqual(forbidden.sections, [gap('FK:SJP', 'not-allowed')]);
    assert.equal((await blockWith({ avvikelser: [] })).verdict, 'nothing');
  });

  test('is not believed while nobody can say whether the identity is protected', async () => {
    const person = { ovrigInformationstyp: { kod: 'FK:GEPI', beskrivning: '' } };
    const block = blockIn(
      await lookUp(
        lefiBlock({
          ...both,
          avvikelser: { ovrigInformation: [{ ...person, avvikelse: { kod: 'INTERNT_FEL' } }] },
          formansinformation: { bostadsbidragsarende: [arende()] },
        }),
      ),
      'FK',
    );
    assert.deepEqual([reasonOf(block), block.facts], ['fault', []]);
  });

  test('says that the identity is protected', async () => {
    const person = { generellPersoninformation: [{ ...OTHER, personnummer: PERSON, skyddad: true }] };
    assert.equal((await lookUp(fkBlock(person))).protectedIdentity, true);
    const child = {
      generellPersoninformation: [{ ...OTHER, personnummer: PERSON, barn: [{ ...OTHER, skyddad: true }] }],
    };
    assert.equal((await lookUp(fkBlock(child))).protectedIdentity, false);
  });
});
