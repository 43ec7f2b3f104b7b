// `npm run fix`: formats, and mends what lint can mend.
import { spawnSync } from 'node:child_process';

for (const [command = '', ...args] of [
  ['eslint', '.', '--fix'],
  ['prettier', '--write', '.', '--log-level', 'warn'],
]) {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
