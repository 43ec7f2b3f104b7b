import axe from 'axe-core';
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';

/** Every rule of axe, also those that are off by default, over the whole page, open shadow roots included. */
export async function assertAccessible(page: Page, what: string): Promise<void> {
  const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (rules) => {
    const found = await (globalThis as unknown as { axe: typeof axe }).axe.run(document, { rules });
    return found.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
    );
  }, rules);
  assert.deepEqual(violations, [], what);
}

/** Nothing may need sideways scrolling. */
export async function assertNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  assert.ok(content <= window, `${what}: ${content} px of content in ${window} px`);
}
