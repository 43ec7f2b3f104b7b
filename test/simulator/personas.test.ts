import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PERSONAS } from '@medborgarnavet/simulator';
import {
  type Asking,
  all,
  ask,
  block,
  csn,
  errorOf,
  fkNets,
  lefi,
  persona,
  skvPart,
  text,
  texts,
} from './asking.ts';

const askAbout = (id: string, asking: Asking = {}) =>
  ask({ personnummer: persona(id).personnummer, ...asking });
const fkPayments = (id: string) => lefi(askAbout(id)).formansinformation?.utbetalningsuppgift ?? [];
const AUGUST_TO_OCTOBER = { from: '2026-08-01', tom: '2026-11-15' };

describe('what was paid in September', () => {
  test('every person of the list is there, in its order', () => {
    assert.deepEqual(
      PERSONAS.map(({ id }) => id),
      ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11', 'P12', 'P13', 'P14', 'P15'],
    );
  });

  test('P1 has child allowance, maintenance support in two rows, and housing allowance after a set-off', () => {
    const payments = fkPayments('P1');
    assert.deepEqual(fkNets(payments), ['2026-09-20 ABB 2650', '2026-09-25 US 3496', '2026-09-27 BOB 4200']);
    const [child, maintenance, housing] = payments;
    assert.deepEqual(
      child?.utbetalningsdetalj.map((row) => row.bruttobelopp?.summa),
      [1250, 1250, 150],
    );
    assert.deepEqual(
      maintenance?.utbetalningsdetalj.map((row) => row.bruttobelopp?.summa),
      [1673, 1823],
    );
    assert.equal(housing?.bruttobelopp.summa, 4500);
    assert.equal(housing.avdragsbelopp.summa, 300);
    assert.equal(housing.skattebelopp.summa, 0);
    assert.deepEqual(housing.period, { fran: '2026-09', till: '2026-09' });
    const kvittning = housing.utbetalningsdetalj.find(({ beloppstyp }) => beloppstyp.id === 'KVI');
    assert.equal(kvittning?.avdragsbelopp?.summa, 300);
    assert.equal(kvittning.bruttobelopp, undefined);
  });

  test('P2 has half child allowance, and parental benefit in two rows with tax', () => {
    const payments = fkPayments('P2');
    assert.deepEqual(fkNets(payments), ['2026-09-20 ABB 1325', '2026-09-25 DAG 7245']);
    assert.deepEqual(
      payments[1]?.utbetalningsdetalj.map(({ beloppstyp }) => beloppstyp.id),
      ['SGI', 'GRN', 'PS'],
    );
  });

  test('P3 has two rows of different extent without tax, and a preliminary payment ahead', () => {
    const { formansinformation } = lefi(askAbout('P3', { period: AUGUST_TO_OCTOBER }));
    const september = formansinformation?.utbetalningsuppgift?.filter(({ datum }) =>
      datum.startsWith('2026-09'),
    );
    assert.deepEqual(fkNets(september), ['2026-09-15 DAG 4928', '2026-09-15 ET 2300']);
    assert.deepEqual(
      september?.[0]?.utbetalningsdetalj.map(({ omfattning }) => omfattning),
      [
        { taljare: 100, namnare: 100 },
        { taljare: 50, namnare: 100 },
      ],
    );
    assert.deepEqual(fkNets(formansinformation?.preliminarautbetalningar), ['2026-10-25 DAG 1540']);
  });

  test('P4 gets out less than gross minus tax', () => {
    const [payment] = fkPayments('P4');
    assert.deepEqual(fkNets(fkPayments('P4')), ['2026-09-15 DAG 4000']);
    assert.equal(payment?.bruttobelopp.summa, 8030);
    assert.equal(payment.skattebelopp.summa, 1830);
    assert.equal(payment.avdragsbelopp.summa, 4030);
    assert.deepEqual(
      payment.utbetalningsdetalj.map(({ beloppstyp }) => beloppstyp.id),
      ['AS', 'PS', 'INF', 'SOC'],
    );
  });

  test('P5 has one payment made, one planned and one without a day', () => {
    const answer = csn(askAbout('P5'));
    assert.deepEqual(texts(answer, 'utbetdatum'), ['20260925', '20261125', '0']);
    assert.deepEqual(texts(answer, 'utbetstatus'), ['Utbetald', 'Planerad', 'Planerad']);
    const plan = all(answer, 'Utbetalning').map((each) => texts(each, 'totbelopp').at(-1));
    assert.deepEqual(plan, ['13156', '13156', '13156']);
    const [first] = all(answer, 'Utbetaldtid');
    assert.ok(first);
    assert.deepEqual(texts(first, 'beloppstyp'), ['GRUNDB', 'GRUNDL']);
    assert.deepEqual(texts(first, 'belopp'), ['3988', '9168']);
    assert.deepEqual(texts(first, 'startvecka'), ['202636']);
    assert.equal(all(answer, 'Person')[0]?.getAttribute('Status'), '          ');
    assert.equal(text(answer, 'ResultatKod'), '0');
  });

  test('P6 has three cases of study support, one with a negative correction', () => {
    const answer = csn(askAbout('P6'));
    const september = all(answer, 'Utbetalning').filter((each) => text(each, 'utbetdatum') === '20260930');
    assert.deepEqual(
      september.map((each) => texts(each, 'totbelopp').at(-1)),
      ['1250', '855', '1930', '-580'],
    );
    assert.deepEqual(texts(answer, 'stodform'), ['SB', 'EXTRA', 'INACK']);
  });

  test('P7 has one a-kassa that paid, and one of unknown status that did not', () => {
    const answer = block(askAbout('P7'), 'SO');
    const [paid, unknown] = all(answer, 'Arbetsloshetsersattning');
    assert.ok(paid && unknown);
    assert.deepEqual(texts(paid, 'Utbetalningsdatum'), ['2026-09-23']);
    assert.deepEqual(texts(paid, 'NettoEfterSkatt'), ['11870.00']);
    assert.deepEqual(texts(paid, 'NettoEfterAvdrag'), ['11120.00']);
    assert.equal(text(unknown, 'StatusSvarandeOrganisation'), '9');
    assert.deepEqual(texts(unknown, 'Utbetalningar'), []);
  });

  test('P8 has four benefits in one payment with negative deductions, and the same once more from FK', () => {
    const { utbetalningar, formansinformation } = lefi(askAbout('P8'));
    assert.equal(utbetalningar?.length, 1);
    const [payment] = utbetalningar;
    assert.equal(payment?.utbetalningsdatum, '2026-09-18');
    assert.equal(payment.bruttobelopp, 16361);
    assert.equal(payment.nettobelopp, 12609);
    assert.deepEqual(
      payment.avdrag.map(({ belopp, avdragstyp }) => `${avdragstyp.kod} ${belopp}`),
      ['PM:PS -2252', 'PM:UTMATNING -1500'],
    );
    assert.deepEqual(
      payment.utbetalningsrader.map(({ beloppstyp }) => beloppstyp.kod),
      ['PM:IP', 'PM:GARP', 'PM:BTP', 'PM:AFS'],
    );
    const duplicates = formansinformation?.utbetalningsuppgift;
    assert.deepEqual(fkNets(duplicates), ['2026-09-18 AP 12609']);
    assert.equal(duplicates?.[0]?.foretag.id, 1003);
  });

  test('P9 has a retroactive payment over three months beside the monthly ones', () => {
    const payments = fkPayments('P9');
    assert.deepEqual(fkNets(payments), ['2026-09-18 SA 9322', '2026-09-18 OMV 4287', '2026-09-22 OMV 6432']);
    const retroactive = payments[2];
    assert.equal(retroactive?.typ.id, 3);
    assert.deepEqual(retroactive.period, { fran: '2026-06-01', till: '2026-08-31' });
    assert.deepEqual(retroactive.utbetalningsdetalj.map(({ period }) => period.fran).slice(0, 3), [
      '2026-06-01',
      '2026-07-01',
      '2026-08-01',
    ]);
  });

  test('P10 has nothing anywhere, and CSN says so', () => {
    const answer = askAbout('P10');
    assert.deepEqual(fkPayments('P10'), []);
    assert.deepEqual(lefi(answer).utbetalningar, []);
    assert.deepEqual(all(block(answer, 'SO'), 'Arbetsloshetsersattning'), []);
    assert.equal(text(csn(answer), 'ResultatKod'), '-2');
    assert.equal(all(csn(answer), 'Person')[0]?.getAttribute('Status'), 'Ej träff');
  });

  test('P11 has a child allowance, while CSN, PM and Skatteverket fail', () => {
    const answer = askAbout('P11');
    assert.deepEqual(fkNets(fkPayments('P11')), ['2026-09-20 ABB 1250']);
    assert.deepEqual(errorOf(answer, 'CSN'), ['SSBT', 'SSBT-TIMEOUT']);
    assert.match(text(block(answer, 'CSN'), 'felmeddelande'), /189001119818/);
    assert.deepEqual(errorOf(answer, 'SKV'), ['BT', '9071000']);
    const { utlamnare, utbetalningar } = lefi(answer);
    assert.deepEqual(
      utlamnare.map((each) => `${each.utlamnare.kod} ${each.tillstand.kod}`),
      ['FK OK', 'PM OTILLGANGLIG'],
    );
    assert.equal(utbetalningar, undefined);
  });

  test('P11 has a tax account and no wages in v11', () => {
    const answer = askAbout('P11', { ssbtek: 11 });
    assert.equal(skvPart(answer, 'individuppgifter'), '404');
    assert.deepEqual(skvPart(answer, 'skattekonto'), {
      kontohavare: '189001119818',
      utbetaltBelopp: 0,
      saldo: 0,
      preliminarRanta: 0,
      senastUppdaterad: '2026-10-15',
    });
    assert.deepEqual(errorOf(answer, 'CSN'), ['SSBT', 'SSBT-TIMEOUT']);
  });

  test('P12 is marked as protected by every agency that can, and delivered all the same', () => {
    const answer = askAbout('P12');
    assert.equal(lefi(answer).formansinformation?.generellPersoninformation?.[0]?.skyddad, true);
    assert.equal(all(csn(answer), 'Person')[0]?.getAttribute('sekretess'), 'Ja');
    assert.equal(text(block(answer, 'AF'), 'Sekretessmarkering'), 'true');
    assert.deepEqual(fkNets(fkPayments('P12')), ['2026-09-20 ABB 1250']);
    assert.ok(texts(csn(answer), 'utbetdatum').includes('20260925'));
  });

  test('P13 has a samordningsnummer, that only CSN cannot answer about', () => {
    for (const ssbtek of [10, 11] as const) {
      const answer = askAbout('P13', { ssbtek });
      assert.equal(text(csn(answer), 'ResultatKod'), '-1004');
      assert.deepEqual(all(csn(answer), 'Person'), []);
      assert.deepEqual(fkNets(lefi(answer).formansinformation?.utbetalningsuppgift), ['2026-09-24 DAG 6048']);
      assert.equal(text(block(answer, 'TNS'), 'resultat'), 'OK');
      assert.equal(text(block(answer, 'SO'), 'IdentificationNumber'), '191500722390');
    }
  });

  test('P14 has two employers and a refund in v11, and nothing from Skatteverket in v10', () => {
    const answer = askAbout('P14', { ssbtek: 11 });
    const row = (redovisningsperiod: string, [identitet, namn]: readonly [string, string]) => ({
      redovisningsperiod,
      utbetalare: { identitet, namn },
    });
    const cafe = ['165560000003', 'Exempelkafé AB'] as const;
    const shop = ['165560000002', 'Exempelbutiken AB'] as const;
    assert.deepEqual(skvPart(answer, 'individuppgifter'), {
      identitet: '189001149815',
      individuppgifter: [
        { ...row('202608', cafe), kontantErsattningUlagAG: 24500, avdrPrelSkatt: 5880 },
        { ...row('202609', cafe), kontantErsattningUlagAG: 24500, avdrPrelSkatt: 5880 },
        { ...row('202608', shop), kontantErsattningUlagAG: 6200, avdrPrelSkatt: 1860 },
        { ...row('202609', shop), kontantErsattningUlagAG: 6200, avdrPrelSkatt: 1860 },
      ],
    });
    assert.deepEqual(skvPart(answer, 'skattekonto'), {
      kontohavare: '189001149815',
      utbetaltBelopp: 1834.5,
      bokforingsdag: '2026-09-12',
      saldo: 0,
      preliminarRanta: 0,
      senastUppdaterad: '2026-09-12',
    });
    assert.deepEqual(fkNets(fkPayments('P14')), ['2026-09-20 ABB 1250']);
    assert.doesNotMatch(text(block(askAbout('P14'), 'SKV'), 'svar'), /<skv:Personuppgift>/);
  });

  test('P15 has codes of no list and a name that tries to be HTML', () => {
    const payments = fkPayments('P15');
    assert.deepEqual(fkNets(payments), ['2026-09-12 XQZ 1400', '2026-09-14 XQH 700']);
    assert.equal(payments[0]?.formansfamilj.beskrivning, 'Nytt stöd för hushåll');
    assert.equal(payments[1]?.formansfamilj.beskrivning, '<img src=x onerror=alert(1)>');
    const { utbetalningar } = lefi(askAbout('P15'));
    assert.equal(utbetalningar?.[0]?.nettobelopp, 6800);
    assert.deepEqual(
      utbetalningar[0].avdrag.map(({ avdragstyp }) => avdragstyp.kod),
      ['PM:PS', 'PM:UH'],
    );
  });
});
