import { EXEMPELKOPING, startDemo, type Demo } from '@medborgarnavet/demo';
import { PERSONAS, startSimulator, type Simulator } from '@medborgarnavet/simulator';
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { temporaryPlace } from '../demo/place.ts';
import { buildEmbed } from '../../scripts/embed.ts';
import { nameOf, newerApis, type NewerApi } from '../../scripts/floor/newer.ts';
import { usesInLibrary } from '../../scripts/floor/uses.ts';
import { fetchIncomes, goTo, handIn, openBrowser, openPage, reviewed, signInAnew } from './demo.ts';

/** This browser demands Trusted Types of the demo's pages, also of a page that has none to make. */
const takeable = newerApis.filter(({ owner }) => !/^trustedTypes$|^Trusted/.test(owner));
const clock = (): Date => new Date();
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

describe('a browser without what is newer than the oldest', () => {
  const script = buildEmbed({ write: false });
  const { start, stop, withPage } = demoWith(script);
  before(start);
  after(stop);

  test('fetches, corrects, keeps the draft, reviews, hands in and reads the log without all of it at once', () =>
    withPage(takeable, async (page) => {
      const left = await page.evaluate(() =>
        ['any' in AbortSignal, 'canParse' in URL, 'ariaLabel' in Element.prototype, 'toSorted' in []].join(),
      );
      assert.equal(left, 'false,false,false,false');
      await fetchIncomes(page, 'P1');
      await page.getByText('2 650 kr').first().waitFor();
      await field(page, 'Rätt belopp: Allmänt barnbidrag').fill('1325');
      await page
        .getByText(/^Sparat kl\./)
        .first()
        .waitFor();
      await page.getByRole('button', { name: 'Nästa' }).click();
      await page.getByRole('heading', { level: 1, name: 'Tillgångar' }).waitFor();
      assert.match(await reviewed(page), /2 650 kr.*1 325 kr/);
      await handIn(page);
      await page.getByRole('link', { name: 'Se vad som har hänt med din ansökan' }).click();
      await page.getByText('Ansökan lämnades in.').waitFor();
      await page.getByText('Dina inkomster hämtades.').waitFor();
    }));

  test('shows what was fetched, and the button that hands in, without any one of those that the script names', async () => {
    const named = new Set(
      usesInLibrary('the script', new TextDecoder().decode(await script)).map(({ name }) => name),
    );
    assert.ok(named.has('AbortSignal.any') && named.has('HTMLElement#showPopover'));
    await withPage([], async (page) => {
      await fetchIncomes(page, 'P1');
      for (const api of takeable.filter((each) => named.has(nameOf(each)))) {
        const lacking = await page.context().newPage();
        await lacking.addInitScript(takeAway, [api]);
        await lacking.goto(page.url());
        if (await lacking.evaluate(() => Reflect.get(globalThis, 'hasTakenAway') as boolean)) {
          await lacking.getByText('2 650 kr').first().waitFor();
          await goTo(lacking, 'Granska och godkänn');
          await lacking.getByRole('checkbox', { name: /intygar/ }).waitFor();
          await lacking.getByRole('button', { name: 'Lämna in ansökan' }).waitFor();
        }
        await lacking.close();
      }
    });
  });
});

const OLDER: readonly (readonly [name: string, taken: readonly NewerApi[], script?: string])[] = [
  [
    'has no element internals (Safari before 16.4)',
    [{ owner: 'HTMLElement', member: 'attachInternals' }, { owner: 'ElementInternals' }],
  ],
  [
    'has no constructed style sheets (Safari before 16.4)',
    [
      { owner: 'Document', member: 'adoptedStyleSheets' },
      { owner: 'ShadowRoot', member: 'adoptedStyleSheets' },
    ],
  ],
  ['cannot read the script', [], 'class { # };'],
];

