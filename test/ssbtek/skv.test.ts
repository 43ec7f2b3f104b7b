import { arrange, type IncomeAnswer } from '@medborgarnavet/model';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answering, asking, envelope, OCTOBER, PERSON, sourceIn } from './asking.ts';

const question = { personnummer: PERSON, arende: 'EK-1', period: OCTOBER };
const base64 = (json: unknown): string => Buffer.from(JSON.stringify(json)).toString('base64');
const data = (part: string, json: unknown): string => `<${part}><data>${base64(json)}</data></${part}>`;
const error = (part: string, kalla: string, felkod: string): string =>
  `<${part}><error><kalla>${kalla}</kalla><felkod>${felkod}</felkod><felmeddelande>${PERSON}</felmeddelande></error></${part}>`;
const NOT_FOUND = error('individuppgifter', 'BT', '404') + error('skattekonto', 'BT', '404');

async function ask(skv: string): Promise<IncomeAnswer> {
  const body = envelope({}).replace('ssbt/10', 'ssbt/11').replace('</svarsdata>', `${skv}</svarsdata>`);
  return asking(answering(body), { version: 11 })(question);
}
const skv = async (content: string) => sourceIn(await ask(`<SKV>${content}</SKV>`), 'SKV');

const wage = (change: object = {}): object => ({
  redovisningsperiod: '202610',
  utbetalare: { identitet: '165560000003', namn: 'Exempelkafé AB' },
  kontantErsattningUlagAG: 24500,
  avdrPrelSkatt: 5880,
  ...change,
});

describe('version 11', () => {
  test('tells wages per employer with gross and tax, in the month they are for', async () => {
    const answer = await ask(
      `<SKV>${data('individuppgifter', { individuppgifter: [wage(), wage({ redovisningsperiod: 202609 })] })}
       ${error('skattekonto', 'BT', '404')}</SKV>`,
    );
    const [payment] = sourceIn(answer, 'SKV').payments;
    assert.deepEqual(
      [payment?.payer, payment?.gross, payment?.tax, payment?.net],
      [...['Exempelkafé AB', 2_450_000, 588_000, 1_862_000]],
    );
    const { rows, setAside } = arrange({ sources: [...answer.sources], period: OCTOBER });
    assert.equal(rows.find(({ row }) => row.key === 'andra.lon')?.retrieved, 1_862_000);
    assert.deepEqual(
      setAside.map(({ reason }) => reason),
      ['other-period'],
    );
  });

  test('tells repaid tax on its day', async () => {
    const answer = await ask(
      `<SKV>${error('individuppgifter', 'BT', '404')}
       ${data('skattekonto', { utbetaltBelopp: 1834.5, bokforingsdag: '2026-10-12' })}</SKV>`,
    );
    const { rows } = arrange({ sources: [...answer.sources], period: OCTOBER });
    assert.equal(rows.find(({ row }) => row.key === 'andra.overskjutande-skatt')?.retrieved, 183_450);
  });

  test('takes "not found" for nothing, and every other failure of a part for a gap', async () => {
    assert.equal((await skv(NOT_FOUND)).verdict, 'nothing');
    const partly = await skv(
      error('individuppgifter', 'SSBT', '1') + data('skattekonto', { utbetaltBelopp: 0 }),
    );
    assert.deepEqual(
      [partly.verdict, partly.sections],
      ['unchecked', [{ name: 'Lön från arbetsgivare', verdict: 'unchecked', reason: 'timeout' }]],
    );
    assert.equal((await skv(error('individuppgifter', 'BT', '17'))).verdict, 'unchecked');
  });

  test('takes a failure of the whole block, or its absence, for no answer', async () => {
    const whole = await skv(error('x', 'SSBT', '1').replace(/<\/?x>/g, ''));
    assert.equal(whole.verdict === 'unchecked' && whole.reason, 'timeout');
    const absent = sourceIn(await ask(''), 'SKV');
    assert.equal(absent.verdict === 'unchecked' && absent.reason, 'no-answer');
  });

  test('loses no wage that cannot be read', async () => {
    for (const broken of [
      { kontantErsattningUlagAG: 'x' },
      { redovisningsperiod: 'oktober' },
      { avdrPrelSkatt: {} },
    ]) {
      const source = await skv(
        data('individuppgifter', { individuppgifter: [wage(), wage(broken)] }) +
          error('skattekonto', 'BT', '404'),
      );
      assert.equal(source.payments.length, 1);
      assert.deepEqual(source.sections, [{ name: 'Lön', verdict: 'unchecked', reason: 'unreadable' }]);
    }
    assert.equal(
      (await skv(data('individuppgifter', []) + error('skattekonto', 'BT', '404'))).verdict,
      'unchecked',
    );
  });
});
