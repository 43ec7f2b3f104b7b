// `npm run storybook`: every state of the elements, on http://localhost:6006 (PORT changes it).
// `node scripts/storybook.ts build`: the same as files, in storybook-static/.
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const program = (specifier: string): string => fileURLToPath(import.meta.resolve(specifier));

const analyzed = spawnSync(
  process.execPath,
  [
    program('@custom-elements-manifest/analyzer/cem.js'),
    'analyze',
    '--quiet',
    '--config',
    '.storybook/custom-elements-manifest.config.mjs',
  ],
  { stdio: 'inherit' },
);
if (analyzed.status !== 0) process.exit(analyzed.status ?? 1);

const command =
  process.argv[2] === 'build'
    ? ['build', '--output-dir', 'storybook-static', '--loglevel', 'warn']
    : [
        'dev',
        ...['--host', 'localhost', '--port', process.env['PORT'] ?? '6006', '--exact-port'],
        ...['--ci', '--no-open', '--no-version-updates'],
      ];
const storybook = spawn(
  process.execPath,
  [program('storybook/internal/bin/dispatcher'), ...command, '--disable-telemetry'],
  { stdio: 'inherit', env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' } },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => storybook.kill(signal));
storybook.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
