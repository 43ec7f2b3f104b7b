import '@medborgarnavet/elements/define.ts';
import {
  provideAccessLogSources,
  SsbtekPrefillFetchedEvent,
  SsbtekReviewProblemEvent,
  type SsbtekAccessLog,
} from '@medborgarnavet/elements';
import { accessLog, entry, singleParent, wholeLog } from '@medborgarnavet/mocks';
import { IncomeProblem } from '@medborgarnavet/model';
import { expect, fixture, html } from '@open-wc/testing';
import { lines, LogHost, logPage, settled, stands, type LogPage } from './access-log.ts';
import { press, textOf } from './page.ts';
import { until } from './until.ts';

const OPEN = 'Visa också när sidan har visat dina uppgifter';

const leave = () => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
const comeBack = () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
const seeAgain = () => document.dispatchEvent(new Event('visibilitychange'));

const more = accessLog([...wholeLog.entries, entry('2026-11-22T09:25:00Z', 'income-withdraw')]);

describe('a page with a log that is left', () => {
  it('shows nothing of it, also when it comes back, before the host has said who sits there', async () => {
    const { host, log } = await logPage(wholeLog);
    await press(log, OPEN);
    leave();
    await settled(log);
    expect(textOf(log)).not.to.match(/EXK|hämtades|Sidan visade|kontrolleras:/);
    host.hold();
    comeBack();
    await settled(log);
    expect(stands(log, 'covered')).to.equal(true);
    expect(textOf(log))
      .to.include('Vi kontrollerar att du fortfarande är inloggad.')
      .and.not.to.include('EXK');
    host.release();
    await settled(log);
    expect(lines(log)).to.have.length(6);
    expect(textOf(log)).not.to.include('Sidan visade');
  });

  it('stays empty when the session has ended', async () => {
    const { host, log } = await logPage(wholeLog);
    leave();
    host.says = 'session-expired';
    comeBack();
    await settled(log);
    expect(stands(log, 'failed')).to.equal(true);
    expect(textOf(log)).to.include('Du har blivit utloggad.').and.not.to.include('EXK');
  });

  it('stays covered when the host cannot be reached, and can be tried again', async () => {
    const { host, log } = await logPage(wholeLog);
    leave();
    host.says = 'offline';
    comeBack();
    await settled(log);
    expect(stands(log, 'covered')).to.equal(true);
    expect(textOf(log)).to.include('Ingen kontakt med kommunen.').and.not.to.include('EXK');
    await log.refresh();
    expect(stands(log, 'covered')).to.equal(true);
    host.says = wholeLog;
    await press(log, 'Försök igen');
    await settled(log);
    expect(lines(log)).to.have.length(6);
  });

  it('asks nothing while it is away', async () => {
    const { host, log } = await logPage(wholeLog);
    leave();
    seeAgain();
    log.dispatchEvent(new SsbtekPrefillFetchedEvent('x'));
    await settled(log);
    expect(host.asked).to.equal(1);
  });
});

describe('a log in a tab that is seen again', () => {
  it('is read again without a word', async () => {
    const { host, log } = await logPage(wholeLog);
    host.hold();
    host.says = more;
    seeAgain();
    await settled(log);
    expect([lines(log).length, textOf(log, '[role=status]')]).to.deep.equal([6, '']);
    host.release();
    await settled(log);
    expect(lines(log)[0]).to.equal('10:25 Det som var hämtat togs bort.');
  });

  it('stands as it was when the host cannot be reached, and goes when the session has ended', async () => {
    const { host, log } = await logPage(wholeLog);
    host.says = 'offline';
    seeAgain();
    await settled(log);
    expect([lines(log).length, stands(log, 'answered')]).to.deep.equal([6, true]);
    host.says = 'not-signed-in';
    seeAgain();
    await settled(log);
    expect(textOf(log)).to.include('Du är inte inloggad.').and.not.to.include('EXK');
    host.says = wholeLog;
    seeAgain();
    await settled(log);
    expect(lines(log)).to.have.length(6);
  });

  it('shows what the newest look gave, whatever came last', async () => {
    const { host, log } = await logPage(wholeLog);
    host.hold();
    const first = log.refresh();
    host.says = more;
    const second = log.refresh();
    host.release();
    await Promise.all([first, second]);
    await settled(log);
    expect([lines(log).length, host.stopped]).to.deep.equal([7, 1]);
  });
});

