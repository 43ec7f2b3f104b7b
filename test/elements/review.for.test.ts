import type { SsbtekPrefill, SsbtekReview, SsbtekReviewChangeEvent } from '@medborgarnavet/elements';
import { again, receipt, singleParent } from '@medborgarnavet/mocks';
import { SubmissionRefused } from '@medborgarnavet/model';
import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { button, press, textOf, type } from './page.ts';
import { announced, focused, handIn, lineOf, ReviewHost, settled, statementIn, stands } from './review.ts';

interface Both {
  readonly host: ReviewHost;
  readonly form: HTMLFormElement;
  readonly prefill: SsbtekPrefill;
  readonly review: SsbtekReview;
}

interface Options {
  readonly host?: ReviewHost;
  readonly isShared?: boolean;
}

/** A form with incomes, and the review of it, on the same page. */
async function both({ host = new ReviewHost(), isShared = false }: Options = {}): Promise<Both> {
  const own = isShared ? undefined : host;
  const provider = await fixture<HTMLElement>(html`
    <ssbtek-provider period="2026-10" .source=${host}>
      <form @submit=${(event: Event) => event.preventDefault()}>
        <ssbtek-prefill
          id="mina"
          name="mina"
          period="2026-10"
          statement=${singleParent.id}
          .source=${own}
        ></ssbtek-prefill>
        <ssbtek-review for="mina" .source=${own} .submissionSource=${host}></ssbtek-review>
      </form>
    </ssbtek-provider>
  `);
  const found = {
    host,
    form: provider.querySelector('form')!,
    prefill: provider.querySelector('ssbtek-prefill')!,
    review: provider.querySelector('ssbtek-review')!,
  };
  await ready(found);
  return found;
}

const ready = ({ prefill, review }: Both): Promise<void> => settled(prefill, review);

const correct = async (found: Both, label: string, amount: string): Promise<void> => {
  await type(found.prefill, `Rätt belopp: ${label}`, amount);
  await ready(found);
};

