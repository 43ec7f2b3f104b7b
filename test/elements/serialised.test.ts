import '@medborgarnavet/elements/define.ts';
import type { SsbtekPrefill } from '@medborgarnavet/elements';
import { partlyChecked, receipt, singleParent } from '@medborgarnavet/mocks';
import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement, TemplateResult } from 'lit';
import { settled } from './review.ts';
import { source } from './prefill.ts';

/** What the authorities have told, in any way that a page writes it: amounts, days and who pays. */
const CANARIES =
  /2[\s.]?650|4[\s.]?200|11[\s.]?120|1[\s.]?250|1[\s.]?673|FK-ABB|2026-10-2|\d oktober|Från |Betalades|Försäkringskassan/;

const FIELDS = html`<input name="a" data-ssbtek="fk.barnbidrag" />
  <input name="b" type="number" data-ssbtek="fk.bostadsbidrag" />
  <textarea name="c" data-ssbtek="fk.underhallsstod"></textarea>
  <input name="d" value="9500" data-ssbtek="fk.dagersattning" />
  <input name="e" data-ssbtek="andra.arbetsloshetsersattning" />`;

const submissionSource = { submit: () => Promise.resolve(receipt) };

describe('a copy of the page’s markup, as some libraries keep in web storage', () => {
  for (const [name, said] of [
    ['all have answered', singleParent],
    ['some could not be checked', partlyChecked],
  ] as const)
    for (const [mode, inside] of [
      ['drawn rows', html``],
      ['the page’s own fields', FIELDS],
    ] as const)
      it(`has nothing of what was retrieved: ${mode}, ${name}`, async () => {
        const page = await fixture<HTMLElement>(everything(source(said), inside));
        const prefill = page.querySelector<SsbtekPrefill>('ssbtek-prefill')!;
        await prefill.fetchIncome();
        await settled(
          ...page.querySelectorAll<LitElement>('ssbtek-prefill, ssbtek-income-view, ssbtek-review'),
        );
        const field = page.querySelector<HTMLInputElement>('[name=a]');
        if (field && mode !== 'drawn rows') {
          expect(field.value).not.to.equal('');
          // The person writes over it: what the authority says then stands beside it.
          field.readOnly = false;
          field.value = '1300';
          field.dispatchEvent(new InputEvent('input', { bubbles: true }));
          await settled(prefill);
          const [mark] = page.querySelectorAll('.ssbtek-mark');
          expect(mark?.shadowRoot?.textContent).to.match(CANARIES);
          expect(mark?.id).to.equal(field.getAttribute('aria-describedby'));
        }
        expect(prefill.renderRoot.textContent).to.match(CANARIES);
        for (const copy of copiesOf(page)) expect(CANARIES.exec(copy)?.[0]).to.equal(undefined);
      });
});

/** Every element that shows what was retrieved. */
function everything(from: ReturnType<typeof source>, inside: TemplateResult): TemplateResult {
  return html`<div>
    <ssbtek-provider period="2026-10" .source=${from}>
      <form><ssbtek-prefill id="p" name="inkomster">${inside}</ssbtek-prefill></form>
      <ssbtek-income-view></ssbtek-income-view>
      <ssbtek-review for="p" .submissionSource=${submissionSource}></ssbtek-review>
    </ssbtek-provider>
  </div>`;
}

/** htmx keeps `innerHTML`, Turbo a clone; recorders of sessions do either. */
function copiesOf(page: HTMLElement): readonly string[] {
  const clone = page.cloneNode(true) as HTMLElement;
  return [
    page.innerHTML,
    page.outerHTML,
    document.documentElement.outerHTML,
    clone.outerHTML,
    new XMLSerializer().serializeToString(page),
  ];
}
