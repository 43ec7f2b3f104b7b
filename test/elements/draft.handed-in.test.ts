import { SsbtekHandedInEvent } from '@medborgarnavet/elements';
import { expect } from '@open-wc/testing';
import { DraftHost, field, page, settled, stands, TestClock, write, type Page } from './draft.ts';

/** The person has written, and hands in the application elsewhere on the page. */
async function handedIn(): Promise<Page> {
  const host = new DraftHost(new TestClock(), [['namn', 'Anna']]);
  const found = await page({ host });
  await write(found.form, 'namn', 'Anna B');
  const review = document.createElement('div');
  found.form.after(review);
  review.dispatchEvent(
    new SsbtekHandedInEvent({ reference: 'A1', id: 'x', receivedAt: '2026-11-21T13:32:00Z' }),
  );
  review.remove();
  await settled(found.draft);
  return found;
}

const isShown = ({ draft }: Page): boolean =>
  draft.renderRoot.querySelector('section')?.checkVisibility() ?? false;

describe('when the application has been handed in on the page', () => {
  it('nothing is saved any more, and nothing is said', async () => {
    const found = await handedIn();
    await write(found.form, 'namn', 'Anna C');
    await found.clock.pass(60_000);
    await settled(found.draft);
    expect([found.host.saves(), await found.draft.saveNow(), found.clock.waiting]).to.deep.equal([
      0,
      false,
      0,
    ]);
    expect([stands(found.draft, 'handed-in'), isShown(found)]).to.deep.equal([true, false]);
    expect(found.form.querySelector('[inert]')).to.equal(null);
  });

  it('nor when a save that was under way is answered', async () => {
    const host = new DraftHost(new TestClock(), [['namn', 'Anna']]);
    const found = await page({ host });
    await write(found.form, 'namn', 'Anna B');
    host.hold();
    await found.clock.pass(1_000);
    found.form.dispatchEvent(
      new SsbtekHandedInEvent({ reference: 'A1', id: 'x', receivedAt: '2026-11-21T13:32:00Z' }),
    );
    host.fault = 'no-application';
    host.release();
    await found.clock.pass(60_000);
    await settled(found.draft);
    expect([stands(found.draft, 'handed-in'), isShown(found), host.saves()]).to.deep.equal([true, false, 1]);
  });

  it('nothing stays on a page that is left, nor for who signs in next', async () => {
    const left = await handedIn();
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(field(left.form, 'namn').value).to.equal('');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await settled(left.draft);
    expect([left.host.saves(), isShown(left)]).to.deep.equal([0, false]);
    left.form.remove();
    const found = await handedIn();
    const link = document.createElement('button');
    link.setAttribute('data-ssbtek-sign-out', '');
    document.body.append(link);
    link.click();
    link.remove();
    await settled(found.draft);
    expect([field(found.form, 'namn').value, found.host.saves(), isShown(found)]).to.deep.equal([
      '',
      0,
      false,
    ]);
  });
});
