import { LookupFailed, type IncomeAnswer, type SourceCode } from '@medborgarnavet/model';
import { startSimulator, type Faults, type Simulator } from '@medborgarnavet/simulator';
import { createSsbtek } from '@medborgarnavet/ssbtek';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { clock, config, OCTOBER, PERSON } from './asking.ts';

const error = (kalla: 'SSBT' | 'BT') => ({ kalla, felkod: '17', felmeddelande: 'Fel för {personnummer}' });
const patient = { outward: { perSecond: 1000, burst: 1000 } };

describe('each way to fail, over the wire', () => {
  let simulator: Simulator;
  before(async () => (simulator = await startSimulator({ clock })));
  after(() => simulator.close());

  async function ask(faults: Faults, version: 10 | 11 = 11): Promise<IncomeAnswer> {
    simulator.faults.clear();
    simulator.faults.set(faults);
    const lookUp = createSsbtek({
      config: config({ url: simulator.url, version, deadline: 60_000, ...patient }),
      clock,
    });
    return lookUp({ personnummer: PERSON, arende: 'EK-1', period: OCTOBER });
  }

  const said = (answer: IncomeAnswer, code: SourceCode): string => {
    const source = answer.sources.find((each) => each.source === code);
    const gaps =
      source?.sections.flatMap((section) => (section.verdict === 'unchecked' ? [section.reason] : [])) ?? [];
    const verdict = source?.verdict === 'unchecked' ? source.reason : String(source?.verdict);
    return [verdict, ...gaps].join(' ');
  };

  const table: readonly (readonly [Faults, SourceCode, string])[] = [
    [{ FK: { error: error('SSBT') } }, 'FK', 'timeout'],
    [{ FK: { error: error('SSBT') } }, 'PM', 'timeout'],
    [{ FK: { error: error('BT') } }, 'FK', 'fault'],
    [{ FK: { state: 'FELANDE' } }, 'FK', 'fault'],
    [{ FK: { state: 'OTILLGANGLIG' } }, 'FK', 'unavailable'],
    [{ PM: { state: 'OTILLGANGLIG' } }, 'PM', 'unavailable'],
    [{ PM: { state: 'OTILLGANGLIG' } }, 'FK', 'answered'],
    [{ FK: { missing: ['FK:BOB Bostadsbidrag'] } }, 'FK', 'answered fault'],
    [{ FK: { unauthorised: ['FK:BOB Bostadsbidrag'] } }, 'FK', 'answered not-allowed'],
    [{ FK: { malformed: 'encoding' } }, 'FK', 'unreadable'],
    [{ FK: { malformed: 'content' } }, 'FK', 'unreadable'],
    [{ FK: { absent: true } }, 'FK', 'no-answer'],
    [{ CSN: { error: error('SSBT') } }, 'CSN', 'timeout'],
    [{ CSN: { error: error('BT') } }, 'CSN', 'fault'],
    [{ CSN: { error: { ...error('BT'), felkod: '-1005' } } }, 'CSN', 'rejected'],
    [{ CSN: { result: '-2' } }, 'CSN', 'nothing'],
    [{ CSN: { result: '-1004' } }, 'CSN', 'rejected'],
    [{ CSN: { result: '-1005' } }, 'CSN', 'rejected'],
    [{ CSN: { result: '-1006' } }, 'CSN', 'outside-window'],
    [{ CSN: { result: '-1007' } }, 'CSN', 'rejected'],
    [{ CSN: { result: '-1101' } }, 'CSN', 'unavailable unavailable'],
    [{ CSN: { result: '-1102' } }, 'CSN', 'unavailable unavailable'],
    [{ CSN: { result: '-1103' } }, 'CSN', 'unavailable'],
    [{ CSN: { result: '-1104' } }, 'CSN', 'unavailable unavailable'],
    [{ CSN: { malformed: 'encoding' } }, 'CSN', 'unreadable'],
    [{ CSN: { malformed: 'content' } }, 'CSN', 'unreadable'],
    [{ CSN: { absent: true } }, 'CSN', 'no-answer'],
    [{ SO: { error: error('SSBT') } }, 'SO', 'timeout'],
    [{ SO: { error: error('BT') } }, 'SO', 'fault'],
    [{ SO: { absent: true } }, 'SO', 'no-answer'],
    [{ SKV: { error: error('SSBT') } }, 'SKV', 'timeout'],
    [{ SKV: { errors: { individuppgifter: error('BT') } } }, 'SKV', 'partly-missing fault'],
    [{ SKV: { absent: true } }, 'SKV', 'no-answer'],
  ];
  for (const [faults, source, expected] of table) {
    test(`${JSON.stringify(faults).slice(0, 90)} leaves ${source} ${expected}`, async () => {
      const found = said(await ask(faults), source);
      // A part that fails alone gives its own reason to a source that has nothing else.
      assert.ok(found === expected || found === expected.replace('partly-missing ', 'fault '), found);
    });
  }

  const whole: readonly (readonly [Faults['answer'], string])[] = [
    [{ http: 502 }, 'http-status'],
    [{ http: 404 }, 'http-refused'],
    [{ http: 200 }, 'unreadable'],
    [{ fault: true }, 'soap-fault'],
    [{ malformed: true }, 'unreadable'],
    [{ doctype: true }, 'unreadable'],
    [{ oversize: 3 }, 'too-large'],
    [{ reset: true }, 'connection'],
  ];
  for (const [answer, detail] of whole) {
    test(`${JSON.stringify(answer)} as a whole is ${detail}`, async () => {
      await assert.rejects(
        ask({ ...(answer && { answer }) }),
        (thrown) =>
          thrown instanceof LookupFailed && thrown.detail === detail && !thrown.message.includes(PERSON),
      );
    });
  }

  test('a fault of the wire that passes is not noticed', async () => {
    assert.equal(said(await ask({ answer: { delay: 50 } }, 10), 'FK'), 'answered');
  });
});
