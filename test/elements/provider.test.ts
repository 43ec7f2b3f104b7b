import '@medborgarnavet/elements/define.ts';
import type { IncomeSource, SsbtekIncomeView, SsbtekPrefill } from '@medborgarnavet/elements';
import { nothingAnywhere, singleParent } from '@medborgarnavet/mocks';
import {
  IncomeProblem,
  sourceThatAnswered,
  type IncomeProblemKind,
  type IncomeProgress,
  type IncomeStatement,
} from '@medborgarnavet/model';
import { expect, fixture, html } from '@open-wc/testing';
import { button, choose, press, rowOf, textOf } from './page.ts';
import { FETCH } from './prefill.ts';

const ROW = 'Allmänt barnbidrag';
const BEHIND = `Visa vad som ligger bakom: ${ROW}`;

/** A host that tells what was asked of it, and answers when the test says so. */
class Host implements IncomeSource {
  readonly calls: string[] = [];
  kept: IncomeStatement | undefined;
  #answer: ((answer: IncomeStatement | IncomeProblemKind) => void) | undefined;
  #onProgress: ((progress: IncomeProgress) => void) | undefined;

  constructor(kept?: IncomeStatement) {
    this.kept = kept;
  }

  readonly fetchIncome: IncomeSource['fetchIncome'] = (_, { signal, onProgress } = {}) => {
    this.calls.push('POST');
    this.#onProgress = onProgress;
    return new Promise((resolve, reject) => {
      signal?.addEventListener('abort', () => {
        this.calls.push('stopped');
        reject(signal.reason as Error);
      });
      this.#answer = (answer) => {
        if (typeof answer === 'string') reject(new IncomeProblem(answer));
        else resolve((this.kept = answer));
      };
    });
  };

  readonly latestIncome: IncomeSource['latestIncome'] = () => {
    this.calls.push('GET');
    return Promise.resolve(this.kept);
  };

  readonly withdrawIncome = (): Promise<void> => {
    this.calls.push('DELETE');
    this.kept = undefined;
    return Promise.resolve();
  };

  tell(progress: IncomeProgress): void {
    this.#onProgress?.(progress);
  }

  answer(answer: IncomeStatement | IncomeProblemKind): void {
    this.#answer?.(answer);
  }
}

interface Page {
  readonly host: Host;
  readonly form: SsbtekPrefill;
  readonly view: SsbtekIncomeView;
}

async function page(host = new Host(), statement = ''): Promise<Page> {
  const provider = await fixture<HTMLElement>(html`
    <ssbtek-provider period="2026-10" .source=${host}>
      <form><ssbtek-prefill name="inkomster" statement=${statement}></ssbtek-prefill></form>
      <ssbtek-income-view heading="Bakgrund"></ssbtek-income-view>
    </ssbtek-provider>
  `);
  const found = {
    host,
    form: provider.querySelector('ssbtek-prefill')!,
    view: provider.querySelector('ssbtek-income-view')!,
  };
  await settled(found);
  return found;
}

/** When all that was said has been heard and is on screen. */
async function settled({ form, view }: Page): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    await Promise.all([form.updateComplete, view.updateComplete]);
  }
}

async function fetchedPage(statement = singleParent): Promise<Page> {
  const found = await page();
  await press(found.form, FETCH);
  await settled(found);
  found.host.answer(statement);
  await settled(found);
  return found;
}

const isShowing = (element: SsbtekIncomeView | SsbtekPrefill, name: string): boolean =>
  element.matches(`:state(${name})`);

describe('a view alone', () => {
  it('says who has answered and who is waited for', async () => {
    const host = new Host();
    const view = await fixture<SsbtekIncomeView>(
      html`<ssbtek-income-view period="2026-10" .source=${host}></ssbtek-income-view>`,
    );
    const turn = () => settled({ host, view, form: view as unknown as SsbtekPrefill });
    await turn();
    await press(view, FETCH);
    await turn();
    host.tell({ step: 'asked', sources: ['FK', 'CSN'] });
    host.tell({ step: 'source', source: sourceThatAnswered('FK', []) });
    await turn();
    expect(textOf(view, '.sources').toLowerCase()).to.match(/försäkringskassan.*csn.*vänta/);
    host.answer(singleParent);
    await turn();
    expect(textOf(view)).to.contain('2 650 kr');
  });
});

