// `npm run golden`: writes anew what `<ssbtek-income-view>` says of each test person, and what is handed in. Read what has changed.
import { spawnSync } from 'node:child_process';

for (const [command = '', ...args] of [
  ['web-test-runner', '--files', 'test/elements/income-view.personas.test.ts'],
  ['node', 'scripts/node-tests.ts', 'test/host/submission/handed-in.golden.test.ts'],
]) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, GOLDEN: 'write' } });
  if (status !== 0) process.exitCode = 1;
}
