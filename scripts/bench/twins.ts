// How long a fetch takes for a person with protected identity, as a ratio to one whom nobody knows (DESIGN rule 6). Rounds are
// interleaved, the first are for warming up, and the median of the ratios is told: 1 is what it should be.
import { singleParent } from '@medborgarnavet/mocks';
import { sourceThatAnswered } from '@medborgarnavet/model';
import { keptHost } from '../../test/host/kept.ts';

const WARM_UP = 20;
const ROUNDS = 201;

const nothing = singleParent.sources.map(({ source }) => sourceThatAnswered(source, []));
await using kept = await keptHost();
const twins = {
  guarded: kept.host({ answer: { sources: singleParent.sources, protectedIdentity: true } }),
  unknown: kept.host({ answer: { sources: nothing, protectedIdentity: false } }),
};

async function timed(host: (typeof twins)['guarded']): Promise<number> {
  const started = performance.now();
  await (await host.post()).text();
  return performance.now() - started;
}

const ratios: number[] = [];
for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
  // Who goes first changes, since the second finds things warm.
  const order = round % 2 === 0 ? (['guarded', 'unknown'] as const) : (['unknown', 'guarded'] as const);
  const times = { guarded: 0, unknown: 0 };
  for (const who of order) times[who] = await timed(twins[who]);
  if (round >= WARM_UP) ratios.push(times.guarded / times.unknown);
}
ratios.sort((one, other) => one - other);
const at = (part: number): string => (ratios[Math.floor(part * ratios.length)] ?? Number.NaN).toFixed(2);
console.log(
  `a fetch with protected identity beside one of nobody known: ${at(0.5)} (quartiles ${at(0.25)} and ${at(0.75)})`,
);
