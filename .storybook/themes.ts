import dark from '@medborgarnavet/elements/themes/dark.css?inline';
import ordinary from '@medborgarnavet/elements/themes/default.css?inline';
import highContrast from '@medborgarnavet/elements/themes/high-contrast.css?inline';
import kommun from '@medborgarnavet/elements/themes/kommun.css?inline';

/** As on a host's page, which loads the one that it wants. */
const sheets: Readonly<Record<string, string>> = {
  default: ordinary,
  dark,
  'high-contrast': highContrast,
  kommun,
};

/** What the toolbar offers. */
export const themes = [
  { value: 'none', title: 'No theme' },
  ...Object.keys(sheets).map((name) => ({ value: name, title: `Theme: ${name}` })),
];

const worn = new CSSStyleSheet();
document.adoptedStyleSheets.push(worn);

/** The page wears this theme, and no other. */
export function wearTheme(name: unknown): void {
  worn.replaceSync(sheets[String(name)] ?? '');
}
