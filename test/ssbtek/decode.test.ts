import type { Source } from '@medborgarnavet/model';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  csnBlock,
  csnPerson,
  errorBlock,
  fkBlock,
  lefiBlock,
  lookUp,
  only,
  soBlock,
  sourceIn,
  utlamnare,
} from './asking.ts';

const kronor = (summa: number | string) => ({ summa, valuta: 'SEK' });
const fkPayment = (change: object = {}): object => ({
  typ: { id: 1, beskrivning: 'Månad' },
  foretag: { id: 1001, beskrivning: 'Försäkringskassan' },
  formansfamilj: { id: 'BOB', beskrivning: 'Bostadsbidrag' },
  datum: '2026-10-27',
  period: { fran: '2026-10', till: '2026-10' },
  bruttobelopp: kronor(4500),
  nettobelopp: kronor(4200),
  ...change,
});
const utbetalning = (date: string, status: string, total: string): string =>
  `<Utbetalning><utbetdatum>${date}</utbetdatum><utbetstatus>${status}</utbetstatus><Utbetaldatider/><totbelopp>${total}</totbelopp></Utbetalning>`;
const fund = (status: string, payments = ''): string => `<Arbetsloshetsersattning>
  <SvarandeOrganisation>Unionens a-kassa</SvarandeOrganisation>
  <StatusSvarandeOrganisation>${status}</StatusSvarandeOrganisation>${payments}</Arbetsloshetsersattning>`;

const fkWith = async (payment: object) =>
  only(sourceIn(await lookUp({ FK: fkBlock({ utbetalningsuppgift: [payment] }) }), 'FK'));

