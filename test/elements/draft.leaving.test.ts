import '@medborgarnavet/elements/define.ts';
import type { SsbtekPrefill } from '@medborgarnavet/elements';
import { singleParent } from '@medborgarnavet/mocks';
import { expect, html, oneEvent } from '@open-wc/testing';
import type { SsbtekDraftSessionEndingEvent } from '../../packages/elements/src/draft/draft.events.ts';
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
import { press, textOf } from './page.ts';
import { source } from './prefill.ts';
import { until } from './until.ts';

async function saved(): Promise<Page> {
  const host = new DraftHost(new TestClock(), [
    ['namn', 'Anna'],
    ['telefon', ''],
    ['meddelande', 'Hej'],
    ['barn', 'ja'],
  ]);
  return page({ host });
}

const isEmpty = ({ form }: Page): boolean => [...new FormData(form)].every(([, value]) => value === '');

const leave = () => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
const comeBack = () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));

describe('deleting', () => {
  it('is asked about in place, and can be taken back', async () => {
    const found = await saved();
    await press(found.draft, 'Ta bort nu');
    await settled(found.draft);
    expect(textOf(found.draft)).to.include('Vill du ta bort det du har skrivit i hela ansökan?');
    expect(textOf(found.draft)).to.match(/Alla delar av ansökan töms.* hämtade .* tas inte bort här/);
    expect(found.draft.shadowRoot!.activeElement?.textContent.trim()).to.equal('Nej, behåll');
    await expect(found.draft).to.be.accessible();
    await press(found.draft, 'Nej, behåll');
    await settled(found.draft);
    expect(found.draft.shadowRoot!.activeElement?.textContent.trim()).to.equal('Ta bort nu');
    expect(found.host.calls).to.deep.equal(['GET']);
  });

  it('forgets it at the host, empties the form and says so', async () => {
    const found = await saved();
    await press(found.draft, 'Ta bort nu');
    const deleted = oneEvent(found.draft, 'ssbtek-draft-deleted');
    await press(found.draft, 'Ja, ta bort');
    await deleted;
    await settled(found.draft);
    expect([found.host.kept, isEmpty(found)]).to.deep.equal([undefined, true]);
    expect(textOf(found.draft)).to.match(/Det du skrev i hela ansökan är borttaget\. Sidan är tömd\./);
    expect(textOf(found.draft)).to.include('hämtade från myndigheterna tas inte bort här.');
    expect(found.draft.shadowRoot!.activeElement?.id).to.equal('status');
    await found.clock.pass(60_000);
    expect(found.host.saves()).to.equal(0);
  });

  it('begins anew with what is written after it', async () => {
    const found = await saved();
    await found.draft.deleteDraft();
    await write(found.form, 'telefon', '070');
    await found.clock.pass(1_000);
    expect(found.host.saved['telefon']).to.equal('070');
    expect(found.host.saved['namn']).to.equal('');
  });

  it('that fails leaves everything, and says so', async () => {
    const found = await saved();
    found.host.fault = 'offline';
    await found.draft.deleteDraft();
    await settled(found.draft);
    expect(field(found.form, 'namn').value).to.equal('Anna');
    expect(textOf(found.draft)).to.include('Det gick inte att ta bort.');
    found.host.fault = undefined;
    await write(found.form, 'telefon', '070');
    await found.clock.pass(1_000);
    expect(found.host.saved['telefon']).to.equal('070');
  });

  it('waits for a save that is under way, so that nothing comes after it', async () => {
    const found = await saved();
    await write(found.form, 'telefon', '070');
    found.host.hold();
    await found.clock.pass(1_000);
    const deleted = found.draft.deleteDraft();
    await turn();
    expect(found.host.calls.at(-1)).to.equal('PUT');
    found.host.release();
    await deleted;
    expect([found.host.calls.at(-1), found.host.kept]).to.deep.equal(['DELETE', undefined]);
  });
});

