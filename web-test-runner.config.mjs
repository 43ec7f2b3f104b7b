import { esbuildPlugin } from '@web/dev-server-esbuild';
import { summaryReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { fileURLToPath } from 'node:url';
import { BROWSER_ARGS, findBrowser } from './scripts/browser.ts';
import { countReporter } from './scripts/count-reporter.ts';

export default {
  files: ['test/{elements,embed,client,mocks}/**/*.test.ts'],
  nodeResolve: { exportConditions: ['browser', 'production'] },
  middleware: [
    // msw's worker must lie at the root, or it sees no requests.
    (context, next) => {
      if (context.path === '/mockServiceWorker.js')
        context.path = '/node_modules/msw/lib/mockServiceWorker.js';
      return next();
    },
  ],
  plugins: [
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.web.json', import.meta.url)),
    }),
  ],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath: findBrowser(), args: [...BROWSER_ARGS] },
    }),
  ],
  testFramework: { config: { timeout: 60_000 } },
  testsStartTimeout: 120_000,
  testsFinishTimeout: 600_000,
  browserStartTimeout: 120_000,
  reporters: [summaryReporter(), countReporter()],
};