describe('Försäkringskassan', () => {
  test('deductions include the tax: the net of the payment counts, and tax is not taken twice', async () => {
    const payment = await fkWith(
      fkPayment({
        bruttobelopp: kronor(8030),
        skattebelopp: kronor(1606),
        avdragsbelopp: kronor(2606),
        nettobelopp: undefined,
        utbetalningsdetalj: [
          { beloppstyp: { id: 'PS', beskrivning: 'Preliminär skatt' }, skattebelopp: kronor(1606) },
          { beloppstyp: { id: 'INF', beskrivning: 'Utmätning' }, avdragsbelopp: kronor(1000) },
        ],
      }),
    );
    assert.deepEqual([payment.gross, payment.tax, payment.net], [803_000, 160_600, 542_400]);
    assert.deepEqual(payment.deductions, [{ code: 'INF', name: 'Utmätning', amount: 100_000 }]);
  });

  test('an unknown row that only takes away is a deduction, and one with an amount of its own is a part', async () => {
    const payment = await fkWith(
      fkPayment({
        utbetalningsdetalj: [
          { beloppstyp: { id: 'XQA', beskrivning: 'Nytt belopp' }, bruttobelopp: kronor(4500) },
          { beloppstyp: { id: 'XQD', beskrivning: 'Nytt avdrag' }, avdragsbelopp: kronor(-200) },
          { forman: { id: 'BOB' }, bruttobelopp: kronor(0), avdragsbelopp: kronor(60) },
          { avdragsbelopp: kronor(40) },
        ],
      }),
    );
    assert.deepEqual(payment.deductions, [
      { code: 'XQD', name: 'Nytt avdrag', amount: 20_000 },
      { code: 'BOB', name: 'BOB', amount: 6_000 },
      { code: '', name: 'Avdrag', amount: 4_000 },
    ]);
    assert.deepEqual(payment.parts, [{ benefit: { code: 'XQA', name: 'Nytt belopp' }, amount: 450_000 }]);
  });

  test('payments and preliminary payments lie under two keys, and the latter are planned', async () => {
    const fk = sourceIn(
      await lookUp({
        FK: fkBlock({
          utbetalningsuppgift: [fkPayment()],
          preliminarautbetalningar: [fkPayment({ datum: '2026-11-27' })],
        }),
      }),
      'FK',
    );
    assert.deepEqual(
      fk.payments.map(({ status, date }) => [status, date]),
      [
        ['paid', '2026-10-27'],
        ['planned', '2026-11-27'],
      ],
    );
  });

  test('a month is its days, and a period may lack an end', async () => {
    assert.deepEqual((await fkWith(fkPayment())).period, { from: '2026-10-01', to: '2026-10-31' });
    assert.deepEqual((await fkWith(fkPayment({ period: { fran: '2026-10-05' } }))).period, {
      from: '2026-10-05',
    });
  });

  test('numbers come as numbers and as text; days with time zones', async () => {
    const payment = await fkWith(fkPayment({ nettobelopp: kronor('600,50'), datum: '2026-10-27+01:00' }));
    assert.deepEqual([payment.net, payment.date], [60_050, '2026-10-27']);
  });

  test('half days, extent and retroactive payments are kept', async () => {
    const payment = await fkWith(
      fkPayment({
        typ: { id: 3 },
        utbetalningsdetalj: [
          {
            forman: { id: 'SJP', beskrivning: 'Sjukpenning' },
            dagar: 12.5,
            omfattning: { taljare: 50, namnare: 100 },
            bruttobelopp: kronor(1),
          },
        ],
      }),
    );
    assert.deepEqual(payment.flags, ['retroactive']);
    assert.deepEqual(payment.parts, [
      { benefit: { code: 'SJP', name: 'Sjukpenning' }, amount: 100, days: 12.5, extent: 50 },
    ]);
  });

  test('a payment that cannot be read becomes a gap with its name, and the others are kept', async () => {
    const broken = fkPayment({ nettobelopp: kronor('mycket') });
    const fk = sourceIn(
      await lookUp({ FK: fkBlock({ utbetalningsuppgift: [fkPayment(), broken, 'skräp'] }) }),
      'FK',
    );
    assert.equal(fk.payments.length, 1);
    assert.deepEqual(fk.sections, [
      { name: 'Bostadsbidrag', verdict: 'unchecked', reason: 'unreadable' },
      { name: 'En utbetalning', verdict: 'unchecked', reason: 'unreadable' },
    ]);
  });

  test('a benefit that could not be delivered is a gap, and without payments the source is not "nothing"', async () => {
    const svar = (kod: string) => ({
      utlamnare: [utlamnare('FK'), utlamnare('PM')],
      avvikelser: {
        utbetalningar: [
          {
            formansgrupp: { kod: 'FK:BOB', beskrivning: 'Bostadsbidrag' },
            avvikelse: { kod, beskrivning: 'x' },
          },
        ],
      },
    });
    const failed = await lookUp({ FK: lefiBlock(svar('INTERNT_FEL')) });
    assert.deepEqual(sourceIn(failed, 'FK'), {
      source: 'FK',
      verdict: 'unchecked',
      reason: 'fault',
      sections: [{ name: 'Bostadsbidrag', verdict: 'unchecked', reason: 'fault' }],
      payments: [],
    });
    assert.equal(sourceIn(failed, 'PM').verdict, 'nothing');
    const [gap] = sourceIn(await lookUp({ FK: lefiBlock(svar('OBEHORIG')) }), 'FK').sections;
    assert.deepEqual(gap, { name: 'Bostadsbidrag', verdict: 'unchecked', reason: 'not-allowed' });
  });

  test('an empty list of deviations is accepted, as in the example of the contract', async () => {
    const answer = await lookUp({
      FK: lefiBlock({ utlamnare: [utlamnare('FK'), utlamnare('PM')], avvikelser: [] }),
    });
    assert.equal(sourceIn(answer, 'FK').verdict, 'nothing');
  });

  test('whoever is out of service, failing or not named has not answered', async () => {
    const verdicts = async (...states: object[]) => {
      const answer = await lookUp({ FK: lefiBlock({ utlamnare: states }) });
      return [sourceIn(answer, 'FK'), sourceIn(answer, 'PM')].map((each) =>
        each.verdict === 'unchecked' ? each.reason : each.verdict,
      );
    };
    assert.deepEqual(await verdicts(utlamnare('FK'), utlamnare('PM', 'OTILLGANGLIG')), [
      'nothing',
      'unavailable',
    ]);
    assert.deepEqual(await verdicts(utlamnare('FK', 'FELANDE'), utlamnare('PM')), ['fault', 'nothing']);
    assert.deepEqual(await verdicts(utlamnare('FK')), ['nothing', 'no-answer']);
    assert.deepEqual(await verdicts(), ['no-answer', 'no-answer']);
  });

  test('protected identity is told, and is assumed possible while nobody can say', async () => {
    const person = { generellPersoninformation: [{ skyddad: true }] };
    assert.equal((await lookUp({ FK: fkBlock(person) })).protectedIdentity, true);
    const unknown = {
      utlamnare: [utlamnare('FK'), utlamnare('PM')],
      avvikelser: {
        ovrigInformation: [
          { ovrigInformationstyp: { kod: 'FK:GEPI', beskrivning: '' }, avvikelse: { kod: 'INTERNT_FEL' } },
        ],
      },
      formansinformation: { utbetalningsuppgift: [fkPayment()] },
    };
    assert.deepEqual(sourceIn(await lookUp({ FK: lefiBlock(unknown) }), 'FK').payments, []);
  });

  test('an error of the block is an error of both sources', async () => {
    const reasons = async (kalla: string) => {
      const answer = await lookUp({ FK: errorBlock('FK', kalla, '17') });
      return answer.sources
        .slice(0, 2)
        .map((each) => (each.verdict === 'unchecked' ? each.reason : each.verdict));
    };
    assert.deepEqual(await reasons('SSBT'), ['timeout', 'timeout']);
    assert.deepEqual(await reasons('BT'), ['fault', 'fault']);
  });
});

