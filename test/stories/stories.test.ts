import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { BROWSER_ARGS, findBrowser } from '../../scripts/browser.ts';
import { freePort } from '../e2e/demo.ts';
import { serve } from './static-server.ts';
import { accessibilityViolations, openStory, sidewaysScroll } from './story-page.ts';
import { buildStorybook, FOLDER } from './storybook.ts';

const entries = await buildStorybook();
const server = await serve(FOLDER);
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGS] });

after(async () => {
  await browser.close();
  server.close();
});

describe('stories', { concurrency: 4 }, () => {
  for (const entry of entries.filter(({ type }) => type === 'story'))
    it(`${entry.title}: ${entry.name} plays to its end, is accessible, and fits a phone`, async () => {
      await using story = await openStory(browser, server.url, entry);
      const { page, status, problems } = story;
      const violations = await accessibilityViolations(page);
      const sideways = await sidewaysScroll(page, 320);
      assert.deepEqual(
        { status, problems, violations, sideways },
        { status: 'success', problems: [], violations: [], sideways: 0 },
      );
    });
});

describe('docs pages', () => {
  for (const entry of entries.filter(({ type }) => type === 'docs'))
    it(`${entry.title} can be read`, async () => {
      await using docs = await openStory(browser, server.url, entry);
      const { status, problems } = docs;
      assert.deepEqual({ status, problems }, { status: 'success', problems: [] });
    });

  it('tell of attributes, events, parts and custom properties', async () => {
    const entry = entries.find(({ id }) => id === 'ssbtek-prefill-states--docs');
    assert(entry);
    await using docs = await openStory(browser, server.url, entry);
    for (const name of ['endpoint', 'ssbtek-prefill-fetched', 'amount', '--ssbtek-accent-color'])
      await docs.page.getByRole('cell', { name, exact: true }).waitFor();
  });
});

describe('npm run storybook', () => {
  it('serves the stories, and ends cleanly', async () => {
    const port = await freePort();
    const child = spawn('npm', ['run', 'storybook'], {
      env: { ...process.env, PORT: String(port) },
      stdio: 'ignore',
    });
    const exit = once(child, 'exit');
    const index = await untilServed(`http://localhost:${port}/index.json`, AbortSignal.timeout(120_000));
    assert.match(index, /ssbtek-prefill-states/);
    child.kill('SIGTERM');
    const [code] = (await exit) as [number | null];
    assert.equal(code, 0);
  });
});

/** The page, as soon as somebody serves it. */
async function untilServed(url: string, signal: AbortSignal): Promise<string> {
  for (;;) {
    signal.throwIfAborted();
    const response = await fetch(url, { signal }).catch(() => undefined);
    if (response?.ok) return response.text();
    await setTimeout(100);
  }
}
