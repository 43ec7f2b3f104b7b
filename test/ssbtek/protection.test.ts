import { LookupFailed, type IncomeAnswer, type LookupFailure } from '@medborgarnavet/model';
import { createSsbtek, type SoapAnswer, type Transport } from '@medborgarnavet/ssbtek';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { clock, config, envelope, OCTOBER, PERSON } from './asking.ts';

const OTHER = '189001029819';
const answered: SoapAnswer = { status: 200, body: Buffer.from(envelope({})) };
const patient = { outward: { perSecond: 1000, burst: 1000 } };

/** A service that does this at each call in turn, and goes on with the last. */
function service(...calls: (SoapAnswer | LookupFailure)[]) {
  let count = 0;
  const transport: Transport = () => {
    const call = calls[Math.min(count, calls.length - 1)];
    count += 1;
    return typeof call === 'string' || call === undefined
      ? Promise.reject(new LookupFailed(call ?? 'connection'))
      : Promise.resolve(call);
  };
  return { transport, calls: () => count };
}

const ask = (transport: Transport, change = {}) => {
  const { lookUpIncome: lookUp } = createSsbtek({
    config: config({ ...patient, ...change }),
    clock,
    transport,
  });
  return (personnummer = PERSON, arende = 'EK-1') => lookUp({ personnummer, arende, period: OCTOBER });
};

const detail = (lookup: Promise<IncomeAnswer>): Promise<string> =>
  lookup.then(
    () => 'answered',
    (error: unknown) => (error instanceof LookupFailed ? error.detail : String(error)),
  );

describe('a lookup', () => {
  test('is tried once more after a passing fault, and not a third time', async () => {
    const passing = service('connection', answered);
    assert.equal(await detail(ask(passing.transport)()), 'answered');
    assert.equal(passing.calls(), 2);
    const lasting = service({ status: 503, body: Buffer.from('') });
    assert.equal(await detail(ask(lasting.transport)()), 'http-status');
    assert.equal(lasting.calls(), 2);
  });

  test('is not tried again when it was refused, could not be read, or ran out of time', async () => {
    for (const failure of ['tls', 'timeout', 'too-large'] as const) {
      const refused = service(failure);
      assert.equal(await detail(ask(refused.transport)()), failure);
      assert.equal(refused.calls(), 1, failure);
    }
    for (const status of [200, 302, 404]) {
      const unreadable = service({ status, body: Buffer.from('hej') });
      await detail(ask(unreadable.transport)());
      assert.equal(unreadable.calls(), 1, String(status));
    }
  });

  test('is not made while too many have failed', async () => {
    const down = service('tls');
    const lookUp = ask(down.transport);
    for (let failures = 0; failures < 5; failures += 1) assert.equal(await detail(lookUp()), 'tls');
    assert.equal(await detail(lookUp()), 'circuit-open');
    assert.equal(down.calls(), 5);
  });

  test('that was wrong in itself does not count as the service being down', async () => {
    const fault = service({ status: 200, body: Buffer.from('<a/>') });
    const lookUp = ask(fault.transport);
    for (let failures = 0; failures < 8; failures += 1) assert.equal(await detail(lookUp()), 'unreadable');
  });

  test('waits for its turn beyond the burst, and is refused when the line is longer than anyone would wait', async () => {
    const slow = service(answered);
    const lookUp = ask(slow.transport, { outward: { perSecond: 0.001, burst: 2 }, deadline: 5_000 });
    assert.equal(await detail(lookUp(PERSON)), 'answered');
    assert.equal(await detail(lookUp(OTHER)), 'answered');
    assert.equal(await detail(lookUp(PERSON)), 'too-many');
    const brisk = ask(slow.transport, { outward: { perSecond: 50, burst: 1 } });
    const outcomes = await Promise.all([detail(brisk(PERSON)), detail(brisk(OTHER))]);
    assert.deepEqual(outcomes, ['answered', 'answered']);
  });
});

describe('one person', () => {
  test('is asked about once at a time; the same question meanwhile shares the answer', async () => {
    let open = 0;
    let most = 0;
    let calls = 0;
    const release: (() => void)[] = [];
    const transport: Transport = async () => {
      calls += 1;
      open += 1;
      most = Math.max(most, open);
      await new Promise<void>((resolve) => release.push(resolve));
      open -= 1;
      return answered;
    };
    const lookUp = ask(transport);
    const all = Promise.all([lookUp(), lookUp(), lookUp(PERSON, 'EK-2')]);
    while (calls < 2) {
      release.shift()?.();
      await new Promise(setImmediate);
    }
    release.shift()?.();
    const [first, second, third] = await all;
    assert.equal(first, second);
    assert.notEqual(first, third);
    assert.equal(calls, 2);
    assert.equal(most, 1);
  });
});

describe('whether a person may ask', () => {
  const period = OCTOBER;
  const refusal = new Error('signed out');
  /** A service whose answers are held back. */
  function heldBack() {
    const waiting: ((answer: SoapAnswer) => void)[] = [];
    let calls = 0;
    const transport: Transport = () => {
      calls += 1;
      return new Promise((resolve) => void waiting.push(resolve));
    };
    const { lookUpIncome, lookUpBackground } = createSsbtek({ config: config(patient), clock, transport });
    return {
      lookUpIncome,
      lookUpBackground,
      calls: () => calls,
      answer: async () => {
        while (waiting.length === 0) await new Promise((resolve) => setImmediate(resolve));
        waiting.shift()?.(answered);
      },
    };
  }

  test('is asked when it is the call’s turn, and not when it came into line', async () => {
    const { lookUpIncome, lookUpBackground, calls, answer } = heldBack();
    let mayAsk = true;
    const permit = (): Promise<void> => (mayAsk ? Promise.resolve() : Promise.reject(refusal));
    const first = lookUpIncome({ personnummer: PERSON, arende: 'EK-1', period }, { permit });
    while (calls() === 0) await new Promise((resolve) => setImmediate(resolve));
    const others = [
      lookUpIncome({ personnummer: PERSON, arende: 'EK-2', period }, { permit }),
      lookUpBackground({ personnummer: PERSON, arende: 'EK-1', period }, { permit }),
    ];
    const refused = Promise.all(others.map((other) => assert.rejects(other, refusal)));
    mayAsk = false;
    await answer();
    await first;
    await refused;
    assert.equal(calls(), 1);
  });

  test('is asked before a second attempt too', async () => {
    const passing = service('connection', answered);
    const { lookUpIncome } = createSsbtek({ config: config(patient), clock, transport: passing.transport });
    let asked = 0;
    const permit = (): Promise<void> => {
      asked += 1;
      return asked === 1 ? Promise.resolve() : Promise.reject(refusal);
    };
    await assert.rejects(lookUpIncome({ personnummer: PERSON, arende: 'EK-1', period }, { permit }), refusal);
    assert.deepEqual([asked, passing.calls()], [2, 1]);
  });

  test('is one thing for each who asks: who may not does not keep another from the same answer', async () => {
    const { lookUpIncome, calls, answer } = heldBack();
    const question = { personnummer: PERSON, arende: 'EK-1', period };
    const refused = assert.rejects(
      lookUpIncome(question, { permit: () => Promise.reject(refusal) }),
      refusal,
    );
    const permitted = lookUpIncome(question, { permit: () => Promise.resolve() });
    await refused;
    await answer();
    assert.equal((await permitted).sources.length > 0, true);
    assert.equal(calls(), 1);
  });
});
