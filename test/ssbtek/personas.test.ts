import { arrange, paymentsIn, type SourceCode } from '@medborgarnavet/model';
import { PERSONAS, startSimulator } from '@medborgarnavet/simulator';
import { createSsbtek } from '@medborgarnavet/ssbtek';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { clock, config, OCTOBER, sourceIn } from './asking.ts';

type Simulator = Awaited<ReturnType<typeof startSimulator>>;

describe('asking about test persons over the wire', () => {
  let simulator: Simulator;
  before(async () => (simulator = await startSimulator({ clock })));
  after(() => simulator.close());

  async function ask(id: string) {
    const person = PERSONAS.find((each) => each.id === id);
    assert.ok(person);
    const { lookUpIncome: lookUp } = createSsbtek({ config: config({ url: simulator.url }), clock });
    const answer = await lookUp({ personnummer: person.personnummer, arende: 'EK-1', period: OCTOBER });
    const { rows, setAside } = arrange({ ...answer, sources: [...answer.sources], period: OCTOBER });
    const amounts = rows.flatMap(({ row, retrieved }) =>
      retrieved === undefined ? [] : [[row.key, retrieved / 100]],
    );
    const verdicts = Object.fromEntries(answer.sources.map(({ source, verdict }) => [source, verdict]));
    const of = (code: SourceCode) => sourceIn(answer, code);
    return { ...answer, amounts: Object.fromEntries(amounts) as object, setAside, verdicts, of };
  }

  test('P1 has barnbidrag, underhållsstöd, and bostadsbidrag whose set-off is told apart', async () => {
    const { amounts, verdicts, of } = await ask('P1');
    assert.deepEqual(amounts, { 'fk.barnbidrag': 2650, 'fk.bostadsbidrag': 4200, 'fk.underhallsstod': 3496 });
    assert.deepEqual(verdicts, { FK: 'answered', PM: 'nothing', CSN: 'nothing', SO: 'nothing' });
    const bostadsbidrag = of('FK').payments.find(({ benefit }) => benefit.code === 'BOB');
    assert.deepEqual([bostadsbidrag?.gross, bostadsbidrag?.net], [450_000, 420_000]);
    assert.deepEqual(bostadsbidrag?.deductions, [{ code: 'KVI', name: 'Kvittning', amount: 30_000 }]);
  });

  test('P2 gets half of the barnbidrag, as each of two parents with joint custody does', async () => {
    const { amounts } = await ask('P2');
    const [half] = (await ask('P2')).of('FK').payments.filter(({ benefit }) => benefit.code === 'ABB');
    assert.equal((amounts as Record<string, number>)['fk.barnbidrag'], (half?.net ?? 0) / 100);
    assert.ok(half && half.net > 0 && half.parts.some(({ amount }) => amount === 62_500));
  });

  test('P4 gets what remains after tax, utmätning and what went to the social services', async () => {
    const [payment] = (await ask('P4')).of('FK').payments;
    assert.ok(payment?.gross !== undefined && payment.tax !== undefined);
    assert.deepEqual(payment.deductions.map(({ code }) => code).sort(), ['INF', 'SOC']);
    const taken = payment.deductions.reduce((sum, { amount }) => sum + amount, 0);
    assert.equal(payment.gross - payment.tax - taken, payment.net);
    assert.deepEqual(payment.flags, ['paid-to-other']);
  });

  test('P5 has one paid, one planned and one undated payment from CSN, with grant and loan apart', async () => {
    const { amounts, of } = await ask('P5');
    const { payments } = of('CSN');
    assert.deepEqual(payments.map(({ status, date }) => [status, date !== undefined]).sort(), [
      ['paid', true],
      ['planned', false],
      ['planned', true],
    ]);
    assert.deepEqual(
      payments[0]?.parts.map(({ benefit }) => benefit.code),
      ['GRUNDB', 'GRUNDL'],
    );
    assert.deepEqual(Object.keys(amounts), ['csn.studiemedel']);
  });

  test('P7 is paid by one a-kassa, and another could not be checked', async () => {
    const { of } = await ask('P7');
    const source = of('SO');
    assert.deepEqual(
      source.sections.map(({ verdict }) => verdict),
      ['answered', 'unchecked'],
    );
    const [payment] = source.payments;
    assert.equal(payment?.deductions.length, 1);
  });

  test('P8 has a pension that both PM and FK tell of, counted once', async () => {
    const { amounts, setAside, of } = await ask('P8');
    assert.deepEqual(
      setAside.map(({ reason, payment }) => [reason, payment.source]),
      [['possible-duplicate', 'FK']],
    );
    assert.deepEqual(Object.keys(amounts), ['pm.pension']);
    const [pension] = of('PM').payments;
    assert.ok((pension?.tax ?? 0) > 0);
  });

  test('P10 is known to nobody, which is no failure', async () => {
    const { amounts, verdicts, sources, protectedIdentity } = await ask('P10');
    assert.deepEqual(amounts, {});
    assert.deepEqual(verdicts, { FK: 'nothing', PM: 'nothing', CSN: 'nothing', SO: 'nothing' });
    assert.deepEqual(paymentsIn({ sources: [...sources] }), []);
    assert.equal(protectedIdentity, false);
  });

  test('P11 gets what some could tell, and why others could not', async () => {
    const { amounts, of } = await ask('P11');
    assert.deepEqual(Object.keys(amounts), ['fk.barnbidrag']);
    const reasonOf = (code: SourceCode) => {
      const source = of(code);
      return source.verdict === 'unchecked' ? source.reason : source.verdict;
    };
    assert.deepEqual(
      [reasonOf('CSN'), reasonOf('PM'), reasonOf('SO')],
      ['timeout', 'unavailable', 'nothing'],
    );
  });

  test('P12 is marked, so that the host can leave the person out', async () => {
    assert.equal((await ask('P12')).protectedIdentity, true);
  });

  test('P15 loses nothing to unknown codes: other income, in the words of the authority', async () => {
    const { of, amounts } = await ask('P15');
    assert.deepEqual(Object.keys(amounts), ['pm.pension', 'andra.annan']);
    assert.ok(of('FK').payments.every(({ flags }) => flags.includes('unknown-benefit')));
    assert.ok(of('FK').payments.some(({ benefit }) => benefit.name === '<img src=x onerror=alert(1)>'));
    const household = of('FK').payments.find(({ benefit }) => benefit.code === 'XQZ');
    assert.deepEqual(household?.deductions, [{ code: 'XQD', name: 'Nytt avdrag', amount: 10_000 }]);
    assert.deepEqual(
      household.parts.map(({ benefit, amount }) => [benefit.name, amount]),
      [['Nytt belopp', 150_000]],
    );
    assert.equal(
      of('PM').payments[0]?.deductions.some(({ code }) => code === 'PM:UH'),
      true,
    );
  });
});
