import {
  provideIncomeSources,
  provideSubmissionSources,
  type SsbtekHandedInEvent,
} from '@medborgarnavet/elements';
import { again, hardToShow, partlyChecked, receipt, singleParent } from '@medborgarnavet/mocks';
import { ore, Submission, SubmissionRefused, type IncomeProblemKind } from '@medborgarnavet/model';
import { expect, fixture, oneEvent } from '@open-wc/testing';
import { html } from 'lit';
import { button, press, textOf } from './page.ts';
import {
  announced,
  declaration,
  focused,
  HAND_IN,
  handIn,
  lineOf,
  page,
  ReviewHost,
  settled,
  stands,
  vouch,
  WRITTEN,
  statementIn,
} from './review.ts';

const AGAIN = 'Läs in beloppen igen';
const keys = ({ sent }: ReviewHost): number => new Set(sent.map(({ key }) => key)).size;

describe('the declaration', () => {
  it('is asked for where it is missing, with focus there, and nothing is sent', async () => {
    const { host, review } = await page();
    button(review, HAND_IN).click();
    await settled(review);
    expect(host.sent).to.be.empty;
    expect(focused(review)).to.equal('Jag intygar att uppgifterna är riktiga.');
    expect(declaration(review).getAttribute('aria-invalid')).to.equal('true');
    const described = declaration(review).getAttribute('aria-describedby')!;
    expect(review.shadowRoot!.getElementById(described)?.innerText).to.equal(
      'Kryssa i rutan om uppgifterna är riktiga.',
    );
    await expect(review).to.be.accessible();
    await vouch(review);
    expect(textOf(review)).not.to.include('Kryssa i rutan');
  });
});

