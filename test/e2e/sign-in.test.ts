import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { setUp, type Setting } from '../demo/visitor.ts';
import { assertAccessible, assertNoSidewaysScroll } from './axe.ts';
import { openBrowser, openPage, signIn } from './demo.ts';

describe('signing in', () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  /** Runs with a demo and a page of its own, and fails for anything that the browser complained of. */
  async function withPage(
    run: (page: Page, setting: Setting) => Promise<void>,
    { width, host = 'localhost' }: { width?: number; host?: string } = {},
  ): Promise<void> {
    await using setting = await setUp();
    const page = await openPage(browser, setting.demo.url.replace('localhost', host), width);
    try {
      await run(page, setting);
      // A page that says what could not be done has a status that says so too.
      assert.deepEqual(
        page.mishaps.filter((mishap) => !/status of 40[01]/.test(mishap)),
        [],
      );
    } finally {
      await page.context().close();
    }
  }

  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

  for (const host of ['localhost', '127.0.0.1']) {
    test(`A press on a person is enough, at ${host}`, () =>
      withPage(
        async (page) => {
          await signIn(page, 'P1');
          await heading(page, 'Hushåll');
          assert.equal(new URL(page.url()).pathname, '/ansokan/hushall');
          await page.goBack();
          await heading(page, 'Logga in som testperson');
        },
        { host },
      ));
  }

  test('Whoever wants to go the whole way chooses at the e-legitimation, or cancels there', () =>
    withPage(async (page) => {
      await press(page, 'Logga in med e-legitimation');
      await heading(page, 'Legitimera dig');
      await press(page, 'Avbryt');
      await page.getByText('Du avbröt inloggningen.').waitFor();
      await press(page, 'Logga in med e-legitimation');
      await press(page, /^P2 /);
      await page.getByText('Inloggad som P2').waitFor();
    }));

  test('Whoever was signed out comes back to the page where they were, from a page and from a form', () =>
    withPage(async (page, { demo }) => {
      await signIn(page, 'P1');
      await page.context().clearCookies({ name: 'session' });
      await page.goto(`${demo.url}/ansokan/inkomster`);
      await page.getByText('Du är inte inloggad.').waitFor();
      await press(page, /^P1 /);
      await heading(page, 'Inkomster');

      await page.goto(`${demo.url}/ansokan/bostad`);
      const other = await page.context().newPage();
      await other.goto(demo.url);
      await press(other, 'Logga ut');
      await heading(other, 'Logga in som testperson');
      await press(page, 'Nästa');
      await heading(page, 'Du har blivit utloggad');
      await press(page, 'Logga in igen');
      await heading(page, 'Legitimera dig');
      await press(page, /^P1 /);
      await heading(page, 'Bostad');
    }));

  for (const width of [1280, 320]) {
    test(`Its pages are accessible, and fit ${width} px`, () =>
      withPage(
        async (page, { demo }) => {
          const look = async (what: string): Promise<void> => {
            await assertAccessible(page, what);
            await assertNoSidewaysScroll(page, what);
            const folder = process.env['SCREENS'];
            if (folder) await page.screenshot({ path: `${folder}/${what}-${width}.png`, fullPage: true });
          };
          await look('first');
          await press(page, 'Logga in med e-legitimation');
          await heading(page, 'Legitimera dig');
          await look('identify');
          const asked = page.url();
          await press(page, 'Avbryt');
          await page.getByText('Du avbröt inloggningen.').waitFor();
          await look('cancelled');
          await page.goto(`${demo.url}/?till=/ansokan/inkomster`);
          await look('not-signed-in');
          await page.goto(`${demo.url}/?inloggning=misslyckad`);
          await look('failed');
          await page.goto(asked);
          await heading(page, 'Legitimeringen gäller inte');
          await look('identify-expired');
          await page.goto(`${demo.url}/logga-in/svar?state=x&code=y`);
          await heading(page, 'Inloggningen gick inte att slutföra');
          await look('refused');
          await page.goto(demo.url);
          await signIn(page, 'P1');
          await page.goto(`${demo.url}/logga-in/svar?state=x&code=y`);
          await page.getByText('Du är fortfarande inloggad').waitFor();
          await look('refused-signed-in');
          await page.goto(`${demo.url}/ansokan/bostad`);
          await page.context().clearCookies();
          await press(page, 'Nästa');
          await heading(page, 'Du har blivit utloggad');
          await look('signed-out');
        },
        { width },
      ));
  }
});
