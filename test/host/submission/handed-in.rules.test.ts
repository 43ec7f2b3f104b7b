import { HandedIn, handedInJsonSchema, toHandedIn, writeMessage } from '@medborgarnavet/host';
import {
  hardToShow,
  partlyChecked,
  personas,
  singleParent,
  statement as statementOf,
} from '@medborgarnavet/mocks';
import {
  EKBIST_ROWS,
  paymentsIn,
  reviewIncomes,
  type IncomeStatement,
  type Source,
} from '@medborgarnavet/model';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tellable } from '../../../packages/host/src/protected-identity.ts';
import { anyStatement } from '../../arbitraries.ts';
import { ofNobody } from '../of-nobody.ts';
import { asPosted, handingIn, HOSTILE, signer } from './handed-in.ts';

const sum = (amounts: Iterable<number>): number => [...amounts].reduce((total, each) => total + each, 0);

describe('every krona', () => {
  test('is in a row or set aside with a reason, whatever the authorities say', () => {
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const { rader, hamtatMenInteMedraknat: aside } = toHandedIn(handingIn(statement));
        const inRows = rader.flatMap(({ utbetalningar }) => utbetalningar);
        const all = paymentsIn(statement);
        assert.equal(
          sum([...inRows, ...aside.map(({ utbetalning }) => utbetalning)].map(({ netto }) => netto)),
          sum(all.map(({ net }) => net)),
        );
        assert.equal(inRows.length + aside.length, all.length);
        for (const { hamtat, utbetalningar } of rader)
          if ('belopp' in hamtat) assert.equal(hamtat.belopp, sum(utbetalningar.map(({ netto }) => netto)));
      }),
      { numRuns: 300 },
    );
  });

  test('is valid by the schema, in whole öre, whatever the authorities say', () => {
    fc.assert(
      fc.property(anyStatement, (statement) => {
        const handedIn = toHandedIn(handingIn(statement));
        assert.deepEqual(HandedIn.parse(JSON.parse(JSON.stringify(handedIn))), handedIn);
      }),
      { numRuns: 300 },
    );
    for (const { statement } of Object.values(personas)) HandedIn.parse(toHandedIn(handingIn(statement)));
  });

  test('is told of in the municipality’s own rows, and a document that misses one is not made', () => {
    const rows = EKBIST_ROWS.slice(1, 3);
    const { rader, hamtatMenInteMedraknat } = toHandedIn(handingIn(singleParent, [], { rows }));
    assert.deepEqual(
      rader.map(({ nyckel }) => nyckel),
      ['fk.bostadsbidrag'],
    );
    assert.equal(hamtatMenInteMedraknat.length, 2);
    const refused = { message: 'The incomes are not of this statement and these rows.' };
    assert.throws(
      () => toHandedIn(handingIn(singleParent, [], { incomes: reviewIncomes(partlyChecked, undefined) })),
      refused,
    );
    const named = EKBIST_ROWS.map((each) => ({ ...each, key: `egen.${each.key}` }));
    assert.equal(
      toHandedIn(handingIn(singleParent, [], { rows: named })).rader[0]?.nyckel,
      'egen.fk.barnbidrag',
    );
    const { incomes } = handingIn(singleParent, [], { rows: named });
    assert.throws(() => toHandedIn(handingIn(singleParent, [], { incomes })), refused);
  });
});

describe('a person with protected identity', () => {
  test('has the same document, to the byte, as a person about whom the same sources know nothing', async () => {
    const anySources = anyStatement.map(({ sources }) => sources);
    await fc.assert(
      fc.asyncProperty(anySources, async (sources) => {
        const told = (answer: { sources: Source[]; protectedIdentity: boolean }): IncomeStatement =>
          statementOf(tellable(answer));
        const unknown = sources.map(ofNobody);
        const one = await writeMessage(handingIn(told({ sources, protectedIdentity: true })), { signer });
        const twin = await writeMessage(handingIn(told({ sources: unknown, protectedIdentity: false })), {
          signer,
        });
        assert.equal(one.json, twin.json);
        assert.equal(one.html, twin.html);
        assert.equal(one.signed.length, twin.signed.length);
      }),
      { numRuns: 50 },
    );
  });

  test('has no field that tells it', () => {
    const names = JSON.stringify(handedInJsonSchema()).toLowerCase();
    for (const word of ['skydd', 'sekretess', 'protected', 'anmarkning'])
      assert.equal(names.includes(word), false);
  });
});

describe('text that is broken or hostile', () => {
  test('stands in the document as it was written', () => {
    const fields = HOSTILE.map((text, index) => [`falt-${index}`, text] as const);
    const handedIn = toHandedIn(
      handingIn(hardToShow, [...fields, ['inkomster.fk.bostadsbidrag.comment', HOSTILE.join('\n')]]),
    );
    assert.deepEqual(handedIn.ovrigaFalt, asPosted(fields));
    const [row] = handedIn.rader;
    assert.equal(row?.kommentar, HOSTILE.join('\n'));
  });

  test('does not stop a handing in: half a character becomes the sign for one that cannot be read', async () => {
    const { json } = await writeMessage(handingIn(undefined, [['\ud800', 'a\udc00b😀']]), { signer });
    assert.deepEqual(HandedIn.parse(JSON.parse(json)).ovrigaFalt, asPosted([['\ufffd', 'a\ufffdb😀']]));
  });
});
