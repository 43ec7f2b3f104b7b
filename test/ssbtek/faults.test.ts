import {
  LookupFailed,
  type BackgroundBlock,
  type IncomeAnswer,
  type Source,
  type SourceCode,
} from '@medborgarnavet/model';
import { startSimulator, type Faults, type Simulator } from '@medborgarnavet/simulator';
import { createSsbtek } from '@medborgarnavet/ssbtek';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { clock, config, OCTOBER, PERSON } from './asking.ts';

const error = (kalla: 'SSBT' | 'BT') => ({ kalla, felkod: '17', felmeddelande: 'Fel för {personnummer}' });
const patient = { outward: { perSecond: 1000, burst: 1000 } };

type Row = readonly [Faults, SourceCode, string];

/** What can befall any agency (facts §6), and the source that tells of it. */
const anywhere: readonly Row[] = (['FK', 'CSN', 'SO', 'SKV', 'AF', 'TNS', 'MIV'] as const).flatMap((agency) =>
  (agency === 'FK' ? (['FK', 'PM'] as const) : [agency]).flatMap((source): Row[] => [
    [{ [agency]: { error: error('SSBT') } }, source, 'timeout'],
    [{ [agency]: { error: error('BT') } }, source, 'fault'],
    [{ [agency]: { absent: true } }, source, 'no-answer'],
  ]),
);

const own: readonly Row[] = [
  [{ FK: { state: 'FELANDE' } }, 'FK', 'fault'],
  [{ FK: { state: 'OTILLGANGLIG' } }, 'FK', 'unavailable'],
  [{ PM: { state: 'FELANDE' } }, 'PM', 'fault'],
  [{ PM: { state: 'OTILLGANGLIG' } }, 'PM', 'unavailable'],
  [{ PM: { state: 'OTILLGANGLIG' } }, 'FK', 'answered'],
  [{ FK: { missing: ['FK:BOB Bostadsbidrag'] } }, 'FK', 'answered fault'],
  [{ FK: { unauthorised: ['FK:BOB Bostadsbidrag'] } }, 'FK', 'answered not-allowed'],
  [{ FK: { malformed: 'encoding' } }, 'FK', 'unreadable'],
  [{ FK: { malformed: 'content' } }, 'FK', 'unreadable'],
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
  [{ SO: { status: '9' } }, 'SO', 'unknown-status unknown-status'],
  [{ SO: { status: '1' } }, 'SO', 'nothing'],
];

/** Money only, or background only: they are asked for different parts of Skatteverket, and TNS has no money. */
const ofPayments: readonly Row[] = [
  [{ SKV: { errors: { individuppgifter: error('BT') } } }, 'SKV', 'fault fault'],
  [{ SKV: { errors: { skattekonto: { ...error('BT'), felkod: '404' } } } }, 'SKV', 'nothing'],
];
const ofBackground: readonly Row[] = [
  [{ SKV: { errors: { skatteuppgifter: error('BT') } } }, 'SKV', 'fault fault'],
  [{ TNS: { result: 'FEL' } }, 'TNS', 'fault'],
];

describe('each way to fail, over the wire', () => {
  let simulator: Simulator;
  before(async () => (simulator = await startSimulator({ clock })));
  after(() => simulator.close());

  function ssbtek(faults: Faults, version: 10 | 11 = 11) {
    simulator.faults.clear();
    simulator.faults.set(faults);
    return createSsbtek({
      config: config({ url: simulator.url, version, deadline: 60_000, ...patient }),
      clock,
    });
  }
  const question = { personnummer: PERSON, arende: 'EK-1', period: OCTOBER };
  const ask = (faults: Faults, version?: 10 | 11): Promise<IncomeAnswer> =>
    ssbtek(faults, version).lookUpIncome(question);

  /** The verdict, or the reason where there is none, and the reasons of the gaps inside. */
  const said = (told: readonly (Source | BackgroundBlock)[], code: SourceCode): string => {
    const found = told.find(({ source }) => source === code);
    const gaps = found?.sections.flatMap((each) => (each.verdict === 'unchecked' ? [each.reason] : [])) ?? [];
    return [found?.verdict === 'unchecked' ? found.reason : found?.verdict, ...gaps].join(' ');
  };

  const withMoney = ({ 1: source }: Row): boolean => !['AF', 'TNS', 'MIV'].includes(source);
  for (const [faults, source, expected] of [...anywhere.filter(withMoney), ...own, ...ofPayments]) {
    test(`payments: ${JSON.stringify(faults).slice(0, 90)} leaves ${source} ${expected}`, async () => {
      assert.equal(said((await ask(faults)).sources, source), expected);
    });
  }
  for (const [faults, source, expected] of [...anywhere, ...own, ...ofBackground]) {
    test(`background: ${JSON.stringify(faults).slice(0, 90)} leaves ${source} ${expected}`, async () => {
      const { blocks } = await ssbtek(faults).lookUpBackground(question);
      assert.equal(said(blocks, source), expected);
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
    assert.equal(said((await ask({ answer: { delay: 50 } }, 10)).sources, 'FK'), 'answered');
  });
});
