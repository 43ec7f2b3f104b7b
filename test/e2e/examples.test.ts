import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { assertAccessible, assertNoSidewaysScroll } from './axe.ts';
import { openBrowser, openPage, PATIENCE, signInAnew, startDemo, type RunningDemo } from './demo.ts';

const FETCH = { name: 'Hämta dina inkomstuppgifter' };

describe('the examples for developers', () => {
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

  /** Opens an example as P1, by the way that a developer goes, and fails for anything that the browser complained of. */
  async function withExample(
    title: string,
    width: number,
    run: (page: Page) => Promise<void>,
  ): Promise<void> {
    const page = await openPage(browser, demo.url, width);
    try {
      await signInAnew(page, 'P1');
      await page.getByRole('link', { name: 'Exempel för utvecklare' }).click();
      await page.getByRole('link', { name: title }).click();
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      // The page's own scripts, too.
      await page.waitForLoadState('load');
      await run(page);
      assert.deepEqual(page.mishaps, []);
    } finally {
      await page.context().close();
    }
  }

  const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

  async function fetchIncomes(page: Page, which = 0): Promise<void> {
    const element = page.locator('ssbtek-prefill').nth(which);
    await element.getByRole('button', FETCH).click();
    await element
      .getByText(/Alla har svarat|En del kunde inte kontrolleras/)
      .first()
      .waitFor();
  }

  /** Sends the form, and reads what was posted. */
  async function send(page: Page): Promise<Readonly<Record<string, string>>> {
    await page.getByRole('button', { name: 'Skicka' }).click();
    await page.getByRole('heading', { level: 1, name: 'Det här skickades' }).waitFor();
    const rows = await page.locator('.posted tbody tr').all();
    const cells = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
    return Object.fromEntries(cells.map(([name = '', value = '']) => [name, value]));
  }

  /** Whatever the space between thousands is. */
  const sum = async (page: Page) => (await page.locator('#summa').innerText()).replace(/\s/g, ' ');

  async function assertFit(page: Page, what: string): Promise<void> {
    await assertAccessible(page, what);
    await assertNoSidewaysScroll(page, what);
  }

  test('an old table is filled, its own script counts the sum, and both its names and ours are posted', () =>
    withExample('En gammal tabell med jQuery', 1280, async (page) => {
      assert.equal(await sum(page), '0 kr');
      await field(page, 'Lön').fill('9500,50');
      await fetchIncomes(page);
      assert.equal(await field(page, 'Barnbidrag').inputValue(), '2650');
      assert.equal(await field(page, 'Barnbidrag').isEditable(), false);
      assert.equal(await field(page, 'Bostadsbidrag').inputValue(), '4200');
      assert.equal(await field(page, 'Lön').inputValue(), '9500,50');
      assert.equal(await sum(page), '16 350,5 kr');
      await field(page, 'Rätt belopp: Allmänt barnbidrag').fill('1325');
      await field(page, 'Kommentar till Barnbidrag').fill('Vi delar <på> det');
      assert.equal(await sum(page), '15 025,5 kr');

      const posted = await send(page);
      assert.deepEqual(
        {
          barnbidrag: posted['barnbidrag'],
          kommentar: posted['barnbidrag_kommentar'],
          lon: posted['lon'],
          retrieved: posted['inkomster.fk.barnbidrag.retrieved'],
          corrected: posted['inkomster.fk.barnbidrag.corrected'],
          comment: posted['inkomster.fk.barnbidrag.comment'],
          wages: posted['inkomster.andra.lon.effective'],
        },
        {
          barnbidrag: '2650',
          kommentar: 'Vi delar <på> det',
          lon: '9500,50',
          retrieved: '2650.00',
          corrected: '1325.00',
          comment: 'Vi delar <på> det',
          wages: '9500.50',
        },
      );
      assert.ok(!Object.keys(posted).some((name) => name.startsWith('ssbtek')));
    }));

  test('an old table shows what it has no field for, and gives everything back to the person who withdraws', () =>
    withExample('En gammal tabell med jQuery', 1280, async (page) => {
      await fetchIncomes(page);
      await page
        .getByRole('group', { name: 'Hämtat som inte har något fält ovan' })
        .getByText('3 496 kr')
        .waitFor();
      await page.getByRole('button', { name: 'Ta bort det hämtade' }).click();
      await page.getByText('Det hämtade är borttaget.').waitFor();
      assert.equal(await field(page, 'Barnbidrag').inputValue(), '');
      assert.equal(await field(page, 'Barnbidrag').isEditable(), true);
      assert.equal(await sum(page), '0 kr');
    }));

  test('Enter in a field that was added sends nothing, and a click on a text does not move focus to Hämta', () =>
    withExample('En gammal tabell med jQuery', 1280, async (page) => {
      await fetchIncomes(page);
      await field(page, 'Rätt belopp: Allmänt barnbidrag').fill('1325');
      await field(page, 'Rätt belopp: Allmänt barnbidrag').press('Enter');
      await page.getByText('Summa', { exact: true }).click();
      assert.equal(
        await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.id),
        undefined,
      );
      await page.getByText('Från Försäkringskassan. Betalades ut 20').click({ clickCount: 3 });
      assert.match(await page.evaluate(() => String(getSelection())), /Försäkringskassan/);
      await page.getByRole('heading', { level: 1, name: 'En gammal tabell med jQuery' }).waitFor();
    }));

  test('an old table is a form without script too', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    await page.goto(demo.url);
    await signInAnew(page, 'P1');
    await page.goto(`${demo.url}/exempel/tabell`);
    await field(page, 'Barnbidrag').fill('2650');
    const posted = await send(page);
    assert.equal(posted['barnbidrag'], '2650');
    assert.ok(!Object.keys(posted).some((name) => name.startsWith('inkomster.')));
    await context.close();
  });

  test('in a dialog it belongs to the form around it, and a mistake opens the dialog', () =>
    withExample('I en dialogruta', 1280, async (page) => {
      await field(page, 'Vad ska vi kalla dig?').fill('Exempel');
      await page.getByRole('button', { name: 'Fyll i inkomster' }).click();
      const dialog = page.getByRole('dialog', { name: 'Inkomster' });
      await fetchIncomes(page);
      await dialog.getByText('2 650 kr').waitFor();
      await field(page, 'Rätt belopp: Allmänt barnbidrag').fill('12,3,4');
      await dialog.getByRole('button', { name: 'Klar' }).click();
      await page.getByRole('button', { name: 'Skicka' }).click();
      await dialog.getByText('Skriv beloppet med siffror').first().waitFor();
      await field(page, 'Rätt belopp: Allmänt barnbidrag').fill('1325');
      await dialog.getByRole('button', { name: 'Klar' }).click();

      const posted = await send(page);
      assert.equal(posted['namn'], 'Exempel');
      assert.equal(posted['inkomster.fk.barnbidrag.retrieved'], '2650.00');
      assert.equal(posted['inkomster.fk.barnbidrag.corrected'], '1325.00');
    }));

  test('two on a page fetch and post each their own', () =>
    withExample('Två på samma sida', 1280, async (page) => {
      await fetchIncomes(page, 0);
      const [first, second] = [page.locator('#manad1'), page.locator('#manad2')];
      await first.getByText('2 650 kr').waitFor();
      assert.equal(await second.getByText('2 650 kr').count(), 0);
      await fetchIncomes(page, 1);
      await first.getByRole('textbox', { name: 'Rätt belopp: Allmänt barnbidrag' }).fill('1325');
      await second.getByRole('textbox', { name: 'Rätt belopp: Lön' }).fill('100');

      const posted = await send(page);
      assert.equal(posted['manad1.fk.barnbidrag.corrected'], '1325.00');
      assert.equal(posted['manad2.fk.barnbidrag.corrected'], undefined);
      assert.equal(posted['manad2.andra.lon.corrected'], '100.00');
      assert.equal(posted['manad1.andra.lon.corrected'], undefined);
      assert.notEqual(posted['manad1.statement'], posted['manad2.statement']);
    }));

  for (const title of ['En gammal tabell med jQuery', 'I en dialogruta', 'Två på samma sida']) {
    test(`"${title}" is accessible, and needs no sideways scrolling at 320 px`, () =>
      withExample(title, 320, async (page) => {
        await assertFit(page, 'at first');
        const open = page.getByRole('button', { name: 'Fyll i inkomster' });
        if (await open.isVisible()) await open.click();
        const elements = await page.locator('ssbtek-prefill').count();
        for (let which = 0; which < elements; which += 1) await fetchIncomes(page, which);
        await assertFit(page, 'fetched');
        await page
          .locator('ssbtek-prefill')
          .first()
          .getByLabel('Rätt belopp: Allmänt barnbidrag')
          .fill('abc');
        const done = page.getByRole('button', { name: 'Klar' });
        if (await done.isVisible()) await done.click();
        await page.getByRole('button', { name: 'Skicka' }).click();
        await page.getByText('Skriv beloppet med siffror').first().waitFor();
        await assertFit(page, 'refused');
        await page.locator('ssbtek-prefill').first().getByLabel('Rätt belopp: Allmänt barnbidrag').fill('1');
        if (await done.isVisible()) await done.click();
        await send(page);
        await assertFit(page, 'posted');
      }));
  }

  test('the list of them tells who is not signed in to sign in first, and so do they', async () => {
    const page = await openPage(browser, demo.url, 320);
    await page.getByRole('link', { name: 'Exempel för utvecklare' }).click();
    await page.getByText('Logga in som testperson').waitFor();
    await assertFit(page, 'the list');
    await page.getByRole('link', { name: 'Två på samma sida' }).click();
    await page.getByRole('heading', { level: 1, name: 'Logga in som testperson' }).waitFor();
    assert.deepEqual(page.mishaps, []);
    await page.context().close();
  });
});
