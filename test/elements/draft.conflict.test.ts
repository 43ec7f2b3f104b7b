import '@medborgarnavet/elements/define.ts';
import { expect, html } from '@open-wc/testing';
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
  type Page,
} from './draft.ts';
import { button, press, textOf, type } from './page.ts';
import { source } from './prefill.ts';

/** The person has written, and somebody else has saved. */
async function met(
  written: Readonly<Record<string, string>>,
  theirs: Readonly<Record<string, string>>,
): Promise<Page> {
  const clock = new TestClock();
  const host = new DraftHost(clock, [
    ['namn', 'Anna'],
    ['telefon', '070'],
    ['meddelande', ''],
  ]);
  const found = await page({ host });
  for (const [name, text] of Object.entries(written)) await write(found.form, name, text);
  host.keep(Object.entries({ ...host.saved, ...theirs }));
  await clock.pass(1_000);
  await settled(found.draft);
  return found;
}

const radio = (draft: Page['draft'], label: string, side: string): HTMLInputElement =>
  [...draft.renderRoot.querySelectorAll('fieldset')]
    .filter((set) => set.querySelector('legend')?.textContent === label)
    .flatMap((set) => [...set.querySelectorAll('label')])
    .filter((each) => each.textContent.includes(side))
    .map((each) => each.control as HTMLInputElement)[0]!;

describe('saved on another place', () => {
  it('what only one has changed is put together without a question', async () => {
    const { host, form, draft } = await met({ namn: 'Anna B' }, { telefon: '073' });
    expect(stands(draft, 'saved')).to.equal(true);
    expect(field(form, 'telefon').value).to.equal('073');
    expect(host.saved).to.include({ namn: 'Anna B', telefon: '073' });
  });

  it('what both have changed is asked about, with the names that the fields have', async () => {
    const { host, form, draft } = await met(
      { namn: 'Anna B', meddelande: 'Hej' },
      { namn: 'Anna C', telefon: '073' },
    );
    expect(stands(draft, 'conflict')).to.equal(true);
    expect(textOf(draft, 'fieldset')).to.equal('Namn Här på sidan: Anna B Sparat på en annan plats: Anna C');
    expect([field(form, 'namn').value, field(form, 'telefon').value]).to.deep.equal(['Anna B', '073']);
    expect(host.saved['namn']).to.equal('Anna C');
    await expect(draft).to.be.accessible();
  });

  it('nothing is saved before the person has chosen, and what they write meanwhile goes with it', async () => {
    const { host, clock, form, draft } = await met({ namn: 'Anna B' }, { namn: 'Anna C' });
    const before = host.saves();
    await write(form, 'meddelande', 'Medan jag väljer');
    await clock.pass(60_000);
    expect(host.saves()).to.equal(before);
    await press(draft, 'Behåll allt som står här');
    await settled(draft);
    expect(host.saved).to.include({ namn: 'Anna B', meddelande: 'Medan jag väljer' });
    expect(draft.shadowRoot!.activeElement?.id).to.equal('status');
  });

  it('can be taken all at once', async () => {
    const { host, form, draft } = await met({ namn: 'Anna B' }, { namn: 'Anna C' });
    await press(draft, 'Ta allt som är sparat');
    await settled(draft);
    expect(field(form, 'namn').value).to.equal('Anna C');
    expect(host.saved['namn']).to.equal('Anna C');
    expect(stands(draft, 'saved')).to.equal(true);
  });

  it('is chosen field by field, and none may be left out', async () => {
    const { host, form, draft } = await met(
      { namn: 'Anna B', telefon: '071' },
      { namn: 'Anna C', telefon: '072' },
    );
    radio(draft, 'Namn', 'annan plats').click();
    await press(draft, 'Spara det jag har valt');
    await settled(draft);
    expect(textOf(draft, '.error')).to.equal('Välj på en rad till, så kan vi spara.');
    expect(draft.shadowRoot!.activeElement).to.equal(radio(draft, 'Telefon', 'Här på sidan'));
    radio(draft, 'Telefon', 'Här på sidan').click();
    await press(draft, 'Spara det jag har valt');
    await settled(draft);
    expect([field(form, 'namn').value, field(form, 'telefon').value]).to.deep.equal(['Anna C', '071']);
    expect(host.saved).to.include({ namn: 'Anna C', telefon: '071' });
  });

  it('the form is not sent before the person has chosen, and they are led to the question', async () => {
    const { form, draft } = await met({ namn: 'Anna B' }, { namn: 'Anna C' });
    const sent: Event[] = [];
    form.addEventListener('submit', (event) => sent.push(event));
    const next = document.createElement('button');
    next.formNoValidate = true;
    form.append(next);
    for (const send of [() => next.click(), () => form.requestSubmit()]) {
      field(form, 'namn').focus();
      send();
      await settled(draft);
      expect(sent).to.deep.equal([]);
      const heading = draft.shadowRoot!.activeElement!;
      expect(heading.textContent).to.equal('Du har skrivit på två platser');
      expect(heading.getAttribute('aria-describedby')).to.equal('stopped');
      expect(textOf(draft, '#stopped')).to.include('Sidan är inte skickad. Välj först här.');
    }
    await expect(draft).to.be.accessible();
    await press(draft, 'Behåll allt som står här');
    await settled(draft);
    next.click();
    expect(sent.length).to.equal(1);
  });

  it('another form of the page is sent meanwhile', async () => {
    const { draft } = await met({ namn: 'Anna B' }, { namn: 'Anna C' });
    const other = document.createElement('form');
    const sent: Event[] = [];
    other.addEventListener('submit', (event) => {
      event.preventDefault();
      sent.push(event);
    });
    document.body.append(other);
    other.requestSubmit();
    await settled(draft);
    expect([sent.length, textOf(draft, '#stopped')]).to.deep.equal([1, '']);
    other.remove();
  });

  it('a form where the same is written in both now is sent', async () => {
    const { form } = await met({ namn: 'Anna B' }, { namn: 'Anna C' });
    const sent: Event[] = [];
    form.addEventListener('submit', (event) => sent.push(event));
    field(form, 'namn').value = 'Anna C';
    form.requestSubmit();
    expect(sent.length).to.equal(1);
  });

  it('is asked about no more when the person writes the same', async () => {
    const { form, draft } = await met({ namn: 'Anna B' }, { namn: 'Anna C' });
    await write(form, 'namn', 'Anna C');
    await settled(draft);
    expect(stands(draft, 'saved')).to.equal(true);
  });

  it('is told in the words of the form: choices, boxes and rows of income', async () => {
    const host = new DraftHost(new TestClock(), [['namn', '']]);
    const fields = html`${FIELDS}<ssbtek-prefill name="inkomster" .source=${source()}></ssbtek-prefill>`;
    const { clock, form, draft } = await page({ host, fields });
    form.querySelector<HTMLInputElement>('[value=hyr]')!.click();
    const list = form.querySelector('select')!;
    list.options[0]!.selected = list.options[1]!.selected = true;
    await type(form.querySelector('ssbtek-prefill')!, 'Rätt belopp: Lön', '9000');
    await turn();
    host.keep([
      ['namn', ''],
      ['telefon', ''],
      ['meddelande', ''],
      ['bor', 'ager'],
      ['sprak', 'ar'],
      ['inkomster.andra.lon.corrected', '8000.00'],
      ['inkomster.andra.lon.comment', 'Oktober'],
    ]);
    await clock.pass(1_000);
    await settled(draft);
    expect(textOf(draft, 'fieldset').split('\n')).to.deep.equal([
      'Hur bor du? Här på sidan: Jag hyr Sparat på en annan plats: Jag äger',
      'Språk Här på sidan: Svenska, Somaliska Sparat på en annan plats: Arabiska',
      'Lön Här på sidan: 9 000 kr Sparat på en annan plats: 8 000 kr, Oktober',
    ]);
  });
});