describe('handing in', () => {
  it('sends the form, the statement that was shown and nothing else', async () => {
    const fields = html`<input name="namn" value="Kim" /><input type="file" name="fil" />
      <textarea name="text">En&#13;&#10;Två</textarea>`;
    const { host, form, review } = await page({ fields });
    await handIn(review);
    const [{ submission, key } = { submission: undefined, key: '' }] = host.sent;
    expect(submission).to.deep.equal({
      version: 1,
      name: 'inkomster',
      period: { from: '2026-10-01', to: '2026-10-31' },
      fields: [...new FormData(form)].filter(([name]) => name !== 'fil'),
      statement: { id: singleParent.id, seal: singleParent.seal },
      declared: true,
    });
    expect(Submission.safeParse(submission).success).to.equal(true);
    expect(key).to.match(/^[\w-]{36}$/);
  });

  it('names no statement where nothing counts of what was fetched', async () => {
    const host = new ReviewHost({ ...singleParent, period: { from: '2026-09-01', to: '2026-09-30' } });
    const { review } = await page({ host });
    await handIn(review);
    expect(host.sent[0]?.submission).not.to.have.property('statement');
  });

  it('happens once, however often it is pressed and however many elements there are', async () => {
    const host = new ReviewHost();
    const { form, review } = await page({ host });
    const other = document.createElement('ssbtek-review');
    Object.assign(other, { period: '2026-10', source: host, submissionSource: host });
    form.append(other);
    await settled(review, other);
    await vouch(review);
    await vouch(other);
    host.hold();
    for (let count = 0; count < 10; count += 1)
      for (const each of [review, other]) {
        button(each, HAND_IN).click();
        button(each, HAND_IN).dispatchEvent(new MouseEvent('click', { detail: 2 }));
      }
    await settled(review, other);
    for (const each of [review, other]) button(each, HAND_IN).click();
    await settled(review, other);
    expect(host.sent.length).to.equal(1);
    host.release();
    await settled(review, other);
    expect(host.sent.length).to.equal(1);
    expect([stands(review, 'handed-in'), stands(other, 'handed-in')]).to.deep.equal([true, true]);
  });

  it('says so while it is under way, and the button keeps its focus', async () => {
    const { host, review } = await page();
    host.hold();
    await handIn(review);
    expect(focused(review)).to.equal(HAND_IN);
    const pressed = button(review, HAND_IN);
    expect([pressed.getAttribute('aria-disabled'), pressed.disabled]).to.deep.equal(['true', false]);
    expect(announced(review)).to.include('Vi lämnar in din ansökan.');
    expect(textOf(review)).to.include('Vi lämnar in din ansökan.');
    await expect(review).to.be.accessible();
    host.release();
  });

  it('ends with a receipt that has focus, and the summary below it, with nothing left to change', async () => {
    const { review } = await page({ attributes: { 'change-href': '/inkomster' } });
    const told = oneEvent(review, 'ssbtek-handed-in') as unknown as Promise<SsbtekHandedInEvent>;
    await handIn(review);
    const event = await told;
    const { reference, id, receivedAt } = receipt;
    expect([event.reference, event.id, event.receivedAt, event.bubbles]).to.deep.equal([
      ...[reference, id, receivedAt, false],
    ]);
    expect(focused(review)).to.equal('Ansökan är inlämnad');
    const text = textOf(review);
    expect(text).to.include(reference).and.to.include('22 november 2026 kl. 14:32');
    expect(lineOf(review, 'Bostadsbidrag')).to.include('Räknas 4 000 kr');
    expect(review.renderRoot.querySelectorAll('a, input').length).to.equal(0);
    expect([...review.renderRoot.querySelectorAll('button')].map((each) => each.innerText)).to.deep.equal([
      'Skriv ut',
    ]);
    await expect(review).to.be.accessible();
  });

  it('has a receipt that says what the person vouched for, that the list is not shown again, and what happens next', async () => {
    const inside = html`<p slot="after">Du får svar inom en vecka. <a href="/fragor">Frågor och svar</a></p>`;
    const { review } = await page({ inside, attributes: { declaration: 'Jag försäkrar.' } });
    const after = review.querySelector('[slot=after]')!;
    expect(after.checkVisibility()).to.equal(false);
    await handIn(review);
    expect(after.checkVisibility()).to.equal(true);
    expect(textOf(review, '.receipt')).to.include('Du intygade Jag försäkrar.');
    const text = textOf(review);
    expect(text).to.include('Listan visas bara den här gången.');
    expect(text).to.include('Spara referensen. Den behövs om du kontaktar kommunen.');
    await expect(review).to.be.accessible();
  });

  it('has a receipt with the page’s own words that were vouched for, also where they stand in a slot', async () => {
    const inside = html`<span slot="declaration">Jag lovar.</span>`;
    const { review } = await page({ inside });
    await handIn(review);
    const words = review.querySelector('[slot=declaration]')!;
    expect(words.assignedSlot?.closest('.receipt')).to.be.instanceOf(HTMLElement);
    expect(textOf(review)).not.to.include('Jag intygar');
  });

  it('has a reference that goes on in the next line after a hyphen, and nowhere else', async () => {
    const reference = 'EK-2026-D192C32F04E2';
    const { review } = await page({ host: new ReviewHost(singleParent, { ...receipt, reference }) });
    await handIn(review);
    const shown = review.renderRoot.querySelector<HTMLElement>('.reference')!;
    expect(shown.textContent.replace(/\s/g, '')).to.equal(reference);
    review.style.inlineSize = '288px';
    for (const size of ['16px', '24px', '28px']) {
      review.style.fontSize = size;
      for (const group of shown.querySelectorAll('span'))
        expect(group.getClientRects().length, `${group.innerText} at ${size}`).to.equal(1);
    }
  });

  it('gives no advice afterwards that can no longer be followed', async () => {
    const { review } = await page({ host: new ReviewHost(partlyChecked) });
    expect(textOf(review)).to.include('Fyll i beloppet själv.');
    await handIn(review);
    expect(textOf(review))
      .to.include('Har du fått pengar därifrån? Kontakta kommunen.')
      .and.not.to.include('Fyll i');
    const period = { from: '2026-09-01', to: '2026-09-30' };
    const written = { ...WRITTEN, 'inkomster.har-inkomster': 'nej' };
    const other = await page({ host: new ReviewHost({ ...singleParent, period }), written });
    expect(textOf(other.review)).to.include('Hämta dem på nytt.').and.include('Kontrollera vad som stämmer.');
    await handIn(other.review);
    expect(textOf(other.review))
      .to.include('De hämtade uppgifterna gäller en annan månad och räknas inte.')
      .and.include('Kontakta kommunen om något är fel.')
      .and.not.to.match(/Hämta dem|Kontrollera/);
  });

  it('keeps showing what was handed in, whatever the page changes afterwards', async () => {
    const { review } = await page();
    await handIn(review);
    review.querySelector<HTMLInputElement>('[name$="bostadsbidrag.corrected"]')!.value = '1.00';
    await settled(review);
    expect(lineOf(review, 'Bostadsbidrag')).to.include('Räknas 4 000 kr');
  });

  it('is stopped by what is missing elsewhere in the form', async () => {
    const fields = html`<label>Namn <input name="namn" required /></label>`;
    const { host, form, review } = await page({ fields });
    await handIn(review);
    expect(host.sent).to.be.empty;
    form.querySelector<HTMLInputElement>('[name=namn]')!.value = 'Kim';
    await handIn(review);
    expect(host.sent.length).to.equal(1);
  });

  it('finds where to look and to hand in by its endpoint, or the provider’s', async () => {
    const root = await fixture<HTMLElement>(html`<div></div>`);
    const asked: string[] = [];
    const host = new ReviewHost();
    provideIncomeSources((endpoint) => {
      asked.push(`look ${endpoint}`);
      return host;
    }, root);
    provideSubmissionSources((endpoint) => {
      asked.push(`hand in ${endpoint}`);
      return host;
    }, root);
    root.innerHTML = `
      <ssbtek-review endpoint="/own" period="2026-10"></ssbtek-review>
      <ssbtek-provider endpoint="/shared" period="2026-10"><ssbtek-review></ssbtek-review></ssbtek-provider>`;
    for (const review of root.querySelectorAll('ssbtek-review')) {
      await settled(review);
      await handIn(review);
      expect(stands(review, 'handed-in')).to.equal(true);
    }
    expect([...new Set(asked)].sort()).to.deep.equal([
      ...['hand in /own', 'hand in /shared', 'look /own', 'look /shared'],
    ]);
  });

  it('prints on a press', async () => {
    const { review } = await page();
    await handIn(review);
    const print = window.print.bind(window);
    let printed = 0;
    window.print = () => (printed += 1);
    await press(review, 'Skriv ut');
    window.print = print;
    expect(printed).to.equal(1);
  });
});

