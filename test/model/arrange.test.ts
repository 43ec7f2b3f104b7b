import {
  arrange,
  EKBIST_ROWS,
  IncomeStatement,
  isComplete,
  ore,
  OTHER_INCOME,
  paymentsIn,
  sourceThatAnswered,
  sourceThatFailed,
  sumOre,
  type Payment,
  type Section,
} from '@medborgarnavet/model';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anyStatement, OCTOBER } from '../arbitraries.ts';

function payment(change: Partial<Payment> = {}): Payment {
  return {
    id: 'a',
    source: 'FK',
    payer: 'Försäkringskassan',
    benefit: { code: 'ABB', name: 'Barnbidrag' },
    status: 'paid',
    date: '2026-10-20',
    deductions: [],
    net: ore(125_000),
    parts: [],
    flags: [],
    ...change,
  };
}

function rowOf(...payments: Payment[]): Record<string, number> {
  const [first] = payments;
  assert.ok(first);
  const { rows } = arrange({ period: OCTOBER, sources: [sourceThatAnswered(first.source, payments)] });
  return Object.fromEntries(
    rows.flatMap(({ row, retrieved }) => (retrieved === undefined ? [] : [[row.key, retrieved]])),
  );
}

function asideOf(change: Partial<Payment>): string | undefined {
  const sources = [sourceThatAnswered('FK', [payment(change)])];
  return arrange({ period: OCTOBER, sources }).setAside[0]?.reason;
}

describe('payments in rows of the form', () => {
  test('every krona is in a row or set aside with a reason, whatever the authorities say', () => {
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const { rows, setAside } = arrange(statement);
        const all = sumOre(paymentsIn(statement).map(({ net }) => net));
        const inRows = rows.flatMap(({ retrieved }) => (retrieved === undefined ? [] : [retrieved]));
        assert.equal(sumOre([...inRows, ...setAside.map(({ payment: { net } }) => net)]), all);
        const ids = [
          ...rows.flatMap(({ payments }) => payments),
          ...setAside.map((item) => item.payment),
        ].map(({ id }) => id);
        assert.deepEqual(
          ids.sort(),
          paymentsIn(statement)
            .map(({ id }) => id)
            .sort(),
        );
      }),
      { numRuns: 2_000 },
    );
  });

  test('a row without payments has no amount, not even zero', () => {
    fc.assert(
      fc.property(anyStatement, (statement) => {
        for (const { payments, retrieved } of arrange(statement).rows) {
          assert.equal(retrieved === undefined, payments.length === 0);
        }
      }),
    );
  });

  test('several payments of a benefit sum up in its row', () => {
    assert.deepEqual(rowOf(payment(), payment({ id: 'b', net: ore(15_000) })), { 'fk.barnbidrag': 140_000 });
  });

  test('a renamed benefit goes under its present name', () => {
    const label = (key: string) => EKBIST_ROWS.find((row) => row.key === key)?.label;
    assert.deepEqual(rowOf(payment({ benefit: { code: 'HE', name: 'Handikappersättning' } })), {
      'fk.merkostnadsersattning': 125_000,
    });
    assert.equal(label('fk.merkostnadsersattning'), 'Merkostnadsersättning');
    assert.equal(label('fk.pension'), 'Pension/SA/Livränta/Omvårdnadsbidrag');
  });

  test('an unknown code is placed by its rows, then by its name, then as other income', () => {
    const unknown = { code: 'X1', name: 'Något nytt' };
    const part = { benefit: { code: 'SJP', name: 'Sjukpenning' } };
    assert.deepEqual(Object.keys(rowOf(payment({ benefit: unknown, parts: [part] }))), ['fk.dagersattning']);
    assert.deepEqual(Object.keys(rowOf(payment({ benefit: { code: 'X1', name: 'Flerbarnstillägg' } }))), [
      'fk.barnbidrag',
    ]);
    assert.deepEqual(Object.keys(rowOf(payment({ benefit: unknown }))), [OTHER_INCOME]);
  });

  test('a code means what it means at its own source only', () => {
    assert.deepEqual(Object.keys(rowOf(payment({ source: 'CSN', benefit: { code: 'ABB', name: 'X' } }))), [
      OTHER_INCOME,
    ]);
  });

  test('a negative payment lowers its row', () => {
    assert.deepEqual(rowOf(payment(), payment({ id: 'b', net: ore(-200_000) })), {
      'fk.barnbidrag': -75_000,
    });
  });

  test('the day of payment decides the month, to the day', () => {
    assert.equal(asideOf({ date: '2026-10-01' }), undefined);
    assert.equal(asideOf({ date: '2026-10-31' }), undefined);
    assert.equal(asideOf({ date: '2026-09-30' }), 'other-period');
    assert.equal(asideOf({ date: '2026-11-01' }), 'other-period');
  });

  test('without a day the beginning of the time it is for decides; without both it is set aside', () => {
    const undated = payment();
    delete undated.date;
    const sources = (period: object) => [sourceThatAnswered('FK', [{ ...undated, ...period }])];
    assert.equal(
      arrange({ period: OCTOBER, sources: sources({ period: { from: '2026-10-05' } }) }).setAside.length,
      0,
    );
    assert.equal(arrange({ period: OCTOBER, sources: sources({}) }).setAside[0]?.reason, 'undated');
  });

  test('what CSN plans is counted; what others plan is told of and not counted', () => {
    const planned = payment({
      source: 'CSN',
      status: 'planned',
      benefit: { code: 'SB', name: 'Studiebidrag' },
    });
    assert.deepEqual(rowOf(planned), { 'csn.studiebidrag': 125_000 });
    assert.equal(asideOf({ status: 'planned' }), 'planned');
  });

  test('money that two sources tell of is counted once', () => {
    assert.equal(asideOf({ flags: ['possible-duplicate'] }), 'possible-duplicate');
  });

  test('a form without a row for other income sets aside what it has no row for', () => {
    const sources = [sourceThatAnswered('FK', [payment()])];
    const { rows, setAside } = arrange({ period: OCTOBER, sources }, EKBIST_ROWS.slice(1, 3));
    assert.ok(rows.every(({ retrieved }) => retrieved === undefined));
    assert.equal(setAside[0]?.reason, 'no-row');
  });
});