describe('a log of a session that has ended', () => {
  const signOut = (): void => {
    const button = document.createElement('button');
    button.setAttribute('data-ssbtek-sign-out', '');
    document.body.append(button);
    button.click();
    button.remove();
  };
  const ways: Readonly<Record<string, (page: LogPage) => unknown>> = {
    'by signing out': signOut,
    'in another tab': async ({ log }) => {
      const channel = new BroadcastChannel('ssbtek-draft');
      channel.postMessage({ kind: 'signed-out', from: 'another-tab' });
      await until(() => stands(log, 'failed'));
      channel.postMessage({ kind: 'signed-out', from: 'a-third-tab' });
      channel.close();
    },
    'when it is read again': ({ log }) => log.refresh(),
    'when the tab is seen again': seeAgain,
  };
  for (const [way, end] of Object.entries(ways))
    it(`${way}: is emptied, and the page is told once`, async () => {
      const one = await logPage(wholeLog);
      const kinds: string[] = [];
      one.log.addEventListener('ssbtek-access-log-problem', ({ problem }) => kinds.push(problem.kind));
      one.host.says = 'not-signed-in';
      await end(one);
      await settled(one.log);
      expect(textOf(one.log)).to.include('Du är inte inloggad.').and.not.to.include('EXK');
      // Another element of the page tells of the same, and the tab is seen again.
      one.log.dispatchEvent(new SsbtekReviewProblemEvent(new IncomeProblem('not-signed-in')));
      await settled(one.log);
      seeAgain();
      await settled(one.log);
      expect(kinds).to.deep.equal(['not-signed-in']);
    });

  it('is told of also where nothing could be read before', async () => {
    const { log } = await logPage('offline');
    const kinds: string[] = [];
    log.addEventListener('ssbtek-access-log-problem', ({ problem }) => kinds.push(problem.kind));
    signOut();
    await settled(log);
    expect(kinds).to.deep.equal(['not-signed-in']);
  });

  it('stays empty although the host, while the person signs out, would still show it', async () => {
    const { host, log } = await logPage(wholeLog);
    signOut();
    log.dispatchEvent(new SsbtekReviewProblemEvent(new IncomeProblem('not-signed-in')));
    await settled(log);
    expect([host.asked, textOf(log).includes('EXK')]).to.deep.equal([1, false]);
  });
});

