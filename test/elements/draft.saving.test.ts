import '@medborgarnavet/elements/define.ts';
import { singleParent } from '@medborgarnavet/mocks';
import { expect, html } from '@open-wc/testing';
import { byLabel, choose, press, textOf, type } from './page.ts';
import { source } from './prefill.ts';
import { DraftHost, field, FIELDS, page, settled, stands, TestClock, turn, write } from './draft.ts';

const live = (element: Element): string =>
  element.shadowRoot?.querySelector('[aria-live]')?.textContent.trim() ?? '';

describe('saving', () => {
  it('waits for a pause, and at the latest ten seconds after the first change', async () => {
    const { host, clock, form } = await page();
    for (let count = 0; count < 12; count += 1) {
      await write(form, 'namn', `Anna ${count}`);
      await clock.pass(900);
    }
    expect(host.saves()).to.equal(1);
    expect(host.saved['namn']).to.equal('Anna 11');
  });

  it('is one at a time, and what is written meanwhile goes with the next', async () => {
    const { host, clock, form, draft } = await page();
    await write(form, 'namn', 'Anna');
    host.hold();
    await clock.pass(1_000);
    await write(form, 'namn', 'Anna B');
    await clock.pass(20_000);
    expect(host.saves()).to.equal(1);
    await draft.updateComplete;
    expect(textOf(draft)).to.include('Sparar …');
    host.release();
    await turn();
    await clock.pass(1_000);
    expect([host.saves(), host.saved['namn']]).to.deep.equal([2, 'Anna B']);
  });

  it('is not done of what is saved already', async () => {
    const { host, clock, form } = await page();
    await write(form, 'namn', 'Anna');
    await clock.pass(1_000);
    await write(form, 'namn', 'Annas');
    await write(form, 'namn', 'Anna');
    await clock.pass(60_000);
    expect(host.saves()).to.equal(1);
  });

  it('is not done of a page that nobody has written in', async () => {
    const { host, clock } = await page({ fields: html`<input name="namn" value="Från sidan" />` });
    await clock.pass(60_000);
    expect(host.saves()).to.equal(0);
  });

  it('that cannot be done is tried again, later and later, and at once when the network is back', async () => {
    const { host, clock, form, draft } = await page();
    await write(form, 'namn', 'Anna');
    host.fault = 'offline';
    await clock.pass(1_000);
    await settled(draft);
    expect(stands(draft, 'retrying')).to.equal(true);
    expect(textOf(draft)).to.include(
      'Kunde inte spara. Vi försöker igen. Det du skrivit finns kvar på sidan.',
    );
    await clock.pass(1_000);
    expect(host.saves()).to.equal(2);
    await clock.pass(1_999);
    expect(host.saves()).to.equal(2);
    await write(form, 'telefon', '070');
    await clock.pass(1);
    expect(host.saves()).to.equal(3);
    host.fault = undefined;
    window.dispatchEvent(new Event('online'));
    await settled(draft);
    expect(host.saved).to.include({ namn: 'Anna', telefon: '070' });
    expect(live(draft)).to.equal('Nu är det sparat.');
  });

  it('is told of once: the first time, when it fails and when it works again', async () => {
    const { host, clock, form, draft } = await page();
    const said: string[] = [];
    const watcher = new MutationObserver(() => said.push(live(draft)));
    watcher.observe(draft.shadowRoot!.querySelector('[aria-live]')!, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    const save = async (text: string) => {
      await write(form, 'namn', text);
      await clock.pass(1_000);
      await settled(draft);
    };
    await save('A');
    await save('An');
    await save('Ann');
    host.fault = 'too-slow';
    await save('Anna');
    await clock.pass(1_000);
    await clock.pass(2_000);
    host.fault = undefined;
    await clock.pass(60_000);
    await settled(draft);
    await save('Anna B');
    watcher.disconnect();
    expect(said.filter((text) => text !== '')).to.deep.equal([
      'Sparat kl. 14:32.',
      'Kunde inte spara. Vi försöker igen. Det du skrivit finns kvar på sidan.',
      'Nu är det sparat.',
    ]);
  });

  it('that arrived without an answer is no conflict with oneself', async () => {
    const { host, clock, form, draft } = await page();
    host.losesAnswers = true;
    await write(form, 'namn', 'Anna');
    await clock.pass(1_000);
    await write(form, 'namn', 'Anna B');
    host.losesAnswers = false;
    await clock.pass(60_000);
    await settled(draft);
    expect(stands(draft, 'saved')).to.equal(true);
    expect(host.saved['namn']).to.equal('Anna B');
  });

  it('is done at once when the page is left, so that it arrives', async () => {
    const { host, form } = await page();
    await write(form, 'namn', 'Anna');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(host.keepalives).to.deep.equal([true]);
    await turn();
    expect(host.saved['namn']).to.equal('Anna');
  });

  it('takes the place of one that the browser may cut off', async () => {
    const { host, clock, form } = await page();
    await write(form, 'namn', 'Anna');
    host.hold();
    await clock.pass(1_000);
    await write(form, 'namn', 'Anna B');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(host.keepalives).to.deep.equal([false, true]);
    host.release();
    await turn();
    expect(host.saved['namn']).to.equal('Anna B');
  });

  it('can be asked for', async () => {
    const { host, form, draft } = await page();
    await write(form, 'namn', 'Anna');
    expect(await draft.saveNow()).to.equal(true);
    host.fault = 'internal';
    await write(form, 'namn', 'Anna B');
    expect(await draft.saveNow()).to.equal(false);
  });

  it('waits no longer when the host says that waiting does not help, and goes on at the next change', async () => {
    const { host, clock, form, draft } = await page();
    host.fault = 'invalid-input';
    await write(form, 'namn', 'För långt');
    await clock.pass(120_000);
    await settled(draft);
    expect(host.saves()).to.equal(1);
    expect(textOf(draft)).to.include('Något av det du skrivit går inte att spara.');
    host.fault = undefined;
    await write(form, 'namn', 'Kort');
    await clock.pass(1_000);
    expect(host.saved['namn']).to.equal('Kort');
  });
});

describe('what is kept', () => {
  it('is no secret, nothing of the page’s own and no file', async () => {
    const fields = html`${FIELDS}
      <input name="losen" type="password" />
      <input name="visat" autocomplete="current-password" />
      <input name="token" value="t" />
      <input name="dolt" type="hidden" value="d" />
      <input name="steg" type="hidden" value="2" data-ssbtek-keep />
      <input name="fil" type="file" />
      <button name="knapp" value="k">Nästa</button>`;
    const { host, clock, form } = await page({ fields, attributes: { 'leave-out': 'annat token' } });
    for (const name of ['losen', 'visat', 'token', 'namn']) await write(form, name, 'x');
    await clock.pass(1_000);
    const names = host.kept!.fields.map(([name]) => name);
    expect(names).to.deep.equal(['namn', 'telefon', 'meddelande', 'steg']);
  });

  it('is text that the host can take', async () => {
    const { host, clock, form } = await page();
    await write(form, 'meddelande', 'a\u0000b\u000bc\td\r\ne');
    await clock.pass(1_000);
    expect(host.saved['meddelande']).to.equal('abc\td\ne');
  });

  it('stands also where this page has no such field', async () => {
    const host = new DraftHost(new TestClock(), [
      ['annan-sida', 'Viktigt'],
      ['namn', 'Anna'],
    ]);
    const { clock, form } = await page({ host });
    await write(form, 'namn', 'Anna B');
    await clock.pass(1_000);
    expect(host.saved).to.include({ 'annan-sida': 'Viktigt', namn: 'Anna B' });
  });

  it('is put in a field that comes later, and stands when the field goes again', async () => {
    const host = new DraftHost(new TestClock(), [
      ['steg2', 'Viktigt'],
      ['namn', 'Anna'],
    ]);
    const { clock, form } = await page({ host });
    const late = document.createElement('input');
    late.name = 'steg2';
    form.append(late);
    await turn();
    expect(late.value).to.equal('Viktigt');
    late.remove();
    await write(form, 'namn', 'Anna B');
    await clock.pass(1_000);
    expect(host.saved).to.include({ steg2: 'Viktigt', namn: 'Anna B' });
  });

  it('is not lost when a list does not have that choice yet', async () => {
    const host = new DraftHost(new TestClock(), [
      ['ort', 'lulea'],
      ['namn', 'Anna'],
    ]);
    const fields = html`${FIELDS}<select name="ort">
        <option value="">Välj</option>
      </select>`;
    const { clock, form } = await page({ host, fields });
    await write(form, 'namn', 'Anna B');
    await clock.pass(1_000);
    expect(host.saved['ort']).to.equal('lulea');
    const list = form.querySelector<HTMLSelectElement>('select[name=ort]')!;
    list.append(new Option('Luleå', 'lulea'));
    await turn();
    expect(list.value).to.equal('lulea');
  });

  it('is what the person wrote in a prefill, and not what was retrieved', async () => {
    const fields = html`<ssbtek-prefill
      name="inkomster"
      period="2026-10"
      .source=${source(singleParent)}
    ></ssbtek-prefill>`;
    const first = await page({ fields });
    const prefill = first.form.querySelector('ssbtek-prefill')!;
    await prefill.fetchIncome();
    await type(prefill, 'Rätt belopp: Allmänt barnbidrag', '1 325,50');
    await choose(prefill, 'Varför stämmer det inte? Allmänt barnbidrag', 'Annat');
    await type(prefill, 'Rätt belopp: Lön', 'ungefär 9000');
    await press(prefill, 'Lägg till en inkomst');
    await type(prefill, 'Belopp: Egen inkomst 1', '500');
    await turn();
    await first.clock.pass(1_000);
    expect(first.host.saved).to.deep.equal({
      'inkomster.fk.barnbidrag.corrected': '1325.50',
      'inkomster.fk.barnbidrag.reason': 'other',
      'inkomster.andra.lon.corrected': 'ungefär 9000',
      'inkomster.egna.1.belopp': '500.00',
    });
    first.form.remove();
    const second = await page({ fields, host: first.host });
    const again = second.form.querySelector('ssbtek-prefill')!;
    expect(byLabel(again, 'Rätt belopp: Allmänt barnbidrag').value).to.equal('1325,50');
    expect(byLabel(again, 'Rätt belopp: Lön').value).to.equal('ungefär 9000');
    expect(byLabel(again, 'Belopp: Egen inkomst 1').value).to.equal('500');
    await second.clock.pass(60_000);
    expect(first.host.saves()).to.equal(1);
  });
});

describe('giving back', () => {
  it('tells the page as a person would, once for each field', async () => {
    const seen: string[] = [];
    const note = ({ type, target }: Event) => seen.push(`${type} ${(target as HTMLInputElement).name}`);
    const host = new DraftHost(new TestClock(), [
      ['namn', 'Anna'],
      ['telefon', ''],
      ['barn', 'ja'],
    ]);
    await page({ host, fields: html`<div @input=${note} @change=${note}>${FIELDS}</div>` });
    expect(seen).to.deep.equal(['input namn', 'change namn', 'input barn', 'change barn']);
  });

  it('asks about a field that the person has been at meanwhile', async () => {
    const host = new DraftHost(new TestClock(), [
      ['namn', 'Anna'],
      ['telefon', '070'],
    ]);
    host.hold();
    const { form, draft } = await page({ host });
    await write(form, 'namn', 'Bo');
    host.release();
    await settled(draft);
    expect(field(form, 'namn').value).to.equal('Bo');
    expect(field(form, 'telefon').value).to.equal('070');
    expect(stands(draft, 'conflict')).to.equal(true);
    expect(textOf(draft, 'fieldset')).to.match(/Namn.*Här på sidan: Bo.*Sparat på en annan plats: Anna/);
  });

  it('leaves what the page came with where nothing was saved of this page', async () => {
    const host = new DraftHost(new TestClock(), [['annan-sida', 'x']]);
    const fields = html`<input name="namn" value="Från sidan" /><input
        type="checkbox"
        name="barn"
        checked
      />`;
    const { form } = await page({ host, fields });
    expect(field(form, 'namn').value).to.equal('Från sidan');
    expect((field(form, 'barn') as HTMLInputElement).checked).to.equal(true);
  });

  it('tries again while the host cannot be asked, and loses nothing that is written meanwhile', async () => {
    const host = new DraftHost(new TestClock(), [['namn', 'Anna']]);
    host.fault = 'offline';
    const { clock, form, draft } = await page({ host });
    expect(textOf(draft)).to.include('Vi kan inte öppna det som du har sparat just nu.');
    await write(form, 'telefon', '070');
    host.fault = undefined;
    await clock.pass(1_000);
    await settled(draft);
    await clock.pass(1_000);
    expect(field(form, 'namn').value).to.equal('Anna');
    expect(host.saved).to.include({ namn: 'Anna', telefon: '070' });
  });

  it('finds the form by its id', async () => {
    const host = new DraftHost(new TestClock(), [['namn', 'Anna']]);
    const { form, draft } = await page({ fields: html`<input name="namn" />` });
    form.id = 'ansokan';
    const apart = document.createElement('ssbtek-draft');
    Object.assign(apart, { source: host, clock: host.clock });
    apart.setAttribute('form', 'ansokan');
    draft.remove();
    document.body.append(apart);
    await settled(apart);
    expect(field(form, 'namn').value).to.equal('Anna');
    apart.remove();
  });
});
