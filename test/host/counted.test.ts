import { createLimits } from '@medborgarnavet/host';
import { LookupFailed, NDJSON, sourceThatFailed } from '@medborgarnavet/model';
import { singleParent } from '@medborgarnavet/mocks';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { host, OCTOBER, PERSON, type Settings } from './host.ts';

const limits = () => createLimits({ asking: { calls: 2, seconds: 600 } });
const failed = (): never => {
  throw new LookupFailed('connection');
};
const unchecked = {
  sources: singleParent.sources.map(({ source }) => sourceThatFailed(source, 'unavailable')),
  protectedIdentity: false,
};

describe('of the times that a person may ask the authorities', () => {
  test('none goes to what is refused before they are asked', async () => {
    const shared = limits();
    const { post, call } = host({ limits: shared });
    for (let times = 0; times < 3; times += 1) {
      assert.equal((await post('{')).status, 400);
      assert.equal((await post({ period: {} })).status, 400);
      assert.equal((await post(OCTOBER, { 'content-type': 'text/plain' })).status, 400);
      assert.equal((await call('PUT')).status, 405);
    }
    const none = host({ limits: shared, asking: { personnummer: PERSON } });
    assert.equal((await none.post()).status, 403);
    for (const expected of [200, 200, 429]) assert.equal((await post()).status, expected);
  });

  test('none goes to an outage, until it has been tried three times as often', async () => {
    const outages: Settings[] = [{ answer: failed }, { answer: unchecked }];
    for (const outage of outages)
      for (const accept of ['application/json', NDJSON]) {
        const shared = limits();
        const down = host({ ...outage, limits: shared });
        const ask = async () => {
          const answer = await down.post(OCTOBER, { accept });
          await answer.text();
          // What goes on being answered is given back when it has ended.
          await new Promise((resolve) => setImmediate(resolve));
          return answer.status;
        };
        for (let times = 0; times < 3; times += 1) assert.notEqual(await ask(), 429);
        // Up again: as many as ever.
        const up = host({ limits: shared });
        for (const expected of [200, 200, 429]) assert.equal((await up.post()).status, expected);
        assert.equal(await ask(), 429);
        assert.equal(down.asked.length, 3);
      }
  });

  test('none is won by asking several times at once', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { post, asked } = host({ limits: limits(), gate });
    const answers = Promise.all(Array.from({ length: 6 }, () => post()));
    while (asked.length < 2) await new Promise((resolve) => setImmediate(resolve));
    release();
    const statuses = (await answers).map(({ status }) => status).sort();
    assert.deepEqual(statuses, [200, 200, 429, 429, 429, 429]);
    assert.equal(asked.length, 2);
  });
});
