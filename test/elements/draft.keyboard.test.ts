import { expect } from '@open-wc/testing';
import { DraftHost, page, settled, TestClock, write } from './draft.ts';

const FOCUSABLE = 'a[href], button, input';

const reach = (root: ShadowRoot): string[] =>
  [...root.querySelectorAll<HTMLElement>(FOCUSABLE)]
    .filter((each) => each.tabIndex >= 0 && each.checkVisibility())
    .map((each) =>
      each instanceof HTMLInputElement
        ? (each.labels?.[0]?.innerText.replace(/\s+/g, ' ').trim() ?? '')
        : each.innerText.trim(),
    );

describe('with a keyboard', () => {
  it('everything that a person can do is reached in the order that it is read', async () => {
    const host = new DraftHost(new TestClock(), [
      ['namn', 'Anna'],
      ['telefon', ''],
      ['meddelande', ''],
    ]);
    const { clock, form, draft } = await page({ host });
    await write(form, 'namn', 'Bo');
    host.keep([
      ['namn', 'Cy'],
      ['telefon', ''],
      ['meddelande', ''],
    ]);
    await clock.pass(1_000);
    await settled(draft);
    expect(reach(draft.shadowRoot!)).to.deep.equal([
      'Här på sidan: Bo',
      'Sparat på en annan plats: Cy',
      'Spara det jag har valt',
      'Behåll allt som står här',
      'Ta allt som är sparat',
      'Ta bort nu',
    ]);
  });

  it('every target is at least 44 pixels high, or in a label that is', async () => {
    const { draft } = await page({ host: new DraftHost(new TestClock(), [['namn', 'Anna']]) });
    for (const each of draft.renderRoot.querySelectorAll('button'))
      expect(each.getBoundingClientRect().height).to.be.at.least(44);
  });

  it('nothing moves focus by itself while a person writes', async () => {
    const { host, clock, form, draft } = await page();
    const input = form.querySelector('input')!;
    input.focus();
    for (const fault of [undefined, 'offline', undefined, 'invalid-input'] as const) {
      host.fault = fault;
      await write(form, 'namn', `Anna ${String(fault)} ${host.calls.length}`);
      await clock.pass(5_000);
      await settled(draft);
      expect(document.activeElement).to.equal(input);
    }
  });
});
