import '@medborgarnavet/elements/define.ts';
import { SsbtekPrefill } from '@medborgarnavet/elements';
import { partlyChecked } from '@medborgarnavet/mocks';
import { expect, fixture, html } from '@open-wc/testing';
import { press, type } from './page.ts';

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

const read = async (theme: string): Promise<string> =>
  (await fetch(new URL(`../../packages/elements/themes/${theme}.css`, import.meta.url))).text();

const page = (background: string, colour: string): string =>
  `body { background: ${background}; color: ${colour} }`;

const looks: readonly (readonly [name: string, css: () => string | Promise<string>])[] = [
  ...['default', 'dark', 'high-contrast', 'kommun'].map((name) => [name, () => read(name)] as const),
  ['no theme on a light page', () => page('#fff', '#1a1a1a')],
  ['no theme on a tinted page', () => page('#fbf6ec', '#2a1f14')],
  ['no theme on a dark page', () => page('#16191c', '#f1f3f5')],
];

const sheet = new CSSStyleSheet();

describe('themes', () => {
  before(() => document.adoptedStyleSheets.push(sheet));
  after(() => document.adoptedStyleSheets.pop());

  for (const [name, css] of looks)
    it(`${name}: text has a contrast of 7:1; fields, buttons and the focus ring of 3:1`, async () => {
      await sheet.replace(await css());
      const element = await withEverything();
      await expect(element).to.be.accessible();
      expect(textsIn(element).length).to.be.greaterThan(150);
      for (const each of textsIn(element))
        expect(contrast(getComputedStyle(each).color, behind(each)), each.textContent).to.be.at.least(7);
      for (const each of all(element, 'input:not([type=radio]), select, .secondary'))
        expect(edge(each), each.outerHTML).to.be.at.least(3);
      for (const each of all(element, 'button, select, input')) {
        each.focus();
        expect(ring(each), each.outerHTML).to.be.at.least(3);
      }
      // Without a theme the button's text alone is sure to be seen: its colour is made for light pages.
      if (!name.startsWith('no theme')) expect(edge(all(element, '.main')[0]!)).to.be.at.least(3);
    });

  for (const name of ['default', 'dark', 'high-contrast', 'kommun'])
    it(`${name} sets only what the element reads, on the page and by class, with no weight`, async () => {
      await sheet.replace(await read(name));
      const [rule, ...others] = [...sheet.cssRules] as CSSStyleRule[];
      expect(others).to.be.empty;
      expect(rule?.selectorText).to.equal(`:where(:root, .ssbtek-theme-${name})`);
      const known = String(SsbtekPrefill.styles);
      for (const property of rule!.style) expect(known).to.include(`var(${property},`);
    });
});

/** As much as can be on screen at once: gaps, a correction, errors, opened payments, an own income and the summary. */
async function withEverything(): Promise<SsbtekPrefill> {
  const source = {
    fetchIncome: () => Promise.resolve(partlyChecked),
    latestIncome: () => Promise.resolve(undefined),
  };
  const form = await fixture<HTMLFormElement>(html`
    <form>
      <ssbtek-prefill
        name="inkomster"
        period="2026-10"
        question="required"
        reason-required
        .source=${source}
      ></ssbtek-prefill>
    </form>
  `);
  const element = form.querySelector('ssbtek-prefill')!;
  await element.fetchIncome();
  await element.updateComplete;
  await type(element, 'Rätt belopp: Allmänt barnbidrag', '1300');
  await type(element, 'Rätt belopp: Bostadsbidrag', 'ungefär 4000');
  await press(element, 'Visa utbetalningen: Allmänt barnbidrag');
  await press(element, 'Lägg till en inkomst');
  element.reportValidity();
  await element.updateComplete;
  return element;
}

function all(element: SsbtekPrefill, selector: string): HTMLElement[] {
  return [...element.renderRoot.querySelectorAll<HTMLElement>(selector)];
}

/** Whatever has text of its own, or text that is typed or chosen in it. */
function textsIn(element: SsbtekPrefill): HTMLElement[] {
  return all(element, ':not(option)').filter(
    (each) =>
      each.matches('input:not([type=radio]), select') ||
      [...each.childNodes].some((node) => node instanceof Text && node.data.trim() !== ''),
  );
}

/** How well the outline of a field or button is seen: by its border or by its own colour. */
function edge(field: HTMLElement): number {
  const { borderTopColor, backgroundColor } = getComputedStyle(field);
  const outside = behind(above(field));
  return Math.max(contrast(borderTopColor, outside), contrast(backgroundColor, outside));
}

/** The ring is of two colours, of which one is enough. */
function ring(focused: HTMLElement): number {
  const { outlineColor, outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
  expect(`${outlineWidth} ${outlineStyle}`).to.equal('3px solid');
  const outside = behind(above(focused));
  const [halo = 'transparent'] = /^\w+\(.*?\)/.exec(boxShadow) ?? [];
  return Math.max(contrast(outlineColor, outside), contrast(halo, outside));
}

function above(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

/** All that is painted behind an element's text, on white paper. */
function behind(element: Element | null): Colour {
  if (!element) return [255, 255, 255, 1];
  return over(toColour(getComputedStyle(element).backgroundColor), behind(above(element)));
}

function contrast(colour: string, background: Colour): number {
  const [light = 0, dark = 0] = [luminance(over(toColour(colour), background)), luminance(background)].sort(
    (one, other) => other - one,
  );
  return (light + 0.05) / (dark + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const [r, g, b] = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function over([red, green, blue, alpha]: Colour, under: Colour): Colour {
  const mix = (value: number, below: number): number => value * alpha + below * (1 - alpha);
  return [mix(red, under[0]), mix(green, under[1]), mix(blue, under[2]), 1];
}

const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true })!;

/** The browser itself reads whatever way of writing a colour it has. */
function toColour(css: string): Colour {
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}
