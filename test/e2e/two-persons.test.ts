import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { fetchIncomes, goTo, openBrowser, openPage, signIn, startDemo, type RunningDemo } from './demo.ts';

/** P13's, as they are shown, held and posted: 6 048 kr retrieved, and 9 531 kr written. */
const RETRIEVED = /6\s?048/;
const WRITTEN = /9\s?531/;

/** All that the page shows, holds and would post, the elements' own trees too. */
const everythingOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const textOf = (node: Node): string => {
      if (node instanceof Text) return node.data;
      const value = 'value' in node ? JSON.stringify(node.value) : '';
      const shadow = node instanceof Element && node.shadowRoot ? textOf(node.shadowRoot) : '';
      return `${value} ${shadow} ${[...node.childNodes].map(textOf).join(' ')}`;
    };
    const posted = [...document.forms].map((form) => JSON.stringify([...new FormData(form)]));
    return [document.title, textOf(document.body), ...posted].join(' ');
  });

describe('two persons in one browser', () => {
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

  /** A tab where P13 has fetched, and has corrected what was retrieved. */
  async function tabOfP13(page: Page): Promise<void> {
    await fetchIncomes(page, 'P13');
    await page.getByRole('textbox', { name: 'Rätt belopp: Dagersättning', exact: true }).fill('9531');
    const everything = await everythingOn(page);
    for (const amount of [RETRIEVED, WRITTEN]) assert.match(everything, amount);
  }

  /** P10 signs in in a tab of the same browser, and comes to a page with the script. */
  async function signInAsP10Beside(page: Page): Promise<void> {
    const second = await page.context().newPage();
    await second.goto(demo.url);
    await signIn(second, 'P10');
    await goTo(second, 'Inkomster');
  }

  /** Both the form and the view say so when they have asked who sits there. */
  const isToldOfBy = (page: Page, tag: string): Promise<void> =>
    page.locator(tag).getByText('Du har ingen öppen ansökan.').first().waitFor();

  test('what the first one fetched and wrote is gone from a tab when another person has signed in, without a press', async () => {
    const first = await openPage(browser, demo.url);
    await tabOfP13(first);
    await signInAsP10Beside(first);
    await Promise.all([isToldOfBy(first, 'ssbtek-prefill'), isToldOfBy(first, 'ssbtek-income-view')]);
    const everything = await everythingOn(first);
    for (const amount of [RETRIEVED, WRITTEN]) assert.doesNotMatch(everything, amount);
    await first.context().close();
  });

  test('what the first one fetched is gone from a tab that no other can reach, when Hämta is pressed in it', async () => {
    const first = await openPage(browser, demo.url);
    // As where two windows of a browser share cookies and nothing else.
    await first.context().addInitScript(() => {
      BroadcastChannel.prototype.postMessage = () => undefined;
    });
    await tabOfP13(first);
    await signInAsP10Beside(first);
    await first.getByRole('button', { name: 'Hämta dina inkomstuppgifter' }).click();
    await Promise.all([isToldOfBy(first, 'ssbtek-prefill'), isToldOfBy(first, 'ssbtek-income-view')]);
    // A fetch that fails never touches what was written.
    assert.doesNotMatch(await everythingOn(first), RETRIEVED);
    await first.context().close();
  });
});
