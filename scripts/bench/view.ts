// What `<ssbtek-income-view>` costs with 500 payments over two years, as a ratio to a page that makes the very same nodes
// by hand, in a real browser, up to where they are laid out. Rounds are interleaved, the first are for warming up, and the
// median of the ratios is told.
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { BROWSER_ARGS, findBrowser } from '../browser.ts';
import { BUILD_TARGET } from '../floor/floor.ts';

interface Times {
  readonly element: readonly number[];
  readonly byHand: readonly number[];
  readonly nodes: number;
}

const result = await build({
  logLevel: 'warn',
  configFile: false,
  build: {
    write: false,
    target: BUILD_TARGET,
    lib: { entry: 'test/bench/view.ts', formats: ['iife'], name: 'bench' },
  },
});
const outputs = Array.isArray(result) ? result : [result];
const [script] = outputs.flatMap((each) => ('output' in each ? each.output : []));
if (script?.type !== 'chunk') throw new Error('The build gave no script.');

const browser = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGS] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  // A page of a site, since some of what is loaded looks for the site's storage.
  await page.route('http://localhost/', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
  await page.goto('http://localhost/');
  await page.addScriptTag({ content: script.code });
  const measured = await page.evaluate<Record<string, Times>>('bench.measure()');
  for (const [name, { element, byHand, nodes }] of Object.entries(measured)) {
    const ratios = element.map((time, round) => time / (byHand[round] ?? NaN)).sort((a, b) => a - b);
    const median = ratios[Math.floor(ratios.length / 2)] ?? NaN;
    console.log(
      `${name.padEnd(18)} ${String(nodes).padStart(5)} nodes  element / plain DOM: ${median.toFixed(2)}`,
    );
  }
} finally {
  await browser.close();
}
