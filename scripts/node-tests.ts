// Runs test files with Node's own runner and ends with `N passed, N failed`, the line that scripts/test.ts reads.
import { globSync } from 'node:fs';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const files = process.argv.slice(2).flatMap((pattern) => globSync(pattern));
let passed = 0;
let failed = 0;
const stream = run({ files, concurrency: 2, timeout: 15 * 60_000 });
stream.on('test:pass', ({ details, skip }) => {
  if (details.type === 'suite') return;
  if (skip === undefined || skip === false) passed += 1;
  else if (typeof skip === 'string') console.log(`skipped: ${skip}`);
});
stream.on('test:fail', ({ details }) => {
  if (details.type !== 'suite') failed += 1;
});
stream.on('end', () => {
  // After the reporter's own summary.
  setImmediate(() => {
    console.log(`${passed} passed, ${failed} failed`);
    process.exitCode = failed === 0 ? 0 : 1;
  });
});
stream.pipe(new spec()).pipe(process.stdout);
