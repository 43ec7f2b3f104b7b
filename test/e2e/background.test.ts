import { EXEMPELKOPING, startDemo as startDemoHere, type Demo } from '@medborgarnavet/demo';
import { PERSONAS, startSimulator, type Simulator } from '@medborgarnavet/simulator';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { temporaryPlace } from '../demo/place.ts';
import { buildEmbed } from '../../scripts/embed.ts';
import { assertAccessible, assertNoSidewaysScroll } from './axe.ts';
import {
  fetchIncomes,
  goTo,
  handIn,
  openBrowser,
  openPage,
  PATIENCE,
  type RunningDemo,
  signInAnew,
  startDemo,
} from './demo.ts';

const BACKGROUND = 'Bakgrund till siffrorna';
const FETCH = { name: 'Hämta dina inkomstuppgifter' };

let browser: Browser;
before(async () => (browser = await openBrowser()));
after(() => browser.close());

async function assertFit(page: Page, what: string): Promise<void> {
  await assertAccessible(page, what);
  await assertNoSidewaysScroll(page, what);
}

describe('what lies behind the figures', () => {
  let demo: RunningDemo;
  before(async () => (demo = await startDemo()));
  after(() => demo.stop());

  const month = (page: Page) => page.getByRole('heading', { level: 4, name: /^[A-Z][a-z]+ \d{4}$/ });

  for (const width of [1280, 320]) {
    test(`is reached from every step, and shows months and then what lies behind, at ${width} px`, async () => {
      const page = await openPage(browser, demo.url, width);
      await fetchIncomes(page, 'P4');
      await goTo(page, BACKGROUND);
      await month(page).first().waitFor();
      await page.getByText('4 000 kr').first().waitFor();
      await assertFit(page, 'months');
      await page.getByRole('button', { name: 'Visa mer', exact: true }).click();
      await page.getByRole('heading', { name: 'Arbetsförmedlingen' }).waitFor();
      await page.getByText('Du är inskriven.').waitFor();
      await page.getByRole('heading', { name: 'Transportstyrelsen' }).waitFor();
      await assertFit(page, 'background');
      await goTo(page, 'Dina ärendehändelser');
      await page.getByText('Det som ligger bakom dina inkomster hämtades.').waitFor();
      await assertFit(page, 'events');
      assert.deepEqual(page.mishaps, []);
      await page.context().close();
    });
  }

  test('can be fetched on the page itself, and is then on the page Inkomster too', async () => {
    const page = await openPage(browser, demo.url);
    await signInAnew(page, 'P1');
    await goTo(page, BACKGROUND);
    await assertFit(page, 'empty');
    await page.getByRole('button', FETCH).click();
    await month(page).first().waitFor();
    await page.getByRole('link', { name: 'Till Inkomster' }).click();
    await page.getByRole('heading', { level: 1, name: 'Inkomster' }).waitFor();
    await page.getByText('2 650 kr').first().waitFor();
    assert.deepEqual(page.mishaps, []);
    await page.context().close();
  });

  test('can be left at once, for a page that anybody may have open', async () => {
    const page = await openPage(browser, demo.url);
    await fetchIncomes(page, 'P1');
    await goTo(page, BACKGROUND);
    await month(page).first().waitFor();
    await page.route('https://www.smhi.se/', (route) =>
      route.fulfill({ body: 'Vädret', contentType: 'text/html' }),
    );
    await page.getByRole('button', { name: 'Lämna sidan snabbt' }).click();
    await page.waitForURL('https://www.smhi.se/');
    // Whoever goes back finds nobody signed in.
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Logga in som testperson' }).waitFor();
    assert.doesNotMatch(await page.locator('body').innerText(), /2\D650/);
    await page.context().close();
  });

  test('is explained, and nothing is asked for, once the application is handed in', async () => {
    const page = await openPage(browser, demo.url, 320);
    await fetchIncomes(page, 'P1');
    await goTo(page, BACKGROUND);
    await month(page).first().waitFor();
    const other = await page.context().newPage();
    await other.goto(`${demo.url}/ansokan/granska`);
    await handIn(other);

    const asked: string[] = [];
    other.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await other.goto(`${demo.url}/ansokan/bakgrund`);
    await other.getByRole('heading', { level: 1, name: BACKGROUND }).waitFor();
    await other.getByText('Du har ingen öppen ansökan.').waitFor();
    await assertFit(other, 'handed in');
    assert.deepEqual(
      asked.filter((path) => path.startsWith('/api/')),
      [],
    );

    // The page that was left open says the same, and shows the figures no longer.
    await page.getByRole('button', { name: 'Hämta igen' }).click();
    await page.getByText('Du har ingen öppen ansökan.').waitFor();
    assert.equal(await page.getByText('2 650 kr').count(), 0);
    await page.context().close();
  });

  test('is nobody’s when nobody is signed in', async () => {
    const page = await openPage(browser, demo.url);
    await page.goto(`${demo.url}/ansokan/bakgrund`);
    await page.getByRole('heading', { level: 1, name: 'Logga in som testperson' }).waitFor();
    await page.context().close();
  });

  test('says in a sentence that it needs script, where there is none', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    await page.goto(demo.url);
    await signInAnew(page, 'P1');
    await goTo(page, BACKGROUND);
    assert.match(await page.getByRole('main').innerText(), /Den här sidan fungerar bara med JavaScript\./);
    await context.close();
  });

  test('npm start has the page for test leaders as long as no other SSBTEK is asked', async () => {
    const page = await openPage(browser, demo.url);
    await page.getByRole('link', { name: 'För testledare' }).click();
    await page.getByRole('heading', { level: 1, name: 'För testledare' }).waitFor();
    const real = await startDemo({ SSBTEK_URL: 'http://127.0.0.1:9/' });
    try {
      await page.goto(real.url);
      await page.getByRole('link', { name: 'Exempel för utvecklare' }).waitFor();
      assert.equal(await page.getByRole('link', { name: 'För testledare' }).count(), 0);
      assert.equal((await page.goto(`${real.url}/testledning`))?.status(), 404);
    } finally {
      await real.stop();
      await page.context().close();
    }
  });
});

