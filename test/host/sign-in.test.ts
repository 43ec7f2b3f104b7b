import { memoryStatements } from '@medborgarnavet/host';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { application, clock, host, PERSON, problem, SIGN_IN } from './host.ts';
import { fakeClock } from './kommunikationsyta/stores.ts';

const HOUR = 60 * 60 * 1000;
const signedIn = (signIn: Partial<typeof SIGN_IN>) => ({
  asking: { personnummer: PERSON, application, signIn: { ...SIGN_IN, ...signIn } },
});

describe('a sign-in', () => {
  test('that is too weak is refused, and nobody is asked', async () => {
    for (const level of ['', 'http://id.elegnamnden.se/loa/1.0/loa2', 'loa3', 'LOA3']) {
      const { post, asked, log } = host(signedIn({ level }));
      assert.deepEqual(await problem(await post()), [401, 'not-signed-in'], level);
      assert.deepEqual(asked, []);
      assert.equal(log.at(-1)?.detail, 'level-too-low');
    }
    assert.equal(
      (await host(signedIn({ level: 'http://id.elegnamnden.se/loa/1.0/loa4' })).post()).status,
      200,
    );
  });

  test('holds for eight hours to the millisecond, and is then asked for again', async () => {
    const now = fakeClock(clock().toISOString());
    const { post, call, asked } = host({ ...signedIn({}), now });
    now.pass(8 * HOUR - 1);
    assert.equal((await post()).status, 200);
    now.pass(1);
    assert.deepEqual(await problem(await post()), [401, 'session-expired']);
    for (const [method, path] of [
      ['GET', '/income'],
      ['DELETE', '/income'],
    ] as const)
      assert.deepEqual(await problem(await call(method, path)), [401, 'session-expired']);
    assert.equal(asked.length, 1);
  });

  test('that is not yet, or at no time at all, is refused; clocks may differ by five minutes', async () => {
    const later = (minutes: number) => signedIn({ at: new Date(clock().getTime() + minutes * 60_000) });
    assert.equal((await host(later(5)).post()).status, 200);
    assert.deepEqual(await problem(await host(later(6)).post()), [401, 'not-signed-in']);
    const never = host(signedIn({ at: new Date(Number.NaN) }));
    assert.deepEqual(await problem(await never.post()), [401, 'not-signed-in']);
  });

  test('of another person, who comes back to the same page, finds nothing of the first', async () => {
    const statements = memoryStatements(clock);
    const own = () => statements;
    const first = host({ ...signedIn({}), statements: own });
    assert.equal((await first.post()).status, 200);
    const another = { personnummer: '189001109801', application: { ...application, reference: 'EK-2026-2' } };
    const second = host({ asking: another, statements: own });
    assert.equal((await second.call('GET')).status, 204);
  });
});

describe('somebody who asks too often', () => {
  test('is told when to come back, and nobody else is', async () => {
    const limits = {
      take: (call: string, person: string) =>
        Promise.resolve(call === 'POST /income' && person === PERSON ? { retryAfterSeconds: 42 } : undefined),
    };
    const response = await host({ limits }).post();
    assert.equal(response.headers.get('retry-after'), '42');
    assert.deepEqual(await problem(response), [429, 'too-many-requests']);
    assert.equal((await host({ limits }).call('GET')).status, 204);
    const other = { personnummer: '189001109801', application };
    assert.equal((await host({ limits, asking: other }).post()).status, 200);
  });
});