describe('deleted on another place', () => {
  async function gone(): Promise<Page> {
    const host = new DraftHost(new TestClock(), [
      ['namn', 'Anna'],
      ['telefon', ''],
      ['meddelande', ''],
    ]);
    const found = await page({ host });
    host.kept = undefined;
    await write(found.form, 'telefon', '070');
    await found.clock.pass(1_000);
    await settled(found.draft);
    return found;
  }

  it('is told of, and nothing is saved before the person has said so', async () => {
    const { host, clock, form, draft } = await gone();
    expect(stands(draft, 'gone')).to.equal(true);
    expect(textOf(draft)).to.include('Vill du spara det igen?');
    await expect(draft).to.be.accessible();
    await write(form, 'telefon', '0701');
    await clock.pass(60_000);
    expect(host.kept).to.equal(undefined);
    await press(draft, 'Ja, spara det igen');
    await settled(draft);
    expect(host.saved).to.include({ namn: 'Anna', telefon: '0701' });
  });

  it('the form is not sent before the person has answered', async () => {
    const { form, draft } = await gone();
    const sent: Event[] = [];
    form.addEventListener('submit', (event) => sent.push(event));
    form.requestSubmit();
    await settled(draft);
    expect([sent.length, draft.shadowRoot!.activeElement?.id]).to.deep.equal([0, 'status']);
    expect(textOf(draft, '#status')).to.include('Sidan är inte skickad. Svara först här.');
    await expect(draft).to.be.accessible();
    await press(draft, 'Nej, spara det inte');
    await settled(draft);
    form.requestSubmit();
    expect(sent.length).to.equal(1);
    expect(textOf(draft)).not.to.include('inte skickad');
  });

  it('can be left so, and the person can change their mind', async () => {
    const { host, clock, form, draft } = await gone();
    await press(draft, 'Nej, spara det inte');
    await settled(draft);
    await write(form, 'telefon', '0701');
    await clock.pass(60_000);
    expect([host.kept, field(form, 'namn').value]).to.deep.equal([undefined, 'Anna']);
    expect(() => button(draft, 'Nej, spara det inte')).to.throw();
    await press(draft, 'Ja, spara det igen');
    await settled(draft);
    expect(host.saved['telefon']).to.equal('0701');
  });
});
