import { hardToShow, nothingAnywhere, partlyChecked, singleParent } from '@medborgarnavet/mocks';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { textOf } from './page.ts';
import {
  announced,
  declaration,
  handIn,
  lineOf,
  page,
  ReviewHost,
  settled,
  stands,
  WRITTEN,
} from './review.ts';

const US = 'FK-US-3496-2026-10-25';

/** How many lines it is shown in. */
function linesIn(element: Element): number {
  const range = document.createRange();
  range.selectNodeContents(element);
  return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
}

describe('ssbtek-review', () => {
  it('shows what was retrieved, what the person says and what counts, each under its own name', async () => {
    const { review, host } = await page();
    expect(lineOf(review, 'Bostadsbidrag')).to.equal(
      'Bostadsbidrag Hämtat 4 200 kr Från Försäkringskassan Ditt belopp 4 000 kr Beloppet är fel ' +
        'Din kommentar Jag fick mindre Räknas 4 000 kr',
    );
    expect(lineOf(review, 'Allmänt barnbidrag')).to.include('Ditt belopp Inte ändrat Räknas 2 650 kr');
    const text = textOf(review);
    expect(text).to.include('Har du några inkomster? Ja');
    expect(text).to.include('Swish, insättning eller gåva 500 kr');
    expect(text).to.include('Summa av det som räknas: 10 646 kr');
    expect(text).not.to.include('för låg');
    expect(host.looks).to.equal(1);
    await expect(review).to.be.accessible();
  });

  it('shows the payments that are said not to be right, and why', async () => {
    const written = {
      'inkomster.fk.underhallsstod.disputed': US,
      [`inkomster.fk.underhallsstod.disputed.${US}`]: 'not-received',
    };
    const { review } = await page({ written });
    expect(lineOf(review, 'Underhållsstöd')).to.match(
      /Du säger att det inte stämmer Underhållsstöd, 25 oktober 2026: 3 496 kr\. Jag har inte fått pengarna Räknas 0 kr$/,
    );
    expect(lineOf(review, 'Underhållsstöd'))
      .to.include('Ditt belopp Du har sagt att en utbetalning inte stämmer. Den räknas inte.')
      .and.not.to.include('Inte ändrat');
  });

  it('says of a source that could be checked for a part of the time that it was so', async () => {
    const [fk, ...others] = singleParent.sources;
    const asked = { from: '2026-10-01', to: '2026-10-15' };
    const { review } = await page({
      host: new ReviewHost({ ...singleParent, sources: [{ ...fk!, asked }, ...others] }),
    });
    expect(textOf(review, '.unchecked li')).to.equal(
      'Försäkringskassan: bara en del av tiden kunde kontrolleras',
    );
  });

  for (const size of ['16px', '32px'])
    it(`keeps each amount in one piece on a phone with text of ${size}`, async () => {
      const written = { ...WRITTEN, 'inkomster.fk.barnbidrag.corrected': '12600.50' };
      const { review } = await page({ host: new ReviewHost(hardToShow), written });
      review.style.inlineSize = '288px';
      review.style.fontSize = size;
      const amounts = [...review.renderRoot.querySelectorAll<HTMLElement>('.figure, .total bdi')];
      expect(amounts.length).to.be.greaterThan(3);
      expect(amounts.filter((amount) => linesIn(amount) > 1).map(({ innerText }) => innerText)).to.be.empty;
    });

  it('says first what could not be checked, and that the sum may be too low', async () => {
    const { review } = await page({ host: new ReviewHost(partlyChecked) });
    const text = textOf(review);
    expect(text).to.match(/En del kunde inte kontrolleras.*Försäkringskassan \(Bostadsbidrag\).*CSN.*Räknas/);
    expect(text).to.include('Summan kan vara för låg');
    expect(lineOf(review, 'Bostadsbidrag')).to.include('Hämtat Kunde inte kontrolleras');
  });

  it('has three texts for nothing, not checked and not fetched, and no zero for any of them', async () => {
    const written = { 'inkomster.fk.bostadsbidrag.comment': 'Hej', 'inkomster.andra.lon.comment': 'Hej' };
    const said = async (host: ReviewHost, label: string): Promise<string> => {
      const { review } = await page({ host, written });
      expect(textOf(review)).not.to.match(/\b0 kr/);
      return lineOf(review, label).split(' Ditt belopp')[0]!;
    };
    expect([
      await said(new ReviewHost(nothingAnywhere), 'Bostadsbidrag'),
      await said(new ReviewHost(partlyChecked), 'Bostadsbidrag'),
      await said(new ReviewHost(nothingAnywhere), 'Lön'),
    ]).to.deep.equal([
      'Bostadsbidrag Hämtat Inget att visa',
      'Bostadsbidrag Hämtat Kunde inte kontrolleras',
      'Lön Hämtat Inte hämtat',
    ]);
  });

  it('tells what was retrieved and does not count, and why', async () => {
    const { review } = await page({ host: new ReviewHost(hardToShow), written: {} });
    expect(textOf(review)).to.match(/Hämtat men inte medräknat.*1 250 kr, hör till en annan månad/);
    expect(review.renderRoot.querySelector('img')).to.equal(null);
  });

  it('takes nothing of what was fetched for another month', async () => {
    const period = { from: '2026-09-01', to: '2026-09-30' };
    const host = new ReviewHost({ ...singleParent, period });
    const { review } = await page({ host });
    expect(textOf(review)).to.include('gäller en annan månad och räknas inte');
    expect(lineOf(review, 'Bostadsbidrag')).to.include('Hämtat Inte hämtat');
    expect(textOf(review)).to.include('Summa av det som räknas: 4 500 kr');
  });

  it('says that nothing is fetched, and that all have answered with nothing, in words of their own', async () => {
    const none = new ReviewHost();
    none.kept = undefined;
    expect(textOf((await page({ host: none, written: {} })).review)).to.include(
      'Det finns inga hämtade uppgifter',
    );
    const nobody = await page({ host: new ReviewHost(nothingAnywhere), written: {} });
    expect(textOf(nobody.review)).to.include('Alla har svarat. Ingen hade något att visa.');
  });

  it('asks when the answer is no and there are amounts', async () => {
    const { review } = await page({ written: { 'inkomster.har-inkomster': 'nej' } });
    expect(textOf(review)).to.include('Du har svarat att du inte har några inkomster, men det finns belopp');
  });

  it('that cannot look says so, and tries again', async () => {
    const host = new ReviewHost();
    host.lookFault = 'upstream-unavailable';
    const { review } = await page({ host });
    expect(textOf(review))
      .to.include('Vi kan inte visa det som är hämtat just nu.')
      .and.to.include('Tjänsten är stängd just nu.');
    expect(announced(review)).to.include('Tjänsten är stängd just nu.');
    host.lookFault = undefined;
    review.renderRoot.querySelector<HTMLButtonElement>('#retry')!.click();
    await settled(review);
    expect(lineOf(review, 'Bostadsbidrag')).to.include('4 200 kr');
  });

  it('without anywhere to look shows what the person has written', async () => {
    const { review } = await page();
    review.source = undefined;
    review.remove();
    await settled(review);
    document.body.append(review);
    await settled(review);
    expect(stands(review, 'ready')).to.equal(true);
    expect(textOf(review)).to.include('Summa av det som räknas: 4 500 kr');
    review.remove();
  });

  it('takes the page’s words for the declaration: an attribute, or a slot that may hold a link', async () => {
    const own = await page({ attributes: { declaration: 'Jag försäkrar.' } });
    expect(declaration(own.review).labels?.[0]?.innerText.trim()).to.equal('Jag försäkrar.');
    const inside = html`<span slot="declaration">Jag lovar. <a href="/mer">Läs mer</a></span>`;
    const { review } = await page({ inside });
    expect(textOf(review)).not.to.include('Jag intygar');
    await expect(review).to.be.accessible();
  });

  it('with summary-only has nothing to press, and leads to where incomes are changed', async () => {
    const { review } = await page({ attributes: { 'summary-only': '', 'change-href': '/inkomster' } });
    expect(review.renderRoot.querySelectorAll('button, input').length).to.equal(0);
    const link = review.renderRoot.querySelector('a')!;
    expect([link.innerText, link.getAttribute('href')]).to.deep.equal(['Ändra inkomsterna', '/inkomster']);
  });

  it('follows what the page changes in the tag', async () => {
    const { review } = await page({ written: {} });
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name: 'inkomster.fk.barnbidrag.corrected', value: '100.00' });
    review.append(input);
    await settled(review);
    expect(lineOf(review, 'Allmänt barnbidrag')).to.include('Räknas 100 kr');
    input.value = '200.00';
    await settled(review);
    expect(lineOf(review, 'Allmänt barnbidrag')).to.include('Räknas 200 kr');
  });

  it('on a page that the browser has translated goes on as before', async () => {
    const { review } = await page();
    const walker = document.createTreeWalker(review.renderRoot, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (text.data.trim() === '') continue;
      const font = document.createElement('span');
      text.replaceWith(font);
      font.append(text);
    }
    review.querySelector<HTMLInputElement>('[name$="bostadsbidrag.corrected"]')!.value = '4100.00';
    await settled(review);
    expect(lineOf(review, 'Bostadsbidrag')).to.include('4 100 kr').and.not.to.include('4 000 kr');
    await handIn(review);
    expect(textOf(review)).to.include('Ansökan är inlämnad').and.not.to.include('Granska dina inkomster');
  });

  it('neither shows nor minds what the page has there for when the script is missing', async () => {
    const inside = html`<label><input type="checkbox" name="intygar" required /> Jag intygar</label>
      <button name="skicka">Skicka</button>`;
    const { form, review } = await page({ inside });
    expect(form.checkValidity()).to.equal(true);
    expect([...new FormData(form).keys()]).not.to.include('intygar');
    expect(review.querySelector('label')!.checkVisibility()).to.equal(false);
  });

  it('has every target at least 44 pixels high, and reaches all of it in the order that it is read', async () => {
    const { review } = await page({ attributes: { 'change-href': '/inkomster' } });
    const reached = [...review.renderRoot.querySelectorAll<HTMLElement>('a, button, input')];
    expect(reached.map(({ id, innerText }) => id || innerText)).to.deep.equal([
      'Ändra inkomsterna',
      'declaration',
      'hand-in',
    ]);
    for (const each of review.renderRoot.querySelectorAll('a, button, label'))
      expect(each.getBoundingClientRect().height).to.be.at.least(44);
    for (const each of reached) expect(each.tabIndex).to.equal(0);
  });
});
