import { createSeal, memoryStatements } from '@medborgarnavet/host';
import { nothingAnywhere, partlyChecked, singleParent } from '@medborgarnavet/mocks';
import {
  IncomeStatement,
  LookupFailed,
  UnsealedStatement,
  type IncomeAnswer,
  type LookupFailure,
} from '@medborgarnavet/model';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { application, clock, host, OCTOBER, PERSON, problem, seal, type Settings } from './host.ts';

describe('POST /income', () => {
  test('asks about the one who is signed in, and tells a sealed statement', async () => {
    const { post, asked } = host();
    const response = await post();
    assert.equal(response.status, 200);
    const statement = IncomeStatement.parse(await response.json());
    assert.deepEqual(asked, [{ personnummer: PERSON, arende: 'EK-2026-1', ...OCTOBER }]);
    assert.equal(statement.fetchedAt, '2026-11-21T08:00:00.000Z');
    assert.deepEqual(statement.sources, singleParent.sources);
    assert.equal(await seal.verify(statement, 'EK-2026-1'), true);
  });

  test('is answered so that nothing keeps it or guesses at it', async () => {
    const { headers } = await host().post();
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
    assert.equal(headers.get('content-type'), 'application/json; charset=utf-8');
  });

  test('asks no authority without somebody signed in, an open application, and the intent to hand it in', async () => {
    const refusals: [Settings, number, string][] = [
      [{ asking: undefined }, 401, 'not-signed-in'],
      [{ asking: { personnummer: PERSON } }, 403, 'no-application'],
      [
        { asking: { personnummer: PERSON, application: { ...application, intent: 'browse' } } },
        403,
        'purpose-refused',
      ],
    ];
    for (const [settings, status, type] of refusals) {
      const { post, call, asked } = host(settings);
      assert.deepEqual(await problem(await post()), [status, type]);
      assert.deepEqual(await problem(await call('GET')), [status, type]);
      assert.deepEqual(asked, []);
    }
  });

  test('refuses what the contract does not have, before any authority is asked', async () => {
    const bodies: unknown[] = [
      ...['', 'inte json', '[]', 'null', '{"__proto__":{}}', { period: {} }, {}],
      { ...OCTOBER, personnummer: PERSON },
      { period: { from: '2026-10-31', to: '2026-10-01' } },
      { period: { from: '2026-10-01', to: '2026-02-30' } },
      { period: { from: '2020-01-01', to: '2026-10-31' } },
      { ...OCTOBER, x: 'x'.repeat(70_000) },
    ];
    for (const body of bodies) {
      const { post, asked } = host();
      assert.deepEqual(
        await problem(await post(body)),
        [400, 'invalid-input'],
        JSON.stringify(body).slice(0, 80),
      );
      assert.deepEqual(asked, []);
    }
    assert.deepEqual(await problem(await host().post(OCTOBER, { 'content-type': 'text/plain' })), [
      400,
      'invalid-input',
    ]);
  });

  test('refuses pages of other sites', async () => {
    const { post, asked } = host();
    for (const site of ['cross-site', 'same-site', 'none', '']) {
      assert.equal(
        (await post(OCTOBER, { 'sec-fetch-site': site, origin: 'https://other.example' })).status,
        403,
      );
    }
    assert.deepEqual(asked, []);
  });

  const LASTING: Readonly<Record<LookupFailure, boolean>> = {
    timeout: false,
    connection: false,
    'http-status': false,
    'circuit-open': false,
    'too-many': false,
    tls: true,
    'http-refused': true,
    'soap-fault': true,
    'too-large': true,
    unreadable: true,
    'invalid-question': true,
  };

  for (const [detail, isLasting] of Object.entries(LASTING))
    test(`tells ${detail} as what ${isLasting ? 'lasts' : 'may pass'}, without a time to try again`, async () => {
      const answer = () => {
        throw new LookupFailed(detail as LookupFailure);
      };
      const response = await host({ answer }).post();
      assert.equal(response.headers.get('retry-after'), null);
      const [, type] = await problem(response);
      assert.equal(type === 'upstream-refused', isLasting, String(type));
    });

  test('tells when nothing could be fetched, and why, without a word from elsewhere', async () => {
    const fails = (error: Error) => ({
      answer: () => {
        throw error;
      },
    });
    assert.deepEqual(await problem(await host(fails(new LookupFailed('timeout'))).post()), [
      504,
      'upstream-timeout',
    ]);
    assert.deepEqual(await problem(await host(fails(new LookupFailed('http-status'))).post()), [
      502,
      'upstream-unavailable',
    ]);
    const { post, log } = host(fails(new Error(`secret ${PERSON}`)));
    const response = await post();
    const text = await response.text();
    assert.equal(response.status, 500);
    assert.ok(!text.includes(PERSON) && !text.includes('secret'));
    assert.ok(!JSON.stringify(log).includes(PERSON));
  });

  test('leaves a person with protected identity out without a trace', async () => {
    const answerFor = async (answer: IncomeAnswer) => {
      const text = await (await host({ answer }).post()).text();
      return text.replace(/,"seal":"[^"]*"/, '');
    };
    const nobody = await answerFor({ sources: nothingAnywhere.sources, protectedIdentity: false });
    assert.equal(await answerFor({ sources: singleParent.sources, protectedIdentity: true }), nobody);
    assert.notEqual(await answerFor({ sources: singleParent.sources, protectedIdentity: false }), nobody);
    const failing = JSON.parse(
      await answerFor({ sources: partlyChecked.sources, protectedIdentity: true }),
    ) as IncomeStatement;
    assert.deepEqual(
      failing.sources.map(({ verdict }) => verdict),
      // What is out of order for everybody is told; an a-kassa with an unknown status would tell of a member.
      ['unchecked', 'unchecked', 'unchecked', 'nothing'],
    );
  });
});

