import axe from 'axe-core';
import type { Browser, ConsoleMessage, Page } from 'playwright-core';
import type { Channel } from 'storybook/internal/channels';
import { PATIENCE } from '../e2e/demo.ts';
import type { Entry } from './storybook.ts';

declare global {
  var __STORYBOOK_ADDONS_CHANNEL__: Channel | undefined;
}

/** Rules about a page as a whole. A story is a part of one: its host has the `main` and the first heading. */
const RULES_FOR_PAGES = ['landmark-one-main', 'page-has-heading-one'];

export interface StoryPage extends AsyncDisposable {
  readonly page: Page;
  /** What the page complained of, in its own words. A play function that fails is told of here: on the console. */
  readonly problems: readonly string[];
  /** How the story ended: `success` when no check of Storybook's own, such as its accessibility audit, has failed. */
  readonly status: string | undefined;
}

/** Opens a story and waits until its play function, and what Storybook checks after it, has ended. */
export async function openStory(browser: Browser, url: string, entry: Entry): Promise<StoryPage> {
  // Stories side by side in one context would share the worker that answers their requests.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() !== 'error' || isExpected(message, entry)) return;
    const [firstLine = ''] = message.text().split('\n');
    problems.push(`${firstLine} ${message.location().url}`);
  });
  await page.goto(`${url}/iframe.html?id=${entry.id}&viewMode=${entry.type}`);
  const status = await page
    .waitForFunction(endOf, entry.type === 'docs' ? 'docsRendered' : 'storyFinished')
    .then((handle) => handle.jsonValue())
    .catch((error: unknown) => String(error));
  return { page, problems, status, [Symbol.asyncDispose]: () => context.close() };
}

/**
 * Runs in the page. `storyFinished` is what Storybook's own test-runner waits for: it comes after the play function and
 * after the audit of addon-a11y, which must be over because axe runs once at a time. The channel keeps the last event of
 * each kind, so that it does not matter whether it came before we looked.
 */
function endOf(event: string): string | undefined {
  const [end] = (globalThis.__STORYBOOK_ADDONS_CHANNEL__?.last(event) ?? []) as {
    readonly status?: string;
  }[];
  return end && (end.status ?? 'success');
}

/** The browser itself reports a request that was refused or that failed, and a story may be about just that. */
function isExpected(message: ConsoleMessage, { tags }: Entry): boolean {
  return (
    tags.includes('failure') &&
    message.text().startsWith('Failed to load resource') &&
    message.location().url.endsWith('/income')
  );
}

/** What axe finds with all of its rules, also those that are off by default. It looks into open shadow roots. */
export async function accessibilityViolations(page: Page): Promise<readonly string[]> {
  const rules = axe.getRules().map(({ ruleId }) => ruleId);
  await page.evaluate(axe.source);
  return await page.evaluate(
    // In the page `axe` is the one that the line above has put there.
    async ({ rules, off }) => {
      const { violations } = await axe.run(document, {
        rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: !off.includes(rule) }])),
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(
          ({ target, failureSummary = '' }) => `${id}: ${target.flat().join(' ')}: ${failureSummary}`,
        ),
      );
    },
    { rules, off: RULES_FOR_PAGES },
  );
}

/** How many pixels the page can be scrolled sideways on a screen of this width. */
export async function sidewaysScroll(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 800 });
  return await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}
