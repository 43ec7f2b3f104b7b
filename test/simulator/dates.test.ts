import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Persona, answerEnvelope } from '@medborgarnavet/simulator';
import { type Asking, block, csn, fkNets, lefi, parse, persona, question, texts } from './asking.ts';

const WIDE = { from: '2026-01-01', tom: '2027-12-31' };

function askAt(instant: string, asked: Persona, asking: Asking = {}) {
  const settings = { clock: () => new Date(instant), personas: [asked] };
  const { status, body } = answerEnvelope(
    question({ personnummer: asked.personnummer, period: WIDE, ...asking }),
    settings,
  );
  assert.equal(status, 200, body);
  return parse(body);
}

type PaymentDay = NonNullable<NonNullable<Persona['FK']>['payments']>[number]['date'];

function childAllowance(date: PaymentDay): Persona {
  const rows = [{ type: 'BB Barnbidrag', amount: 1250 }];
  return { ...persona('P10'), FK: { payments: [{ group: 'FK:ABB', family: 'ABB Barnbidrag', date, rows }] } };
}

function daysAt(instant: string, day: PaymentDay): { paid: string[]; preliminary: string[] } {
  const { formansinformation } = lefi(askAt(instant, childAllowance(day)));
  const days = (list: readonly { readonly datum: string }[] = []) => list.map(({ datum }) => datum);
  return {
    paid: days(formansinformation?.utbetalningsuppgift),
    preliminary: days(formansinformation?.preliminarautbetalningar),
  };
}

describe('the days of a persona', () => {
  test('every month is this one and the two before, preliminary until the day has come', () => {
    assert.deepEqual(daysAt('2026-10-15T10:00:00Z', { month: 'every', day: 20 }), {
      paid: ['2026-08-20', '2026-09-20'],
      preliminary: ['2026-10-20'],
    });
    assert.deepEqual(daysAt('2026-10-20T10:00:00Z', { month: 'every', day: 20 }), {
      paid: ['2026-08-20', '2026-09-20', '2026-10-20'],
      preliminary: [],
    });
  });

  test('a day that the month lacks is its last, also over New Year', () => {
    assert.deepEqual(daysAt('2027-02-28T10:00:00Z', { month: 'every', day: 31 }).paid, [
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
    ]);
    assert.deepEqual(daysAt('2026-03-31T10:00:00Z', { month: -1, day: 30 }).paid, ['2026-02-28']);
  });

  test('today is the day in Sweden, not in UTC', () => {
    assert.deepEqual(daysAt('2026-09-30T21:59:59Z', 'today').paid, ['2026-09-30']);
    assert.deepEqual(daysAt('2026-09-30T22:00:00Z', 'today').paid, ['2026-10-01']);
    assert.deepEqual(daysAt('2026-12-31T23:00:00Z', 'today -2').paid, ['2026-12-30']);
    assert.deepEqual(daysAt('2026-12-31T23:00:00Z', 'today +31').preliminary, ['2027-02-01']);
  });

  test('a question for last month finds what is paid monthly, whatever the day', () => {
    for (let day = 0; day < 366; day += 1) {
      const now = new Date(Date.UTC(2028, 0, 1 + day, 12));
      const lastMonth = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 0));
      const period = {
        from: `${lastMonth.toISOString().slice(0, 7)}-01`,
        tom: lastMonth.toISOString().slice(0, 10),
      };
      const { formansinformation } = lefi(
        askAt(now.toISOString(), persona('P1'), { period, include: ['FK'] }),
      );
      const nets = fkNets(formansinformation?.utbetalningsuppgift).map((each) => each.split(' ').at(-1));
      assert.deepEqual(nets, ['2650', '3496', '4200'], now.toISOString());
    }
  });

  test('weeks are ISO weeks, which may belong to the year before', () => {
    const asked = persona('P5');
    const answer = csn(
      askAt('2027-02-10T10:00:00Z', asked, { csnPeriod: { from: '2027-01-01', tom: '2027-01-31' } }),
    );
    // January 2027 begins on a Friday, in week 53 of 2026.
    assert.equal(texts(answer, 'startvecka')[0], '202653');
    assert.equal(texts(answer, 'slutvecka')[0], '202704');
  });
});

describe('the period of a question', () => {
  test('FK and the a-kassor answer by the day of payment, and CSN tells of all', () => {
    const only20th = { from: '2026-09-20', tom: '2026-09-20' };
    const at = '2026-10-15T10:00:00Z';
    const { formansinformation } = lefi(askAt(at, persona('P1'), { period: only20th }));
    assert.deepEqual(fkNets(formansinformation?.utbetalningsuppgift), ['2026-09-20 ABB 2650']);
    assert.deepEqual(
      texts(block(askAt(at, persona('P7'), { period: only20th }), 'SO'), 'Utbetalningsdatum'),
      [],
    );
    assert.equal(texts(csn(askAt(at, persona('P5'), { period: only20th })), 'utbetdatum').length, 3);
  });

  test('the a-kassor do not tell of what is not paid yet', () => {
    const so = block(askAt('2026-10-15T10:00:00Z', persona('P7')), 'SO');
    assert.deepEqual(texts(so, 'Utbetalningsdatum'), ['2026-08-23', '2026-09-23']);
  });
});