describe('the verdict on a source', () => {
  const gap: Section = { name: 'En a-kassa', verdict: 'unchecked', reason: 'unknown-status' };

  test('is nothing only when nothing is missing', () => {
    assert.equal(sourceThatAnswered('SO', []).verdict, 'nothing');
    assert.equal(
      sourceThatAnswered('SO', [], [{ name: 'En a-kassa', verdict: 'nothing' }]).verdict,
      'nothing',
    );
    assert.equal(sourceThatAnswered('SO', [], [gap]).verdict, 'unchecked');
    assert.equal(sourceThatAnswered('SO', [], [{ name: 'A', verdict: 'nothing' }, gap]).verdict, 'unchecked');
  });

  test('is answered when there are payments, and is not complete while a part of it is missing', () => {
    const source = sourceThatAnswered('SO', [payment({ source: 'SO' })], [gap]);
    assert.equal(source.verdict, 'answered');
    assert.equal(isComplete(source), false);
  });

  test('is not complete when only a part of the time could be asked about', () => {
    assert.equal(
      isComplete(sourceThatAnswered('CSN', [], [], { from: '2026-10-21', to: '2026-10-31' })),
      false,
    );
  });

  test('of a failure is never nothing', () => {
    const failed = sourceThatFailed('CSN', 'timeout');
    assert.equal(failed.verdict, 'unchecked');
    assert.equal(isComplete(failed), false);
  });
});

describe('a statement', () => {
  test('is accepted as the contract describes it, whatever the authorities say', () => {
    fc.assert(
      fc.property(anyStatement, (statement) => assert.deepEqual(IncomeStatement.parse(statement), statement)),
    );
  });

  test('is refused with a field, a source or a flag that the contract does not have', () => {
    const [statement] = fc.sample(anyStatement, 1);
    assert.ok(statement);
    const refused = (change: object) =>
      assert.equal(IncomeStatement.safeParse({ ...statement, ...change }).success, false);
    refused({ personnummer: '0' });
    refused({ sources: [{ source: 'XX', verdict: 'nothing', sections: [], payments: [] }] });
    refused({ sources: [{ source: 'FK', verdict: 'nothing', sections: [], payments: [payment()] }] });
    refused({ sources: [{ source: 'FK', verdict: 'unchecked', sections: [], payments: [] }] });
    refused({ sources: [sourceThatAnswered('FK', []), sourceThatAnswered('FK', [])] });
    refused({ sources: [sourceThatAnswered('FK', [{ ...payment(), net: 0.5 as Payment['net'] }])] });
    refused({ version: 2 });
  });
});
