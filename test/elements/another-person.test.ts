import '@medborgarnavet/elements/define.ts';
import type { IncomeSource, SsbtekPrefill, SsbtekProvider } from '@medborgarnavet/elements';
import { singleParent } from '@medborgarnavet/mocks';
import { IncomeProblem, type IncomeProblemKind } from '@medborgarnavet/model';
import { expect, fixture, html } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { CHANNEL } from '../../packages/elements/src/draft/draft.tabs.ts';
import { LogHost, logPage, settled as logSettled } from './access-log.ts';
import { DraftHost, field, page as draftPage, TestClock, write } from './draft.ts';
import { incomeView } from './income-view.ts';
import { byLabel, textOf, type } from './page.ts';
import { fetched, posted, prefill } from './prefill.ts';
import { page as reviewPage, ReviewHost } from './review.ts';
import { until } from './until.ts';

const SESSION_ENDED = ['not-signed-in', 'session-expired'] as const;
const NOT_THEIRS = ['no-application', 'not-eligible'] as const;
const ALL = [...SESSION_ENDED, ...NOT_THEIRS];

/** How a page learns that it may be another person who sits there. */
const SIGNS: Readonly<Record<string, () => void>> = {
  'the tab is seen again': () => document.dispatchEvent(new Event('visibilitychange')),
  'somebody has signed in in another tab': () => {
    const other = new BroadcastChannel(CHANNEL);
    other.postMessage({ kind: 'signed-in', from: 'other', endpoint: '', session: 'another' });
    other.close();
  },
};

/** A host that says who it is to whoever asks. */
class Host extends ReviewHost {
  fetchFault: IncomeProblemKind | undefined;

  override readonly fetchIncome: IncomeSource['fetchIncome'] = () =>
    this.fetchFault ? Promise.reject(new IncomeProblem(this.fetchFault)) : Promise.resolve(singleParent);

  constructor() {
    super(singleParent);
  }
}

/** All that is shown, and all that can be read of an element from outside. */
function everythingOf(element: LitElement): string {
  const form = element.closest('form');
  const value = 'value' in element ? JSON.stringify(element.value) : '';
  const entries = form ? JSON.stringify([...new FormData(form)]) : '';
  return `${element.shadowRoot?.textContent} ${element.textContent} ${value} ${entries}`;
}

/** 2 650 kr, as it is shown, posted and held. */
const AMOUNT = /2\s?650|265000/;

