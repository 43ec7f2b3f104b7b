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
  signInAnew,
  startDemo,
} from './demo.ts';

const PARTS = [
  ...['Hushåll', 'Bostad', 'Period', 'Inkomster', 'Tillgångar', 'Sysselsättning'],
  ...['Söker för', 'Verifikat', 'Granska och godkänn', 'Dina ärendehändelser'],
];

describe('the demo', () => {
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

  const row = (page: Page, label: string) => page.getByRole('listitem').filter({ hasText: label }).last();
  const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

  test('lets P1 fetch, correct, comment and see both amounts in the summary', () =>
    withPage(async (page) => {
      await fetchIncomes(page, 'P1');
      await row(page, 'Allmänt barnbidrag').getByText('2 650 kr').waitFor();
      await row(page, 'Bostadsbidrag').getByText('4 200 kr').waitFor();
      await field(page, 'Rätt belopp: Allmänt barnbidrag').fill('1325');
      await field(page, 'Kommentar: Allmänt barnbidrag').fill('Vi delar på barnbidraget');
      await page.getByRole('button', { name: 'Nästa' }).click();
      await page.getByRole('heading', { level: 1, name: 'Tillgångar' }).waitFor();

      const summary = await reviewed(page);
      assert.match(summary, /Allmänt barnbidrag.*2 650 kr.*1 325 kr.*Vi delar på barnbidraget/);
      assert.match(summary, /Bostadsbidrag.*4 200 kr/);

      await goTo(page, 'Inkomster');
      await row(page, 'Allmänt barnbidrag').getByText('2 650 kr').waitFor();
      assert.equal(await field(page, 'Rätt belopp: Allmänt barnbidrag').inputValue(), '1325');
      assert.equal(
        await field(page, 'Kommentar: Allmänt barnbidrag').inputValue(),
        'Vi delar på barnbidraget',
      );
    }));

  test('lets a person who never fetches fill in and hand in', () =>
    withPage(async (page) => {
      await signInAnew(page, 'P1');
      await goTo(page, 'Inkomster');
      await field(page, 'Rätt belopp: Lön').fill('9 500,50 kr');
      await page.getByRole('button', { name: 'Nästa' }).click();
      await page.getByRole('heading', { level: 1, name: 'Tillgångar' }).waitFor();
      assert.match(await reviewed(page), /9 500,50 kr/);
      await handIn(page);
      await page
        .getByText(/EK-\d{4}-/)
        .first()
        .waitFor();
    }));

  test('says for P11 which sources could not be checked, and keeps the rest', () =>
    withPage(async (page) => {
      await fetchIncomes(page, 'P11');
      const answers = (await page.getByRole('list', { name: 'Så svarade de' }).innerText()).replace(
        /\s+/g,
        ' ',
      );
      assert.match(answers, /Försäkringskassan Svarat/);
      assert.match(answers, /Pensionsmyndigheten Kunde inte kontrolleras/);
      assert.match(answers, /CSN Kunde inte kontrolleras De svarade inte i tid/);
      assert.match(answers, /A-kassorna Inget hos dem/);
      await row(page, 'Allmänt barnbidrag').getByText('1 250 kr').waitFor();
    }));

  test('says "inget" everywhere for P10, makes up no zero, and looks the same for P12', async () => {
    const shown = async (person: string): Promise<string> => {
      let text = '';
      await withPage(async (page) => {
        await fetchIncomes(page, person);
        const element = page.locator('ssbtek-prefill');
        text = await element.evaluate(({ shadowRoot }) => shadowRoot?.innerHTML ?? '');
        assert.doesNotMatch(
          (await page.getByRole('region', { name: 'Hämta dina inkomster' }).innerText()).replace(/\s+/g, ' '),
          /\d kr/,
        );
        const answers = await page.getByRole('list', { name: 'Så svarade de' }).innerText();
        assert.equal(answers.match(/Inget hos dem/g)?.length, 4);
      });
      return text.replace(/<!--[^]*?-->/g, '').replace(/kl\. \d\d:\d\d/, '');
    };
    assert.equal(await shown('P12'), await shown('P10'));
  });

  test('shows an unknown benefit of P15 under the authority’s own name, and hostile text as text', () =>
    withPage(async (page) => {
      await fetchIncomes(page, 'P15');
      await row(page, 'Annan inkomst')
        .getByText('Nytt stöd för hushåll, <img src=x onerror=alert(1)>')
        .waitFor();
    }));

  test('stops the form at an amount that cannot be read, keeps it, and says what to write', () =>
    withPage(async (page) => {
      await fetchIncomes(page, 'P1');
      const amount = field(page, 'Rätt belopp: Bostadsbidrag');
      await amount.fill('12,3,4');
      await page.getByRole('button', { name: 'Nästa' }).click();
      await page.getByText('Skriv beloppet med siffror').waitFor();
      assert.equal(await amount.inputValue(), '12,3,4');
      assert.equal(await amount.evaluate((input) => input.matches(':focus')), true);
      await page.getByRole('heading', { level: 1, name: 'Inkomster' }).waitFor();
    }));

  test('does not send the form when Enter is pressed in an amount', () =>
    withPage(async (page) => {
      await signInAnew(page, 'P1');
      await goTo(page, 'Inkomster');
      await field(page, 'Rätt belopp: Lön').fill('100');
      await field(page, 'Rätt belopp: Lön').press('Enter');
      await field(page, 'Kommentar: Lön').fill('kvar');
      await page.getByRole('heading', { level: 1, name: 'Inkomster' }).waitFor();
    }));

  test('has the parts of an application, each accessible and without sideways scrolling at 320 px', () =>
    withPage(async (page) => {
      await assertAccessible(page, 'sign-in');
      await assertNoSidewaysScroll(page, 'sign-in');
      await signInAnew(page, 'P1');
      for (const part of PARTS) {
        await goTo(page, part);
        await assertAccessible(page, part);
        await assertNoSidewaysScroll(page, part);
      }
      await goTo(page, 'Inkomster');
      await page.getByRole('button', { name: 'Hämta dina inkomstuppgifter' }).click();
      await page.getByText('Alla har svarat.').waitFor();
      await assertAccessible(page, 'fetched');
      await assertNoSidewaysScroll(page, 'fetched');
    }, 320));
});
