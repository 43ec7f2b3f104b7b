import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { goTo, openBrowser, openPage, signIn, signInAnew, startDemo, type RunningDemo } from './demo.ts';

describe('a session that ends while somebody writes', () => {
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

  const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
  /** The name of what has focus, wherever it is. */
  const focused = (page: Page) =>
    page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.ariaLabel ?? '';
    });

  /** Writes an amount, waits until it is kept, loses the session and writes on. */
  async function writeAndLose(page: Page, person: string): Promise<void> {
    await signInAnew(page, person);
    await goTo(page, 'Inkomster');
    await field(page, 'Rätt belopp: Lön').fill('9500');
    await page
      .getByText(/^Sparat kl\./)
      .first()
      .waitFor();
    await page.context().clearCookies();
    await field(page, 'Kommentar: Lön').fill('Osparat');
    await page.getByText('Du är inte inloggad. Logga in, så kommer du till sidan').waitFor();
    assert.doesNotMatch(await page.locator('body').innerText(), /9\s?500|Osparat/);
  }

  test('leads to the sign-in, and back to the same field with what was kept', async () => {
    const page = await openPage(browser, demo.url);
    await writeAndLose(page, 'P2');
    await signIn(page, 'P2');
    await page.getByRole('heading', { level: 1, name: 'Inkomster' }).waitFor();
    await page.getByText('Du är tillbaka där du var').first().waitFor();
    assert.equal(await field(page, 'Rätt belopp: Lön').inputValue(), '9500');
    assert.match(await focused(page), /: Lön$/);
    await page.context().close();
  });

  test('shows nothing of the first to another person who signs in there', async () => {
    const page = await openPage(browser, demo.url);
    await writeAndLose(page, 'P3');
    await signIn(page, 'P4');
    await page.getByRole('heading', { level: 1, name: 'Inkomster' }).waitFor();
    await page.getByText('Det du skriver sparas medan du skriver.').first().waitFor();
    assert.equal(await field(page, 'Rätt belopp: Lön').inputValue(), '');
    assert.equal(await page.getByText('Du är tillbaka där du var').count(), 0);
    await page.context().close();
  });
});
