import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, test } from 'node:test';
import {
  anyLeaves,
  anyNumberOf,
  assertNoCanary,
  blockIn,
  CANARIES,
  errorIn,
  gap,
  lookUp,
  lookUpPersona,
  reasonOf,
} from './asking.ts';

const fordon = (change = ''): string =>
  `<fordon><regnr>QVI 001</regnr><fabrikat>Exempelbil</fabrikat><fordonsar>2009</fordonsar>
   <fordonsslag>PB</fordonsslag><handelsbeteckning>Kombi</handelsbeteckning>${change}</fordon>`;
const felresultat = `<felresultat><felkod>17</felkod><feltext>${CANARIES.message}</feltext></felresultat>`;

const ask = (data: string) => lookUp(`<TNS><data>${data}</data></TNS>`);
const told = async (data: string) => blockIn(await ask(data), 'TNS');

describe('Transportstyrelsen', () => {
  test('tells of each vehicle', async () => {
    const block = await told(
      `<resultat>OK</resultat><fordonsinnehav>${fordon()}<fordon><regnr>QVI 002</regnr></fordon></fordonsinnehav>`,
    );
    assert.deepEqual(block, {
      source: 'TNS',
      verdict: 'answered',
      sections: [],
      facts: [
        {
          kind: 'vehicle',
          registration: 'QVI 001',
          make: 'Exempelbil',
          model: 'Kombi',
          type: 'PB',
          year: '2009',
        },
        { kind: 'vehicle', registration: 'QVI 002' },
      ],
    });
  });

  test('has nothing to tell of someone without vehicles', async () => {
    assert.equal((await told('<resultat>OK</resultat><fordonsinnehav/>')).verdict, 'nothing');
    assert.equal((await told('<resultat>OK</resultat>')).verdict, 'nothing');
  });

  test('is not empty when it says inside its data that it failed', async () => {
    assert.equal(reasonOf(await told(`<resultat>FEL</resultat>${felresultat}`)), 'fault');
    assert.equal(reasonOf(await told(`<resultat>OK</resultat>${felresultat}`)), 'fault');
  });

  test('is not empty when it says anything else, or nothing', async () => {
    assert.equal(reasonOf(await told('<resultat>KANSKE</resultat>')), 'unreadable');
    assert.equal(reasonOf(await told(`<fordonsinnehav>${fordon()}</fordonsinnehav>`)), 'unreadable');
    assert.equal(reasonOf(await told('')), 'unreadable');
  });

  test('is not empty when it failed as a whole, or is not in the answer', async () => {
    const failed = await lookUp(errorIn('TNS', 'SSBT', '1'));
    assert.equal(reasonOf(blockIn(failed, 'TNS')), 'timeout');
    assert.equal(reasonOf(blockIn(await lookUp(errorIn('TNS', 'BT', '1')), 'TNS')), 'fault');
    assert.equal(reasonOf(blockIn(await lookUp(''), 'TNS')), 'no-answer');
  });

  test('leaves a gap for a vehicle without a number, beside those that have one', async () => {
    const block = await told(
      `<resultat>OK</resultat><fordonsinnehav>${fordon()}<fordon><fabrikat>Exempelbil</fabrikat></fordon></fordonsinnehav>`,
    );
    assert.equal(block.facts.length, 1);
    assert.deepEqual(block.sections, [gap('Fordon')]);
  });

  test('shortens what is too long, and says so when there are more vehicles than can be told', async () => {
    const long = `<fordon><regnr>${'Å'.repeat(300)}</regnr></fordon>`;
    const block = await told(
      `<resultat>OK</resultat><fordonsinnehav>${long}${fordon().repeat(1200)}</fordonsinnehav>`,
    );
    assert.deepEqual(block.facts[0], { kind: 'vehicle', registration: 'Å'.repeat(200) });
    assert.equal(block.facts.length, 1000);
    assert.deepEqual(block.sections, [gap('Resten av uppgifterna', 'partly-missing')]);
  });

  test('never repeats the text of an error', async () => {
    assertNoCanary(await ask(`<resultat>FEL</resultat>${felresultat}`));
    assertNoCanary(
      await ask(
        `<resultat>OK</resultat><fordonsinnehav>${fordon(`<agare>${CANARIES.name}</agare>`)}</fordonsinnehav>${felresultat}`,
      ),
    );
    assertNoCanary(await lookUp(errorIn('TNS', 'BT', '1')));
  });

  test('tells of the vehicle that P4 has', async () => {
    const { facts } = blockIn(await lookUpPersona('P4', 10, true), 'TNS');
    assert.deepEqual(
      facts.map((fact) => fact.kind === 'vehicle' && fact.registration),
      ['QVI 001'],
    );
  });

  test('fits the model whatever stands in its elements', async () => {
    const leaves = anyLeaves('regnr', 'fabrikat', 'fordonsar', 'fordonsslag', 'handelsbeteckning');
    await fc.assert(
      fc.asyncProperty(anyNumberOf('fordon', leaves), anyLeaves('resultat'), async (vehicles, result) => {
        await told(`${result}<fordonsinnehav>${vehicles}</fordonsinnehav>`);
        const block = await told(`<resultat>OK</resultat><fordonsinnehav>${vehicles}</fordonsinnehav>`);
        assert.equal(block.verdict === 'nothing', vehicles === '');
      }),
    );
  });
});
