// `npm run fuzz`: a million broken answers of the authorities are decoded, and a hundred thousand requests are sent to the host.
// `npm run fuzz -- answers 5000 42` and `npm run fuzz -- routes 5000 42`: one of them, so many, from a seed.
import fc from 'fast-check';
import { runSteps } from '../test/host/fuzz/fuzz.ts';
import { anySteps, MEAN_STEPS } from '../test/host/fuzz/steps.ts';
import { answersAbout, anyMutant, decodeMutant } from '../test/ssbtek/mutants.ts';

const [what = 'all', count, seed] = process.argv.slice(2);
const seeded = seed === undefined ? {} : { seed: Number(seed) };

if (what === 'all' || what === 'answers') {
  const numRuns = Number(count ?? 1_000_000);
  const answers = await answersAbout(200);
  await fc.assert(fc.asyncProperty(anyMutant(answers), decodeMutant), { numRuns, ...seeded });
  console.log(`${numRuns} answers with mistakes: each ended in an answer or in a typed failure`);
}

if (what === 'all' || what === 'routes') {
  const wanted = Number(count ?? 100_000);
  let sent = 0;
  const property = fc.asyncProperty(anySteps, async (steps) => {
    await runSteps(steps);
    sent += steps.length;
  });
  const parameters = { numRuns: Math.ceil(wanted / MEAN_STEPS), ...seeded };
  await fc.assert(property, parameters);
  console.log(`${sent} requests over all routes: no rule was broken`);
}
