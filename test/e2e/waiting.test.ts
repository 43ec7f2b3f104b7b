import { EXEMPELKOPING, startDemo, type Demo } from '@medborgarnavet/demo';
import { PERSONAS, startSimulator, type Simulator } from '@medborgarnavet/simulator';
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { temporaryPlace } from '../demo/place.ts';
import { buildEmbed } from '../../scripts/embed.ts';
import { assertAccessible, assertNoSidewaysScroll } from './axe.ts';
import { goTo, openBrowser, openPage, reviewed, signInAnew } from './demo.ts';

const clock = (): Date => new Date();
const FETCH = 'Hämta dina inkomstuppgifter';

describe('a demo that asks the agencies one by one', () => {
  let simulator: Simulator;
  let demo: Demo;
  const place = temporaryPlace();
  let browser: Browser;
  before(async () => {
    simulator = await startSimulator({ clock });
    demo = await startDemo({
      port: 0,
      ssbtek: { ...EXEMPELKOPING, url: simulator.url, calls: 'each', deadline: 60_000 },
      persons: PERSONAS,
      place,
      script: await buildEmbed({ write: false }),
      clock,
    });
    browser = await openBrowser();
  });
  beforeEach(() => simulator.faults.clear());
  after(async () => {
    await browser.close();
    await Promise.all([demo.close(), simulator.close()]);
    place.remove();
  });

  test('shows each answer as it comes, and lets a person stop waiting and keep what came', async () => {
    simulator.faults.set({ SO: { delay: 50_000 } });
    const page = await openPage(browser, demo.url, 320);
    await signInAnew(page, 'P1');
    await goTo(page, 'Inkomster');
    await page.getByRole('button', { name: FETCH }).click();
    const sources = page.getByRole('list', { name: 'Så svarade de' });
    await sources.getByText('Svarat').first().waitFor();
    const told = (await sources.innerText()).replace(/\s+/g, ' ');
    assert.match(told, /Försäkringskassan Svarat .* A-kassorna Väntar på svar/);
    await assertNoSidewaysScroll(page, 'while waiting');
    await page.getByRole('button', { name: 'Sluta vänta' }).click();
    await page.getByText('2 650 kr').first().waitFor();
    assert.match((await sources.innerText()).replace(/\s+/g, ' '), /A-kassorna Kunde inte kontrolleras/);
    await assertAccessible(page, 'after waiting');
    await page.getByRole('button', { name: 'Nästa' }).click();
    assert.match(await reviewed(page), /kunde inte kontrolleras.*A-kassorna/i);
    assert.deepEqual(page.mishaps, []);
    await page.context().close();
  });

  test('takes away what was retrieved at a press, also from the summary, and leaves what was written', async () => {
    const page = await openPage(browser, demo.url);
    await signInAnew(page, 'P1');
    await goTo(page, 'Inkomster');
    // Pressing a text is no wish, and moves no focus.
    await page.getByText('Inget hämtas förrän du trycker').click();
    assert.notEqual(await page.evaluate(() => document.activeElement?.tagName), 'SSBTEK-PREFILL');
    await page.getByRole('button', { name: FETCH }).click();
    await page.getByText('Alla har svarat').waitFor();
    await page.getByRole('textbox', { name: 'Rätt belopp: Lön', exact: true }).fill('9000');
    await page.getByRole('button', { name: 'Ta bort det hämtade' }).click();
    await page.getByText('Det hämtade är borttaget').waitFor();
    await page.getByRole('button', { name: 'Nästa' }).click();
    const summary = await reviewed(page);
    assert.match(summary, /9 000 kr/);
    assert.doesNotMatch(summary, /2 650/);
    await goTo(page, 'Dina ärendehändelser');
    await page.getByText('Det som var hämtat togs bort.').waitFor();
    assert.deepEqual(page.mishaps, []);
    await page.context().close();
  });

  test('needs no mouse: from the start to the summary by keyboard alone', async () => {
    const page = await openPage(browser, demo.url);
    await signInAnew(page, 'P1');
    await goTo(page, 'Inkomster');
    /** Tab until what has that name has focus. */
    const reach = async (name: RegExp): Promise<void> => {
      for (let presses = 0; presses < 120; presses += 1) {
        await page.keyboard.press('Tab');
        const named = await page.evaluate(() => {
          let active = document.activeElement;
          while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
          return active?.ariaLabel ?? (active as HTMLElement | null)?.innerText ?? '';
        });
        if (name.test(named)) return;
      }
      throw new Error(`Nothing called ${name} can be reached`);
    };
    await reach(/^Hämta dina inkomstuppgifter$/);
    await page.keyboard.press('Enter');
    await page.getByText('Alla har svarat').waitFor();
    await reach(/^Visa vad som ligger bakom: Allmänt barnbidrag/);
    await page.keyboard.press('Enter');
    await page.getByText('Vad är det här?').waitFor();
    await reach(/^Tillbaka till Allmänt barnbidrag i formuläret$/);
    await page.keyboard.press('Enter');
    await reach(/^Rätt belopp: Allmänt barnbidrag$/);
    await page.keyboard.type('1325');
    // Enter in a field must not send the form by surprise.
    await page.keyboard.press('Enter');
    await reach(/^Varför stämmer det inte\? Allmänt barnbidrag$/);
    await page.keyboard.press('ArrowDown');
    await reach(/^Kommentar: Allmänt barnbidrag$/);
    await page.keyboard.type('Vi delar');
    await reach(/^Lägg till en inkomst$/);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('500');
    await reach(/^Nästa$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Tillgångar' }).waitFor();
    const summary = await reviewed(page);
    assert.match(summary, /1 325 kr Beloppet är fel .*Vi delar/);
    assert.match(summary, /Egna inkomster Swish, insättning eller gåva 500 kr/);
    assert.deepEqual(page.mishaps, []);
    await page.context().close();
  });

  test('shows nothing on a page that comes back, until the session is known; after sign-out nothing at all', async () => {
    const page = await openPage(browser, demo.url);
    await signInAnew(page, 'P1');
    await goTo(page, 'Inkomster');
    await page.getByRole('button', { name: FETCH }).click();
    await page.getByText('2 650 kr').first().waitFor();
    await page.getByRole('textbox', { name: 'Rätt belopp: Lön', exact: true }).fill('9000');
    await page.getByRole('button', { name: 'Logga ut' }).click();
    await page.getByRole('button', { name: /^P1 / }).waitFor();
    await page.goBack();
    await page.waitForLoadState('load');
    const text = await page.locator('body').innerText();
    assert.doesNotMatch(text, /2 650/);
    await page.context().close();
  });
});
