import fc from 'fast-check';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runSteps, type Tally } from './fuzz.ts';
import { anySteps, ROUTES } from './steps.ts';

// `npm run fuzz -- routes` sends a hundred thousand.
const RUNS = 150;
const SEED = 20_261_201;

test('No request in whatever pieces, with whatever between them, breaks a rule', async () => {
  const tally: Tally = new Map();
  await fc.assert(
    fc.asyncProperty(anySteps, (steps) => runSteps(steps, tally)),
    { numRuns: RUNS, seed: SEED },
  );
  // What never gets through tries nothing.
  for (const { method, path } of ROUTES)
    for (const statuses of [
      [200, 204],
      [401, 403],
    ])
      assert.ok(
        statuses.some((status) => tally.has(`${method} ${path} ${status}`)),
        `${method} ${path} was never answered ${statuses.join(' or ')}`,
      );
});
