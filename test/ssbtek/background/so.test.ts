import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { errorBlock, PERSON, soBlock } from '../asking.ts';
import {
  anyLeaves,
  anyNumberOf,
  assertNoCanary,
  blockIn,
  CANARIES,
  gap,
  lookUp,
  lookUpPersona,
  reasonOf,
} from './asking.ts';

const utbetalning = (days: string): string =>
  `<Utbetalningar><Utbetalningsdatum>2026-10-15</Utbetalningsdatum><NettoEfterSkatt>1</NettoEfterSkatt>
   <NettoEfterAvdrag>1</NettoEfterAvdrag><Ersattningsdagar>${days}</Ersattningsdagar></Utbetalningar>`;
const avstangning = (from: string, to: string): string =>
  `<Avstangningar><AvstangdFrom>${from}</AvstangdFrom><AvstangdTom>${to}</AvstangdTom></Avstangningar>`;
const ansokan = (decided: string, requested: string): string =>
  `<AnsoktOmErsattning>${decided}<AnsokanOmUtbetalningInlamnad>${requested}</AnsokanOmUtbetalningInlamnad></AnsoktOmErsattning>`;
const DECIDED = '<BeslutOmRattTillErsattning>2026-06-20</BeslutOmRattTillErsattning>';
const UNDECIDED =
  '<BeslutOmRattTillErsattning xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/>';
const fund = (content = '', status = '1', name = 'Exempelkassan'): string =>
  `<Arbetsloshetsersattning><SvarandeOrganisation>${name}</SvarandeOrganisation>
   <StatusSvarandeOrganisation>${status}</StatusSvarandeOrganisation>${content}</Arbetsloshetsersattning>`;

const told = async (funds: string) => blockIn(await lookUp(soBlock(funds)), 'SO');

