import type { SsbtekPrefill, SsbtekPrefillProblemEvent } from '@medborgarnavet/elements';
import { hardToShow, nothingAnywhere, partlyChecked, singleParent } from '@medborgarnavet/mocks';
import type { IncomeStatement } from '@medborgarnavet/model';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { byLabel, press, textOf, type } from './page.ts';
import { FETCH, fetched, posted, prefill, source } from './prefill.ts';
import { until } from './until.ts';

describe('ssbtek-prefill', () => {
  it('is accessible before and after fetching, when some did not answer, and when an amount cannot be read', async () => {
    const element = await prefill(source(singleParent, partlyChecked, 'offline'));
    await expect(element).to.be.accessible();
    for (let press = 0; press < 3; press += 1) {
      await element.fetchIncome();
      await expect(element).to.be.accessible();
    }
    await type(element, 'Rätt belopp: Allmänt barnbidrag', 'abc');
    await expect(element).to.be.accessible();
  });

  it('tells what will be fetched, from whom and for what, and fetches nothing before the press', async () => {
    const from = source(singleParent);
    const element = await prefill(from);
    const text = textOf(element, '.ask');
    expect(text).to.include('under oktober 2026');
    for (const name of ['Försäkringskassan', 'Pensionsmyndigheten', 'CSN', 'A-kassorna'])
      expect(text).to.include(name);
    expect(text).to.include('ansökan om ekonomiskt bistånd');
    expect(from.asked).to.equal(0);
  });

  it('names Skatteverket, and expects wages from there, where the host asks it', async () => {
    const element = await prefill();
    element.sources = 'FK SKV XX';
    await element.updateComplete;
    expect(textOf(element, '.authorities')).to.equal('Försäkringskassan Skatteverket');
    expect(textOf(element, '.row')).to.match(/Studiemedel Kan inte hämtas/);
    expect(textOf(element, '.row')).not.to.match(/Lön Kan inte hämtas/);
  });

  it('puts what was fetched in its row, as text with its source', async () => {
    const element = await prefill();
    const shown = oneEvent(element, 'ssbtek-prefill-fetched');
    await press(element, FETCH);
    await shown;
    await element.updateComplete;
    const row = textOf(element, '.row');
    expect(row).to.match(
      /Allmänt barnbidrag Hämtat belopp: 2 650 kr Från Försäkringskassan Betalades ut 20 oktober 2026/,
    );
    expect(byLabel(element, 'Rätt belopp: Allmänt barnbidrag').value).to.equal('');
    expect(byLabel(element, 'Kommentar: Allmänt barnbidrag').value).to.equal('');
  });

  it('has the rows in groups, and Pensionsmyndigheten only where it answers for itself', async () => {
    const element = await fetched(source(singleParent, hardToShow));
    expect(textOf(element, 'legend')).to.equal('Försäkringskassan\nCSN\nAndra inkomster');
    await element.fetchIncome();
    await element.updateComplete;
    expect(textOf(element, 'legend')).to.equal(
      'Försäkringskassan\nPensionsmyndigheten\nCSN\nAndra inkomster',
    );
  });

  it('says who is asked, and that the form can be filled in, while waiting; a second press asks nobody again', async () => {
    let answer: (statement: IncomeStatement) => void = () => undefined;
    let asked = 0;
    const element = await prefill({
      fetchIncome: () => new Promise((resolve) => ((asked += 1), (answer = resolve))),
      latestIncome: () => Promise.resolve(undefined),
    });
    await press(element, FETCH);
    await press(element, FETCH);
    expect(asked).to.equal(1);
    expect(textOf(element, '[role=status]')).to.include(
      'Försäkringskassan, Pensionsmyndigheten, CSN, A-kassorna',
    );
    expect(textOf(element, '[role=status]')).to.include('Du kan fylla i formuläret medan du väntar.');
    await type(element, 'Rätt belopp: Lön', '9500');
    const shown = oneEvent(element, 'ssbtek-prefill-fetched');
    answer(singleParent);
    await shown;
    await element.updateComplete;
    expect(byLabel(element, 'Rätt belopp: Lön').value).to.equal('9500');
  });

  it('says "inget" where everyone has answered and nobody has paid, and makes up no zero', async () => {
    const element = await fetched(source(nothingAnywhere));
    expect(textOf(element, '.sources')).to.equal(
      'Försäkringskassan Inget hos dem Pensionsmyndigheten Inget hos dem CSN Inget hos dem A-kassorna Inget hos dem',
    );
    expect(textOf(element, '.row')).to.include('Studiemedel Inget hämtat');
    expect(textOf(element, '[role=status]')).to.include('Alla har svarat. Ingen hade något att visa.');
    expect(textOf(element)).not.to.match(/\b0 kr/);
    expect(Object.keys(posted(element))).to.deep.equal(['inkomster.statement']);
  });

  it('tells nothing, could not be checked and cannot be fetched apart, with why and what to do', async () => {
    const element = await fetched(source(partlyChecked));
    const sources = textOf(element, '.sources');
    expect(sources).to.include('CSN Kunde inte kontrolleras De svarade inte i tid. Försök igen om en stund');
    expect(sources).to.include('Pensionsmyndigheten Kunde inte kontrolleras Deras tjänst är stängd just nu.');
    expect(sources).to.include('Akademikernas a-kassa: inget hos dem.');
    expect(sources).to.include('Unionens a-kassa: kunde inte kontrolleras. Svaret går inte att tolka.');
    expect(sources).to.include('Bostadsbidrag: kunde inte kontrolleras.');
    const rows = textOf(element, '.row');
    expect(rows).to.match(/Studiemedel Kunde inte kontrolleras\. Fyll i själv\./);
    expect(rows).to.match(/Bostadsbidrag Kunde inte kontrolleras\. Fyll i själv\./);
    expect(rows).to.match(/Lön Kan inte hämtas\. Fyll i om du har fått pengar\./);
    expect(rows).to.match(
      /1 250 kr .* Det kan finnas mer, som inte kunde kontrolleras\. Har du fått mer\? Skriv då hela summan som rätt belopp/,
    );
    expect(textOf(element, '[role=status]')).to.include('En del kunde inte kontrolleras.');
  });

  it('shows a hostile, a huge, a negative and a planned amount as text, and what is set aside with its reason', async () => {
    const element = await fetched(source(hardToShow));
    const text = textOf(element);
    expect(element.renderRoot.querySelector('img')).to.equal(null);
    expect(text).to.include('812,50 kr <img src=x onerror=alert(1)>');
    expect(text).to.include('1 234 567 890 kr');
    expect(text).to.include('−1 250 kr');
    expect(text).to.include('Ska betalas ut 30 oktober 2026');
    expect(text).to.include(
      'Barnbidrag, Försäkringskassan, 20 november 2026: 1 250 kr, hör till en annan månad',
    );
    expect(text).to.include(
      'Underhållsstöd, Försäkringskassan, 20 oktober 2026: 1 673 kr, är inte utbetalt än',
    );
    expect(text).to.include('9 876 kr, räknas redan på en annan rad');
  });

  it('posts retrieved, corrected, effective and comment for every row with any value, and the statement', async () => {
    const element = await fetched();
    await type(element, 'Rätt belopp: Allmänt barnbidrag', '1 250,50 kr');
    await type(element, 'Kommentar: Allmänt barnbidrag', ' Vi delar ');
    await type(element, 'Rätt belopp: Lön', '9500');
    await type(element, 'Kommentar: Studiebidrag', 'Slutade i juni');
    expect(posted(element)).to.deep.equal({
      'inkomster.fk.barnbidrag.retrieved': '2650.00',
      'inkomster.fk.barnbidrag.corrected': '1250.50',
      'inkomster.fk.barnbidrag.effective': '1250.50',
      'inkomster.fk.barnbidrag.comment': 'Vi delar',
      'inkomster.fk.bostadsbidrag.retrieved': '4200.00',
      'inkomster.fk.bostadsbidrag.effective': '4200.00',
      'inkomster.fk.underhallsstod.retrieved': '3496.00',
      'inkomster.fk.underhallsstod.effective': '3496.00',
      'inkomster.csn.studiebidrag.comment': 'Slutade i juni',
      'inkomster.andra.lon.corrected': '9500.00',
      'inkomster.andra.lon.effective': '9500.00',
      'inkomster.statement': 'exempel-uttag-1',
    });
  });

  it('posts what was written by a person who never fetched, and nothing without a name', async () => {
    const element = await prefill();
    await type(element, 'Rätt belopp: Allmänt barnbidrag', '0');
    expect(posted(element)).to.deep.equal({
      'inkomster.fk.barnbidrag.corrected': '0.00',
      'inkomster.fk.barnbidrag.effective': '0.00',
    });
    element.name = '';
    await element.updateComplete;
    expect(posted(element)).to.deep.equal({});
  });

  for (const unreadable of ['12,3,4', 'abc', '1.234', '99999999999']) {
    it(`keeps "${unreadable}", says what to write, and stops the post`, async () => {
      const element = await fetched();
      const form = element.closest('form')!;
      await type(element, 'Rätt belopp: Bostadsbidrag', unreadable);
      const field = byLabel(element, 'Rätt belopp: Bostadsbidrag');
      expect(field.value).to.equal(unreadable);
      expect(field.getAttribute('aria-invalid')).to.equal('true');
      const error = element.renderRoot.querySelector(`[id="${field.getAttribute('aria-describedby')!}"]`);
      expect(error?.textContent).to.match(/Skriv/);
      expect(form.checkValidity()).to.equal(false);
      await type(element, 'Rätt belopp: Bostadsbidrag', '4000');
      expect(form.checkValidity()).to.equal(true);
    });
  }

  it('does not tell of an error while it is being typed, but does when the form is sent', async () => {
    const element = await prefill();
    const field = byLabel(element, 'Rätt belopp: Lön');
    field.value = '12,';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await element.updateComplete;
    expect(field.getAttribute('aria-invalid')).to.equal('false');
    expect(element.closest('form')!.reportValidity()).to.equal(false);
    await element.updateComplete;
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(field);
  });

  it('replaces what was retrieved, and nothing else, when pressed again', async () => {
    const element = await fetched(source(singleParent, partlyChecked));
    await type(element, 'Rätt belopp: Bostadsbidrag', '4500');
    await type(element, 'Kommentar: Allmänt barnbidrag', 'Ett barn har flyttat');
    await press(element, FETCH);
    await until(() => textOf(element, '.row').includes('1 250 kr'), 'fetched again');
    expect(byLabel(element, 'Rätt belopp: Bostadsbidrag').value).to.equal('4500');
    expect(byLabel(element, 'Kommentar: Allmänt barnbidrag').value).to.equal('Ett barn har flyttat');
    expect(posted(element)['inkomster.fk.bostadsbidrag.retrieved']).to.equal(undefined);
  });

  it('keeps what was retrieved and what was written when a new fetch fails', async () => {
    const element = await fetched(source(singleParent, 'offline'));
    await type(element, 'Rätt belopp: Bostadsbidrag', '4500');
    const problem = oneEvent<SsbtekPrefillProblemEvent>(element, 'ssbtek-prefill-problem');
    await press(element, FETCH);
    expect((await problem).problem.kind).to.equal('offline');
    await element.updateComplete;
    expect(textOf(element, '[role=status]')).to.equal(
      'Ingen kontakt med kommunen. Kontrollera att du har internet och försök igen. Det som du har skrivit finns kvar.',
    );
    expect(posted(element)['inkomster.fk.barnbidrag.retrieved']).to.equal('2650.00');
    expect(posted(element)['inkomster.fk.bostadsbidrag.corrected']).to.equal('4500.00');
  });

  it('without an endpoint or with a period that is none says so, and the form can still be filled in', async () => {
    const element = await fixture<SsbtekPrefill>(html`<ssbtek-prefill period="2026-10"></ssbtek-prefill>`);
    await press(element, FETCH);
    await element.updateComplete;
    expect(textOf(element, '[role=status]')).to.include('Det går inte att hämta på den här sidan.');
    const wrongPeriod = await prefill();
    wrongPeriod.period = 'igår';
    await press(wrongPeriod, FETCH);
    await wrongPeriod.updateComplete;
    expect(textOf(wrongPeriod, '[role=status]')).to.include('Det går inte att hämta för den perioden.');
    await type(wrongPeriod, 'Rätt belopp: Lön', '100');
    expect(posted(wrongPeriod)['inkomster.andra.lon.effective']).to.equal('100.00');
  });

  it('shows the statement that the form stands on again, with what the form posted, without asking anybody', async () => {
    const from = source(singleParent);
    const form = await fixture<HTMLFormElement>(html`
      <form>
        <ssbtek-prefill name="inkomster" period="2026-10" statement="exempel-uttag-1" .source=${from}>
          <input type="hidden" name="inkomster.fk.barnbidrag.corrected" value="1250.50" />
          <input type="hidden" name="inkomster.fk.barnbidrag.comment" value="Vi delar" />
          <input type="hidden" name="inkomster.finns.inte.corrected" value="1" />
        </ssbtek-prefill>
      </form>
    `);
    const element = form.querySelector('ssbtek-prefill')!;
    await until(() => textOf(element, '.row').includes('2 650 kr'), 'shown again');
    expect(from.asked).to.equal(0);
    expect(byLabel(element, 'Rätt belopp: Allmänt barnbidrag').value).to.equal('1250,50');
    expect(byLabel(element, 'Kommentar: Allmänt barnbidrag').value).to.equal('Vi delar');
    expect(new FormData(form).getAll('inkomster.fk.barnbidrag.corrected')).to.deep.equal(['1250.50']);
  });

  it('keeps focus and what is being typed in its row when a group comes or would go', async () => {
    const element = await prefill(source(hardToShow, singleParent));
    const studiemedel = byLabel(element, 'Rätt belopp: Studiemedel');
    studiemedel.focus();
    studiemedel.value = '12';
    studiemedel.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await element.fetchIncome();
    await element.updateComplete;
    expect((element.renderRoot as ShadowRoot).activeElement).to.equal(studiemedel);
    expect(studiemedel.ariaLabel).to.equal('Rätt belopp: Studiemedel');
    expect(posted(element)['inkomster.csn.studiemedel.corrected']).to.equal('12.00');

    const pension = byLabel(element, 'Rätt belopp: Pension och bostadstillägg');
    await type(element, 'Rätt belopp: Pension och bostadstillägg', '12000');
    await element.fetchIncome();
    await type(element, 'Rätt belopp: Pension och bostadstillägg', '');
    expect(pension.isConnected).to.equal(true);
  });

  it('shows what it posts, also when the page has been translated', async () => {
    const element = await fetched(source(singleParent, hardToShow, 'offline'));
    const walker = document.createTreeWalker(element.renderRoot, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts.filter(({ data }) => data.trim() !== '')) {
      const wrapper = document.createElement('span');
      text.replaceWith(wrapper);
      wrapper.append(text);
    }
    await element.fetchIncome();
    await element.updateComplete;
    const amounts = textOf(element, '.amount').split('\n');
    expect(amounts).to.include('1 234 567 890 kr');
    expect(amounts).not.to.include('2 650 kr');
    await element.fetchIncome();
    await element.updateComplete;
    expect(textOf(element, '[role=status]')).to.include('Ingen kontakt med kommunen.');
    await type(element, 'Rätt belopp: Lön', '1');
    expect(posted(element)['inkomster.andra.lon.corrected']).to.equal('1.00');
  });

  it('shows and posts nothing retrieved any more when the session has ended, and keeps what was written', async () => {
    const element = await fetched(source(singleParent, 'session-expired'));
    await type(element, 'Rätt belopp: Lön', '555');
    await element.fetchIncome();
    await element.updateComplete;
    expect(textOf(element)).not.to.include('2 650 kr');
    expect(textOf(element, '[role=status]')).to.include('Det du skriver här kan inte sparas nu.');
    expect(posted(element)).to.deep.equal({
      'inkomster.andra.lon.corrected': '555.00',
      'inkomster.andra.lon.effective': '555.00',
    });
  });

  it('takes a double click for one press', async () => {
    const from = source(singleParent);
    const element = await prefill(from);
    const button = element.renderRoot.querySelector('button')!;
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
    await until(() => textOf(element, '.row').includes('2 650 kr'), 'fetched');
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    await element.updateComplete;
    expect(from.asked).to.equal(1);
  });

  it('is disabled by a fieldset around it', async () => {
    const fieldset = await fixture<HTMLFieldSetElement>(
      html`<fieldset disabled><ssbtek-prefill period="2026-10"></ssbtek-prefill></fieldset>`,
    );
    const element = fieldset.querySelector('ssbtek-prefill')!;
    await element.updateComplete;
    expect(byLabel(element, 'Rätt belopp: Lön').disabled).to.equal(true);
    expect(element.renderRoot.querySelector('button')!.disabled).to.equal(true);
    fieldset.disabled = false;
    await element.updateComplete;
    expect(byLabel(element, 'Rätt belopp: Lön').disabled).to.equal(false);
  });

  it('has its live region from the beginning', async () => {
    const element = await prefill();
    const region = element.renderRoot.querySelector<HTMLElement>('[role=status]')!;
    expect(region.innerText).to.equal('');
    expect(getComputedStyle(region).display).not.to.equal('none');
  });

  it('can be read on a dark page that sets nothing', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    page.style.background = '#111';
    page.style.color = '#eee';
    const element = document.createElement('ssbtek-prefill');
    Object.assign(element, { period: '2026-10', source: source(partlyChecked) });
    page.append(element);
    await element.fetchIncome();
    await type(element, 'Rätt belopp: Lön', 'abc');
    await expect(element).to.be.accessible();
  });

  it('shows no answer that comes after it was removed from the page', async () => {
    let answer: (statement: IncomeStatement) => void = () => undefined;
    let aborted = false;
    const element = await prefill({
      fetchIncome: (_period, options) => {
        options?.signal?.addEventListener('abort', () => (aborted = true));
        return new Promise((resolve) => (answer = resolve));
      },
      latestIncome: () => Promise.resolve(undefined),
    });
    const form = element.closest('form')!;
    await press(element, FETCH);
    element.remove();
    await until(() => aborted, 'aborted');
    answer(singleParent);
    form.prepend(element);
    await element.updateComplete;
    expect(textOf(element, '.row')).not.to.include('2 650 kr');
  });

  it('keeps what it shows when it is moved within the page', async () => {
    const element = await fetched();
    element.closest('form')!.append(element);
    await Promise.resolve();
    await element.updateComplete;
    expect(textOf(element, '.row')).to.include('2 650 kr');
  });

  it('forgets what was written when the form is reset', async () => {
    const element = await fetched();
    await type(element, 'Rätt belopp: Lön', 'abc');
    element.closest('form')!.reset();
    await element.updateComplete;
    expect(byLabel(element, 'Rätt belopp: Lön').value).to.equal('');
    expect(element.closest('form')!.checkValidity()).to.equal(true);
  });
});