for (const [older, taken, unreadable] of OLDER)
  describe(`a browser that ${older}`, () => {
    const script =
      unreadable === undefined ? buildEmbed({ write: false }) : new TextEncoder().encode(unreadable);
    const { start, stop, withPage } = demoWith(script);
    before(start);
    after(stop);

    /** What the script itself does to the page: an older browser says that it cannot read it, and no more. */
    const complaints = unreadable === undefined ? [] : [/^error: Unexpected token '\{'$/];

    test('has the page’s own form in place of the rows, and hands it in', () =>
      withPage(
        taken,
        async (page) => {
          await signInAnew(page, 'P1');
          await goTo(page, 'Inkomster');
          assert.equal(await page.evaluate(() => customElements.get('ssbtek-prefill')), undefined);
          await field(page, 'Dina inkomster').fill('Lön 9 500 kr den 25 oktober');
          await page.getByRole('button', { name: 'Nästa' }).click();
          await page.getByRole('heading', { level: 1, name: 'Tillgångar' }).waitFor();
          await goTo(page, 'Granska och godkänn');
          await page.getByText('Lön 9 500 kr den 25 oktober').first().waitFor();
          await handIn(page);
        },
        complaints,
      ));

    test('has the fields of a page that has its own, and posts them', () =>
      withPage(
        taken,
        async (page) => {
          await signInAnew(page, 'P2');
          await page.getByRole('link', { name: 'Exempel för utvecklare' }).click();
          await page.getByRole('link', { name: 'En gammal tabell med jQuery' }).click();
          await field(page, 'Lön').fill('9500,50');
          await page.getByRole('button', { name: 'Skicka' }).click();
          await page.getByRole('heading', { level: 1, name: 'Det här skickades' }).waitFor();
          const row = page.getByRole('row').filter({ hasText: 'lon' }).first();
          assert.match(await row.innerText(), /9500,50/);
        },
        complaints,
      ));
  });

/** A demo that serves this script, and pages of it that lack some of the platform before any script of theirs runs. */
function demoWith(script: Uint8Array | Promise<Uint8Array>): {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly withPage: (
    taken: readonly NewerApi[],
    run: (page: Page) => Promise<void>,
    complaints?: readonly RegExp[],
  ) => Promise<void>;
} {
  const place = temporaryPlace();
  let simulator: Simulator;
  let demo: Demo;
  let browser: Browser;
  return {
    async start() {
      simulator = await startSimulator({ clock });
      const ssbtek = { ...EXEMPELKOPING, url: simulator.url };
      demo = await startDemo({ port: 0, ssbtek, persons: PERSONAS, place, script: await script, clock });
      browser = await openBrowser();
    },
    async stop() {
      await browser.close();
      await Promise.all([demo.close(), simulator.close()]);
      place.remove();
    },
    async withPage(taken, run, complaints = []) {
      const page = await openPage(browser, demo.url);
      try {
        await page.context().addInitScript(takeAway, taken);
        await page.reload();
        await run(page);
        assert.deepEqual(
          page.mishaps.filter((mishap) => !complaints.some((each) => each.test(mishap))),
          [],
        );
      } finally {
        await page.context().close();
      }
    },
  };
}

/** Runs in the page, before all else. */
function takeAway(taken: readonly NewerApi[]): void {
  let hasTakenAway = false;
  for (const { owner, member, isStatic } of taken) {
    const path = member === undefined ? owner.split('.').slice(0, -1) : owner.split('.');
    const last = member ?? owner.split('.').at(-1) ?? '';
    let holder: unknown = globalThis;
    for (const name of path) holder = holder instanceof Object ? Reflect.get(holder, name) : undefined;
    if (member !== undefined && !isStatic && holder instanceof Function) holder = holder.prototype;
    if (!(holder instanceof Object) || !Object.hasOwn(holder, last)) continue;
    hasTakenAway = Reflect.deleteProperty(holder, last) || hasTakenAway;
  }
  Reflect.set(globalThis, 'hasTakenAway', hasTakenAway);
}