describe('a handing in that fails', () => {
  for (const kind of ['offline', 'too-slow', 'internal', 'unreadable-answer'] as const)
    it(`${kind}: says that it may have come, and goes again with the same key`, async () => {
      const host = new ReviewHost(singleParent, kind, receipt);
      const { review } = await page({ host });
      await handIn(review);
      expect(textOf(review)).to.include('Det är inte säkert att ansökan kom fram.');
      expect(announced(review)).to.include('Den lämnas bara in en gång.');
      expect([focused(review), declaration(review).checked]).to.deep.equal([HAND_IN, true]);
      await expect(review).to.be.accessible();
      await press(review, HAND_IN);
      await settled(review);
      expect([host.sent.length, keys(host), stands(review, 'handed-in')]).to.deep.equal([2, 1, true]);
    });

  it('goes with another key when what is handed in is another', async () => {
    const host = new ReviewHost(singleParent, 'offline', 'offline', receipt);
    const fields = html`<input name="namn" value="Kim" />`;
    const { form, review } = await page({ host, fields });
    await handIn(review);
    form.querySelector<HTMLInputElement>('[name=namn]')!.value = 'Kim Exempel';
    await handIn(review);
    await handIn(review);
    const [first, second, third] = host.sent.map(({ key }) => key);
    expect([first === second, second === third]).to.deep.equal([false, true]);
  });

  const notTaken: readonly IncomeProblemKind[] = ['invalid-input', 'too-many-requests', 'wrong-endpoint'];
  for (const kind of notTaken)
    it(`${kind}: says that it is not handed in, and keeps what is written`, async () => {
      const { review } = await page({ host: new ReviewHost(singleParent, kind) });
      await handIn(review);
      expect(textOf(review)).to.include('Ansökan är inte inlämnad. Det du har skrivit finns kvar.');
      expect(lineOf(review, 'Bostadsbidrag')).to.include('4 000 kr');
    });

  it('that finds nobody signed in empties the page and leads to the sign-in', async () => {
    const { form, review } = await page({ host: new ReviewHost(singleParent, 'session-expired') });
    await handIn(review);
    const text = textOf(review);
    expect(text).to.include('Du har blivit utloggad.').and.not.to.include('kr');
    expect(review.renderRoot.querySelector('a')?.getAttribute('href')).to.equal('/logga-in');
    expect([...new FormData(form)]).to.be.empty;
    expect(focused(review)).to.equal('Granska dina inkomster');
    await expect(review).to.be.accessible();
  });

  it('that finds no open application calms a person who has handed in already', async () => {
    const { review } = await page({ host: new ReviewHost(singleParent, 'no-application') });
    await handIn(review);
    expect(textOf(review)).to.include('Har du redan lämnat in den? Då är den framme.');
  });

  it('without anywhere to hand in says so', async () => {
    const { review } = await page();
    review.submissionSource = undefined;
    await handIn(review);
    expect(textOf(review)).to.include('Det går inte att lämna in på den här sidan.');
  });
});

