import { payment, singleParent, statement } from '@medborgarnavet/mocks';
import { ore, sourceThatAnswered } from '@medborgarnavet/model';
import { expect } from '@open-wc/testing';
import { button, byLabel, choose, listByLabel, press, rowOf, textOf, type } from './page.ts';
import { fetched, posted, prefill, source } from './prefill.ts';

const CORRECTION = 'Rätt belopp: Allmänt barnbidrag';
const REASON = 'Varför stämmer det inte? Allmänt barnbidrag';
const TAKE_BACK = 'Använd det hämtade beloppet: Allmänt barnbidrag';
const UNDO = 'Ångra: Allmänt barnbidrag';

/** Two payments of underhållsstöd, one with everything that a payment can be made of. */
const made = statement([
  sourceThatAnswered('FK', [
    payment('FK', 'US', 'Underhållsstöd', 1673, { date: '2026-10-25' }),
    payment('FK', 'US', 'Underhållsstöd', 1000, {
      date: '2026-10-26',
      period: { from: '2026-09-01', to: '2026-09-30' },
      gross: ore(200_000),
      tax: ore(50_000),
      deductions: [{ code: 'INF', name: 'Utmätning', amount: ore(40_000) }],
      parts: [{ benefit: { code: 'US', name: 'Barn 5 år' }, amount: ore(200_000), days: 10.5, extent: 50 }],
    }),
  ]),
]);

