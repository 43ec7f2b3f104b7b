import { receipt, singleParent, wholeLog } from '@medborgarnavet/mocks';
import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';

/** Where a page may put an element. All but the first size what stands in them by its content. */
const PLACES: Readonly<Record<string, string>> = {
  block: '<div><!----></div>',
  dialog: '<dialog open><!----></dialog>',
  'table cell': '<table><tr><td><!----></td></tr></table>',
  'layout table': '<table border cellpadding=4><tr><td>Steg 2</td></tr><tr><td><!----></td></tr></table>',
  'flex child': '<div style="display: flex"><!----></div>',
  'flex column': '<div style="display: flex; flex-direction: column; align-items: start"><!----></div>',
  float: '<div style="float: left"><!----></div>',
  'inline-block': '<div style="display: inline-block"><!----></div>',
  'grid, justify-items: start': '<div style="display: grid; justify-items: start"><!----></div>',
  'fit-content': '<div style="width: fit-content"><!----></div>',
  'out of flow': '<div style="position: absolute"><!----></div>',
  'made inline by the page': '<style>div > * { display: inline }</style><div><!----></div>',
};

const source = {
  fetchIncome: () => Promise.resolve(singleParent),
  latestIncome: () => Promise.resolve(singleParent),
  withdrawIncome: () => Promise.resolve(),
  loadDraft: () => Promise.resolve(undefined),
  saveDraft: () => new Promise<never>(() => undefined),
  deleteDraft: () => Promise.resolve(),
  accessLog: () => Promise.resolve(wholeLog),
};

const PREFILL = '<ssbtek-prefill name="i" period="2026-10" statement="s"></ssbtek-prefill>';
const VIEW = '<ssbtek-income-view></ssbtek-income-view>';
const ELEMENTS: Readonly<Record<string, string>> = {
  'ssbtek-prefill': PREFILL,
  'ssbtek-income-view': VIEW,
  'ssbtek-draft': '<form><input name="namn"><ssbtek-draft></ssbtek-draft></form>',
  'ssbtek-review': '<ssbtek-review period="2026-10"></ssbtek-review>',
  'ssbtek-access-log': '<ssbtek-access-log></ssbtek-access-log>',
  'ssbtek-provider': `<ssbtek-provider period="2026-10">${VIEW}</ssbtek-provider>`,
};

describe('wherever a page puts an element', () => {
  for (const width of [320, 1280])
    for (const [tag, markup] of Object.entries(ELEMENTS))
      it(`<${tag}> has a width to be read and written in, and no page of ${width} px scrolls sideways`, async () => {
        const page = await windowOf(width);
        const root = page.document.documentElement;
        for (const [place, around] of Object.entries(PLACES)) {
          page.document.body.innerHTML = around.replace('<!---->', markup);
          const element = await shown(page, tag);
          const box = element.renderRoot.querySelector('section')!.getBoundingClientRect();
          expect(box.width, place).to.be.at.least(width === 320 ? 200 : 600);
          expect(box.height, place).to.be.at.least(40);
          expect(root.scrollWidth, place).to.be.at.most(width);
        }
        page.frameElement?.remove();
      });
});

/** A window of that width, with the elements defined in it. */
async function windowOf(width: number): Promise<Window & typeof globalThis> {
  const frame = document.createElement('iframe');
  frame.style.cssText = `width: ${width}px; height: 600px; border: 0`;
  frame.srcdoc = '<!doctype html><html lang="sv"><body></body></html>';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const page = frame.contentWindow as Window & typeof globalThis;
  const script = page.document.createElement('script');
  script.type = 'module';
  script.src = new URL('../../packages/elements/src/define.ts', import.meta.url).href;
  page.document.head.append(script);
  await Promise.all(Object.keys(ELEMENTS).map((tag) => page.customElements.whenDefined(tag)));
  return page;
}

/** The element in what was just put on the page, with what it has to show. */
async function shown(page: Window, tag: string): Promise<LitElement> {
  const element = page.document.querySelector<LitElement>(tag)!;
  Object.assign(element, { source, submissionSource: { submit: () => Promise.resolve(receipt) } });
  const drawn = page.document.querySelector<LitElement>(
    tag === 'ssbtek-provider' ? 'ssbtek-income-view' : tag,
  )!;
  for (let turns = 0; turns < 5; turns += 1) await new Promise((resolve) => setTimeout(resolve));
  await drawn.updateComplete;
  return drawn;
}