describe('a tab that is seen again', () => {
  const seeAgain = (): boolean => document.dispatchEvent(new Event('visibilitychange'));

  it('shows nothing any more of what was withdrawn in another one', async () => {
    const found = await page(new Host(singleParent), singleParent.id);
    found.host.kept = undefined;
    seeAgain();
    await settled(found);
    expect(isShowing(found.view, 'empty') && isShowing(found.form, 'withdrawn')).to.equal(true);
  });

  it('goes on as it was when nothing has changed', async () => {
    const found = await page(new Host(singleParent), singleParent.id);
    button(found.form, BEHIND).click();
    await settled(found);
    seeAgain();
    await settled(found);
    expect(textOf(found.view)).to.contain('Vad är det här?');
  });
});

describe('elements inside one ssbtek-provider', () => {
  it('look once, and fetch nothing by themselves', async () => {
    const { host, form, view } = await page(new Host(singleParent), singleParent.id);
    expect(host.calls).to.deep.equal(['GET']);
    expect(isShowing(form, 'answered') && isShowing(view, 'answered')).to.equal(true);
  });

  it('ask once when the form is pressed, and both show it', async () => {
    const found = await page();
    await press(found.form, FETCH);
    await settled(found);
    expect(isShowing(found.form, 'asking') && isShowing(found.view, 'asking')).to.equal(true);
    found.host.answer(singleParent);
    await settled(found);
    expect(found.host.calls).to.deep.equal(['GET', 'POST']);
    expect(rowOf(found.form, ROW)).to.contain('2 650 kr');
    expect(textOf(found.view)).to.contain('2 650 kr');
  });

  it('have one place to fetch: the form', async () => {
    const { form, view } = await page();
    expect(button(form, FETCH)).to.be.instanceOf(HTMLElement);
    expect(() => button(view, FETCH)).to.throw();
    expect(textOf(view)).to.contain('När du har hämtat dina inkomster');
  });

  it('ask once when the page has the view fetch, and the form is filled', async () => {
    const found = await page();
    void found.view.fetchIncome();
    await settled(found);
    found.host.answer(singleParent);
    await settled(found);
    expect(found.host.calls).to.deep.equal(['GET', 'POST']);
    expect(rowOf(found.form, ROW)).to.contain('2 650 kr');
  });

  it('wait together, and stop together', async () => {
    const found = await page();
    await press(found.form, FETCH);
    await settled(found);
    await press(found.view, 'Sluta vänta');
    await settled(found);
    expect(found.host.calls).to.deep.equal(['GET', 'POST', 'stopped']);
    expect(isShowing(found.form, 'stopped') && isShowing(found.view, 'empty')).to.equal(true);
  });

  it('go on waiting when one of them is taken away', async () => {
    const found = await page();
    await press(found.form, FETCH);
    await settled(found);
    found.view.remove();
    await settled(found);
    found.host.answer(singleParent);
    await settled(found);
    expect(found.host.calls).to.deep.equal(['GET', 'POST']);
    expect(isShowing(found.form, 'answered')).to.equal(true);
  });

  it('tell of a failure once, where the person pressed', async () => {
    const found = await page();
    await press(found.form, FETCH);
    await settled(found);
    found.host.answer('upstream-timeout');
    await settled(found);
    expect(isShowing(found.form, 'failed') && isShowing(found.view, 'empty')).to.equal(true);
  });

  it('show nothing any more when the session has ended, whoever learnt it', async () => {
    const found = await fetchedPage();
    void found.view.fetchIncome();
    await settled(found);
    found.host.answer('session-expired');
    await settled(found);
    expect(textOf(found.view)).not.to.contain('2 650');
    expect(textOf(found.form)).not.to.contain('2 650');
  });

  it('take away together what is withdrawn', async () => {
    const found = await fetchedPage();
    await found.form.withdraw();
    await settled(found);
    expect(isShowing(found.form, 'withdrawn') && isShowing(found.view, 'empty')).to.equal(true);
    expect(textOf(found.view)).not.to.contain('2 650');
  });

  it('lead from an amount to what lies behind it, and back', async () => {
    const found = await fetchedPage();
    const way = button(found.form, BEHIND);
    way.focus();
    way.click();
    await settled(found);
    const { activeElement } = found.view.shadowRoot!;
    expect(activeElement?.textContent).to.contain('Barnbidrag');
    expect(activeElement?.ariaExpanded).to.equal('true');
    await press(found.view, `Tillbaka till ${ROW} i formuläret`);
    await settled(found);
    expect(found.form.shadowRoot?.activeElement).to.equal(button(found.form, BEHIND));
  });

  it('open the payment also where something else is searched for', async () => {
    const found = await fetchedPage();
    found.view.depth = 'months';
    await settled(found);
    button(found.form, BEHIND).click();
    await settled(found);
    expect(found.view.shadowRoot!.activeElement?.checkVisibility()).to.equal(true);
  });

  it('have the same said of a payment in both', async () => {
    const found = await fetchedPage();
    button(found.form, BEHIND).click();
    await settled(found);
    await press(found.view, 'Den här stämmer inte: Barnbidrag, Försäkringskassan');
    await choose(found.view, 'Varför stämmer det inte? Barnbidrag, Försäkringskassan', 'Beloppet är fel');
    await settled(found);
    expect(rowOf(found.form, ROW)).to.contain('Du säger att en utbetalning inte stämmer.');
    expect(textOf(found.view)).to.contain('Den räknas inte med.').and.not.to.contain('Ja. Den räknas');
    // The second click of a double click takes nothing back.
    button(found.view, 'Ångra, den stämmer: Barnbidrag, Försäkringskassan').dispatchEvent(
      new MouseEvent('click', { detail: 2, bubbles: true, composed: true }),
    );
    await settled(found);
    const { disputed, disputeReasons } = found.form.value.rows.find(({ key }) => key === 'fk.barnbidrag')!;
    expect(disputed).to.have.length(1);
    expect(Object.values(disputeReasons ?? {})).to.deep.equal(['wrong-amount']);
    await press(found.view, 'Ångra, den stämmer: Barnbidrag, Försäkringskassan');
    await settled(found);
    expect(rowOf(found.form, ROW)).not.to.contain('inte stämmer');
  });

  it('replace together what was retrieved', async () => {
    const found = await fetchedPage();
    await press(found.form, FETCH);
    await settled(found);
    found.host.answer(nothingAnywhere);
    await settled(found);
    expect(textOf(found.view)).not.to.contain('2 650');
    expect(() => button(found.form, BEHIND)).to.throw();
  });

  it('look after themselves with an endpoint or a source of their own', async () => {
    const [host, own] = [new Host(), new Host(singleParent)];
    const provider = await fixture<HTMLElement>(html`
      <ssbtek-provider period="2026-10" .source=${host}>
        <ssbtek-income-view .source=${own}></ssbtek-income-view>
      </ssbtek-provider>
    `);
    const view = provider.querySelector('ssbtek-income-view')!;
    await settled({ host, view, form: view as unknown as SsbtekPrefill });
    expect([host.calls, own.calls]).to.deep.equal([[], ['GET']]);
  });

  it('are told of each answer as it comes, the one that joined late too', async () => {
    const found = await page();
    await press(found.form, FETCH);
    await settled(found);
    found.host.tell({ step: 'asked', sources: ['FK', 'CSN'] });
    found.host.tell({ step: 'source', source: sourceThatAnswered('FK', []) });
    await settled(found);
    const late = document.createElement('ssbtek-income-view');
    found.form.closest('ssbtek-provider')?.append(late);
    await settled(found);
    void late.fetchIncome();
    await settled(found);
    expect(textOf(found.form, '.sources')).to.contain('Väntar');
    expect(isShowing(late, 'asking')).to.equal(true);
    found.host.answer(singleParent);
    await settled(found);
    expect([
      isShowing(late, 'answered'),
      found.host.calls.filter((call) => call === 'POST').length,
    ]).to.deep.equal([true, 1]);
    late.remove();
  });

  it('leave a provider that they are moved out of', async () => {
    const found = await fetchedPage();
    document.body.append(found.view);
    await settled(found);
    expect(() => button(found.form, BEHIND)).to.throw();
    found.view.remove();
  });

  it('are accessible together', async () => {
    const found = await fetchedPage();
    button(found.form, BEHIND).click();
    await settled(found);
    await expect(found.form.closest('ssbtek-provider')).to.be.accessible();
  });
});