describe('a correction', () => {
  it('has keys with a minus where less than zero is likely, and keys for figures elsewhere', async () => {
    const repaid = payment('FK', 'US', 'Underhållsstöd', -300);
    const element = await fetched(
      source(
        statement([sourceThatAnswered('FK', [...singleParent.sources[0]!.payments.slice(0, 1), repaid])]),
      ),
    );
    const modeOf = (row: string) => byLabel(element, `Rätt belopp: ${row}`).inputMode;
    expect(modeOf('Underhållsstöd')).to.equal('text');
    expect(modeOf('Allmänt barnbidrag')).to.equal('decimal');
    await type(element, 'Rätt belopp: Lön', '-50');
    expect(modeOf('Lön')).to.equal('text');
    await type(element, 'Rätt belopp: Underhållsstöd', '\u200f-\u0665\u0660');
    expect(posted(element)).to.include({ 'inkomster.fk.underhallsstod.effective': '-50.00' });
  });

  it('asks for a reason exactly when the amount differs from the retrieved one', async () => {
    const element = await fetched();
    const asks = () => element.renderRoot.querySelector('select') !== null;
    await type(element, CORRECTION, '2000');
    expect(asks()).to.equal(true);
    await choose(element, REASON, 'Någon annan fick pengarna');
    expect(posted(element)['inkomster.fk.barnbidrag.reason']).to.equal('paid-to-other');
    for (const same of ['2650', '2 650,00 kr', '', 'abc']) {
      await type(element, CORRECTION, same);
      expect(asks(), same).to.equal(false);
    }
    await type(element, 'Rätt belopp: Lön', '9000');
    expect(asks()).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('shows what counts, and who can mend the mistake where it was made', async () => {
    const element = await fetched();
    expect(rowOf(element, 'Allmänt barnbidrag')).not.to.include('Det här räknas');
    await type(element, CORRECTION, '2000');
    expect(rowOf(element, 'Allmänt barnbidrag')).to.include('Det här räknas: 2 000 kr');
    expect(rowOf(element, 'Allmänt barnbidrag')).to.include('Försäkringskassan, 0771\u2011524 524');
    expect(textOf(element, '.total')).to.include('Summa av det som räknas: 9 696 kr');
  });

  it('can be taken back to the retrieved amount in one step, and that undone', async () => {
    const element = await fetched();
    await type(element, CORRECTION, '2000');
    await choose(element, REASON, 'Annat');
    await type(element, 'Kommentar: Allmänt barnbidrag', 'Vi delar');
    button(element, TAKE_BACK).focus();
    await press(element, TAKE_BACK);
    expect(byLabel(element, CORRECTION).value).to.equal('');
    expect(rowOf(element, 'Allmänt barnbidrag')).to.include('Det hämtade beloppet används igen');
    expect(posted(element)['inkomster.fk.barnbidrag.effective']).to.equal('2650.00');
    expect(textOf(element, '[aria-live]')).to.equal('Allmänt barnbidrag: Det hämtade beloppet används igen.');
    expect(posted(element)['inkomster.fk.barnbidrag.comment']).to.equal('Vi delar');
    expect(element.shadowRoot?.activeElement).to.equal(button(element, UNDO));
    await press(element, UNDO);
    expect(byLabel(element, CORRECTION).value).to.equal('2000');
    expect(listByLabel(element, REASON).value).to.equal('other');
  });

  it('stands when the authority changes its mind, and both are shown', async () => {
    const later = statement([sourceThatAnswered('FK', [payment('FK', 'ABB', 'Barnbidrag', 2800)])]);
    const element = await fetched(source(singleParent, later));
    await type(element, CORRECTION, '2000');
    await element.fetchIncome();
    await element.updateComplete;
    const row = rowOf(element, 'Allmänt barnbidrag');
    expect(row).to.include('Du skrev 2000 när det hämtade beloppet var 2 650 kr. Nu är det 2 800 kr.');
    expect(row).to.include('Ändrad sedan förra hämtningen');
    expect(byLabel(element, CORRECTION).value).to.equal('2000');
    expect(textOf(element, '[role=status]')).to.include(
      'Underhållsstöd, Försäkringskassan, 25 oktober 2026: 3 496 kr',
    );
  });

  it('can be demanded a reason for, which a comment is as good as', async () => {
    const element = await fetched(source(singleParent), { 'reason-required': '' });
    expect(element.validity.valid).to.equal(true);
    await type(element, CORRECTION, '2000');
    expect(element.validity.valid).to.equal(false);
    expect(element.validationMessage).to.match(/Välj varför beloppet inte stämmer/);
    await type(element, 'Kommentar: Allmänt barnbidrag', 'Vi delar');
    expect(element.validity.valid).to.equal(true);
  });
});

describe('a row that is partly known', () => {
  it('says to write the whole sum, and what is written counts in place of what was retrieved', async () => {
    const paid = payment('SO', 'arbetsloshetsersattning', 'Arbetslöshetsersättning', 11_120);
    const other = { name: 'Unionens a-kassa', verdict: 'unchecked', reason: 'timeout' } as const;
    const element = await fetched(source(statement([sourceThatAnswered('SO', [paid], [other])])));
    const row = rowOf(element, 'Arbetslöshetsersättning');
    expect(row).to.include('Skriv då hela summan som rätt belopp: det hämtade plus det som saknas.');
    expect(textOf(element, '.sources')).to.include('Står det redan ett belopp där skriver du hela summan.');
    expect(textOf(element)).not.to.include('fylla i beloppen själv i formuläret');
    await type(element, 'Rätt belopp: Arbetslöshetsersättning', '14 120');
    expect(posted(element)['inkomster.andra.arbetsloshetsersattning.effective']).to.equal('14120.00');
    expect(textOf(element, '.total')).to.include('14 120 kr');
  });
});

describe('one amount', () => {
  const OPEN = 'Visa 2 utbetalningar: Underhållsstöd';

  it('opens to the payments behind it, from gross to net, and why they count', async () => {
    const element = await fetched(source(made));
    expect(button(element, OPEN).ariaExpanded).to.equal('false');
    await press(element, OPEN);
    const text = textOf(element, '.payment:last-of-type');
    for (const part of [
      'Betalades ut 26 oktober 2026',
      'Gäller 1 september 2026–30 september 2026',
      'Del: Barn 5 år 2 000 kr, 10,5 dagar, 50 %',
      'Före skatt 2 000 kr',
      'Skatt −500 kr',
      'Utmätning −400 kr',
      'Annat avdrag eller tillägg −100 kr',
      'Du fick 1 000 kr',
      'Räknas i oktober 2026, eftersom den betalades ut 26 oktober 2026.',
    ]) {
      expect(text).to.include(part);
    }
    await expect(element).to.be.accessible();
    await press(element, 'Dölj: Underhållsstöd');
    expect(element.renderRoot.querySelector('.payment')).to.equal(null);
  });

  it('comes to less when one payment is said not to be right: row, sum, and post agree', async () => {
    const element = await fetched(source(made));
    await press(element, OPEN);
    const [id] = made.sources.flatMap(({ payments }) => payments.map((each) => each.id));
    button(element, 'Den här stämmer inte: Underhållsstöd, Försäkringskassan').click();
    await element.updateComplete;
    expect(rowOf(element, 'Underhållsstöd')).to.include('Det här räknas: 1 000 kr');
    expect(textOf(element, '.total')).to.include('1 000 kr');
    expect(posted(element)['inkomster.fk.underhallsstod.disputed']).to.equal(id);
    expect(posted(element)['inkomster.fk.underhallsstod.effective']).to.equal('1000.00');
    await choose(
      element,
      'Varför stämmer det inte? Underhållsstöd, Försäkringskassan',
      'Jag har inte fått pengarna',
    );
    expect(posted(element)[`inkomster.fk.underhallsstod.disputed.${id}`]).to.equal('not-received');
    await element.withdraw();
    expect(posted(element)['inkomster.fk.underhallsstod.disputed']).to.equal(id);
    await element.fetchIncome();
    await element.updateComplete;
    expect(posted(element)['inkomster.fk.underhallsstod.effective']).to.equal('1000.00');
    await press(element, 'Ångra, den stämmer: Underhållsstöd, Försäkringskassan');
    expect(posted(element)['inkomster.fk.underhallsstod.effective']).to.equal('2673.00');
    expect(posted(element)).not.to.have.property('inkomster.fk.underhallsstod.disputed');
  });
});

describe('incomes of the person’s own', () => {
  it('can be added, with focus in what comes, and taken away', async () => {
    const element = await prefill();
    expect(textOf(element, '.own')).to.match(/Swish, tjänstepension.*kan inte hämtas/);
    await press(element, 'Lägg till en inkomst');
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(
      listByLabel(element, 'Typ av inkomst: Egen inkomst 1'),
    );
    await choose(element, 'Typ av inkomst: Egen inkomst 1', 'Swish, insättning eller gåva');
    await type(element, 'Belopp: Egen inkomst 1', '500,50');
    await type(element, 'Datum då du fick pengarna: Egen inkomst 1', '2026-10-05');
    expect(posted(element)).to.deep.equal({
      'inkomster.egna.1.typ': 'swish',
      'inkomster.egna.1.belopp': '500.50',
      'inkomster.egna.1.datum': '2026-10-05',
    });
    expect(textOf(element, '.total')).to.include('500,50 kr');
    await expect(element).to.be.accessible();
    await press(element, 'Ta bort egen inkomst 1');
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(button(element, 'Lägg till en inkomst'));
    expect(posted(element)).to.deep.equal({});
  });

  it('stop the form until kind and amount are there', async () => {
    const element = await prefill();
    await press(element, 'Lägg till en inkomst');
    expect(element.validationMessage).to.match(/Välj vilken inkomst/);
    await choose(element, 'Typ av inkomst: Egen inkomst 1', 'Underhållsbidrag');
    expect(element.validationMessage).to.match(/Skriv beloppet/);
    await type(element, 'Belopp: Egen inkomst 1', '−100');
    expect(element.validationMessage).to.match(/utan minus/);
    await type(element, 'Belopp: Egen inkomst 1', '100');
    expect(element.validity.valid).to.equal(true);
  });
});

describe('"Har du några inkomster?"', () => {
  it('is asked where the host wants it, and a no beside retrieved amounts is told of', async () => {
    const element = await fetched(source(singleParent), { question: 'required' });
    expect(element.validationMessage).to.equal('Svara på om du har några inkomster.');
    const no = [...element.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]')].at(-1);
    no?.click();
    await element.updateComplete;
    expect(textOf(element, '.question')).to.include('Du svarar nej, men det finns belopp här.');
    expect(posted(element)['inkomster.har-inkomster']).to.equal('nej');
    expect(element.validity.valid).to.equal(true);
    await expect(element).to.be.accessible();
  });
});

describe('the rows', () => {
  it('that are empty everywhere can be folded away after a fetch, and unfolded', async () => {
    const element = await prefill(source(singleParent), { 'fold-empty': '' });
    expect(textOf(element, '.row-label').split('\n').length).to.be.above(10);
    await type(element, 'Rätt belopp: Lön', '9000');
    await element.fetchIncome();
    await element.updateComplete;
    expect(textOf(element, '.row-label').split('\n')).to.deep.equal([
      ...['Allmänt barnbidrag', 'Bostadsbidrag', 'Underhållsstöd', 'Lön'],
    ]);
    await press(element, 'Visa fler inkomster (11)');
    expect(textOf(element, '.row-label').split('\n').length).to.equal(15);
  });

  it('can be a municipality’s own, and a list that is not right leaves the ordinary ones', async () => {
    const own = [{ key: 'egen.barn', label: 'Barnpengar', group: 'FK', takes: { FK: ['ABB'] } }];
    const element = await fetched(source(singleParent), { rows: JSON.stringify(own) });
    expect(textOf(element, '.row-label')).to.equal('Barnpengar');
    expect(posted(element)['inkomster.egen.barn.retrieved']).to.equal('2650.00');
    expect(textOf(element, '[aria-labelledby=set-aside]')).to.include('har ingen rad i formuläret');
    const told: unknown[] = [];
    const error: unknown = Reflect.get(console, 'error');
    Object.assign(console, { error: (message: unknown) => told.push(message) });
    try {
      element.setAttribute('rows', '[{"key":"fel nyckel"}]');
      await element.updateComplete;
    } finally {
      Object.assign(console, { error });
    }
    expect(String(told)).to.match(/0\.key/);
    expect(textOf(element, '.row-label')).to.include('Allmänt barnbidrag');
  });

  it('can be only what the sources lack', async () => {
    const element = await prefill(source(singleParent), { rows: 'not-covered' });
    expect(textOf(element, '.row-label').split('\n')).to.deep.equal([
      ...['Lön', 'AFA-försäkring', 'Överskjutande skatt', 'Annan inkomst'],
    ]);
  });

  it('have the host’s own words where it gives some', async () => {
    const element = await prefill();
    element.texts = { prefill: { fetch: 'Hämta nu', groups: { FK: 'FK' } } };
    await element.updateComplete;
    expect(button(element, 'Hämta nu')).to.be.instanceOf(HTMLButtonElement);
    expect(textOf(element, 'legend')).to.match(/^FK\nCSN/);
  });
});