describe('GET /income', () => {
  test('tells what was last fetched in this application, and asks nobody', async () => {
    const { call, post, asked } = host();
    assert.equal((await call('GET')).status, 204);
    await post();
    await post();
    const statement = IncomeStatement.parse(await (await call('GET')).json());
    assert.equal(statement.id, 'statement-2');
    assert.equal(asked.length, 2);
  });
});

describe('DELETE /income', () => {
  test('forgets what was fetched, and does nothing when nothing was', async () => {
    const { call, post } = host();
    assert.equal((await call('DELETE')).status, 204);
    await post();
    assert.equal((await call('DELETE')).status, 204);
    assert.equal((await call('GET')).status, 204);
    assert.deepEqual(await problem(await host({ asking: undefined }).call('DELETE')), [401, 'not-signed-in']);
  });
});

describe('a fetch that is under way', () => {
  test('brings nothing back that was withdrawn meanwhile', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const { call, post, asked } = host({ gate });
    const fetched = post();
    while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await call('DELETE');
    release();
    assert.deepEqual(await problem(await fetched), [409, 'conflict']);
    assert.equal((await call('GET')).status, 204);
    assert.equal((await post()).status, 200);
  });
});

describe('other calls', () => {
  test('are not there', async () => {
    const { call } = host();
    assert.equal((await call('GET', '/')).status, 404);
    assert.equal((await call('GET', '/income/1')).status, 404);
    assert.equal((await call('GET', '/__proto__')).status, 404);
    const response = await call('PUT');
    assert.deepEqual([response.status, response.headers.get('allow')], [405, 'GET, DELETE, POST']);
  });

  test('are logged with fields from a list, and nothing that the caller chose', async () => {
    const { call, post, log } = host();
    await post();
    await call('GET', `/${PERSON}`);
    assert.deepEqual(log, [
      { time: '2026-11-21T08:00:00.000Z', call: 'POST /income', status: 200, duration: 0 },
      { time: '2026-11-21T08:00:00.000Z', call: 'other', status: 404, duration: 0 },
    ]);
  });
});

describe('the seal', () => {
  const unsealed = UnsealedStatement.parse(
    Object.fromEntries(Object.entries(singleParent).filter(([field]) => field !== 'seal')),
  );

  test('holds for the statement and the application that it was made for, and for nothing else', async () => {
    const sealed = await seal.sign(unsealed, 'EK-1');
    assert.equal(await seal.verify(sealed, 'EK-1'), true);
    assert.equal(await seal.verify(sealed, 'EK-2'), false);
    assert.equal(await seal.verify({ ...sealed, fetchedAt: '2026-11-21T08:14:00.001Z' }, 'EK-1'), false);
    assert.equal(await createSeal(new Uint8Array(32).fill(8), 'test-1').verify(sealed, 'EK-1'), false);
    for (const broken of ['', '.', '..', 'a..b', `${sealed.seal}A`, sealed.seal.slice(0, -2)]) {
      assert.equal(await seal.verify({ ...sealed, seal: broken }, 'EK-1'), false, broken);
    }
  });

  test('does not depend on the order in which JSON comes back', async () => {
    const sealed = await seal.sign(unsealed, 'EK-1');
    const shuffled = Object.fromEntries(Object.entries(sealed).reverse()) as IncomeStatement;
    assert.equal(await seal.verify(shuffled, 'EK-1'), true);
  });

  test('is not made with a short key', () => {
    const key = new Uint8Array(32);
    assert.throws(() => createSeal(new Uint8Array(31), 'test'), /at least 32 bytes/);
    assert.throws(() => createSeal(key, 'a', [{ id: 'b', key: new Uint8Array(31) }]), /at least 32 bytes/);
    assert.throws(() => createSeal(key, 'a', [{ id: 'a', key: new Uint8Array(33) }]), /have one id/);
  });
});

describe('statements in memory', () => {
  test('are forgotten after seven days', async () => {
    let now = clock();
    const statements = memoryStatements(() => now);
    await statements.save('EK-1', singleParent, await statements.generation('EK-1'));
    now = new Date(clock().getTime() + 7 * 86_400_000 - 1);
    assert.ok(await statements.find('EK-1'));
    now = new Date(now.getTime() + 1);
    assert.equal(await statements.find('EK-1'), undefined);
  });
});
