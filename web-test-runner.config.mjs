import { esbuildPlugin } from '@web/dev-server-esbuild';
import { summaryReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { mkdirSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { BROWSER_ARGS, findBrowser } from './scripts/browser.ts';
import { countReporter } from './scripts/count-reporter.ts';
import { BUILD_TARGET } from './scripts/floor/floor.ts';

const GOLDEN = fileURLToPath(new URL('./test/elements/golden/', import.meta.url));

/** Only under `npm run golden` may a test write what it has found. */
async function keepGolden(context, next) {
  const [, name] = /^\/test\/elements\/golden\/(\w+\.txt)$/.exec(context.path) ?? [];
  if (process.env.GOLDEN !== 'write' || context.method !== 'PUT' || name === undefined) return next();
  mkdirSync(GOLDEN, { recursive: true });
  writeFileSync(GOLDEN + name, await text(context.req));
  context.status = 204;
}

export default {
  files: ['test/{elements,embed,client}/**/*.test.ts'],
  nodeResolve: { exportConditions: ['browser', 'production'] },
  middleware: [
    // msw's worker must lie at the root, or it sees no requests.
    (context, next) => {
      if (context.path === '/mockServiceWorker.js')
        context.path = '/node_modules/msw/lib/mockServiceWorker.js';
      return next();
    },
    keepGolden,
  ],
  plugins: [
    esbuildPlugin({
      ts: true,
      target: BUILD_TARGET,
      tsconfig: fileURLToPath(new URL('./tsconfig.web.json', import.meta.url)),
    }),
  ],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath: findBrowser(), args: [...BROWSER_ARGS] },
    }),
  ],
  testFramework: { config: { timeout: 600_000 } },
  testsStartTimeout: 300_000,
  testsFinishTimeout: 1_800_000,
  browserStartTimeout: 300_000,
  reporters: [summaryReporter(), countReporter()],
};
