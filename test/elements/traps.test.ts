import type { SsbtekPrefill } from '@medborgarnavet/elements';
import { payment, singleParent, statement } from '@medborgarnavet/mocks';
import { ore, sourceThatAnswered, type Payment } from '@medborgarnavet/model';
import { expect, fixture, html } from '@open-wc/testing';
import { button, choose, press, rowOf, textOf, type } from './page.ts';
import { FETCH, fetched, posted, prefill, source } from './prefill.ts';

/** What a browser does that translates a page: every text node ends up inside a font element of its own. */
function translate(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.data.trim() === '' || text.parentElement?.tagName === 'FONT') continue;
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- browsers still make it
    const font = document.createElement('font');
    text.replaceWith(font);
    font.append(text);
  }
}

// Each of these broke somebody's service.
describe('what good projects got wrong', () => {
  it('a translated page: the whole way goes on, and shows what it posts', async () => {
    const later = statement([sourceThatAnswered('FK', [payment('FK', 'ABB', 'Barnbidrag', 2800)])]);
    const element = await prefill(source(singleParent, 'upstream-timeout', later));
    const step = async (action: () => Promise<void>) => {
      translate(element.renderRoot);
      await action();
      await element.updateComplete;
    };
    await step(() => element.fetchIncome());
    expect(rowOf(element, 'Allmänt barnbidrag')).to.include('2 650 kr');
    await step(() => type(element, 'Rätt belopp: Allmänt barnbidrag', '2000'));
    expect(rowOf(element, 'Allmänt barnbidrag')).to.include('Det här räknas: 2 000 kr');
    await step(() => choose(element, 'Varför stämmer det inte? Allmänt barnbidrag', 'Annat'));
    await step(() => press(element, 'Visa utbetalningen: Underhållsstöd'));
    await step(() => press(element, 'Den här stämmer inte: Underhållsstöd, Försäkringskassan'));
    expect(rowOf(element, 'Underhållsstöd')).to.include('Det här räknas: 0 kr');
    await step(() => press(element, 'Lägg till en inkomst'));
    await step(() => element.fetchIncome());
    expect(textOf(element, '[role=status]')).to.include('Myndigheterna svarade inte i tid');
    await step(() => element.fetchIncome());
    expect(rowOf(element, 'Allmänt barnbidrag')).to.include('2 800 kr');
    expect(rowOf(element, 'Allmänt barnbidrag')).to.include('Du skrev 2000');
    expect(rowOf(element, 'Underhållsstöd')).not.to.match(/\d kr/);
    await step(() => press(element, 'Använd det hämtade beloppet: Allmänt barnbidrag'));
    expect(posted(element)['inkomster.fk.barnbidrag.effective']).to.equal('2800.00');
    await step(() => element.withdraw());
    expect(textOf(element)).not.to.include('2 800');
  });

  it('two on one page: each posts its own, and no id, label or description is the other’s', async () => {
    const form = await fixture<HTMLFormElement>(html`
      <form>
        <ssbtek-prefill name="sokande" heading="Sökandens inkomster" period="2026-10"></ssbtek-prefill>
        <ssbtek-prefill name="medsokande" heading="Medsökandens inkomster" period="2026-09"></ssbtek-prefill>
      </form>
    `);
    const [one, other] = form.querySelectorAll('ssbtek-prefill');
    if (!one || !other) throw new Error('There are two');
    one.source = source(singleParent);
    other.source = source('internal');
    await Promise.all([one.fetchIncome(), other.fetchIncome()]);
    await type(one, 'Rätt belopp: Lön', '1');
    await type(other, 'Rätt belopp: Lön', '2');
    const data = new FormData(form);
    expect([
      data.get('sokande.andra.lon.corrected'),
      data.get('medsokande.andra.lon.corrected'),
    ]).to.deep.equal([...['1.00', '2.00']]);
    expect(data.has('medsokande.fk.barnbidrag.retrieved')).to.equal(false);
    await expect(form).to.be.accessible();
  });

  it('500 payments: all of them are in the sum, and each can be opened', async () => {
    const payments = Array.from({ length: 500 }, (_, index): Payment => ({
      ...payment('FK', 'DAG', 'Dagersättning', 100),
      id: `FK-${index}`,
      date: `2026-10-${String((index % 31) + 1).padStart(2, '0')}`,
      net: ore(10_000 + index),
    }));
    const element = await fetched(source(statement([sourceThatAnswered('FK', payments)])));
    expect(rowOf(element, 'Dagersättning')).to.include('51 247,50 kr');
    await press(element, 'Visa 500 utbetalningar: Dagersättning');
    expect(element.renderRoot.querySelectorAll('.payment').length).to.equal(500);
  });

  it('31 January: its last day counts, and the days around it do not', async () => {
    const days = ['2025-12-31', '2026-01-01', '2026-01-31', '2026-02-01'];
    const payments = days.map((date, index) => payment('FK', 'ABB', 'Barnbidrag', 10 ** index, { date }));
    const january = statement([sourceThatAnswered('FK', payments)], {
      period: { from: '2026-01-01', to: '2026-01-31' },
    });
    const element = await fetched(source(january), { period: '2026-01' });
    expect(rowOf(element, 'Allmänt barnbidrag')).to.include('110 kr');
    expect(textOf(element, '[aria-labelledby=set-aside] li').split('\n').length).to.equal(2);
  });

  it('inside another component’s shadow root: label, error, summary, and focus still meet', async () => {
    const outer = await fixture<HTMLDivElement>(html`<div></div>`);
    const root = outer.attachShadow({ mode: 'open' });
    const element = document.createElement('ssbtek-prefill');
    element.name = 'i';
    element.period = '2026-10';
    element.source = source(singleParent);
    const form = document.createElement('form');
    const next = document.createElement('button');
    next.textContent = 'Nästa';
    form.append(element, next);
    root.append(form);
    await element.updateComplete;
    await press(element, FETCH);
    await element.updateComplete;
    await type(element, 'Rätt belopp: Lön', 'abc');
    await type(element, 'Rätt belopp: Bostadsbidrag', 'abc');
    next.click();
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve));
    expect(element.shadowRoot?.activeElement?.id).to.equal('faults');
    await expect(outer).to.be.accessible();
  });

  it('removed in the middle of a fetch: it stops asking, and forgets what it had', async () => {
    let signal: AbortSignal | undefined;
    const element = await fetched(source(singleParent));
    element.source = {
      fetchIncome: (_, options) => {
        signal = options?.signal;
        return new Promise(() => undefined);
      },
      latestIncome: () => Promise.resolve(undefined),
    };
    void element.fetchIncome();
    await new Promise((resolve) => setTimeout(resolve));
    const form = element.closest('form');
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    expect(signal?.aborted).to.equal(true);
    form?.append(element);
    await element.updateComplete;
    expect(textOf(element)).not.to.include('2 650');
  });

  it('every button says what it does, and none is named only by its place', async () => {
    const element: SsbtekPrefill = await fetched();
    await type(element, 'Rätt belopp: Allmänt barnbidrag', '1');
    const names = [...element.renderRoot.querySelectorAll('button')].map(
      (each) => each.ariaLabel ?? each.textContent.trim(),
    );
    expect(new Set(names).size).to.equal(names.length);
    expect(button(element, FETCH)).to.be.instanceOf(HTMLButtonElement);
  });
});