describe('other tabs', () => {
  it('are emptied when it is deleted in one', async () => {
    const [one, other] = [await saved(), await saved()];
    await one.draft.deleteDraft();
    await until(() => stands(other.draft, 'deleted'));
    expect(isEmpty(other)).to.equal(true);
    expect(textOf(other.draft)).to.include('i en annan flik. Sidan är tömd.');
  });

  it('with another application are left as they are, and emptied at sign-out', async () => {
    const at = (endpoint: string) =>
      page({ host: new DraftHost(new TestClock(), [['namn', 'Anna']]), attributes: { endpoint } });
    const [one, same, other] = [await at('/api/1/'), await at('api/../../../../api/1'), await at('/api/2')];
    await one.draft.deleteDraft();
    await until(() => stands(same.draft, 'deleted'));
    expect([stands(other.draft, 'saved'), field(other.form, 'namn').value]).to.deep.equal([true, 'Anna']);
    const link = document.createElement('button');
    link.setAttribute('data-ssbtek-sign-out', '');
    document.body.append(link);
    link.click();
    link.remove();
    await until(() => [one, same, other].every(({ draft }) => stands(draft, 'ended')));
    expect(isEmpty(other)).to.equal(true);
  });

  it('are emptied at sign-out, once what was not saved is', async () => {
    const [one, other] = [await saved(), await saved()];
    await write(other.form, 'telefon', '070');
    const form = document.createElement('form');
    form.setAttribute('data-ssbtek-sign-out', '');
    form.addEventListener('submit', (event) => event.preventDefault());
    document.body.append(form);
    form.requestSubmit();
    form.remove();
    await until(() => stands(one.draft, 'ended') && stands(other.draft, 'ended'));
    expect([isEmpty(one), isEmpty(other)]).to.deep.equal([true, true]);
    expect(other.host.saved['telefon']).to.equal('070');
    expect(textOf(other.draft)).to.include('Du har loggat ut.');
  });

  it('merge with what was saved in one, and hear no personal data', async () => {
    const clock = new TestClock();
    const host = new DraftHost(clock, [
      ['namn', ''],
      ['telefon', ''],
      ['meddelande', ''],
    ]);
    const heard: unknown[] = [];
    const channel = new BroadcastChannel('ssbtek-draft');
    channel.addEventListener('message', ({ data }) => heard.push(data));
    const [one, other] = [await page({ host }), await page({ host })];
    await write(one.form, 'namn', 'Anna');
    await write(other.form, 'telefon', '070');
    await clock.pass(1_000);
    await settled(other.draft);
    await clock.pass(1_000);
    expect(host.saved).to.include({ namn: 'Anna', telefon: '070' });
    await one.draft.deleteDraft();
    await until(() => heard.some((data) => JSON.stringify(data).includes('deleted')));
    channel.close();
    for (const data of heard) {
      expect(Object.keys(data as object)).to.deep.equal(['kind', 'from', 'endpoint']);
      expect(JSON.stringify(data)).not.to.match(/Anna|070/);
    }
  });
});

describe('another window', () => {
  it('is emptied when it is deleted in this one', async () => {
    const frame = document.createElement('iframe');
    frame.src = '/test/elements/draft.window.html';
    frame.title = 'Ett annat fönster';
    document.body.append(frame);
    const inFrame = () => frame.contentDocument?.querySelector<HTMLInputElement>('[name=namn]')?.value;
    await until(() => inFrame() === 'Anna', 'The other window is filled');
    const found = await saved();
    await found.draft.deleteDraft();
    await until(() => inFrame() === '', 'The other window is emptied');
    frame.remove();
  });
});

