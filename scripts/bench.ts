// `npm run bench`: what our code costs, as ratios to the least that the same work can cost. `npm run bench -- view` runs one.
const BENCHES: Readonly<Record<string, () => Promise<unknown>>> = {
  decoding: () => import('./bench/decoding.ts'),
  view: () => import('./bench/view.ts'),
  twins: () => import('./bench/twins.ts'),
};

const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(BENCHES)) {
  if (wanted.length === 0 || wanted.includes(name)) await run();
}

export {};
