import '@medborgarnavet/elements/define.ts';
import type { SsbtekPrefill } from '@medborgarnavet/elements';
import { singleParent } from '@medborgarnavet/mocks';
import { parseTypedAmount } from '@medborgarnavet/model';
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import type { TemplateResult } from 'lit';
import { byLabel, press, textOf, type } from './page.ts';
import { posted, source } from './prefill.ts';
import * as reviewing from './review.ts';

const BARNBIDRAG = 'Rätt belopp: Allmänt barnbidrag';
const ROW = 'inkomster.fk.barnbidrag';

interface Page {
  readonly form: HTMLFormElement;
  readonly prefill: SsbtekPrefill;
  /** How often the page's own listener has heard that the form is sent. */
  sent: number;
}

/** A form that has been fetched into, perhaps one that a library has written `novalidate` on. */
async function page(isValidating: boolean, inside: TemplateResult = html``): Promise<Page> {
  const form = await fixture<HTMLFormElement>(html`
    <form ?novalidate=${!isValidating}>
      <ssbtek-prefill name="inkomster" period="2026-10" .source=${source(singleParent)}
        >${inside}</ssbtek-prefill
      >
      <button>Nästa</button><button formnovalidate>Tillbaka</button>
    </form>
  `);
  const prefill = form.querySelector('ssbtek-prefill')!;
  const made: Page = { form, prefill, sent: 0 };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    made.sent += 1;
  });
  await prefill.fetchIncome();
  await prefill.updateComplete;
  return made;
}

const pressed = (form: HTMLFormElement, name: string): void =>
  [...form.querySelectorAll('button')].find(({ textContent }) => textContent === name)!.click();

const anyText = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'tusen',
    '1.234',
    '1325,',
    '-',
    '1300 kr i handen',
    '2650',
    '2 650 kr',
    '0',
    '٣٠٠',
    '99999999',
  ),
  fc.stringMatching(/^[-+]?[0-9 .,]{1,9}$/),
);

describe('whatever is typed, and whether the form validates or not', () => {
  for (const isValidating of [true, false])
    it(`stops the form or is in what it posts, and no amount is agreed to by silence (${isValidating ? '' : 'no'}validate)`, async () => {
      const here = await page(isValidating);
      const { form, prefill } = here;
      await press(prefill, 'Lägg till en inkomst');
      await fc.assert(
        fc.asyncProperty(anyText, anyText, anyText, async (amount, own, comment) => {
          await type(prefill, BARNBIDRAG, amount);
          await type(prefill, 'Belopp: Egen inkomst 1', own);
          await type(prefill, 'Kommentar: Allmänt barnbidrag', comment);
          const fields = posted(prefill);
          const typed = parseTypedAmount(byLabel(prefill, BARNBIDRAG).value);
          const says = fields[`${ROW}.corrected`];
          if (typed.kind === 'unreadable') expect(says).to.equal(byLabel(prefill, BARNBIDRAG).value);
          if (typed.kind === 'amount') expect(Number(says)).to.equal(typed.ore / 100);
          if (typed.kind !== 'empty')
            expect(fields[`${ROW}.effective`]).to.equal(typed.kind === 'amount' ? says : undefined);
          else expect(fields[`${ROW}.effective`]).to.equal('2650.00');
          if (parseTypedAmount(own).kind === 'unreadable')
            expect(fields['inkomster.egna.1.belopp']).to.equal(
              byLabel(prefill, 'Belopp: Egen inkomst 1').value,
            );
          if (comment.trim() !== '')
            expect(fields[`${ROW}.comment`]).to.equal(
              byLabel(prefill, 'Kommentar: Allmänt barnbidrag').value.trim(),
            );
          const before = here.sent;
          pressed(form, 'Nästa');
          // The income has no type, so nothing is sent whatever else is written.
          expect(here.sent).to.equal(before);
          pressed(form, 'Tillbaka');
          expect(here.sent).to.equal(before + 1);
        }),
        { numRuns: 60, seed: 12 },
      );
    });
});