describe('when the session has ended', () => {
  it('nothing stays, and the way to sign in is there', async () => {
    const found = await saved();
    found.host.fault = 'session-expired';
    await write(found.form, 'telefon', '070');
    await found.clock.pass(1_000);
    await settled(found.draft);
    expect([stands(found.draft, 'ended'), isEmpty(found)]).to.deep.equal([true, true]);
    expect(textOf(found.draft)).to.match(/Du är inte inloggad längre.*kunde inte sparas.*Logga in igen/);
    expect(found.draft.renderRoot.querySelector('a')?.getAttribute('href')).to.equal('/logga-in');
    await expect(found.draft).to.be.accessible();
  });

  it('nothing can be written any more, and who was writing is led to why', async () => {
    const found = await saved();
    const input = field(found.form, 'telefon');
    const apart = document.createElement('input');
    apart.name = 'utanfor';
    found.form.id = 'ansokan';
    apart.setAttribute('form', 'ansokan');
    document.body.append(apart);
    input.focus();
    found.host.fault = 'session-expired';
    await write(found.form, 'telefon', '070');
    await found.clock.pass(1_000);
    await settled(found.draft);
    expect([input, apart].map((each) => each.closest('[inert]') !== null)).to.deep.equal([true, true]);
    expect(found.draft.closest('[inert]')).to.equal(null);
    expect(found.draft.shadowRoot!.activeElement?.id).to.equal('status');
    found.form.remove();
    expect(apart.inert).to.equal(false);
    apart.remove();
  });

  it('who is elsewhere on the page is left there', async () => {
    const found = await saved();
    const search = document.createElement('input');
    search.ariaLabel = 'Sök';
    document.body.append(search);
    search.focus();
    await found.draft.saveNow();
    found.host.fault = 'session-expired';
    await write(found.form, 'telefon', '070');
    await found.clock.pass(1_000);
    await settled(found.draft);
    expect(stands(found.draft, 'ended')).to.equal(true);
    expect([document.activeElement, search.closest('[inert]')]).to.deep.equal([search, null]);
    search.remove();
  });

  it('a host that renews it has what was written saved', async () => {
    const found = await saved();
    found.host.fault = 'session-expired';
    found.draft.addEventListener('ssbtek-draft-session-ending', (event: SsbtekDraftSessionEndingEvent) => {
      event.waitUntil(Promise.resolve().then(() => (found.host.fault = undefined)));
    });
    await write(found.form, 'telefon', '070');
    await found.clock.pass(1_000);
    await settled(found.draft);
    expect([stands(found.draft, 'saved'), found.host.saved['telefon']]).to.deep.equal([true, '070']);
  });

  it('what a prefill learns empties the form too, once what was not saved is', async () => {
    const fields = html`${FIELDS}<ssbtek-prefill
        name="inkomster"
        period="2026-10"
        .source=${source(singleParent, 'session-expired')}
      ></ssbtek-prefill>`;
    const found = await page({ fields });
    const prefill = found.form.querySelector<SsbtekPrefill>('ssbtek-prefill')!;
    await prefill.fetchIncome();
    await write(found.form, 'namn', 'Anna');
    await prefill.fetchIncome();
    await settled(found.draft);
    expect(found.host.saved['namn']).to.equal('Anna');
    expect([stands(found.draft, 'ended'), field(found.form, 'namn').value]).to.deep.equal([true, '']);
  });

  it('a prefill tells nobody to copy what is kept, and does where nothing keeps it', async () => {
    const fields = html`<ssbtek-prefill
      name="inkomster"
      period="2026-10"
      sign-in="/logga-in"
      .source=${source('session-expired')}
    ></ssbtek-prefill>`;
    const copy = 'Skriv av det först.';
    for (const isKept of [true, false]) {
      const found = await page({ fields });
      if (!isKept) found.draft.source = undefined;
      await settled(found.draft);
      const prefill = found.form.querySelector<SsbtekPrefill>('ssbtek-prefill')!;
      await prefill.fetchIncome();
      await settled(found.draft);
      const said = textOf(prefill, '[role=status]');
      expect(said).to.match(/^Du har blivit utloggad\. .*Logga in igen$/);
      expect(said.includes(copy), `kept: ${isKept}`).to.equal(!isKept);
      expect(said.includes('Logga in igen för att fortsätta.')).to.equal(isKept);
      found.form.remove();
    }
  });

  it('and the provider’s elements learn it from a save', async () => {
    const found = await page({
      fields: html`${FIELDS}<ssbtek-prefill name="inkomster"></ssbtek-prefill>`,
    });
    const provider = document.createElement('ssbtek-provider');
    Object.assign(provider, { source: source(singleParent), period: '2026-10' });
    found.form.before(provider);
    provider.append(found.form);
    await settled(found.draft);
    const prefill = found.form.querySelector<SsbtekPrefill>('ssbtek-prefill')!;
    await prefill.fetchIncome();
    await settled(found.draft);
    await write(found.form, 'namn', 'Anna');
    await found.clock.pass(1_000);
    await settled(found.draft);
    expect(textOf(found.draft)).to.match(/Uppgifterna hämtades \d+ \w+\./);
    found.host.fault = 'not-signed-in';
    await write(found.form, 'namn', 'Bo');
    await found.clock.pass(1_000);
    await until(() => !/\d\s*kr/.test(textOf(prefill)));
    provider.remove();
  });
});