describe('Pensionsmyndigheten', () => {
  test('deductions may be negative; taxes are told apart from the rest', async () => {
    const answer = await lookUp({
      FK: lefiBlock({
        utlamnare: [utlamnare('FK'), utlamnare('PM')],
        utbetalningar: [
          {
            utbetalningsdatum: '2026-10-19',
            utbetalningsperiod: { from: '2026-10-01', tom: '2026-10-31' },
            bruttobelopp: 16361,
            nettobelopp: 13109,
            avdrag: [
              { belopp: -2252, avdragstyp: { kod: 'PM:PS', beskrivning: 'Preliminär skatt' } },
              { belopp: 1000, avdragstyp: { kod: 'PM:UTMATNING', beskrivning: 'Utmätning' } },
            ],
            utbetalningsrader: [
              {
                formansgrupp: { kod: 'PM:AP', beskrivning: 'Allmän pension' },
                belopp: 16361,
                beloppstyp: { kod: 'PM:IP', beskrivning: 'Inkomstpension' },
              },
            ],
          },
        ],
      }),
    });
    const payment = only(sourceIn(answer, 'PM'));
    assert.deepEqual([payment.gross, payment.tax, payment.net], [1_636_100, 225_200, 1_310_900]);
    assert.deepEqual(payment.deductions, [{ code: 'PM:UTMATNING', name: 'Utmätning', amount: 100_000 }]);
    assert.deepEqual(payment.benefit, { code: 'PM:AP', name: 'Allmän pension' });
  });
});

