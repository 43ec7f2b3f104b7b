import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import {
  fetchIncomes,
  goTo,
  handIn,
  openBrowser,
  openPage,
  reviewed,
  startDemo,
  type RunningDemo,
} from './demo.ts';

/** Everything in the page, the elements' own trees too, but for what is another each time. */
async function treeOf(page: Page): Promise<string> {
  const tree = await page.evaluate(() => {
    const tell = (node: Element | ShadowRoot): string => {
      const own = node instanceof Element ? (node.cloneNode() as Element).outerHTML : '#shadow';
      const shadow = node instanceof Element && node.shadowRoot ? tell(node.shadowRoot) : '';
      const children = [...node.childNodes].map((child) =>
        child instanceof Element ? tell(child) : child instanceof Text ? child.data : '',
      );
      return `${own}${shadow}${children.join('')}`;
    };
    return tell(document.documentElement);
  });
  return tree
    .replace(/P1[02]\b/g, 'P')
    .replace(/(data-ssbtek-session="?)[\w-]*/g, '$1')
    .replace(/\b[0-9A-F]{12}\b|[\da-f]{8}-[\da-f-]{27}/g, 'id')
    .replace(/\d\d[:.]\d\d(?::\d\d\.\d{3}Z)?/g, 'tid')
    .replace(/\s+/g, ' ');
}

/** The trees are long: where they part is told. */
function assertSame(one: string, other: string): void {
  let parts = 0;
  while (parts < one.length && one[parts] === other[parts]) parts += 1;
  const around = (tree: string): string => tree.slice(Math.max(0, parts - 200), parts + 200);
  assert.equal(around(one), around(other));
}

describe('a person with protected identity, beside one whom nobody knows', () => {
  let demo: RunningDemo;
  let browser: Browser;
  before(async () => {
    demo = await startDemo();
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
    await demo.stop();
  });

  test('has the same pages, from Hämta to the receipt and the log', async () => {
    const walk = async (person: string): Promise<readonly string[]> => {
      const page = await openPage(browser, demo.url);
      const trees: string[] = [];
      const look = async (): Promise<number> => trees.push(await treeOf(page));
      await fetchIncomes(page, person);
      await look();
      await goTo(page, 'Bakgrund till siffrorna');
      await page.getByRole('button', { name: 'Visa mer', exact: true }).click();
      await page.getByRole('heading', { name: 'Arbetsförmedlingen' }).waitFor();
      await look();
      await reviewed(page);
      await look();
      await handIn(page);
      await look();
      await page.getByRole('link', { name: 'Se vad som har hänt med din ansökan' }).click();
      await page.getByText('Ansökan kom fram till kommunens ärendesystem.').waitFor();
      await look();
      assert.deepEqual(page.mishaps, []);
      await page.context().close();
      return trees;
    };
    const [guarded, unknown] = [await walk('P12'), await walk('P10')];
    assert.equal(guarded.length, 5);
    for (const [index, tree] of guarded.entries()) assertSame(tree, unknown[index] ?? '');
    assert.ok(unknown.every((tree) => tree.includes('#shadow')));
  });
});
