import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PERSON } from '../asking.ts';
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

const PERMIT = `<svar><anledning>SKY</anledning><anledningNamn>Skydd</anledningNamn>
  <ansokningsdatum>2025-03-09</ansokningsdatum><arendeTyp>UAT</arendeTyp>
  <arendeTypNamn>Uppehålls- och arbetstillstånd</arendeTypNamn><beslutsKod>TUT</beslutsKod>
  <beslutsKodNamn>Tidsbegränsat uppehållstillstånd</beslutsKodNamn><beslutsTyp>BEV</beslutsTyp>
  <beslutsTypNamn>Beviljat</beslutsTypNamn><beslutsdatum>2025-09-02+01:00</beslutsdatum>
  <fromDatum>2025-09-02</fromDatum><giltighetstid>TIDBEGRANSAT</giltighetstid><tomDatum>2026-09-01</tomDatum></svar>`;
const WHO = `<korrelationsid>${CANARIES.number}</korrelationsid><correlationid>${CANARIES.number}</correlationid>
  <efternamn>${CANARIES.name}</efternamn><fornamn>${CANARIES.name}</fornamn><personnummer>${PERSON}</personnummer>`;

const ask = (response: string) => lookUp(`<MIV><data><response xmlns="">${response}</response></data></MIV>`);
const told = async (response: string) => blockIn(await ask(response), 'MIV');
const answers = (svar: string) => `<svarCollection>${svar}</svarCollection>`;

describe('Migrationsverket', () => {
  test('tells where the person came from, and each permit in words', async () => {
    const block = await told(
      `<hemland>Exempelland</hemland><inresedatum>2025-03-08</inresedatum>${answers(PERMIT)}`,
    );
    assert.deepEqual(block, {
      source: 'MIV',
      verdict: 'answered',
      sections: [],
      facts: [
        { kind: 'arrival', country: 'Exempelland', date: '2025-03-08' },
        {
          kind: 'permit',
          type: 'Uppehålls- och arbetstillstånd',
          decision: 'Tidsbegränsat uppehållstillstånd',
          outcome: 'Beviljat',
          reason: 'Skydd',
          applied: '2025-03-09',
          decided: '2025-09-02',
          period: { from: '2025-09-02', to: '2026-09-01' },
          permanent: false,
        },
      ],
    });
  });

  test('tells codes where it has no words, and a permit that has no end', async () => {
    const codes = `<svar><anledning>SKY</anledning><arendeTyp>UAT</arendeTyp><beslutsKod>PUT</beslutsKod>
      <beslutsTyp>BEV</beslutsTyp><fromDatum>2026-09-01</fromDatum><giltighetstid>PERMANENT</giltighetstid></svar>`;
    assert.deepEqual((await told(answers(codes))).facts, [
      {
        kind: 'permit',
        type: 'UAT',
        decision: 'PUT',
        outcome: 'BEV',
        reason: 'SKY',
        period: { from: '2026-09-01' },
        permanent: true,
      },
    ]);
  });

  test('tells one half of an arrival', async () => {
    const country = await told('<hemland>Exempelland</hemland>');
    assert.deepEqual(country.facts, [{ kind: 'arrival', country: 'Exempelland' }]);
    const day = await told('<inresedatum>2025-03-08</inresedatum>');
    assert.deepEqual(day.facts, [{ kind: 'arrival', date: '2025-03-08' }]);
  });

  test('has nothing to tell of someone whom it does not know, nor in an answer that is nil', async () => {
    assert.equal((await told(WHO)).verdict, 'nothing');
    assert.equal((await told(answers(''))).verdict, 'nothing');
    const nil = '<svar xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>';
    assert.equal((await told(answers(nil))).verdict, 'nothing');
    assert.equal((await told(answers(nil + PERMIT))).facts.length, 1);
  });

  test('is not empty when it failed, is not in the answer, or says something else', async () => {
    assert.equal(reasonOf(blockIn(await lookUp(errorIn('MIV', 'SSBT', '1')), 'MIV')), 'timeout');
    assert.equal(reasonOf(blockIn(await lookUp(errorIn('MIV', 'BT', '1')), 'MIV')), 'fault');
    assert.equal(reasonOf(blockIn(await lookUp(''), 'MIV')), 'no-answer');
    assert.equal(reasonOf(blockIn(await lookUp('<MIV><data/></MIV>'), 'MIV')), 'unreadable');
    assert.equal(reasonOf(blockIn(await lookUp('<MIV/>'), 'MIV')), 'unreadable');
  });

  test('tells what can be read, with a gap for what cannot', async () => {
    for (const broken of [
      '<beslutsdatum>i går</beslutsdatum>',
      '<giltighetstid>EVIG</giltighetstid>',
      '<fromDatum>2026-09-01</fromDatum><tomDatum>2025-09-01</tomDatum>',
    ]) {
      const block = await told(answers(`<svar><arendeTyp>UAT</arendeTyp>${broken}</svar>`));
      assert.deepEqual(block.facts, [{ kind: 'permit', type: 'UAT' }]);
      assert.deepEqual(block.sections, [gap('Tillstånd')]);
    }
    assert.equal(reasonOf(await told(answers('<svar><annat>x</annat></svar>'))), 'unreadable');
    assert.equal(reasonOf(await told(answers('<svar>x</svar>'))), 'unreadable');
    assert.deepEqual((await told('<inresedatum>i går</inresedatum>')).sections, [gap('Inresa')]);
  });

  test('says so when there are more permits than can be told', async () => {
    const block = await told(`<hemland>Exempelland</hemland>${answers(PERMIT.repeat(1000))}`);
    assert.equal(block.facts.length, 1000);
    assert.deepEqual(block.sections, [gap('Resten av uppgifterna', 'partly-missing')]);
  });

  test('never tells a name or a number', async () => {
    assertNoCanary(await ask(`${WHO}<hemland>Exempelland</hemland>${answers(PERMIT)}`));
    assertNoCanary(await lookUp(errorIn('MIV', 'BT', '1')));
  });

  test('tells how P3 came, and of the two permits', async () => {
    for (const deviations of [false, true]) {
      const { facts } = blockIn(await lookUpPersona('P3', 11, deviations), 'MIV');
      assert.deepEqual(
        facts.map((fact) => (fact.kind === 'permit' ? fact.permanent : fact)),
        [{ kind: 'arrival', country: 'Exempelland', date: '2025-03-08' }, false, true],
      );
    }
  });

  test('fits the model whatever stands in its elements', async () => {
    const leaves = anyLeaves(
      ...['anledning', 'anledningNamn', 'ansokningsdatum', 'arendeTyp', 'arendeTypNamn', 'beslutsKod'],
      ...['beslutsKodNamn', 'beslutsTyp', 'beslutsTypNamn', 'beslutsdatum', 'fromDatum', 'giltighetstid'],
      'tomDatum',
    );
    await fc.assert(
      fc.asyncProperty(
        anyLeaves('hemland', 'inresedatum'),
        anyNumberOf('svar', leaves),
        async (arrival, permits) => {
          const block = await told(arrival + answers(permits));
          if (permits.replaceAll('<svar></svar>', '') !== '') assert.notEqual(block.verdict, 'nothing');
        },
      ),
    );
  });
});
