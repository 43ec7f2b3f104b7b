import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { BROWSER_ARGS, findBrowser } from '../../scripts/browser.ts';
import { setUp, type Setting } from '../demo/visitor.ts';
import { PATIENCE } from './demo.ts';

const LONG_WORD = 'x'.repeat(70);
const ADDRESS = `https://exempel.test/${'abcdefghij/'.repeat(15)}`;
const STEPS = [
  ...['hushall', 'inkomster', 'tillgangar', 'sysselsattning', 'soker-for', 'granska', 'handelser'],
  'bakgrund',
];

let browser: Browser;
before(async () => {
  browser = await chromium.launch({ executablePath: findBrowser(), args: [...BROWSER_ARGS] });
});
after(() => browser.close());

/** Signs P11 in, in a window as wide as the smallest telephone. */
async function openPage(setting: Setting, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, ...options });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  await page.goto(setting.demo.url);
  await page.getByRole('button', { name: /^P11 / }).click();
  return page;
}

async function assertFits(page: Page, what: string): Promise<void> {
  await page.waitForLoadState();
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  assert.ok(content <= window, `${what}: ${content} px of content in ${window} px`);
}

async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Nästa' }).click();
}

for (const percent of [100, 200]) {
  test(`No page needs sideways scrolling at 320 px and ${percent} % text, whatever is written`, async () => {
    await using setting = await setUp({ isSimulated: true });
    const page = await openPage(setting, { javaScriptEnabled: false });
    await page.route(/\/(exempelkoping|e-legitimation)\.css$/, async (route) => {
      const response = await route.fetch();
      const body = `${await response.text()} html { font-size: ${percent}% }`;
      await route.fulfill({ response, body });
    });
    const visit = (step: string) => page.goto(`${setting.demo.url}/ansokan/${step}`);
    for (const [step, label] of [
      ['hushall', 'Bor någon annan i hushållet?'],
      ['inkomster', 'Dina inkomster'],
      ['tillgangar', 'Har du något annat av värde?'],
      ['sysselsattning', 'Vill du berätta mer?'],
      ['soker-for', 'Vad är det andra som du söker för?'],
    ] as const) {
      await visit(step);
      await page.getByLabel(label).fill(`${LONG_WORD} ${ADDRESS}`);
      await next(page);
    }
    await page.goto(setting.demo.url);
    await assertFits(page, 'sign-in');
    await page.getByRole('button', { name: 'Logga in med e-legitimation' }).click();
    await page.getByRole('heading', { level: 1, name: 'Legitimera dig' }).waitFor();
    await assertFits(page, 'identify');
    for (const step of STEPS) {
      await visit(step);
      await assertFits(page, step);
    }
    await visit('bostad');
    await page.getByLabel('Hyra per månad').fill(LONG_WORD);
    await next(page);
    await page.getByText('Något behöver rättas').waitFor();
    await assertFits(page, 'refused');
    await page.context().clearCookies();
    await page.getByLabel('Hyra per månad').fill(LONG_WORD);
    await next(page);
    await page.getByRole('heading', { level: 1, name: 'Du har blivit utloggad' }).waitFor();
    assert.match(await page.getByRole('main').innerText(), new RegExp(LONG_WORD));
    await assertFits(page, 'signed out');
    await page.goto(`${setting.demo.url}/testledning?person=P15&djup=3`);
    await page.getByLabel('Deltagarens nummer').fill('1');
    await page.getByLabel('Anteckning till fråga 1').fill(`${LONG_WORD} ${ADDRESS}`);
    await assertFits(page, 'test leader');
    await page.getByRole('button', { name: 'Visa sammanfattning' }).click();
    await page.getByText(LONG_WORD).waitFor();
    await assertFits(page, 'summary for test leaders');
    await page.context().close();
  });
}

test('The way back from a page that says what was refused leads to a page, and never to an error', async () => {
  await using setting = await setUp();
  const page = await openPage(setting);
  await page.goto(`${setting.demo.url}/ansokan/granska`);
  await page.getByRole('button', { name: 'Lämna in ansökan' }).click();
  await page.getByText('Du behöver intyga').waitFor();
  await page.goto(`${setting.demo.url}/ansokan/handelser`);
  const response = await page.goBack();
  assert.equal(response?.status(), 200);
  await page.getByRole('heading', { level: 1, name: 'Granska och godkänn' }).waitFor();
  await page.context().close();
});
