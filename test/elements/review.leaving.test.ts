import type { SsbtekReview } from '@medborgarnavet/elements';
import { again, receipt, singleParent } from '@medborgarnavet/mocks';
import { expect, fixture } from '@open-wc/testing';
import { html } from 'lit';
import { button, press, textOf } from './page.ts';
import {
  comeBack,
  declaration,
  HAND_IN,
  handIn,
  inputs,
  leave,
  lineOf,
  page,
  ReviewHost,
  settled,
  stands,
  vouch,
  WRITTEN,
  type Page,
  statementIn,
} from './review.ts';
import { until } from './until.ts';

const AMOUNT = /\d kr/;

describe('a page that is left', () => {
  it('is empty, and shows nothing before the host has said that the session lives', async () => {
    const { host, form, review } = await page();
    const before = [...new FormData(form)];
    await vouch(review);
    leave();
    await settled(review);
    expect(textOf(review)).not.to.match(AMOUNT);
    expect([...new FormData(form)]).to.be.empty;
    host.hold();
    comeBack();
    await settled(review);
    expect(textOf(review))
      .to.include('Vi kontrollerar att du fortfarande är inloggad.')
      .and.not.to.match(AMOUNT);
    host.release();
    await settled(review);
    expect(lineOf(review, 'Bostadsbidrag')).to.include('Räknas 4 000 kr');
    expect([...new FormData(form)]).to.deep.equal(before);
    expect(declaration(review).checked).to.equal(false);
  });

  it('forgets everything when somebody else sits there', async () => {
    const { host, form, review } = await page();
    leave();
    host.lookFault = 'not-signed-in';
    comeBack();
    await settled(review);
    expect(textOf(review)).to.include('Du är inte inloggad.').and.not.to.match(AMOUNT);
    host.lookFault = undefined;
    leave();
    comeBack();
    await settled(review);
    expect([[...new FormData(form)].length, stands(review, 'ended')]).to.deep.equal([0, true]);
  });

  it('can ask again when the host was not reached', async () => {
    const { host, review } = await page();
    leave();
    host.lookFault = 'offline';
    comeBack();
    await settled(review);
    expect(textOf(review)).to.include('Ingen kontakt med kommunen.').and.not.to.match(AMOUNT);
    host.lookFault = undefined;
    await press(review, 'Försök igen');
    await settled(review);
    expect(textOf(review)).to.match(AMOUNT);
  });

  it('shows the receipt again, and what was handed in', async () => {
    const { review } = await page();
    await handIn(review);
    leave();
    await settled(review);
    expect(textOf(review)).not.to.include(receipt.reference);
    comeBack();
    await settled(review);
    expect(textOf(review)).to.include(receipt.reference).and.to.match(AMOUNT);
  });

  it('while it is handed in does not know whether it came, and sends it again with the same key', async () => {
    const host = new ReviewHost(singleParent, 'offline', receipt);
    const { review } = await page({ host });
    host.hold();
    await handIn(review);
    leave();
    host.release();
    await settled(review);
    comeBack();
    await settled(review);
    expect(textOf(review)).to.include('Det är inte säkert att ansökan kom fram.');
    await handIn(review);
    expect([host.sent.length, new Set(host.sent.map(({ key }) => key)).size]).to.deep.equal([2, 1]);
    expect(stands(review, 'handed-in')).to.equal(true);
  });

  it('while it is handed in tells of the receipt that came meanwhile', async () => {
    const { host, review } = await page();
    host.hold();
    await handIn(review);
    leave();
    host.release();
    await settled(review);
    comeBack();
    await settled(review);
    expect([stands(review, 'handed-in'), host.sent.length]).to.deep.equal([true, 1]);
  });
});

describe('the form of a page that has come back', () => {
  it('is not sent before the host has said who sits there, and then with all that it held', async () => {
    const { host, form, review } = await page({ attributes: { 'summary-only': '' } });
    const sent: string[][] = [];
    const keep = ({ defaultPrevented }: Event): void => {
      if (!defaultPrevented) sent.push([...new FormData(form).keys()]);
    };
    form.addEventListener('submit', keep, { capture: true });
    leave();
    host.hold();
    comeBack();
    form.requestSubmit();
    expect(sent).to.be.empty;
    host.release();
    await settled(review);
    form.requestSubmit();
    expect(sent).to.deep.equal([Object.keys(WRITTEN)]);
  });
});

function signOut(): void {
  const button = document.createElement('button');
  button.setAttribute('data-ssbtek-sign-out', '');
  document.body.append(button);
  button.click();
  button.remove();
}

describe('signing out', () => {
  it('empties the page', async () => {
    const { form, review } = await page();
    signOut();
    await settled(review);
    expect(textOf(review)).to.include('Du är inte inloggad.').and.not.to.match(AMOUNT);
    expect([...new FormData(form)]).to.be.empty;
  });

  it('in another tab empties it too, and says no word of what was written', async () => {
    const { review } = await page();
    const heard: unknown[] = [];
    const channel = new BroadcastChannel('ssbtek-draft');
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => heard.push(data));
    channel.postMessage({ kind: 'signed-out', from: 'another-tab' });
    await until(() => stands(review, 'ended'));
    expect(textOf(review)).not.to.match(AMOUNT);
    signOut();
    await until(() => heard.length > 0);
    channel.close();
    const [said] = heard as { readonly kind: string }[];
    expect(said?.kind).to.equal('signed-out');
    expect(JSON.stringify(heard)).not.to.match(/inkomster|4000|mindre|EXEMPEL/);
  });
});