describe('when whoever sits there has no right to what is shown', () => {
  for (const [sign, give] of Object.entries(SIGNS))
    for (const problem of ALL) {
      it(`nothing retrieved stays in the form, when ${sign}: ${problem}`, async () => {
        const host = new Host();
        const element = await fetched(host);
        expect(everythingOf(element)).to.match(AMOUNT);
        host.lookFault = problem;
        give();
        await until(() => element.matches(':state(failed)'));
        await element.updateComplete;
        expect(everythingOf(element)).not.to.match(AMOUNT);
        expect(Object.keys(posted(element)).filter((name) => name.includes('retrieved'))).to.deep.equal([]);
      });

      it(`nothing stays in the view, when ${sign}: ${problem}`, async () => {
        const host = new Host();
        const element = await incomeView(host);
        expect(everythingOf(element)).to.match(AMOUNT);
        host.lookFault = problem;
        give();
        await until(() => element.matches(':state(failed)'));
        await element.updateComplete;
        expect(everythingOf(element)).not.to.match(AMOUNT);
      });

      it(`nothing stays in the review, when ${sign}: ${problem}`, async () => {
        const { host, review } = await reviewPage({ host: new Host() });
        expect(everythingOf(review)).to.match(AMOUNT);
        host.lookFault = problem;
        give();
        await until(() => review.matches(':state(ended)'));
        await review.updateComplete;
        expect(everythingOf(review)).not.to.match(/2\s?650|265000|Jag fick mindre/);
      });

      it(`nothing stays in the log, when ${sign}: ${problem}`, async () => {
        const host = new LogHost({
          version: 1,
          reference: 'EK-2026-7',
          purpose: 'Handläggning',
          entries: [],
        });
        const { log } = await logPage(host);
        expect(everythingOf(log)).to.include('EK-2026-7');
        host.says = problem;
        give();
        await until(() => log.matches(':state(failed)'));
        await logSettled(log);
        expect(everythingOf(log)).not.to.include('EK-2026-7');
      });

      it(`nothing stays in a form that is kept, and nobody can write in it, when ${sign}: ${problem}`, async () => {
        const kept = new DraftHost(new TestClock(), [['namn', 'Anna']]);
        const { form, draft } = await draftPage({ host: kept });
        await write(form, 'telefon', '0701');
        await kept.clock.pass(1_000);
        kept.fault = problem;
        give();
        await until(() => draft.matches(':state(ended)'));
        await draft.updateComplete;
        expect([field(form, 'namn').value, field(form, 'telefon').value]).to.deep.equal(['', '']);
        expect(field(form, 'namn').closest('[inert]')).not.to.equal(null);
        expect(kept.saved['telefon']).to.equal('0701');
        expect(textOf(draft)).to.include('Sidan är tömd.');
        await expect(draft).to.be.accessible();
      });

      it(`all elements of a provider are emptied, and it knows nothing more, when ${sign}: ${problem}`, async () => {
        const host = new Host();
        const provider = await fixture<SsbtekProvider>(html`
          <ssbtek-provider period="2026-10" .source=${host}>
            <form><ssbtek-prefill name="inkomster"></ssbtek-prefill></form>
            <ssbtek-income-view></ssbtek-income-view>
            <form><ssbtek-review></ssbtek-review></form>
          </ssbtek-provider>
        `);
        const element = provider.querySelector('ssbtek-prefill')!;
        const view = provider.querySelector('ssbtek-income-view')!;
        const review = provider.querySelector('ssbtek-review')!;
        await element.fetchIncome();
        await until(() => [element, view, review].every((each) => AMOUNT.test(everythingOf(each))));
        host.lookFault = problem;
        const before = host.looks;
        give();
        await until(
          () =>
            element.matches(':state(failed)') &&
            view.matches(':state(failed)') &&
            review.matches(':state(ended)'),
        );
        await Promise.all([element, view, review].map(({ updateComplete }) => updateComplete));
        for (const each of [element, view, review]) expect(everythingOf(each)).not.to.match(AMOUNT);
        expect(host.looks, 'is asked once for all of them').to.equal(before + 1);
      });
    }

  for (const problem of NOT_THEIRS)
    it(`what was written with it goes too: ${problem}`, async () => {
      const host = new Host();
      const element = await fetched(host);
      await type(element, 'Rätt belopp: Lön', '9000');
      host.lookFault = problem;
      document.dispatchEvent(new Event('visibilitychange'));
      await until(() => element.matches(':state(failed)'));
      await element.updateComplete;
      expect(byLabel(element, 'Rätt belopp: Lön').value).to.equal('');
      expect(posted(element)).to.deep.equal({});
    });

  for (const problem of NOT_THEIRS)
    it(`a press of Hämta takes what was retrieved away as well, and not what was written: ${problem}`, async () => {
      const host = new Host();
      const element = await fetched(host);
      await type(element, 'Rätt belopp: Lön', '9000');
      host.fetchFault = problem;
      await element.fetchIncome();
      await element.updateComplete;
      expect(everythingOf(element)).not.to.match(AMOUNT);
      expect(byLabel(element, 'Rätt belopp: Lön').value).to.equal('9000');
    });

  for (const [sign, give] of Object.entries(SIGNS))
    for (const problem of NOT_THEIRS)
      it(`what was written goes after a refused press of Hämta too, when ${sign}: ${problem}`, async () => {
        const host = new Host();
        const element = await fetched(host);
        await type(element, 'Rätt belopp: Lön', '9000');
        host.fetchFault = problem;
        await element.fetchIncome();
        host.lookFault = problem;
        give();
        await until(() => byLabel(element, 'Rätt belopp: Lön').value === '');
        expect(posted(element)).to.deep.equal({});
      });

  it('but a person who was never let in loses nothing of what they have written', async () => {
    for (const problem of NOT_THEIRS) {
      const host = new Host();
      host.fetchFault = problem;
      host.lookFault = problem;
      const element = await prefill(host);
      await type(element, 'Rätt belopp: Lön', '9000');
      await element.fetchIncome();
      document.dispatchEvent(new Event('visibilitychange'));
      await new Promise((resolve) => setTimeout(resolve));
      await element.updateComplete;
      expect(byLabel(element, 'Rätt belopp: Lön').value).to.equal('9000');
      element.closest('form')?.remove();
    }
  });

  it('and one who is let in as before loses nothing, and is asked nothing', async () => {
    const passing: (IncomeProblemKind | undefined)[] = [
      undefined,
      'offline',
      'internal',
      'too-many-requests',
    ];
    for (const fault of passing) {
      const host = new Host();
      const element = await fetched(host);
      await type(element, 'Rätt belopp: Lön', '9000');
      const before = everythingOf(element);
      host.lookFault = fault;
      const { looks } = host;
      document.dispatchEvent(new Event('visibilitychange'));
      await until(() => host.looks > looks);
      await new Promise((resolve) => setTimeout(resolve));
      await element.updateComplete;
      expect(everythingOf(element)).to.equal(before);
      element.closest('form')?.remove();
    }
  });

  it('nobody is asked where there is nothing to hide', async () => {
    const host = new Host();
    await prefill(host);
    for (const give of Object.values(SIGNS)) give();
    await new Promise((resolve) => setTimeout(resolve));
    expect(host.looks).to.equal(0);
  });

  it('signing out in another tab empties a form that nobody keeps', async () => {
    const element: SsbtekPrefill = await fetched(new Host());
    await type(element, 'Rätt belopp: Lön', '9000');
    const other = new BroadcastChannel(CHANNEL);
    other.postMessage({ kind: 'signed-out', from: 'other', endpoint: '' });
    other.close();
    await until(() => element.matches(':state(failed)'));
    await element.updateComplete;
    expect(everythingOf(element)).not.to.match(/2\s?650|265000|9\s?000/);
  });
});