describe('a log beside other elements', () => {
  it('is read again when incomes are fetched, and when what was fetched is taken away', async () => {
    const host = new LogHost(wholeLog);
    const page = await fixture<HTMLElement>(html`
      <div>
        <ssbtek-prefill name="inkomster" period="2026-10"></ssbtek-prefill>
        <ssbtek-access-log .source=${host}></ssbtek-access-log>
      </div>
    `);
    const [form, log] = [page.querySelector('ssbtek-prefill')!, page.querySelector('ssbtek-access-log')!];
    form.source = {
      fetchIncome: () => Promise.resolve(singleParent),
      latestIncome: () => Promise.resolve(undefined),
      withdrawIncome: () => Promise.resolve(),
    };
    await settled(log);
    const before = host.asked;
    await form.fetchIncome();
    await settled(log);
    expect(host.asked).to.equal(before + 1);
    host.says = more;
    await form.withdraw();
    await settled(log);
    expect([host.asked, lines(log).length]).to.deep.equal([before + 2, 7]);
  });

  it('hears of it in a shadow root of the host’s own too', async () => {
    const host = new LogHost(wholeLog);
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const [form, log] = [
      document.createElement('ssbtek-prefill'),
      document.createElement('ssbtek-access-log'),
    ];
    log.source = host;
    outer.attachShadow({ mode: 'open' }).append(form, log);
    await settled(log);
    form.dispatchEvent(new SsbtekPrefillFetchedEvent('exempel-uttag-1'));
    await settled(log);
    expect(host.asked).to.equal(2);
  });

  it('asks where its provider does, and they empty themselves together', async () => {
    const host = new LogHost(wholeLog);
    const endpoints: string[] = [];
    const root = await fixture<HTMLElement>(html`<div></div>`);
    provideAccessLogSources((endpoint) => {
      endpoints.push(endpoint);
      return host;
    }, root);
    root.innerHTML = `<ssbtek-provider endpoint="/api/inkomst" period="2026-10" sign-in="/in">
      <ssbtek-income-view></ssbtek-income-view><ssbtek-access-log></ssbtek-access-log></ssbtek-provider>`;
    const provider = root.querySelector('ssbtek-provider')!;
    const [view, log] = [root.querySelector('ssbtek-income-view')!, root.querySelector('ssbtek-access-log')!];
    provider.source = {
      fetchIncome: () => Promise.reject(new IncomeProblem('internal')),
      latestIncome: () => Promise.resolve(singleParent),
    };
    await settled(log);
    await settled(log);
    expect([...new Set(endpoints)]).to.deep.equal(['/api/inkomst']);
    expect([textOf(log).includes('EXK'), textOf(view).includes('2 650')]).to.deep.equal([true, true]);
    host.says = 'session-expired';
    await log.refresh();
    await settled(log);
    expect([textOf(log).includes('EXK'), textOf(view).includes('2 650')]).to.deep.equal([false, false]);
    expect(log.renderRoot.querySelector('a')?.getAttribute('href')).to.equal('/in');
    host.says = wholeLog;
    await log.refresh();
    provider.source = {
      ...provider.source,
      latestIncome: () => Promise.reject(new IncomeProblem('session-expired')),
    };
    // Whoever has learnt it says so: the host itself need not be asked.
    host.hold();
    await view.reload();
    await settled(log);
    expect(textOf(log)).not.to.include('EXK');
  });
});

describe('a log that is moved or taken away', () => {
  it('stops asking, forgets, and asks anew where it is put', async () => {
    const { host, log } = await logPage(wholeLog);
    host.hold();
    void log.refresh();
    const parent = log.parentElement!;
    log.remove();
    await settled(log);
    expect([host.stopped, stands(log, 'idle')]).to.deep.equal([1, true]);
    host.release();
    seeAgain();
    document.dispatchEvent(new SsbtekPrefillFetchedEvent('x'));
    await settled(log);
    expect(host.asked).to.equal(2);
    parent.append(log);
    await settled(log);
    expect([host.asked, lines(log).length]).to.deep.equal([3, 6]);
  });

  it('goes on when it is only moved', async () => {
    const { host, log } = await logPage(wholeLog);
    log.parentElement!.append(log);
    await settled(log);
    expect([host.asked, lines(log).length]).to.deep.equal([1, 6]);
  });

  it('asks the other when it is given another source, and nobody when it has none', async () => {
    const { log } = await logPage(wholeLog);
    log.source = new LogHost(more);
    await settled(log);
    expect(lines(log)).to.have.length(7);
    log.source = undefined;
    await settled(log);
    expect([stands(log, 'idle'), textOf(log).includes('EXK')]).to.deep.equal([true, false]);
  });
});

describe('a log on paper', () => {
  it('has everything, and is as it was on screen afterwards', async () => {
    const { log } = await logPage(wholeLog);
    window.dispatchEvent(new Event('beforeprint'));
    expect(textOf(log)).to.include('Sidan visade det som är hämtat, senast kl. 14:32.');
    window.dispatchEvent(new Event('afterprint'));
    expect(textOf(log)).not.to.include('Sidan visade');
  });
});

describe('what a log leaves behind', () => {
  it('is nothing in storage, in the address or in its own attributes', async () => {
    const { log } = await logPage(wholeLog);
    await press(log, OPEN);
    const traces = [
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
      location.href,
      document.cookie,
    ];
    const attributes = (element: SsbtekAccessLog) =>
      element.getAttributeNames().map((name) => element.getAttribute(name));
    expect([...traces, ...attributes(log)].join()).not.to.match(/EXK|Handläggning|hämtades/);
  });
});
