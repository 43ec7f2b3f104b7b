import '@medborgarnavet/elements/define.ts';
import type { SsbtekPrefill } from '@medborgarnavet/elements';
import { singleParent } from '@medborgarnavet/mocks';
import { expect, html } from '@open-wc/testing';
import type { SsbtekDraft } from '../../packages/elements/src/draft/draft.ts';
import { FormElement } from '../../packages/elements/src/form-element.ts';
import {
  DraftHost,
  field,
  FIELDS,
  page,
  settled,
  stands,
  TestClock,
  turn,
  write,
  type Fields,
  type Page,
} from './draft.ts';
import { byLabel, textOf, type } from './page.ts';
import { source } from './prefill.ts';

/** An element of a host's own that takes part in a form. */
class OwnField extends FormElement {
  name = 'egen';
}
customElements.define('test-own-field', OwnField);

const KEPT: Fields = [
  ['namn', 'Anna'],
  ['telefon', '070'],
  ['bor', 'ager'],
];

const incomes = () =>
  html`${FIELDS}<ssbtek-prefill
      name="inkomster"
      period="2026-10"
      .source=${source(singleParent)}
    ></ssbtek-prefill>`;

/** What a host keeps from before: the person was there. */
function keptAt(at: string, fields = KEPT): DraftHost {
  const host = new DraftHost(new TestClock());
  host.keep(fields, undefined, at);
  return host;
}

/** The page that a sign-in leads back to. */
const resumed = (host: DraftHost, fields = FIELDS): Promise<Page> =>
  page({ host, fields, attributes: { resume: '' } });

const live = (draft: SsbtekDraft): string =>
  draft.shadowRoot?.querySelector('[aria-live]')?.textContent.trim() ?? '';

beforeEach(() => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
});

describe('where the person is', () => {
  it('is kept with what they write, by the name of the field', async () => {
    const { host, clock, form } = await page();
    await write(form, 'namn', 'Anna');
    field(form, 'telefon').focus();
    await clock.pass(1_000);
    expect(host.kept?.at).to.equal('telefon');
    await write(form, 'meddelande', 'Hej');
    await clock.pass(1_000);
    expect(host.kept?.at).to.equal('meddelande');
  });

  it('is no reason to save', async () => {
    const { host, clock, form } = await page({ host: keptAt('namn') });
    for (const name of ['namn', 'telefon', 'meddelande']) field(form, name).focus();
    await clock.pass(60_000);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(host.saves()).to.equal(0);
  });

  it('is no conflict', async () => {
    const { host, clock, form, draft } = await page({ host: keptAt('namn') });
    await write(form, 'telefon', '073');
    host.keep(KEPT, undefined, 'meddelande');
    await clock.pass(1_000);
    await settled(draft);
    expect(stands(draft, 'saved')).to.equal(true);
    expect([host.saved['telefon'], host.kept?.at]).to.deep.equal(['073', 'telefon']);
  });

  it('is no field that is left out or secret, and no name that the host would not take', async () => {
    const fields = html`${FIELDS}<input name="token" /><input name="losen" type="password" /><input
        name=${'x'.repeat(201)}
      />`;
    const { host, clock, form } = await page({ fields, attributes: { 'leave-out': 'token' } });
    await write(form, 'namn', 'Anna');
    for (const name of ['token', 'losen', 'x'.repeat(201)]) field(form, name).focus();
    await clock.pass(1_000);
    expect(host.kept?.at).to.equal('namn');
  });

  it('is the row of a prefill that they wrote in, and an element of the page’s own by its name', async () => {
    const fields = html`${incomes()}<test-own-field tabindex="0"></test-own-field>`;
    const { host, clock, form } = await page({ fields });
    const prefill = form.querySelector<SsbtekPrefill>('ssbtek-prefill')!;
    await type(prefill, 'Rätt belopp: Allmänt barnbidrag', '1 325');
    await turn();
    await clock.pass(1_000);
    expect(host.kept?.at).to.equal('inkomster.fk.barnbidrag');
    await write(form, 'namn', 'Anna');
    form.querySelector<HTMLElement>('test-own-field')!.focus();
    await clock.pass(1_000);
    expect(host.kept?.at).to.equal('egen');
    await write(form, 'namn', 'Anna B');
    byLabel(prefill, 'Rätt belopp: Lön').focus();
    await clock.pass(1_000);
    expect(host.kept?.at).to.equal('inkomster');
  });

  it('is the row that they were in when a prefill learnt that the session had ended', async () => {
    const from = source(singleParent, 'session-expired');
    const fields = html`${FIELDS}<ssbtek-prefill
        name="inkomster"
        period="2026-10"
        .source=${from}
      ></ssbtek-prefill>`;
    const { host, form, draft } = await page({ fields });
    const prefill = form.querySelector<SsbtekPrefill>('ssbtek-prefill')!;
    await prefill.fetchIncome();
    await write(form, 'namn', 'Anna');
    byLabel(prefill, 'Rätt belopp: Lön').focus();
    await prefill.fetchIncome();
    await settled(draft);
    expect(host.kept?.at).to.equal('inkomster.andra.lon');
  });
});