describe('CSN', () => {
  const csn = async (block: string) => sourceIn(await lookUp({ CSN: block }), 'CSN');

  test('paid, planned and undated payments; negative amounts', async () => {
    const { payments } = await csn(
      csnBlock(
        '0',
        csnPerson(
          utbetalning('20261024', 'UTBETALAD', '13156') +
            utbetalning('20261025', 'Utbetald', '-1200') +
            utbetalning('0', 'Planerad', '13156'),
        ),
      ),
    );
    assert.deepEqual(
      payments.map(({ date, status, net }) => [date, status, net]),
      [
        ['2026-10-24', 'paid', 1_315_600],
        ['2026-10-25', 'paid', -120_000],
        [undefined, 'planned', 1_315_600],
      ],
    );
  });

  test('an unknown status or day is a gap', async () => {
    const source = await csn(
      csnBlock(
        '0',
        csnPerson(utbetalning('20261024', 'Stoppad', '1') + utbetalning('20261399', 'Utbetald', '1')),
      ),
    );
    assert.equal(source.verdict, 'unchecked');
    assert.deepEqual(source.payments, []);
  });

  test('not found means nothing; each failure has its own meaning', async () => {
    const verdictOf = (source: Source) => (source.verdict === 'unchecked' ? source.reason : source.verdict);
    const meaning = async (code: string) => verdictOf(await csn(csnBlock(code, '')));
    assert.equal(await meaning('-2'), 'nothing');
    assert.equal(await meaning('0'), 'unreadable');
    assert.equal(verdictOf(await csn(csnBlock('0', csnPerson('')))), 'nothing');
    assert.equal(await meaning('-1004'), 'rejected');
    assert.equal(await meaning('-1006'), 'outside-window');
    assert.equal(await meaning('-1103'), 'unavailable');
    assert.equal(await meaning('-1102'), 'unavailable');
    assert.equal(await meaning('-9999'), 'fault');
    assert.equal(await meaning(''), 'unreadable');
  });

  test('when one of its systems is down the rest counts, with a gap', async () => {
    const source = await csn(csnBlock('-1101', csnPerson(utbetalning('20261024', 'Utbetald', '100'))));
    assert.equal(source.verdict, 'answered');
    assert.deepEqual(source.sections, [
      { name: 'Hemutrustningslån', verdict: 'unchecked', reason: 'unavailable' },
    ]);
  });

  test('nothing about another person leaves the decoder', async () => {
    const other = csnPerson(utbetalning('20261024', 'Utbetald', '100')).replace('9001019802', '9001029819');
    for (const persons of [other, csnPerson('') + other]) {
      const source = await csn(csnBlock('0', persons));
      assert.equal(source.verdict === 'unchecked' && source.reason, 'unreadable');
    }
  });

  test('secrecy marks the person', async () => {
    const block = csnBlock('0', csnPerson('', 'sekretess="Ja"'));
    assert.equal((await lookUp({ CSN: block })).protectedIdentity, true);
  });

  test('is asked for the time that it tells about, and says so', async () => {
    const september = sourceIn(await lookUp({}, { from: '2026-09-01', to: '2026-09-30' }), 'CSN');
    assert.deepEqual(september.asked, { from: '2026-09-21', to: '2026-09-30' });
    const july = sourceIn(await lookUp({}, { from: '2026-07-01', to: '2026-07-31' }), 'CSN');
    assert.equal(july.verdict === 'unchecked' && july.reason, 'outside-window');
  });
});

describe('the a-kassor', () => {
  const payment = `<Utbetalningar><Utbetalningsdatum>2026-10-15</Utbetalningsdatum><NettoEfterSkatt>9000.00</NettoEfterSkatt>
    <NettoEfterAvdrag>8500.50</NettoEfterAvdrag><Ersattningsdagar>10.5</Ersattningsdagar>
    <AvserFrom>2026-09-01</AvserFrom><AvserTom>2026-09-30</AvserTom></Utbetalningar>`;
  const so = async (funds: string) => sourceIn(await lookUp({ SO: soBlock(funds) }), 'SO');

  test('of two nets the one after deductions was paid out, and the difference is told', async () => {
    const source = await so(fund('9', payment));
    const paid = only(source);
    assert.deepEqual([paid.net, paid.payer, paid.parts[0]?.days], [850_050, 'Unionens a-kassa', 10.5]);
    assert.deepEqual(paid.deductions, [{ code: 'avdrag', name: 'Avdrag efter skatt', amount: 49_950 }]);
    assert.equal(source.verdict, 'answered');
  });

  test('a known status without payments is nothing, an unknown one is not', async () => {
    assert.equal((await so(fund('all clear'))).verdict, 'nothing');
    const unknown = await so(fund('9'));
    assert.equal(unknown.verdict === 'unchecked' && unknown.reason, 'unknown-status');
    assert.equal((await so('')).verdict, 'nothing');
  });

  test('a payment that cannot be read is a gap', async () => {
    assert.equal((await so(fund('1', payment.replace('8500.50', 'många')))).verdict, 'unchecked');
  });
});

describe('the same payment', () => {
  test('has the same id at every fetch, and two alike have two', async () => {
    const block = fkBlock({
      utbetalningsuppgift: [fkPayment(), fkPayment(), fkPayment({ datum: '2026-10-28' })],
    });
    const ids = async () => sourceIn(await lookUp({ FK: block }), 'FK').payments.map(({ id }) => id);
    assert.deepEqual(await ids(), await ids());
    assert.equal(new Set(await ids()).size, 3);
  });
});
