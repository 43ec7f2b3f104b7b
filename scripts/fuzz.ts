// `npm run fuzz`: a million answers with mistakes in them. `npm run fuzz -- 5000 42`: so many, from a seed.
import fc from 'fast-check';
import { answersAbout, anyMutant, decodeMutant } from '../test/ssbtek/mutants.ts';

const [runs = '1000000', seed] = process.argv.slice(2);
const answers = await answersAbout(200);
await fc.assert(fc.asyncProperty(anyMutant(answers), decodeMutant), {
  numRuns: Number(runs),
  ...(seed !== undefined && { seed: Number(seed) }),
});
console.log(`${runs} answers with mistakes: each ended in an answer or in a typed failure`);