describe('a handing in that is refused', () => {
  for (const reason of ['retrieved-changed', 'statement-replaced', 'statement-unverified'] as const)
    it(`${reason}: reads the amounts in again, says what has changed, and asks to vouch anew`, async () => {
      const host = new ReviewHost(singleParent, new SubmissionRefused(reason), receipt);
      const written = { ...WRITTEN, 'inkomster.statement': singleParent.id };
      const { form, review } = await page({ host, written });
      await handIn(review);
      expect(focused(review)).to.include('Ansökan är inte inlämnad än');
      expect(focused(review)).to.include('Det du har skrivit finns kvar.');
      await expect(review).to.be.accessible();
      host.kept = again;
      button(review, AGAIN).focus();
      await press(review, AGAIN);
      await settled(review);
      expect(focused(review)).to.equal(
        'Det här har ändrats sedan du läste Bostadsbidrag: var 4 200 kr, är nu 3 900 kr. ' +
          'Dagersättning: nytt, 1 842 kr. Underhållsstöd: var 3 496 kr, finns inte kvar. ' +
          'Läs igenom igen, kryssa i rutan och lämna in.',
      );
      expect(lineOf(review, 'Bostadsbidrag')).to.include('Ändrat sedan du läste. Var 4 200 kr.');
      expect(lineOf(review, 'Bostadsbidrag')).to.include('Räknas 4 000 kr');
      expect(declaration(review).checked).to.equal(false);
      await expect(review).to.be.accessible();
      await handIn(review);
      expect(statementIn(host.sent[1]?.submission)).to.equal(again.id);
      expect(new FormData(form).get('inkomster.statement')).to.equal(again.id);
      expect([keys(host), stands(review, 'handed-in')]).to.deep.equal([2, true]);
    });

  it('never says of what cannot be checked now, or is withdrawn, that it is gone', async () => {
    const refused = new SubmissionRefused('statement-replaced');
    const differencesWith = async (kept: ReviewHost['kept']): Promise<string> => {
      const host = new ReviewHost(singleParent, refused);
      const { review } = await page({ host });
      await handIn(review);
      host.kept = kept;
      await press(review, AGAIN);
      await settled(review);
      return textOf(review, '#differences');
    };
    expect(await differencesWith(undefined)).to.include(
      'Bostadsbidrag: var 4 200 kr, är inte hämtat längre.',
    );
    const [fk, ...others] = singleParent.sources;
    const unchecked = {
      source: fk!.source,
      verdict: 'unchecked',
      reason: 'timeout',
      sections: [],
      payments: [],
    };
    const now = { ...again, sources: [unchecked, ...others] } as typeof again;
    expect(await differencesWith(now)).to.include('var 4 200 kr, kunde inte kontrolleras nu.');
    expect(await differencesWith({ ...singleParent, seal: 'another..seal' })).to.include(
      'Inget belopp har ändrats Beloppen är samma som när du läste dem. Kryssa i rutan igen, så kan du lämna in.',
    );
  });

  it('never says that no amount has changed where something beside the rows has', async () => {
    const host = new ReviewHost(hardToShow, new SubmissionRefused('retrieved-changed'));
    const { review } = await page({ host });
    await handIn(review);
    const sources = hardToShow.sources.map((source) => ({
      ...source,
      payments: source.payments.map((payment) => ({
        ...payment,
        net: payment.net === 125_000 ? ore(99_900) : payment.net,
      })),
    }));
    host.kept = { ...hardToShow, seal: 'another..seal', sources };
    await press(review, AGAIN);
    await settled(review);
    expect(textOf(review, '#differences'))
      .to.include('Det som är hämtat men inte medräknat har ändrats.')
      .and.not.to.include('Inget belopp har ändrats');
  });

  it('says when the amounts cannot be read in again, and tries anew', async () => {
    const host = new ReviewHost(singleParent, new SubmissionRefused('retrieved-changed'));
    const { review } = await page({ host });
    await handIn(review);
    host.lookFault = 'offline';
    button(review, AGAIN).focus();
    await press(review, AGAIN);
    await settled(review);
    expect([focused(review), announced(review).includes('Ingen kontakt')]).to.deep.equal([AGAIN, true]);
    host.lookFault = undefined;
    await press(review, AGAIN);
    await settled(review);
    expect(stands(review, 'ready')).to.equal(true);
  });

  it('because it was handed in before shows that receipt, and that the rest is not sent', async () => {
    const earlier = { ...receipt, reference: 'TIDIGARE-1' };
    const refused = new SubmissionRefused('already-handed-in', earlier);
    const { review } = await page({ host: new ReviewHost(singleParent, refused) });
    await handIn(review);
    expect(focused(review)).to.equal('Ansökan är redan inlämnad');
    expect(textOf(review))
      .to.include('TIDIGARE-1')
      .and.to.include('Det du ändrade efteråt är inte inlämnat.');
    expect(textOf(review)).not.to.match(/\d kr/);
    await expect(review).to.be.accessible();
  });
});

