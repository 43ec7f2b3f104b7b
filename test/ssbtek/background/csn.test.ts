import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { csnBlock, errorBlock, PERSON } from '../asking.ts';
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

const belopp = (code: string, name: string, amount: string): string =>
  `<Belopp><beloppstyp>${code}</beloppstyp><klartext>${name}</klartext><belopp>1</belopp><totbelopp>${amount}</totbelopp></Belopp>`;
const soktTid = (change = ''): string =>
  `<soktTid><soktfrom>20260801</soktfrom><sokttom>20270131</sokttom><soktomfattning>100</soktomfattning>${change}</soktTid>`;
const beviljadTid = (rows = '', total = '13156'): string =>
  `<BeviljadTid><starttid>202631</starttid><sluttid>202704</sluttid><takt>100</takt><gr_takt>25</gr_takt>
   <Beloppen>${rows}</Beloppen><totbelopp>${total}</totbelopp></BeviljadTid>`;
const utbetalning = (date: string, status: string, total: string): string =>
  `<Utbetalning><utbetdatum>${date}</utbetdatum><utbetstatus>${status}</utbetstatus><Utbetaldatider/><totbelopp>${total}</totbelopp></Utbetalning>`;

interface Case {
  readonly form?: string;
  readonly status?: string;
  readonly applied?: string;
  readonly granted?: string;
  readonly plan?: string;
}

const arende = ({ form = 'GRUND', status = 'BESLUTAD', applied = '', granted = '', plan = '' }: Case = {}) =>
  `<Arende lopnummer="1" medlanare="${CANARIES.number}"><stodform>${form}</stodform>
   <klartext>Stöd ${form}</klartext><status>${status}</status><relarende>${CANARIES.company}</relarende>
   <soktaTider>${applied}</soktaTider><BeviljadeTider>${granted}</BeviljadeTider>
   <UtbetalningsPlan>${plan}</UtbetalningsPlan></Arende>`;
const person = (cases: string, form = 'Studiemedel', attributes = ''): string =>
  `<Person personnummer="${PERSON.slice(2)}" ${attributes}><${form}><Arenden>${cases}</Arenden></${form}></Person>`;

const ask = (persons: string, code = '0') => lookUp(csnBlock(code, persons));
const told = async (cases: string, form?: string) => blockIn(await ask(person(cases, form)), 'CSN');