describe('coming back from sign-in', () => {
  it('leads to the field where the person was, and says so', async () => {
    const { form, draft } = await resumed(keptAt('telefon'));
    expect(document.activeElement).to.equal(field(form, 'telefon'));
    expect(field(form, 'telefon').value).to.equal('070');
    expect(live(draft)).to.equal('Du är tillbaka där du var: Telefon');
    expect(textOf(draft)).to.include('Du är tillbaka där du var: Telefon');
    await expect(draft).to.be.accessible();
  });

  it('leads there once', async () => {
    const { clock, form, draft } = await resumed(keptAt('telefon'));
    field(form, 'namn').focus();
    await write(form, 'namn', 'Anna B');
    await clock.pass(1_000);
    await settled(draft);
    expect(document.activeElement).to.equal(field(form, 'namn'));
    expect(textOf(draft)).not.to.include('Du är tillbaka');
  });

  it('leads to the radio button that was chosen', async () => {
    const { form, draft } = await resumed(keptAt('bor'));
    expect(document.activeElement).to.equal(form.querySelector('[value=ager]'));
    expect(live(draft)).to.equal('Du är tillbaka där du var: Hur bor du?');
  });

  it('leads to the first radio button where none was', async () => {
    const { form } = await resumed(keptAt('bor', [['namn', 'Anna']]));
    expect(document.activeElement).to.equal(form.querySelector('[value=hyr]'));
  });

  it('leads to the row of a prefill', async () => {
    const host = keptAt('inkomster.fk.barnbidrag', [['inkomster.fk.barnbidrag.corrected', '1325.00']]);
    const { form, draft } = await resumed(host, incomes());
    const prefill = form.querySelector<SsbtekPrefill>('ssbtek-prefill')!;
    const correction = byLabel(prefill, 'Rätt belopp: Allmänt barnbidrag');
    expect(prefill.shadowRoot?.activeElement).to.equal(correction);
    expect(correction.value).to.equal('1325');
    expect(live(draft)).to.equal('Du är tillbaka där du var: Allmänt barnbidrag');
  });

  it('leads to the prefill where its row is not known', async () => {
    const { form, draft } = await resumed(keptAt('inkomster'), incomes());
    expect(document.activeElement).to.equal(form.querySelector('ssbtek-prefill'));
    expect(live(draft)).to.equal('Du är tillbaka där du var: Hämta dina inkomster');
  });

  it('leads to a field that comes late, and only as long as the person has not gone elsewhere', async () => {
    for (const hasGone of [false, true]) {
      const { form, draft } = await resumed(keptAt('sent', [...KEPT, ['sent', 'Viktigt']]));
      expect(document.activeElement).to.equal(document.body);
      if (hasGone) field(form, 'namn').focus();
      const late = document.createElement('input');
      late.name = late.ariaLabel = 'sent';
      form.append(late);
      await settled(draft);
      expect(late.value).to.equal('Viktigt');
      expect(document.activeElement === late).to.equal(!hasGone);
      form.remove();
    }
  });

  it('leads nowhere when the person has moved focus meanwhile', async () => {
    const host = keptAt('telefon');
    host.hold();
    const { form, draft } = await resumed(host);
    field(form, 'namn').focus();
    host.release();
    await settled(draft);
    expect(field(form, 'telefon').value).to.equal('070');
    expect(document.activeElement).to.equal(field(form, 'namn'));
    expect(textOf(draft)).not.to.include('Du är tillbaka');
  });

  it('leads nowhere without the attribute, and to no field that is not there', async () => {
    for (const [at, attributes] of [
      ['telefon', {}],
      ['annan-sida', { resume: '' }],
    ] as const) {
      const { form, draft } = await page({ host: keptAt(at), attributes });
      expect(document.activeElement).to.equal(document.body);
      expect(field(form, 'namn').value).to.equal('Anna');
      expect(textOf(draft)).not.to.include('Du är tillbaka');
      form.remove();
    }
  });
});