describe('the a-kassor', () => {
  test('tell of suspensions, of the decision, of what was applied for, and of days paid', async () => {
    const block = await told(
      fund(
        utbetalning('10.5') +
          utbetalning('11,25') +
          avstangning('2026-10-01', '2026-10-07') +
          avstangning('2026-11-02', '') +
          ansokan(DECIDED, 'true'),
      ),
    );
    assert.deepEqual(block, {
      source: 'SO',
      verdict: 'answered',
      sections: [{ name: 'Exempelkassan', verdict: 'answered' }],
      facts: [
        {
          kind: 'unemployment-fund',
          name: 'Exempelkassan',
          suspensions: [{ from: '2026-10-01', to: '2026-10-07' }, { from: '2026-11-02' }],
          decided: '2026-06-20',
          paymentRequested: true,
          days: 21.75,
        },
      ],
    });
  });

  test('may have decided nothing yet', async () => {
    const block = await told(fund(ansokan(UNDECIDED, 'false'), '9'));
    assert.deepEqual(block.facts, [
      { kind: 'unemployment-fund', name: 'Exempelkassan', suspensions: [], paymentRequested: false },
    ]);
    assert.deepEqual(block.sections, [{ name: 'Exempelkassan', verdict: 'answered' }]);
  });

  test('are nothing when they tell nothing under a known status, and not under an unknown one', async () => {
    assert.equal((await told(fund('', 'all clear'))).verdict, 'nothing');
    assert.equal(reasonOf(await told(fund('', '9'))), 'unknown-status');
    assert.equal((await told('')).verdict, 'nothing');
    assert.equal((await told(fund(utbetalning(''), '9'))).verdict, 'nothing');
    const mixed = await told(fund(utbetalning('22')) + fund('', '9', 'Andra kassan'));
    assert.equal(mixed.facts.length, 1);
    assert.deepEqual(mixed.sections, [
      { name: 'Exempelkassan', verdict: 'answered' },
      gap('Andra kassan', 'unknown-status'),
    ]);
  });

  test('are not nothing when they failed, or are not in the answer', async () => {
    const reason = async (blocks: string) => reasonOf(blockIn(await lookUp(blocks), 'SO'));
    assert.equal(await reason(errorBlock('SO', 'BT', '1')), 'fault');
    assert.equal(await reason('<SO><data/></SO>'), 'unreadable');
    assert.equal(await reason(''), 'no-answer');
  });

  test('leave a gap for what cannot be read, and no sum of days that lacks some', async () => {
    for (const content of [
      utbetalning('22') + utbetalning('många'),
      utbetalning('-1'),
      avstangning('2026-10-07', '2026-10-01'),
      avstangning('', ''),
      ansokan(DECIDED.replace('06', '13'), ''),
      ansokan(UNDECIDED, 'kanske'),
    ]) {
      const block = await told(fund(content));
      assert.deepEqual([reasonOf(block), block.sections], ['unreadable', [gap('Exempelkassan')]]);
    }
    const partly = await told(fund(utbetalning('många') + avstangning('2026-10-01', '2026-10-07')));
    const [fact] = partly.facts;
    assert.ok(fact?.kind === 'unemployment-fund');
    assert.deepEqual([fact.days, fact.suspensions.length], [undefined, 1]);
    assert.deepEqual(partly.sections, [gap('Exempelkassan')]);
  });

  test('say so when there is more than can be told', async () => {
    const suspensions = avstangning('2026-10-01', '2026-10-07').repeat(101);
    assert.deepEqual((await told(fund(suspensions))).sections, [gap('Exempelkassan', 'partly-missing')]);
    const funds = Array.from({ length: 150 }, (_, index) => fund(utbetalning('1'), '1', `Kassa ${index}`));
    const block = await told(funds.join(''));
    assert.deepEqual([block.facts.length, block.sections.length], [150, 100]);
    assert.deepEqual(block.sections.at(-1), gap('Resten av uppgifterna', 'partly-missing'));
  });

  test('let out nothing else of their answer', async () => {
    const echo = `<NamnIngivare>${CANARIES.name}</NamnIngivare><IdentificationNumber>${PERSON}</IdentificationNumber>`;
    const extra = `<Konto>${CANARIES.account}</Konto>`;
    const block = soBlock(fund(utbetalning('22') + extra)).replace('<data>', `<data>${echo}`);
    const answer = await lookUp(block);
    assert.equal(blockIn(answer, 'SO').facts.length, 1);
    assertNoCanary(answer);
    assertNoCanary(await lookUp(errorBlock('SO', 'BT', '1')));
  });

  test('tell what P7 has', async () => {
    const block = blockIn(await lookUpPersona('P7', 10, true), 'SO');
    assert.deepEqual(block.facts, [
      {
        kind: 'unemployment-fund',
        name: 'Akademikernas a-kassa',
        suspensions: [{ from: '2026-10-01', to: '2026-10-07' }],
        decided: '2026-06-20',
        paymentRequested: true,
        days: 22,
      },
      { kind: 'unemployment-fund', name: 'Unionens a-kassa', suspensions: [], paymentRequested: false },
    ]);
  });

  test('fit the model whatever stands in their elements', async () => {
    const content = fc
      .tuple(
        anyLeaves('SvarandeOrganisation', 'StatusSvarandeOrganisation'),
        anyNumberOf('Utbetalningar', anyLeaves('Ersattningsdagar')),
        anyNumberOf('Avstangningar', anyLeaves('AvstangdFrom', 'AvstangdTom')),
        anyNumberOf(
          'AnsoktOmErsattning',
          anyLeaves('BeslutOmRattTillErsattning', 'AnsokanOmUtbetalningInlamnad'),
        ),
      )
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(anyNumberOf('Arbetsloshetsersattning', content), async (funds) => {
        const block = await told(funds);
        assert.equal(block.sections.length > 0, funds !== '');
      }),
      { numRuns: 500 },
    );
  });
});