describe('CSN', () => {
  test('tells of a case: what was applied for, what was granted, and when it is paid', async () => {
    const block = await told(
      arende({
        applied: soktTid('<soktlan>J</soktlan>'),
        granted: beviljadTid(belopp('GRUNDB', 'Bidrag', '3988') + belopp('GRUNDL', 'Lån', '9168')),
        plan: utbetalning('20261025', 'Utbetald', '13156') + utbetalning('0', 'Planerad', '-580'),
      }),
    );
    assert.deepEqual(block, {
      source: 'CSN',
      verdict: 'answered',
      sections: [],
      facts: [
        {
          kind: 'study-support',
          form: { code: 'GRUND', name: 'Stöd GRUND' },
          status: 'BESLUTAD',
          applied: [{ period: { from: '2026-08-01', to: '2027-01-31' }, extent: 100, loan: true }],
          granted: [
            {
              period: { from: '2026-07-27', to: '2027-01-31' },
              extent: 100,
              basicExtent: 25,
              amount: 1_315_600,
              parts: [
                { benefit: { code: 'GRUNDB', name: 'Bidrag' }, amount: 398_800 },
                { benefit: { code: 'GRUNDL', name: 'Lån' }, amount: 916_800 },
              ],
            },
          ],
          plan: [
            { date: '2026-10-25', status: 'paid', amount: 1_315_600 },
            { status: 'planned', amount: -58_000 },
          ],
        },
      ],
    });
  });

  test('tells of every form of support that it has', async () => {
    for (const [element, code] of [
      ['Studiehjalp', 'SB'],
      ['HemutrustningsLan', 'HUT'],
      ['Studiestartsstod', 'SSSTÖD'],
      ['Omstallningsstudiestod', 'OSS'],
    ] as const) {
      const [fact] = (await told(arende({ form: code }), element)).facts;
      assert.ok(fact?.kind === 'study-support');
      assert.deepEqual([fact.form.code, fact.applied, fact.granted, fact.plan], [code, [], [], []]);
    }
  });

  test('has a blank for a case whose status it does not say, and for a loan that was not applied for', async () => {
    const applied = soktTid('<soktlan> </soktlan>') + soktTid();
    const [fact] = (await told(arende({ status: ' '.repeat(10), applied }))).facts;
    assert.ok(fact?.kind === 'study-support');
    assert.equal(fact.status, undefined);
    assert.deepEqual(
      fact.applied.map(({ loan }) => loan),
      [false, undefined],
    );
  });

  test('is nothing for someone it does not know; each failure has its own meaning', async () => {
    const meaning = async (code: string) => reasonOf(blockIn(await ask('', code), 'CSN'));
    assert.equal(await meaning('-2'), 'nothing');
    assert.equal(await meaning('-1004'), 'rejected');
    assert.equal(await meaning('-1006'), 'outside-window');
    assert.equal(await meaning('-1102'), 'unavailable');
    assert.equal(await meaning('-1103'), 'unavailable');
    assert.equal(await meaning('constructor'), 'fault');
    assert.equal(await meaning(''), 'unreadable');
    assert.equal(reasonOf(blockIn(await lookUp(errorBlock('CSN', 'SSBT', '1')), 'CSN')), 'timeout');
    assert.equal(reasonOf(blockIn(await lookUp(''), 'CSN')), 'no-answer');
  });

  test('tells the rest when one of its systems is down', async () => {
    const block = blockIn(await ask(person(arende()), '-1101'), 'CSN');
    assert.equal(block.facts.length, 1);
    assert.deepEqual(block.sections, [gap('Hemutrustningslån', 'unavailable')]);
  });

  test('leaves a gap for what cannot be read, beside all that can', async () => {
    const gapsIn = async (change: Case) => (await told(arende(change))).sections;
    for (const change of [
      { applied: soktTid().replace('20260801', 'hösten') },
      { applied: soktTid('<soktlan>KANSKE</soktlan>') },
      { applied: '<soktTid/>' },
      { granted: beviljadTid('', 'mycket') },
      { granted: beviljadTid(belopp('GRUNDB', 'Bidrag', 'mycket')) },
      { granted: beviljadTid().replace('202631', '202699') },
      { granted: beviljadTid().replace('202704', '202601') },
      { granted: beviljadTid().replace('202631', '').replace('202704', '999953') },
      { granted: beviljadTid(belopp('GRUNDB', 'Bidrag', '1').repeat(101)) },
      { plan: utbetalning('20261025', 'Stoppad', '1') },
    ]) {
      assert.deepEqual(await gapsIn(change), [gap('Stöd GRUND')]);
    }
    const nameless = arende().replace(/<stodform>.*<\/klartext>/s, '');
    const block = await told(nameless + arende());
    assert.equal(block.facts.length, 1);
    assert.deepEqual(block.sections, [gap('Ett stöd')]);
  });

  test('says so when there is more than can be told', async () => {
    const block = await told(
      arende({ applied: soktTid().repeat(101), plan: utbetalning('20261025', 'Utbetald', '1').repeat(501) }),
    );
    const [fact] = block.facts;
    assert.ok(fact?.kind === 'study-support');
    assert.deepEqual([fact.applied.length, fact.plan.length], [100, 500]);
    assert.deepEqual(block.sections, [gap('Stöd GRUND', 'partly-missing')]);
  });

  test('marks a person whose identity is protected', async () => {
    assert.equal((await ask(person('', 'Studiemedel', 'sekretess="Ja"'))).protectedIdentity, true);
    assert.equal((await ask(person('', 'Studiemedel', 'sekretess="  "'))).protectedIdentity, false);
  });

  test('lets out nothing about anyone else: neither another person nor who shares a loan', async () => {
    const other = person(arende(), 'Studiemedel', 'sekretess="Ja"').replace(
      PERSON.slice(2),
      CANARIES.number.slice(2),
    );
    const own = person(arende({ form: 'HUT' }), 'HemutrustningsLan');
    const sharing = await ask(own);
    assert.equal(blockIn(sharing, 'CSN').facts.length, 1);
    assertNoCanary(sharing);
    const mixed = await ask(other + own);
    assert.equal(reasonOf(blockIn(mixed, 'CSN')), 'unreadable');
    assert.equal(mixed.protectedIdentity, false);
    assertNoCanary(mixed);
  });

  test('tells what the personas have', async () => {
    const casesOf = async (id: string) =>
      blockIn(await lookUpPersona(id, 10, true), 'CSN').facts.map(
        (fact) =>
          fact.kind === 'study-support' && [
            fact.form.code,
            fact.granted[0]?.amount,
            fact.plan.map(({ date = '', status, amount }) => `${date} ${status} ${amount / 100}`),
          ],
      );
    assert.deepEqual(await casesOf('P5'), [
      ['GRUND', 1_315_600, ['2026-10-25 paid 13156', '2026-12-25 planned 13156', ' planned 13156']],
    ]);
    assert.deepEqual(
      (await casesOf('P6')).map((each) => Array.isArray(each) && each[0]),
      ['SB', 'EXTRA', 'INACK'],
    );
    assert.equal(reasonOf(blockIn(await lookUpPersona('P13', 10), 'CSN')), 'rejected');
  });

  test('fits the model whatever stands in its elements', async () => {
    const applied = anyNumberOf('soktTid', anyLeaves('soktfrom', 'sokttom', 'soktomfattning', 'soktlan'));
    const amounts = anyNumberOf('Belopp', anyLeaves('beloppstyp', 'klartext', 'totbelopp')).map(
      (rows) => `<Beloppen>${rows}</Beloppen>`,
    );
    const granted = anyNumberOf(
      'BeviljadTid',
      fc
        .tuple(anyLeaves('starttid', 'sluttid', 'takt', 'gr_takt', 'totbelopp'), amounts)
        .map(([leaves, rows]) => leaves + rows),
    );
    const plan = anyNumberOf('Utbetalning', anyLeaves('utbetdatum', 'utbetstatus', 'totbelopp'));
    const anyCase = fc.tuple(anyLeaves('stodform', 'klartext', 'status'), applied, granted, plan).map(
      ([leaves, sokta, beviljade, utbetalningar]) =>
        `${leaves}<soktaTider>${sokta}</soktaTider><BeviljadeTider>${beviljade}</BeviljadeTider>
           <UtbetalningsPlan>${utbetalningar}</UtbetalningsPlan>`,
    );
    await fc.assert(
      fc.asyncProperty(anyNumberOf('Arende', anyCase), async (cases) => {
        assert.equal((await told(cases)).verdict === 'nothing', cases === '');
      }),
      { numRuns: 500 },
    );
  });
});