describe('fields in the tag that an earlier page posted', () => {
  it('say of what was retrieved what the person reads here', async () => {
    const written = {
      'inkomster.statement': 'an-older-one',
      'inkomster.fk.bostadsbidrag.retrieved': '3900.00',
      'inkomster.fk.bostadsbidrag.corrected': '4000.00',
      'inkomster.fk.dagersattning.retrieved': '1842.00',
      'inkomster.fritext': 'Som jag skrev',
    };
    const { form } = await page({ written });
    expect(Object.fromEntries(new FormData(form))).to.deep.equal({
      'inkomster.statement': singleParent.id,
      'inkomster.fk.bostadsbidrag.retrieved': '4200.00',
      'inkomster.fk.bostadsbidrag.corrected': '4000.00',
      'inkomster.fritext': 'Som jag skrev',
    });
  });

  it('are handed in also where there is no form', async () => {
    const host = new ReviewHost();
    const outside = await fixture<HTMLElement>(
      html`<div>
        <ssbtek-review period="2026-10" .source=${host} .submissionSource=${host}>
          <input type="hidden" name="inkomster.fk.barnbidrag.corrected" value="100.00" />
        </ssbtek-review>
      </div>`,
    );
    const review = outside.querySelector('ssbtek-review')!;
    await settled(review);
    await handIn(review);
    expect(host.sent[0]?.submission.fields).to.deep.equal([['inkomster.fk.barnbidrag.corrected', '100.00']]);
  });
});
