// `npm test`: every suite, side by side, and one line at the end that sums them up.
// `npm test -- logic browser` runs only those.
import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { findBrowser } from './browser.ts';
import { findingsIn } from './canary-scan.ts';

interface Suite {
  readonly name: string;
  readonly command: readonly string[];
  /** Whether the command's own last line of counts is read; otherwise the whole command is one check. */
  readonly counts: boolean;
  /** Suites that drive a browser or a server run after the others, one at a time, so that they do not starve each other. */
  readonly heavy: boolean;
}

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const nodeTests = (name: string, patterns: readonly string[], heavy: boolean): Suite => ({
  name,
  command: ['node', 'scripts/node-tests.ts', ...patterns],
  counts: true,
  heavy,
});

const types = globSync('{packages/*,demo,stories,test,.}/tsconfig.json').map((config): Suite => ({
  name: `types ${config}`,
  command: ['tsc', '-p', config],
  counts: false,
  heavy: false,
}));

const suites: readonly Suite[] = [
  ...types,
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'], counts: false, heavy: false },
  {
    name: 'format',
    command: ['prettier', '--check', '.', '--log-level', 'warn'],
    counts: false,
    heavy: false,
  },
  nodeTests('logic', ['test/{model,mocks,ssbtek,host,simulator,demo,project}/**/*.test.ts'], false),
  { name: 'browser', command: ['web-test-runner'], counts: true, heavy: true },
  nodeTests('stories', ['test/stories/*.test.ts'], true),
  nodeTests('end to end', ['test/e2e/*.test.ts'], true),
];

const wanted = process.argv.slice(2);
const chosen = suites.filter(
  ({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)),
);
const environment = { ...process.env };
const noBrowser = chosen.some(({ heavy }) => heavy) ? prepareBrowser() : undefined;

const results: Count[] = [];
await eachAtMost(
  3,
  chosen.filter(({ heavy }) => !heavy),
  async (suite) => results.push(await run(suite)),
);
await eachAtMost(
  1,
  chosen.filter(({ heavy }) => heavy),
  async (suite) => results.push(noBrowser === undefined ? await run(suite) : notRun(suite, noBrowser)),
);

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** Gives the suites a browser; when there is none to be had, the sentence that says what to install. */
function prepareBrowser(): string | undefined {
  try {
    environment['CHROME_PATH'] = findBrowser();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function notRun({ name }: Suite, why: string): Count {
  console.log(`FAILED  ${name}: ${why}`);
  return { passed: 0, failed: 1 };
}

async function run(suite: Suite): Promise<Count> {
  const started = performance.now();
  const { code, output } = await collect(suite.command);
  const count = suite.counts ? lastCount(output) : undefined;
  // A suite that dies before it has counted, or that ends badly with nothing counted as failed, has failed.
  const own = {
    passed: count?.passed ?? (code === 0 && !suite.counts ? 1 : 0),
    failed: Math.max(count?.failed ?? 0, code === 0 && (count || !suite.counts) ? 0 : 1),
  };
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (own.failed > 0) process.stdout.write(`${output}\n`);
  // All that a suite writes counts as one check more when it holds what must not be told.
  const findings = findingsIn(output);
  for (const { line, kind } of findings) console.log(`${suite.name} wrote ${kind} on line ${line}`);
  const result = { ...own, failed: own.failed + (findings.length > 0 ? 1 : 0) };
  console.log(
    `${result.failed > 0 ? 'FAILED' : 'ok'}  ${suite.name}: ${result.passed} of ${result.passed + result.failed}, ${seconds} s`,
  );
  return result;
}

function collect([command = '', ...args]: readonly string[]): Promise<{
  code: number | null;
  output: string;
}> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

function lastCount(output: string): Count | undefined {
  const [, passed, failed] = [...output.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1) ?? [];
  return passed === undefined || failed === undefined
    ? undefined
    : { passed: Number(passed), failed: Number(failed) };
}

async function eachAtMost<T>(
  most: number,
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const waiting = [...items];
  const worker = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: most }, worker));
}
