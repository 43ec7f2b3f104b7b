import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { lefiBlock, utlamnare } from '../asking.ts';
import { blockIn, CANARIES, gap, lookUp, reasonOf } from './asking.ts';

const pmIn = async (svar: object) =>
  blockIn(await lookUp(lefiBlock({ utlamnare: [utlamnare('FK'), utlamnare('PM')], ...svar })), 'PM');

describe('Pensionsmyndigheten', () => {
  const grant = (change: object = {}): object => ({
    beslutatBelopp: { belopp: 6200, beloppsfrekvens: { kod: 'MANAD', beskrivning: 'Per månad' } },
    period: { from: '2026-01-01' },
    ersattningstyp: { kod: 'PM:IP', beskrivning: 'Inkomstpension' },
    omfattning: 0.75,
    underlag: { ip: { ylAvdrag: 1 } },
    ...change,
  });
  const pension = (change: object = {}): object => ({
    beslutsid: 'BESLUT-1',
    beslutsdatum: '2026-01-04',
    formansgrupp: { kod: 'PM:AP', beskrivning: 'Allmän pension' },
    beslutsstatus: { kod: 'SLUTLIGT', beskrivning: 'Slutligt' },
    beslutsutfall: { kod: 'BIFALL', beskrivning: 'Bifall' },
    beslutadErsattning: [grant()],
    tillagg: { bostadsInkomststod: { berakningsunderlag: { medsokande: CANARIES.number } } },
    ...change,
  });

  test('tells of each thing that a decision grants', async () => {
    const block = await pmIn({
      beslut: [
        pension({
          beslutadErsattning: [
            grant(),
            grant({
              ersattningstyp: undefined,
              beslutatBelopp: { belopp: 100, beloppsfrekvens: { kod: 'ENGANGS', beskrivning: '' } },
            }),
          ],
        }),
      ],
    });
    const common = { kind: 'decision', decided: '2026-01-04', final: true, outcome: 'Bifall' };
    const time = { period: { from: '2026-01-01' }, extent: 75 };
    assert.deepEqual(block.facts, [
      {
        ...common,
        ...time,
        benefit: { code: 'PM:IP', name: 'Inkomstpension' },
        amount: 620_000,
        every: 'Per månad',
      },
      {
        ...common,
        ...time,
        benefit: { code: 'PM:AP', name: 'Allmän pension' },
        amount: 10_000,
        every: 'ENGANGS',
      },
    ]);
    assert.deepEqual(block.sections, []);
  });

  test('tells of a decision that grants nothing, without an amount', async () => {
    const { facts } = await pmIn({
      beslut: [
        pension({
          beslutsstatus: { kod: 'PRELIMINART', beskrivning: 'Preliminärt' },
          beslutsutfall: { kod: 'AVSLAG', beskrivning: '' },
          beslutadErsattning: [],
        }),
      ],
    });
    assert.deepEqual(facts, [
      {
        kind: 'decision',
        benefit: { code: 'PM:AP', name: 'Allmän pension' },
        decided: '2026-01-04',
        final: false,
        outcome: 'AVSLAG',
      },
    ]);
  });

  test('tells what has been applied for', async () => {
    const { facts } = await pmIn({
      ansprak: [
        {
          ansprakid: 'A-1',
          ankomstdatum: '2026-09-30',
          formansgrupp: { kod: 'PM:BTI', beskrivning: 'Bostads- och inkomststöd' },
          yrkadPeriod: { from: '2026-10-01' },
        },
      ],
    });
    assert.deepEqual(facts, [
      {
        kind: 'application',
        benefit: { code: 'PM:BTI', name: 'Bostads- och inkomststöd' },
        received: '2026-09-30',
        period: { from: '2026-10-01' },
        state: 'open',
      },
    ]);
  });

  test('leaves a gap for what cannot be read, beside all that can', async () => {
    const block = await pmIn({
      beslut: [
        pension({ beslutadErsattning: [grant(), 17, grant({ beslutatBelopp: { belopp: 'mycket' } })] }),
        'skräp',
      ],
      ansprak: {},
    });
    assert.equal(block.facts.length, 3);
    assert.deepEqual(block.sections, [gap('Allmän pension'), gap('Inkomstpension'), gap('Pension')]);
  });

  test('tells of groups that it could not deliver, once', async () => {
    const missing = {
      avvikelse: { kod: 'INTERNT_FEL' },
      formansgrupp: { kod: 'PM:EF', beskrivning: 'Efterlevandeförmåner' },
    };
    const block = await pmIn({ avvikelser: { ansprak: [missing], beslut: [missing] } });
    assert.equal(reasonOf(block), 'fault');
    assert.deepEqual(block.sections, [gap('Efterlevandeförmåner', 'fault')]);
  });
});
