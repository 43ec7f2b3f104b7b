import { SsbtekPrefill } from '@medborgarnavet/elements';
import { scenarios } from '@medborgarnavet/mocks';
import type { Meta } from '@storybook/web-components-vite';
import { html } from 'lit';
import { sv } from '../packages/elements/src/localize/sv.ts';
import { choose, fetchUntil, inTurn, press, waitUntil, write } from './person.ts';
import { onPage, prefill, type PrefillArgs, type PrefillStory } from './prefill.ts';

const fetchAndCorrect = inTurn(
  fetchUntil(sv.prefill.incomplete),
  write('Rätt belopp: Allmänt barnbidrag', '1 300'),
  choose(`${sv.row.reason} Allmänt barnbidrag`, sv.reasons['wrong-amount']),
  write('Rätt belopp: Bostadsbidrag', 'ungefär 4000'),
  press(`${sv.payment.open(1)}: Allmänt barnbidrag`),
  waitUntil(sv.payment.close),
);

/** The same content in other looks. The toolbar sets a theme for any story. */
const meta: Meta<PrefillArgs> = {
  ...prefill,
  title: 'ssbtek-prefill/Looks',
  parameters: { msw: [...scenarios.partly] },
  play: fetchAndCorrect,
};
export default meta;

/** No theme: fonts and colours are the page's. Look at what the element adds of its own, which should be little. */
export const NoTheme: PrefillStory = { globals: { theme: 'none' } };

/** `themes/default.css`: our own colours, whatever the page's are. */
export const DefaultTheme: PrefillStory = { globals: { theme: 'default' } };

/** `themes/dark.css`. Look at the fields, and at what the browser itself draws in them. */
export const DarkTheme: PrefillStory = { globals: { theme: 'dark' } };

/** `themes/high-contrast.css`: strong lines, and no shade that carries anything. */
export const HighContrastTheme: PrefillStory = { globals: { theme: 'high-contrast' } };

/** `themes/kommun.css`: one strong colour, and room. Look at whether it could stand in a municipality's e-service. */
export const KommunTheme: PrefillStory = { globals: { theme: 'kommun' } };

/** A dark page that sets no theme. Look at whether every line and word can be seen. */
export const DarkPage: PrefillStory = {
  globals: { theme: 'none' },
  decorators: [onPage('background: #16191c; color: #f1f3f5')],
};

/** A page with a large serif face on a tinted ground. Look at whether the element seems to belong there. */
export const OtherPage: PrefillStory = {
  globals: { theme: 'none' },
  decorators: [onPage('background: #fbf6ec; color: #2a1f14; font: 1.25rem/1.6 serif')],
};

/**
 * A phone's page, 320 px wide; so is a page of 1280 px at 400 %. Look at whether each row is a card that reads from top
 * to bottom, and that nothing is cut off or has to be moved sideways.
 */
export const Narrow: PrefillStory = {
  parameters: { layout: 'fullscreen' },
  decorators: [
    (story) => html`<div style="box-sizing: border-box; width: 320px; padding: 16px">${story()}</div>`,
  ],
};

/**
 * A page that reads from right to left. The words are Swedish still: look at whether lines and boxes have changed sides,
 * and full stops, amounts and dates have not.
 */
export const RightToLeft: PrefillStory = {
  beforeEach() {
    document.documentElement.dir = 'rtl';
    return () => document.documentElement.removeAttribute('dir');
  },
};

/**
 * What is printed, shown on screen: no buttons, black on white, no row torn over two pages. Look at whether the paper
 * says all that the screen does.
 */
export const Printed: PrefillStory = {
  beforeEach: () => () => showPrintRulesOn('print'),
  play: async (context) => {
    await fetchAndCorrect(context);
    showPrintRulesOn('all');
  },
};

/**
 * The person's own colours, in which the browser takes no others. A story cannot turn them on: use Contrast Themes in
 * Windows, or "Emulate CSS media feature forced-colors" under Rendering in the browser's tools. Look at whether every
 * box, field and button has a border, and what cannot be pressed is seen.
 */
export const ForcedColours: PrefillStory = {};

/** All elements share one sheet. */
const printRules = SsbtekPrefill.elementStyles
  .flatMap((style) => (style instanceof CSSStyleSheet ? style : (style.styleSheet ?? [])))
  .flatMap(({ cssRules }) => [...cssRules])
  .filter((rule) => rule instanceof CSSMediaRule)
  .filter(({ conditionText }) => conditionText === 'print');

function showPrintRulesOn(media: 'print' | 'all'): void {
  for (const rule of printRules) rule.media.mediaText = media;
}
