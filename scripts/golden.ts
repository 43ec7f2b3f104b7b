// `npm run golden`: writes anew what `<ssbtek-income-view>` says of each test person. Read what has changed.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync('web-test-runner', ['--files', 'test/elements/income-view.personas.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, GOLDEN: 'write' },
});
process.exitCode = status ?? 1;
