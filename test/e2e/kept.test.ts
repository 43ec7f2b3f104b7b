import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { assertAccessible, assertNoSidewaysScroll } from './axe.ts';
import {
  fetchIncomes,
  goTo,
  handIn,
  inPage,
  openBrowser,
  reviewed,
  type RunningDemo,
  signIn,
  startDemo,
} from './demo.ts';

describe('an application that is kept', () => {
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

  const withPage = (run: (page: Page) => Promise<void>, width?: number) =>
    inPage(browser, demo.url, run, width);

  const next = (page: Page) => page.getByRole('button', { name: 'Nästa' }).click();
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const corrected = (page: Page) =>
    page.getByRole('textbox', { name: 'Rätt belopp: Allmänt barnbidrag', exact: true });
  const startOver = (page: Page) =>
    page.getByRole('button', { name: 'Ta bort och börja om', exact: true }).click();

  test('is gone on with in another browser, and handed in there', async () => {
    await withPage(async (page) => {
      await fetchIncomes(page, 'P1');
      await corrected(page).fill('1325');
      await next(page);
      await heading(page, 'Tillgångar');
      await goTo(page, 'Hushåll');
      await page.getByRole('textbox', { name: 'Bor någon annan i hushållet?' }).fill('Min kusin');
      await next(page);
      await heading(page, 'Bostad');
    });
    await withPage(async (page) => {
      await signIn(page, 'P1');
      assert.equal(new URL(page.url()).pathname, '/ansokan/hushall');
      await page.getByText('Du har en påbörjad ansökan.').waitFor();
      assert.equal(
        await page.getByRole('textbox', { name: 'Bor någon annan i hushållet?' }).inputValue(),
        'Min kusin',
      );
      await page.getByRole('link', { name: 'Fortsätt med Bostad' }).click();
      await heading(page, 'Bostad');
      await goTo(page, 'Inkomster');
      await page.getByText('2 650 kr').first().waitFor();
      assert.equal(await corrected(page).inputValue(), '1325');
      assert.match(await reviewed(page), /2 650 kr.*1 325 kr.*Min kusin|Min kusin.*2 650 kr.*1 325 kr/);
      await handIn(page);
      await page
        .getByText(/EK-\d{4}-/)
        .filter({ visible: true })
        .first()
        .waitFor();
      await assertAccessible(page, 'handed-in');
    });
    await withPage(async (page) => {
      await signIn(page, 'P1');
      await heading(page, 'Ansökan är inlämnad');
      await page.getByRole('link', { name: 'Se vad som har hänt med din ansökan' }).click();
      await page.getByText('Ansökan lämnades in.').waitFor();
      await page.getByText('Ansökan kom fram till kommunens ärendesystem.').waitFor();
      await page.getByText('Dina inkomster hämtades.').waitFor();
      await page.getByRole('link', { name: 'Till kvittot' }).click();
      await page.getByRole('button', { name: 'Börja en ny ansökan' }).click();
      await heading(page, 'Hushåll');
      assert.equal(await page.getByText('Du har en påbörjad ansökan.').count(), 0);
    });
  });

  for (const width of [1280, 320]) {
    test(`can be begun anew, on pages that are accessible and fit ${width} px`, async () => {
      await withPage(async (page) => {
        await signIn(page, 'P2');
        await page.getByRole('textbox', { name: 'Bor någon annan i hushållet?' }).fill('Min kusin');
        await next(page);
        await heading(page, 'Bostad');
      }, width);
      await withPage(async (page) => {
        await signIn(page, 'P2');
        await page.getByText('Du har en påbörjad ansökan.').waitFor();
        await assertAccessible(page, 'begun');
        await assertNoSidewaysScroll(page, 'begun');
        await startOver(page);
        await heading(page, 'Ta bort och börja om?');
        await assertAccessible(page, 'start-over');
        await assertNoSidewaysScroll(page, 'start-over');
        await page.getByRole('link', { name: 'Nej, behåll ansökan' }).click();
        await startOver(page);
        await page.getByRole('button', { name: 'Ja, ta bort och börja om' }).click();
        await heading(page, 'Hushåll');
        assert.equal(
          await page.getByRole('textbox', { name: 'Bor någon annan i hushållet?' }).inputValue(),
          '',
        );
      }, width);
    });
  }
});
