import { personas } from '@medborgarnavet/mocks';
import { PERSONAS } from '@medborgarnavet/simulator';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { personaFixtures } from '../../scripts/persona-fixtures.ts';

const told = await personaFixtures();

describe('what the mocks have of the test persons', () => {
  for (const fixture of told)
    test(`${fixture.persona} is what the simulator tells; \`npm run personas\` writes it`, () => {
      assert.deepEqual(personas[fixture.persona], fixture);
    });

  test('is of all of them, and of nobody else', () => {
    assert.deepEqual(
      Object.keys(personas),
      PERSONAS.map(({ id }) => id),
    );
  });

  test('has nobody’s number', () => {
    const text = JSON.stringify(personas);
    for (const { id, personnummer } of PERSONAS) assert.ok(!text.includes(personnummer.slice(2)), id);
  });

  test('tells of protected P12 only what is told of P10, whom nobody knows', () => {
    const { P10, P12 } = personas;
    assert.deepEqual(
      [{ ...P12.statement, id: P10.statement.id }, P12.background],
      [P10.statement, P10.background],
    );
  });
});