describe('the page for those who test with people', () => {
  let simulator: Simulator;
  let demo: Demo;
  const place = temporaryPlace();
  before(async () => {
    const clock = (): Date => new Date('2026-10-20T08:00:00Z');
    simulator = await startSimulator({ clock });
    demo = await startDemoHere({
      port: 0,
      ssbtek: { ...EXEMPELKOPING, url: simulator.url },
      persons: PERSONAS,
      place,
      script: await buildEmbed({ write: false }),
      clock,
      isSimulated: true,
    });
  });
  after(async () => {
    await Promise.all([demo.close(), simulator.close()]);
    place.remove();
  });

  const mark = async (page: Page, question: RegExp, as: string): Promise<void> =>
    page.getByRole('group', { name: question }).getByRole('radio', { name: as, exact: true }).check();

  for (const width of [1280, 320]) {
    test(`goes from a view to the next, to the summary and to a file, at ${width} px`, async () => {
      const page = await openPage(browser, demo.url, width);
      await page.getByRole('link', { name: 'För testledare' }).click();
      const chooser = page.getByRole('combobox', { name: 'Testperson' }).first();
      await chooser.selectOption('P3');
      await page.getByRole('combobox', { name: 'Djup' }).first().selectOption('3');
      await page.getByRole('button', { name: 'Visa vyn' }).click();
      await page.waitForURL(/\/testledning\?person=P3&djup=3$/);
      await page.getByRole('heading', { level: 2, name: BACKGROUND }).waitFor();
      // At this depth what a payment is made of is open from the beginning.
      await page.getByText('Vad är det här?').first().waitFor();

      const tax = /^1\. Titta på Dagersättning, 15 oktober 2026\. Hur mycket drogs i skatt\?$/;
      assert.equal(await page.getByText('Ingen skatt drogs: 0 kr.').isVisible(), false);
      await page.getByText('Visa rätt svar').first().click();
      await page.getByText('Ingen skatt drogs: 0 kr.').waitFor();
      await assertFit(page, 'a view');
      await mark(page, tax, 'Rätt');
      await page.getByRole('textbox', { name: 'Deltagarens nummer' }).fill('7');
      await page
        .getByRole('textbox', { name: 'Anteckning till fråga 1' })
        .fill('Tittade först på diagrammet');
      await mark(page, /^Hur lätt/, '4');
      await page.getByRole('button', { name: 'Nästa vy' }).click();

      await page.getByText('1 vy med svar följer med.').waitFor();
      await page.getByRole('group', { name: /^1\. Hur mycket pengar fick du i/ }).waitFor();
      await page.getByText('Månad för månad').waitFor();
      assert.equal(await page.getByRole('textbox', { name: 'Deltagarens nummer' }).inputValue(), '7');
      await assertFit(page, 'the next view');
      await mark(page, /^1\./, 'Svarade inte');
      await page.getByRole('button', { name: 'Visa sammanfattning' }).click();

      await page.getByRole('heading', { level: 1, name: 'Sammanfattning' }).waitFor();
      await page.getByRole('heading', { level: 3, name: 'Deltagare 7, P3, djup 3 (detaljer)' }).waitFor();
      await page.getByText('Tittade först på diagrammet').waitFor();
      await assertFit(page, 'the summary');
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Spara som CSV' }).click();
      const file = await saved;
      assert.equal(file.suggestedFilename(), 'testresultat-2026-10-20.csv');
      const text = readFileSync(await file.path(), 'utf8');
      assert.match(text, /^\ufeffDeltagare;Testperson;Djup;/);
      assert.match(text, /\r\n7;P3;3 – detaljer;1;[^;]*;Rätt;1;4;Tittade först på diagrammet\r\n/);
      assert.match(text, /\r\n7;P4;1 – månader;1;[^;]*;Svarade inte;0;;\r\n/);
      await page.getByRole('button', { name: 'Visa vyn' }).click();
      await page.getByText('2 vyer med svar följer med.').waitFor();
      assert.deepEqual(page.mishaps, []);
      await page.context().close();
    });
  }

  test('can be gone back from, and asks before answers are lost', async () => {
    const page = await openPage(browser, demo.url);
    await page.goto(`${demo.url}/testledning?person=P3&djup=1`);
    await page.getByRole('textbox', { name: 'Deltagarens nummer' }).fill('7');
    await mark(page, /^1\./, 'Rätt');
    await page.getByRole('button', { name: 'Nästa vy' }).click();
    await page.getByText('P3, djup 2').waitFor();
    await page.goBack();
    await page.getByText('P3, djup 1').waitFor();
    await page.goForward();
    await page.getByText('P3, djup 2').waitFor();
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await page.getByRole('link', { name: 'För testledare' }).click();
    await page.getByText('P3, djup 2').waitFor();
    assert.deepEqual(asked, ['beforeunload']);
    await page.context().close({ reason: 'done' });
  });

  test('keeps what was filled in when the number of the participant is missing', async () => {
    const page = await openPage(browser, demo.url, 320);
    await page.goto(`${demo.url}/testledning`);
    await mark(page, /^2\./, 'Delvis');
    await page.getByRole('button', { name: 'Nästa vy' }).click();
    await page.getByRole('link', { name: 'Deltagarens nummer' }).click();
    assert.equal(
      await page
        .getByRole('textbox', { name: 'Deltagarens nummer' })
        .evaluate((field) => field.matches(':focus')),
      true,
    );
    const kept = page.getByRole('group', { name: /^2\./ }).getByRole('radio', { name: 'Delvis' });
    assert.equal(await kept.isChecked(), true);
    await assertFit(page, 'refused');
    await page.context().close();
  });

  test('has a window for the participant with the view alone', async () => {
    const page = await openPage(browser, demo.url);
    await page.goto(`${demo.url}/testledning?person=P11&djup=2`);
    const opened = page.context().waitForEvent('page');
    await page.getByRole('link', { name: 'Öppna bara vyn i ett eget fönster' }).click();
    const alone = await opened;
    await alone.getByRole('heading', { level: 1, name: BACKGROUND }).waitFor();
    await alone
      .getByText(/Kunde inte kontrolleras: Pensionsmyndigheten, CSN/)
      .first()
      .waitFor();
    assert.equal(await alone.getByText('Visa rätt svar').count(), 0);
    await assertFit(alone, 'alone');
    assert.deepEqual(page.mishaps, []);
    await page.context().close();
  });
});
