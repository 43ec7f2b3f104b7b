import { BackgroundStatement } from '@medborgarnavet/model';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { host, OCTOBER, PERSON, problem, type Settings } from './host.ts';

const ask = (settings: Settings = {}, body: unknown = OCTOBER) => {
  const asking = host(settings);
  return { ...asking, response: asking.post(body, {}, '/background') };
};

describe('POST /background', () => {
  test('tells what lies behind, source by source, and keeps nothing', async () => {
    const { response, asked, call } = ask();
    const { blocks, period } = BackgroundStatement.parse(await (await response).json());
    assert.deepEqual(
      blocks.map(({ source, verdict }) => [source, verdict]),
      [
        ['AF', 'answered'],
        ['TNS', 'unchecked'],
      ],
    );
    assert.deepEqual(period, OCTOBER.period);
    assert.equal(asked.length, 1);
    assert.equal((await call('GET')).status, 204);
  });

  test('asks nobody without an application that is to be handed in, and refuses what is not of the contract', async () => {
    const refused = ask({ asking: { personnummer: PERSON } });
    assert.deepEqual(await problem(await refused.response), [403, 'no-application']);
    assert.deepEqual(refused.asked, []);
    assert.deepEqual(await problem(await ask({}, { period: {} }).response), [400, 'invalid-input']);
  });

  test('tells nothing of a person with protected identity, and nothing of why', async () => {
    const { blocks } = BackgroundStatement.parse(await (await ask({ protected: true }).response).json());
    assert.deepEqual(blocks, [
      { source: 'AF', sections: [], verdict: 'nothing', facts: [] },
      { source: 'TNS', verdict: 'unchecked', reason: 'timeout', sections: [], facts: [] },
    ]);
  });
});
