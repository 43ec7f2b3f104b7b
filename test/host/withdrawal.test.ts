import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { application, PERSON } from './host.ts';
import { keptHost } from './kept.ts';
import { promised } from './server/raw.ts';

const OF = { personnummer: PERSON, reference: application.reference };

describe('a withdrawal', { timeout: 120_000 }, () => {
  test('that comes while it is being written that a fetch begins holds', async () => {
    await using kept = await keptHost();
    const [began, goesOn] = [promised(), promised()];
    const audit: typeof kept.audit = {
      ...kept.audit,
      async write(of, event) {
        await kept.audit.write(of, event);
        if (event.action !== 'income-fetch' || event.outcome !== 'begun') return;
        began.resolve();
        await goesOn.promise;
      },
    };
    const fetched = kept.host({ audit }).post();
    await began.promise;
    assert.equal((await kept.host().call('DELETE')).status, 204);
    goesOn.resolve();
    assert.equal((await fetched).status, 409);
    assert.equal((await kept.host().call('GET')).status, 204);
  });

  test('that comes after a fetch has begun holds, wherever it comes between', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 40 }), async (turns) => {
        await using kept = await keptHost();
        const host = kept.host();
        const fetched = host.post();
        for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
        assert.equal((await host.call('DELETE')).status, 204);
        const { status } = await fetched;
        const isThere = (await host.call('GET')).status === 200;
        const told = (await kept.audit.ofCase(OF)).events.map(
          ({ action, outcome }) => `${action} ${outcome}`,
        );
        const began = told.indexOf('income-fetch begun');
        // What the audit says had begun before the withdrawal did must not be there.
        if (began < told.indexOf('income-withdraw begun')) assert.ok(!isThere, told.join(', '));
        assert.equal(
          isThere,
          status === 200 && told.indexOf('income-withdraw begun') < began,
          told.join(', '),
        );
      }),
      { numRuns: 30 },
    );
  });
});
