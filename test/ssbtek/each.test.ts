import { LookupFailed, type IncomeAnswer, type LookupProgress, type SourceCode } from '@medborgarnavet/model';
import { PERSONAS, startSimulator, type Simulator } from '@medborgarnavet/simulator';
import { createSsbtek, type SsbtekConfigInput, type Transport } from '@medborgarnavet/ssbtek';
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { answering, clock, config, envelope, errorBlock, OCTOBER, PERSON } from './asking.ts';

const question = { personnummer: PERSON, arende: 'EK-1', period: OCTOBER };
const change = { calls: 'each', deadline: 60_000, outward: { perSecond: 1000, burst: 1000 } } as const;

/** The agency that an envelope asks. */
function asked(xml: string): string {
  return [...xml.matchAll(/ssbt:([A-Z]+) inkludera="true"/g)].map(([, agency]) => agency).join(' ');
}

const told = (progress: readonly LookupProgress[]) =>
  progress.map((each) => [
    each.kind,
    ...(each.kind === 'asked' ? each.sources : each.sources.map(({ source }) => source)),
    ...(each.kind === 'answered' ? [each.protectedIdentity] : []),
  ]);

describe('one call per agency, over the wire', () => {
  let simulator: Simulator;
  before(async () => (simulator = await startSimulator({ clock })));
  beforeEach(() => simulator.faults.clear());
  after(() => simulator.close());

  const ssbtek = (more: Partial<SsbtekConfigInput> = {}) =>
    createSsbtek({ config: config({ url: simulator.url, ...change, ...more }), clock });

  test('says the same of every person as one call for all', async () => {
    for (const version of [10, 11] as const) {
      for (const { personnummer } of PERSONAS) {
        const each = await ssbtek({ version }).lookUpIncome({ ...question, personnummer });
        const together = await ssbtek({ version, calls: 'together' }).lookUpIncome({
          ...question,
          personnummer,
        });
        assert.deepEqual(each, together);
      }
    }
  });

  test('tells what each says when it has answered, the slowest last', async () => {
    simulator.faults.set({ FK: { delay: 1500 } });
    const progress: LookupProgress[] = [];
    const answer = await ssbtek().lookUpIncome(question, {
      report: (each) => progress.push(each),
    });
    assert.deepEqual(told(progress)[0], ['asked', 'FK', 'PM', 'CSN', 'SO']);
    assert.deepEqual(told(progress).at(-1), ['answered', 'FK', 'PM', false]);
    const sources = progress.flatMap((each) => (each.kind === 'answered' ? each.sources : []));
    assert.deepEqual(new Set(sources), new Set(answer.sources));
  });

  test('goes on when one of the calls fails, and says so of that source alone', async () => {
    const transport: Transport = (xml, signal) =>
      asked(xml) === 'CSN' ? Promise.reject(new LookupFailed('tls')) : answering(envelope({}))(xml, signal);
    const answer = await createSsbtek({ config: config(change), clock, transport }).lookUpIncome(question);
    assert.deepEqual(verdicts(answer), { FK: 'nothing', PM: 'nothing', CSN: 'rejected', SO: 'nothing' });
  });
});

function verdicts({ sources }: IncomeAnswer): Partial<Record<SourceCode, string>> {
  return Object.fromEntries(
    sources.map((each) => [each.source, each.verdict === 'unchecked' ? each.reason : each.verdict]),
  );
}

describe('one call per agency', () => {
  test('asks each for its own and for nothing else', async () => {
    const sent: string[] = [];
    const transport: Transport = (xml, signal) => {
      sent.push(xml);
      return answering(envelope({}))(xml, signal);
    };
    await createSsbtek({ config: config(change), clock, transport }).lookUpIncome(question);
    assert.deepEqual(sent.map(asked), ['FK', 'CSN', 'SO']);
    await createSsbtek({ config: config({ ...change, calls: 'together' }), clock, transport }).lookUpIncome(
      question,
    );
    assert.equal(asked(sent.at(-1) ?? ''), 'CSN FK SO');
  });

  test('does not say whether the identity is protected before all who can tell have answered', async () => {
    const release = new Map<string, () => void>();
    const transport: Transport = async (xml, signal) => {
      await new Promise<void>((resolve) => release.set(asked(xml), resolve));
      return answering(envelope({}))(xml, signal);
    };
    const progress: LookupProgress[] = [];
    const lookup = createSsbtek({ config: config(change), clock, transport }).lookUpIncome(question, {
      report: (each) => progress.push(each),
    });
    const until = async (condition: () => boolean): Promise<void> => {
      while (!condition()) await new Promise((resolve) => setImmediate(resolve));
    };
    await until(() => release.size === 3);
    for (const [index, agency] of ['SO', 'CSN', 'FK'].entries()) {
      release.get(agency)?.();
      await until(() => progress.length === index + 2);
    }
    await lookup;
    assert.deepEqual(told(progress), [
      ['asked', 'FK', 'PM', 'CSN', 'SO'],
      ['answered', 'SO', undefined],
      ['answered', 'CSN', undefined],
      ['answered', 'FK', 'PM', false],
    ]);
  });

  test('keeps what has come when nobody waits any longer', async () => {
    const stop = new AbortController();
    const transport: Transport = async (xml, signal) => {
      if (asked(xml) !== 'SO') return answering(envelope({}))(xml, signal);
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => reject(new LookupFailed('timeout')));
      });
    };
    const progress: LookupProgress[] = [];
    const answer = await createSsbtek({ config: config(change), clock, transport }).lookUpIncome(question, {
      signal: stop.signal,
      report: (each) => {
        progress.push(each);
        if (progress.length === 3) stop.abort();
      },
    });
    assert.deepEqual(verdicts(answer), { FK: 'nothing', PM: 'nothing', CSN: 'nothing', SO: 'timeout' });
  });

  test('fails as a whole only when every call fails', async () => {
    const transport: Transport = () => Promise.reject(new LookupFailed('tls'));
    await assert.rejects(createSsbtek({ config: config(change), clock, transport }).lookUpIncome(question), {
      name: 'LookupFailed',
      detail: 'tls',
    });
  });

  test('says of a failed call what it was', async () => {
    const failures = {
      timeout: 'timeout',
      'soap-fault': 'rejected',
      unreadable: 'unreadable',
      tls: 'rejected',
      connection: 'unavailable',
    };
    for (const [detail, reason] of Object.entries(failures)) {
      const transport: Transport = (xml, signal) =>
        asked(xml) === 'FK'
          ? Promise.reject(new LookupFailed(detail as keyof typeof failures))
          : answering(envelope({ SO: errorBlock('SO', 'BT', '17') }))(xml, signal);
      const answer = await createSsbtek({ config: config(change), clock, transport }).lookUpIncome(question);
      assert.deepEqual(verdicts(answer), { FK: reason, PM: reason, CSN: 'nothing', SO: 'fault' });
    }
  });
});
