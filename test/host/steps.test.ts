import { nothingAnywhere, singleParent } from '@medborgarnavet/mocks';
import {
  IncomeStep,
  LookupFailed,
  NDJSON,
  problemTypeOf,
  sourceThatFailed,
  type LookupProgress,
  type Source,
} from '@medborgarnavet/model';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { host, OCTOBER, PERSON, problem, seal, type Settings } from './host.ts';

const [fk, pm, csn, so] = singleParent.sources;
const asked: LookupProgress = { kind: 'asked', sources: ['FK', 'PM', 'CSN', 'SO'] };
const answered = (
  protectedIdentity: boolean | undefined,
  ...sources: (Source | undefined)[]
): LookupProgress => ({
  kind: 'answered',
  sources: sources.filter((source) => source !== undefined),
  protectedIdentity,
});

async function steps(settings: Settings) {
  const asking = host(settings);
  const response = await asking.post(OCTOBER, { accept: `${NDJSON}, application/json` });
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  return { ...asking, response, lines, told: lines.map((line) => IncomeStep.parse(JSON.parse(line))) };
}

const names = (told: readonly IncomeStep[]) =>
  told.map((each) => (each.step === 'source' ? `${each.source.source} ${each.source.verdict}` : each.step));

/** The log is written when all has been told. */
async function logged(log: readonly unknown[]): Promise<void> {
  while (log.length === 0) await new Promise((resolve) => setImmediate(resolve));
}

describe('POST /income in steps', () => {
  test('tells who is asked, what each says as it answers, and last the sealed statement that is kept', async () => {
    const progress = [asked, answered(false, fk, pm), answered(false, so), answered(false, csn)];
    const { response, told, call } = await steps({ progress });
    assert.equal(response.headers.get('content-type'), `${NDJSON}; charset=utf-8`);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    assert.deepEqual(names(told), [
      ...['asked', 'FK answered', 'PM nothing', 'SO nothing', 'CSN nothing', 'statement'],
    ]);
    const last = told.at(-1);
    assert.ok(last?.step === 'statement' && (await seal.verify(last.statement, 'EK-2026-1')));
    assert.deepEqual(await (await call('GET')).json(), last.statement);
  });

  test('tells nothing of an answer before it is known whether the identity is protected', async () => {
    const { told } = await steps({
      progress: [asked, answered(undefined, so), answered(undefined, fk, pm), answered(false, csn)],
    });
    assert.deepEqual(names(told), [
      ...['asked', 'SO nothing', 'FK answered', 'PM nothing', 'CSN nothing', 'statement'],
    ]);
    const waiting = await steps({ progress: [asked, answered(undefined, fk, pm)] });
    assert.deepEqual(names(waiting.told), ['asked', 'statement']);
  });

  test('is to the byte the same for a person with protected identity as for one whom nobody knows', async () => {
    const told = async (sources: readonly Source[], protectedIdentity: boolean) => {
      const [one, two, three, four] = sources;
      const { lines } = await steps({
        answer: { sources, protectedIdentity },
        progress: [
          asked,
          answered(undefined, one, two),
          answered(protectedIdentity, three),
          answered(protectedIdentity, four),
        ],
      });
      return lines.map((line) => line.replace(/"seal":"[^"]*"/, ''));
    };
    assert.deepEqual(await told(singleParent.sources, true), await told(nothingAnywhere.sources, false));
    assert.notDeepEqual(await told(singleParent.sources, false), await told(nothingAnywhere.sources, false));
  });

  test('ends with a problem when nothing could be fetched, and is logged when it has ended', async () => {
    const { response, told, log } = await steps({
      progress: [asked, answered(false, sourceThatFailed('SO', 'timeout'))],
      answer: () => {
        throw new LookupFailed('timeout');
      },
    });
    assert.deepEqual(names(told), ['asked', 'SO unchecked', 'problem']);
    const last = told.at(-1);
    assert.equal(last?.step === 'problem' && problemTypeOf(last.problem), 'upstream-timeout');
    assert.equal(response.status, 200);
    await logged(log);
    assert.deepEqual(
      log.map(({ status, problem, detail }) => [status, problem, detail]),
      [[200, 'upstream-timeout', 'timeout']],
    );
    const { lines } = await steps({
      answer: () => {
        throw new Error(`secret ${PERSON}`);
      },
    });
    assert.ok(lines.every((line) => !line.includes(PERSON) && !line.includes('secret')));
  });

  test('is refused like any other when nobody may be asked', async () => {
    const { post, asked } = host({ asking: { personnummer: PERSON } });
    assert.deepEqual(await problem(await post(OCTOBER, { accept: NDJSON })), [403, 'no-application']);
    assert.deepEqual(asked, []);
  });

  test('keeps what had come when the page stops listening', async () => {
    const { post, call, log } = host({ progress: [asked], untilStopped: true });
    const response = await post(OCTOBER, { accept: NDJSON });
    await response.body?.cancel();
    await logged(log);
    assert.equal((await call('GET')).status, 200);
  });
});
