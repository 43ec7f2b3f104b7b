import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PERSONAS, parsePersona, randomPersona, randomPersonas } from '@medborgarnavet/simulator';
import { ask, fkNets, lefi } from './asking.ts';

const MANY = randomPersonas(1, 2000);

function hasRightCheckDigit(personnummer: string): boolean {
  const sum = Array.from(personnummer.slice(2), Number).reduce((total, digit, place) => {
    const product = digit * (place % 2 === 0 ? 2 : 1);
    return total + (product % 10) + Math.floor(product / 10);
  }, 0);
  return sum % 10 === 0;
}

describe('random persons', () => {
  test('are the same again for the same seed, and others for another', () => {
    assert.deepEqual(randomPersona(7), randomPersona(7));
    assert.deepEqual(randomPersonas(7, 3)[2], randomPersona(9));
    assert.notDeepEqual(randomPersona(7).FK, randomPersona(8).FK);
    assert.equal(randomPersona(-5).id, 'R-5');
    assert.throws(() => randomPersona(0.5), RangeError);
    assert.throws(() => randomPersonas(1, 3341), RangeError);
    assert.throws(() => randomPersonas(1, -1), RangeError);
  });

  test('are written as those that have a file', () => {
    for (const persona of MANY) {
      assert.deepEqual(parsePersona(`${persona.id}.json`, JSON.stringify(persona)), persona);
    }
  });

  test('have personnummer that nobody living has, each of their own', () => {
    const numbers = [...PERSONAS, ...randomPersonas(123, 3340)].map(({ personnummer }) => personnummer);
    assert.equal(new Set(numbers).size, numbers.length);
    for (const { personnummer } of MANY) {
      assert.match(personnummer, /^1890(0[2-9]|1[0-2])[0-3]\d98\d\d$/);
      assert.ok(hasRightCheckDigit(personnummer), personnummer);
    }
  });

  test('between them have everything that is hard', () => {
    const fk = MANY.flatMap(({ FK }) => FK?.payments ?? []);
    const decisions = MANY.flatMap(({ FK }) => FK?.decisions ?? []);
    const csn = MANY.flatMap(({ CSN }) => [...(CSN?.Studiemedel ?? []), ...(CSN?.Studiehjalp ?? [])]);
    const payments = csn.flatMap((each) => each.payments);
    const found = {
      ...Object.fromEntries(
        (['AF', 'CSN', 'FK', 'PM', 'SKV', 'SO', 'TNS', 'MIV'] as const).map((agency) => [
          agency,
          MANY.some((persona) => persona[agency]),
        ]),
      ),
      'unknown codes': fk.some(({ family }) => family.startsWith('XQ')),
      'negative amounts': fk.some(({ rows }) => rows.some(({ amount }) => amount < 0)),
      'set-offs': fk.some(({ deductions }) => deductions?.some(({ type }) => type.startsWith('KVI'))),
      retro: fk.some(({ kind }) => kind === '3 Retro'),
      duplicates: fk.some(({ company }) => company?.startsWith('1003')),
      undated: payments.some(({ date }) => date === 'undecided'),
      'negative from CSN': payments.some(({ rows }) => rows.some(({ amount }) => amount < 0)),
      'several a-kassor': MANY.some(({ SO }) => (SO?.funds?.length ?? 0) > 1),
      'every support form': ['HemutrustningsLan', 'Studiestartsstod', 'Omstallningsstudiestod'].every(
        (form) => MANY.some(({ CSN }) => CSN && form in CSN),
      ),
      wages: MANY.some(({ SKV }) => (SKV?.v11?.wages?.length ?? 0) > 1),
      'levels, with an unknown type': decisions.some(({ levels }) =>
        levels?.some(({ type }) => type?.startsWith('XQ')),
      ),
      'days applied for': decisions.some(({ applied }) => (applied?.length ?? 0) > 1),
      'placements, in unknown programmes too': MANY.some(({ FK }) =>
        FK?.placements?.some(({ programme }) => programme.startsWith('9999')),
      ),
      debts: MANY.some(({ FK }) => FK?.maintenanceDebt !== undefined),
      'protected identity': MANY.some((persona) => persona.protected),
    };
    assert.deepEqual(
      Object.entries(found).filter(([, isThere]) => !isThere),
      [],
    );
  });

  test('have duplicates of the same day and net', () => {
    const both = MANY.filter(({ FK }) => FK?.payments?.some(({ company }) => company?.startsWith('1003')));
    assert.ok(both.length > 0);
    for (const { personnummer } of both) {
      const { formansinformation, utbetalningar = [] } = lefi(ask({ personnummer }, MANY));
      const fromFk = fkNets(
        formansinformation?.utbetalningsuppgift?.filter(({ foretag }) => foretag.id === 1003),
      );
      const fromPm = utbetalningar.map((each) => `${each.utbetalningsdatum} AP ${each.nettobelopp}`);
      assert.deepEqual(fromFk.toSorted(), fromPm.toSorted());
    }
  });
});