describe('an amount that cannot be read', () => {
  it('stops a form that does not validate, before the page’s own listeners, and leads to the field', async () => {
    const here = await page(false);
    const heard: string[] = [];
    here.form.addEventListener('submit', () => heard.push('form'), true);
    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('submit', () => heard.push('document'), { capture: true, signal });
    await type(here.prefill, BARNBIDRAG, 'tusen');
    pressed(here.form, 'Nästa');
    here.form.requestSubmit();
    here.form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }));
    listening.abort();
    expect([here.sent, heard]).to.deep.equal([0, []]);
    await aTimeout(0);
    await here.prefill.updateComplete;
    expect(here.prefill.shadowRoot?.activeElement).to.equal(byLabel(here.prefill, BARNBIDRAG));
    expect(textOf(here.prefill)).to.include('Skriv beloppet med siffror');
    await type(here.prefill, BARNBIDRAG, '1000');
    pressed(here.form, 'Nästa');
    expect(here.sent).to.equal(1);
  });

  it('is not counted, and the sum says which row it lacks', async () => {
    const { prefill } = await page(true);
    const before = textOf(prefill, '.total');
    await type(prefill, BARNBIDRAG, 'tusen');
    const after = textOf(prefill, '.total');
    expect(after).not.to.include(before);
    expect(after).to.include('Inte medräknat, eftersom beloppet inte går att läsa: Allmänt barnbidrag.');
  });

  it('goes with the form where the page says so', async () => {
    const here = await page(true);
    here.prefill.setAttribute('allow-invalid', '');
    await type(here.prefill, BARNBIDRAG, 'tusen');
    pressed(here.form, 'Nästa');
    expect(here.sent).to.equal(1);
    expect(posted(here.prefill)).to.include({ [`${ROW}.corrected`]: 'tusen' });
    expect(posted(here.prefill)).not.to.have.property(`${ROW}.effective`);
  });

  it('does not hold a sign-out', async () => {
    const here = await page(false);
    await type(here.prefill, BARNBIDRAG, 'tusen');
    here.form.setAttribute('data-ssbtek-sign-out', '');
    pressed(here.form, 'Nästa');
    expect(here.sent).to.equal(1);
  });

  it('is given back as it was typed', async () => {
    const { prefill } = await page(true);
    prefill.restoreFields([[`${ROW}.corrected`, '1.234']]);
    await prefill.updateComplete;
    expect(byLabel(prefill, BARNBIDRAG).value).to.equal('1.234');
  });

  it('counts as little in the page’s own fields', async () => {
    const fields = html`<input name="bb" data-ssbtek="fk.barnbidrag" /><input
        name="rb"
        data-ssbtek-correction="fk.barnbidrag"
      /><textarea name="kb" data-ssbtek-comment="fk.barnbidrag"></textarea>`;
    const here = await page(false, fields);
    const field = here.form.querySelector<HTMLInputElement>('[name=rb]')!;
    field.value = 'tusen';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    pressed(here.form, 'Nästa');
    expect(here.sent).to.equal(0);
    expect(posted(here.prefill)).to.include({ rb: 'tusen', [`${ROW}.corrected`]: 'tusen' });
    expect(posted(here.prefill)).not.to.have.property(`${ROW}.effective`);
    await aTimeout(0);
    expect(document.activeElement).to.equal(field);
  });
});

describe('a comment that is too long', () => {
  it('is kept whole, stops the form and says how long it is', async () => {
    const here = await page(false);
    const long = 'Jag delar på pengarna. '.repeat(30).trim();
    await type(here.prefill, 'Kommentar: Allmänt barnbidrag', long);
    expect(byLabel(here.prefill, 'Kommentar: Allmänt barnbidrag').maxLength).to.equal(-1);
    pressed(here.form, 'Nästa');
    expect(here.sent).to.equal(0);
    expect(textOf(here.prefill)).to.include(`Kommentaren är för lång: ${long.length} tecken`);
    expect(posted(here.prefill)[`${ROW}.comment`]).to.equal(long);
  });
});

describe('the review', () => {
  const written = { [`${ROW}.corrected`]: 'tusen' };

  it('shows what was typed, counts nothing in its place, and hands nothing in', async () => {
    const { host, review } = await reviewing.page({ written });
    expect(reviewing.lineOf(review, 'Allmänt barnbidrag')).to.include(
      '”tusen” går inte att läsa som ett belopp',
    );
    expect(reviewing.lineOf(review, 'Allmänt barnbidrag')).to.include('Räknas Inget belopp');
    expect(textOf(review, '.total')).to.include('Inte medräknat');
    await reviewing.handIn(review);
    expect(host.sent).to.be.empty;
    expect(reviewing.focused(review)).to.include('Ett belopp går inte att läsa');
  });

  it('hands nothing in from a prefill in a form that does not validate', async () => {
    const host = new reviewing.ReviewHost();
    const { form, review } = await reviewing.page({
      host,
      written: {},
      attributes: { for: 'p' },
      fields: html`<ssbtek-prefill
        id="p"
        name="inkomster"
        period="2026-10"
        .source=${host}
      ></ssbtek-prefill>`,
    });
    form.noValidate = true;
    const prefill = form.querySelector('ssbtek-prefill')!;
    await prefill.fetchIncome();
    await type(prefill, BARNBIDRAG, 'tusen');
    await reviewing.settled(review, prefill);
    await reviewing.handIn(review);
    expect(host.sent).to.be.empty;
    expect(textOf(prefill)).to.include('Skriv beloppet med siffror');
  });
});