describe('a session that has ended', () => {
  const ways: Readonly<Record<string, (page: Page) => unknown>> = {
    'by signing out': signOut,
    'in another tab': async ({ review }) => {
      const channel = new BroadcastChannel('ssbtek-draft');
      channel.postMessage({ kind: 'signed-out', from: 'another-tab' });
      await until(() => stands(review, 'ended'));
      channel.postMessage({ kind: 'signed-out', from: 'a-third-tab' });
      channel.close();
    },
    'when it is handed in': async ({ host, review }) => {
      host.answers.splice(0, 1, 'not-signed-in');
      await handIn(review);
    },
    'when it is looked up again': async ({ host, review }) => {
      host.lookFault = 'not-signed-in';
      await review.reload();
      await review.reload();
    },
  };
  for (const [way, end] of Object.entries(ways))
    it(`${way}: is told to the page, once`, async () => {
      const one = await page();
      const kinds: string[] = [];
      one.review.addEventListener('ssbtek-review-problem', ({ problem }) => kinds.push(problem.kind));
      await end(one);
      await settled(one.review);
      document.dispatchEvent(new Event('visibilitychange'));
      await settled(one.review);
      expect(kinds).to.deep.equal(['not-signed-in']);
    });
});

describe('a tab that is seen again', () => {
  const seeAgain = (): boolean => document.dispatchEvent(new Event('visibilitychange'));

  it('says what has changed to a person who had vouched for it, and asks them to do so anew', async () => {
    const { host, review } = await page();
    await vouch(review);
    host.kept = again;
    seeAgain();
    await settled(review);
    expect(textOf(review)).to.include('Bostadsbidrag: var 4 200 kr, är nu 3 900 kr.');
    expect(declaration(review).checked).to.equal(false);
  });

  it('is empty when nobody is signed in any more', async () => {
    const { host, review } = await page();
    host.lookFault = 'session-expired';
    seeAgain();
    await settled(review);
    expect(textOf(review)).not.to.match(AMOUNT);
  });

  it('leaves a receipt where it is', async () => {
    const { host, review } = await page();
    await handIn(review);
    host.lookFault = 'no-application';
    seeAgain();
    await settled(review);
    expect(textOf(review)).to.include(receipt.reference);
  });
});

describe('inside one ssbtek-provider', () => {
  async function provided(host = new ReviewHost()): Promise<{
    readonly host: ReviewHost;
    readonly review: SsbtekReview;
    readonly provider: HTMLElement;
  }> {
    const provider = await fixture<HTMLElement>(html`
      <ssbtek-provider period="2026-10" sign-in="/logga-in" .source=${host}>
        <ssbtek-review .submissionSource=${host}>${inputs(Object.entries(WRITTEN))}</ssbtek-review>
        <ssbtek-income-view></ssbtek-income-view>
      </ssbtek-provider>
    `);
    const review = provider.querySelector('ssbtek-review')!;
    await settled(review);
    return { host, review, provider };
  }

  it('shows what the others show, and asks once', async () => {
    const { host, review } = await provided();
    expect(lineOf(review, 'Bostadsbidrag')).to.include('4 200 kr');
    expect(host.looks).to.equal(1);
    await handIn(review);
    expect(statementIn(host.sent[0]?.submission)).to.equal(singleParent.id);
  });

  it('ends together with them when the session has, and leads to the sign-in', async () => {
    const { review, provider } = await provided(new ReviewHost(singleParent, 'session-expired'));
    const view = provider.querySelector('ssbtek-income-view')!;
    const kinds: string[] = [];
    review.addEventListener('ssbtek-review-problem', ({ problem }) => kinds.push(problem.kind));
    await handIn(review);
    await settled(review, view);
    expect(kinds).to.deep.equal(['session-expired']);
    expect(textOf(view) + textOf(review)).not.to.match(AMOUNT);
    expect(review.renderRoot.querySelector('a')?.getAttribute('href')).to.equal('/logga-in');
  });

  it('keeps its receipt when the others hear that there is no open application any more', async () => {
    const { host, review, provider } = await provided();
    await handIn(review);
    host.lookFault = 'no-application';
    await provider.querySelector('ssbtek-income-view')!.reload();
    await settled(review);
    expect(textOf(review)).to.include(receipt.reference);
    host.lookFault = 'session-expired';
    await provider.querySelector('ssbtek-income-view')!.reload();
    await settled(review);
    expect(textOf(review)).not.to.include(receipt.reference);
  });
});

describe('an element that is taken away', () => {
  it('forgets, and looks anew when it is put back', async () => {
    const { host, form, review } = await page();
    review.remove();
    await settled(review);
    expect(stands(review, 'idle')).to.equal(true);
    form.append(review);
    await settled(review);
    expect([host.looks, stands(review, 'ready')]).to.deep.equal([2, true]);
    expect(button(review, HAND_IN)).to.be.instanceOf(HTMLElement);
  });
});