describe('a page that is left and comes back', () => {
  it('shows nothing until the host has said who sits there, and then all of it', async () => {
    const found = await saved();
    await write(found.form, 'telefon', '070');
    found.host.hold();
    leave();
    await settled(found.draft);
    expect([stands(found.draft, 'covered'), isEmpty(found)]).to.deep.equal([true, true]);
    expect(field(found.form, 'namn').closest('[inert]')).not.to.equal(null);
    expect(textOf(found.draft)).not.to.include('Anna');
    found.host.release();
    await turn();
    comeBack();
    await settled(found.draft);
    expect(Object.fromEntries(new FormData(found.form))).to.include({
      namn: 'Anna',
      telefon: '070',
      barn: 'ja',
    });
    expect(field(found.form, 'namn').closest('[inert]')).to.equal(null);
    expect(found.host.saved['telefon']).to.equal('070');
  });

  it('has nothing for another person', async () => {
    for (const fault of ['not-signed-in', 'session-expired', 'no-application'] as const) {
      const found = await saved();
      leave();
      found.host.fault = fault;
      comeBack();
      await settled(found.draft);
      await found.clock.pass(60_000);
      expect(isEmpty(found)).to.equal(true);
      expect(textOf(found.draft)).not.to.include('Anna');
      found.form.remove();
    }
  });

  it('goes on showing nothing while nobody can say, and asks again', async () => {
    const found = await saved();
    leave();
    found.host.fault = 'offline';
    comeBack();
    await settled(found.draft);
    expect([stands(found.draft, 'covered'), isEmpty(found)]).to.deep.equal([true, true]);
    await expect(found.draft).to.be.accessible();
    found.host.fault = undefined;
    await press(found.draft, 'Försök igen nu');
    await settled(found.draft);
    expect(field(found.form, 'namn').value).to.equal('Anna');
  });

  it('takes in what was saved elsewhere meanwhile', async () => {
    const found = await saved();
    leave();
    found.host.keep([
      ['namn', 'Anna C'],
      ['telefon', '073'],
      ['meddelande', 'Hej'],
      ['barn', 'ja'],
    ]);
    comeBack();
    await settled(found.draft);
    expect([field(found.form, 'namn').value, field(found.form, 'telefon').value]).to.deep.equal([
      'Anna C',
      '073',
    ]);
    expect(stands(found.draft, 'saved')).to.equal(true);
  });

  it('says that it was deleted meanwhile', async () => {
    const found = await saved();
    leave();
    found.host.kept = undefined;
    comeBack();
    await settled(found.draft);
    expect(stands(found.draft, 'gone')).to.equal(true);
  });
});