describe('a review for a prefill on the same page', () => {
  it('follows what the person writes there, and what a script gives back', async () => {
    const found = await both();
    await correct(found, 'Bostadsbidrag', '4000');
    expect(lineOf(found.review, 'Bostadsbidrag')).to.include('Ditt belopp 4 000 kr');
    await correct(found, 'Lön', '1000');
    expect(lineOf(found.review, 'Lön')).to.include('Hämtat Inte hämtat Ditt belopp 1 000 kr');
    found.prefill.restoreFields([['mina.andra.lon.corrected', '77.00']]);
    await ready(found);
    expect(lineOf(found.review, 'Lön')).to.include('77 kr');
    expect(lineOf(found.review, 'Bostadsbidrag')).to.include('Inte ändrat');
  });

  it('hands in what it shows, under the prefill’s name and for its month', async () => {
    const found = await both();
    await correct(found, 'Bostadsbidrag', '4000');
    await handIn(found.review);
    const { submission } = found.host.sent[0]!;
    expect([submission.name, submission.period.from]).to.deep.equal(['mina', '2026-10-01']);
    expect(submission.fields).to.deep.equal([...new FormData(found.form)]);
    expect(Object.fromEntries(submission.fields)).to.include({
      'mina.fk.bostadsbidrag.corrected': '4000.00',
    });
  });

  it('hands in the prefill also where it stands outside of the form', async () => {
    const found = await both();
    await correct(found, 'Bostadsbidrag', '4000');
    const other = document.createElement('form');
    other.innerHTML = '<input name="namn" value="Kim">';
    found.form.after(other);
    other.append(found.review);
    await ready(found);
    await handIn(found.review);
    const fields = Object.fromEntries(found.host.sent[0]!.submission.fields);
    expect(fields).to.include({ namn: 'Kim', 'mina.fk.bostadsbidrag.corrected': '4000.00' });
  });

  it('hands in nothing that cannot be read as an amount', async () => {
    const found = await both();
    await correct(found, 'Bostadsbidrag', 'ungefär 4000');
    await handIn(found.review);
    expect(found.host.sent).to.be.empty;
  });

  it('leads to the row’s own field, and back to the row', async () => {
    const found = await both();
    const { prefill, review } = found;
    const changes: string[] = [];
    review.addEventListener('ssbtek-review-change', ({ key }) => changes.push(key));
    button(review, 'Ändra Bostadsbidrag').focus();
    await press(review, 'Ändra Bostadsbidrag');
    await ready(found);
    expect(prefill.shadowRoot?.activeElement?.ariaLabel).to.equal('Rätt belopp: Bostadsbidrag');
    expect(announced(review)).to.include('Nu kan du ändra Bostadsbidrag.');
    await correct(found, 'Bostadsbidrag', '4100');
    const back = button(review, 'Tillbaka till granskningen');
    const { bottom, height } = back.getBoundingClientRect();
    expect([bottom <= window.innerHeight, height >= 44]).to.deep.equal([true, true]);
    await expect(review).to.be.accessible();
    await press(review, 'Tillbaka till granskningen');
    await ready(found);
    expect([focused(review), changes]).to.deep.equal(['Ändra Bostadsbidrag', ['fk.bostadsbidrag']]);
    expect(lineOf(review, 'Bostadsbidrag')).to.include('4 100 kr');
    expect(textOf(review)).not.to.include('Tillbaka till');
    expect(location.href).not.to.include('bostadsbidrag');
  });

  it('leads back to the heading when the row is gone, and asks for no way back from one who is back', async () => {
    const found = await both();
    await correct(found, 'Lön', '1000');
    await press(found.review, 'Ändra Lön');
    await correct(found, 'Lön', '');
    await press(found.review, 'Tillbaka till granskningen');
    await ready(found);
    expect(focused(found.review)).to.equal('Granska dina inkomster');
    await press(found.review, 'Ändra Bostadsbidrag');
    await ready(found);
    button(found.review, 'Ändra Underhållsstöd').focus();
    await ready(found);
    expect(textOf(found.review)).not.to.include('Tillbaka till');
  });

  it('leads to own incomes and to the question too', async () => {
    const found = await both();
    found.prefill.question = 'optional';
    found.prefill.value = { hasIncome: 'yes', rows: [], own: [{ type: 'swish' }] };
    await ready(found);
    await press(found.review, 'Ändra egna inkomster');
    await ready(found);
    expect(found.prefill.shadowRoot?.activeElement?.id).to.equal('own-add');
    await press(found.review, 'Ändra svaret om inkomster');
    await ready(found);
    expect(found.prefill.shadowRoot?.activeElement?.id).to.equal('has-income-yes');
  });

  it('leaves the way there to a page that cancels the event', async () => {
    const found = await both();
    const cancel = (event: SsbtekReviewChangeEvent): void => event.preventDefault();
    found.review.addEventListener('ssbtek-review-change', cancel);
    await press(found.review, 'Ändra Bostadsbidrag');
    await ready(found);
    expect(found.prefill.shadowRoot?.activeElement).to.equal(null);
    expect(textOf(found.review)).not.to.include('Tillbaka till');
  });

  it('finds a prefill that comes later, and lets go of one that is taken away', async () => {
    const found = await both();
    const { prefill, review } = found;
    prefill.remove();
    await ready(found);
    expect(() => button(review, 'Ändra Bostadsbidrag')).to.throw();
    found.form.prepend(prefill);
    await ready(found);
    await correct(found, 'Bostadsbidrag', '4000');
    expect(lineOf(review, 'Bostadsbidrag')).to.include('4 000 kr');
  });

  for (const isShared of [false, true])
    it(`${isShared ? 'with one source for both' : 'each with a source of its own'}: follows a new fetch`, async () => {
      const found = await both({ isShared });
      found.host.kept = again;
      await found.prefill.fetchIncome();
      await ready(found);
      expect(lineOf(found.review, 'Bostadsbidrag')).to.include('Hämtat 3 900 kr');
      await handIn(found.review);
      const { submission } = found.host.sent[0]!;
      const { fields } = submission;
      expect(statementIn(submission)).to.equal(again.id);
      expect(Object.fromEntries(fields)).to.include({ 'mina.statement': again.id });
    });

  for (const isShared of [false, true])
    for (const kept of [again, undefined])
      it(`${isShared ? 'one source' : 'two sources'}: once refused, the prefill stands on what is ${kept ? 'read in' : 'left'}`, async () => {
        const refused = new SubmissionRefused('statement-replaced');
        const found = await both({ isShared, host: new ReviewHost(singleParent, refused, receipt) });
        await correct(found, 'Bostadsbidrag', '4000');
        await handIn(found.review);
        found.host.kept = kept;
        await press(found.review, 'Läs in beloppen igen');
        await ready(found);
        await ready(found);
        await handIn(found.review);
        await ready(found);
        const { submission } = found.host.sent[1]!;
        const sent = Object.fromEntries(submission.fields);
        expect([
          sent['mina.statement'],
          sent['mina.fk.bostadsbidrag.corrected'],
          statementIn(submission),
        ]).to.deep.equal([kept?.id, '4000.00', kept?.id]);
        expect(stands(found.review, 'handed-in')).to.equal(true);
      });
});
