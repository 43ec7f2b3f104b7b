import { expect } from '@open-wc/testing';
import { DraftHost, field, page, settled, stands, TestClock, write, type Page } from './draft.ts';
import { button, textOf } from './page.ts';

const DAY = 24 * 60 * 60 * 1_000;
const KEPT = [
  ['namn', 'Anna'],
  ['telefon', '070'],
] as const;

const OVER = 'Tiden är slut. Det som var sparat är borttaget. Det du ser finns bara på den här sidan.';

/** @param time since it was begun. */
async function after(time: number, found?: Page): Promise<Page> {
  const opened = found ?? (await page({ host: new DraftHost(new TestClock(), KEPT) }));
  await opened.clock.pass(time);
  await settled(opened.draft);
  return opened;
}

describe('when its limit passes while the page is open', () => {
  it('it is said that it has been deleted, and no longer that it is kept', async () => {
    const { host, clock, form, draft } = await after(7 * DAY - 1);
    expect(textOf(draft)).to.include('Sparat').and.to.include('Ingen handläggare ser det');
    await clock.pass(1);
    await settled(draft);
    expect(stands(draft, 'expired')).to.equal(true);
    expect(textOf(draft)).to.include(OVER);
    expect(textOf(draft)).not.to.match(/Sparat|tas bort|Ingen handläggare ser det/);
    expect(() => button(draft, 'Ta bort nu')).to.throw();
    expect(field(form, 'namn').value).to.equal('Anna');
    expect([host.saves(), clock.waiting]).to.deep.equal([0, 0]);
    await expect(draft).to.be.accessible();
  });

  it('nothing is saved again before something is changed', async () => {
    const { host, clock, draft } = await after(7 * DAY);
    document.dispatchEvent(new Event('visibilitychange'));
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await clock.pass(60_000);
    await settled(draft);
    expect([host.saves(), await draft.saveNow(), stands(draft, 'expired')]).to.deep.equal([0, false, true]);
  });

  it('the next change is saved as a new draft, with all that stands on the page', async () => {
    const { host, clock, form, draft } = await after(7 * DAY);
    await write(form, 'meddelande', 'Jag är kvar');
    await clock.pass(1_000);
    await settled(draft);
    expect(host.saves()).to.equal(1);
    expect(host.saved).to.include({ namn: 'Anna', telefon: '070', meddelande: 'Jag är kvar' });
    expect(stands(draft, 'saved')).to.equal(true);
    expect(textOf(draft)).to.include('Ansökan tas bort 5 december kl. 14:32.');
  });

  it('what was changed just before is saved without a question', async () => {
    const found = await after(7 * DAY - 500);
    await write(found.form, 'namn', 'Anna B');
    await after(500, found);
    expect(stands(found.draft, 'expired')).to.equal(true);
    await after(500, found);
    expect(found.host.saved).to.include({ namn: 'Anna B', telefon: '070' });
    expect(stands(found.draft, 'saved')).to.equal(true);
  });

  it('a save that is under way is made anew, without a question', async () => {
    const found = await after(7 * DAY - 1_500);
    await write(found.form, 'namn', 'Anna B');
    found.host.hold();
    await after(1_000, found);
    await after(1_000, found);
    found.host.release();
    await after(0, found);
    expect(found.host.saved).to.include({ namn: 'Anna B', telefon: '070' });
    expect(stands(found.draft, 'saved')).to.equal(true);
  });

  it('a device whose clock is fast saves all the same', async () => {
    const { host, form, draft } = await page({ host: new DraftHost(new TestClock(), KEPT) });
    const fast = new TestClock('2026-12-05T13:32:00Z');
    draft.clock = fast;
    await settled(draft);
    expect(stands(draft, 'expired')).to.equal(true);
    for (const name of ['Anna B', 'Anna C']) {
      await write(form, 'namn', name);
      await fast.pass(1_000);
      await settled(draft);
      expect(host.saved).to.include({ namn: name, telefon: '070' });
      expect(stands(draft, 'saved')).to.equal(true);
      expect(textOf(draft)).to.include('Ansökan tas bort 28 november kl. 14:32.').and.not.to.include('kvar');
    }
  });

  it('a page that was left says so when it comes back', async () => {
    const found = await after(6 * DAY);
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await after(DAY, found);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await settled(found.draft);
    expect(stands(found.draft, 'expired')).to.equal(true);
    expect(textOf(found.draft)).to.include(OVER);
  });
});
