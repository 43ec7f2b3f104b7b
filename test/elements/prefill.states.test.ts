import type {
  IncomeSource,
  SsbtekPrefill,
  SsbtekPrefillFetchEvent,
  SsbtekPrefillSessionEndingEvent,
} from '@medborgarnavet/elements';
import { payment, singleParent, statement } from '@medborgarnavet/mocks';
import {
  IncomeProblem,
  sourceThatAnswered,
  type IncomeProblemKind,
  type IncomeProgress,
  type IncomeStatement,
} from '@medborgarnavet/model';
import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { button, byLabel, press, rowOf, textOf, type } from './page.ts';
import { FETCH, fetched, posted, prefill, source } from './prefill.ts';
import { until } from './until.ts';

/** A fetch that the test answers, step by step. */
function slowSource() {
  const calls: {
    readonly signal: AbortSignal | undefined;
    readonly tell: (progress: IncomeProgress) => void;
    readonly answer: (statement: IncomeStatement) => void;
    readonly fail: (problem: IncomeProblem) => void;
  }[] = [];
  let latest: IncomeStatement | undefined;
  const from: IncomeSource = {
    fetchIncome: (_, { signal, onProgress = () => undefined } = {}) =>
      new Promise((answer, fail) => {
        calls.push({ signal, tell: onProgress, answer, fail });
        signal?.addEventListener('abort', () => fail(new DOMException('', 'AbortError')));
      }),
    latestIncome: () => Promise.resolve(latest),
  };
  return { from, calls, keep: (kept: IncomeStatement) => (latest = kept) };
}

const status = (element: SsbtekPrefill) => textOf(element, '[role=status]');
const [fk] = singleParent.sources;

describe('while asking', () => {
  it('what each says is shown as it comes, where the host tells it, and nothing of it counts yet', async () => {
    const { from, calls } = slowSource();
    const element = await prefill(from);
    await press(element, FETCH);
    expect(element.renderRoot.querySelector('.sources')).to.equal(null);
    calls[0]?.tell({ step: 'asked', sources: ['FK', 'CSN'] });
    if (fk) calls[0]?.tell({ step: 'source', source: fk });
    await element.updateComplete;
    expect(textOf(element, '.sources')).to.equal('Försäkringskassan Svarat CSN Väntar på svar');
    expect(posted(element)).to.deep.equal({});
    await expect(element).to.be.accessible();
    const fetched = oneEvent(element, 'ssbtek-prefill-fetched');
    calls[0]?.answer(singleParent);
    await fetched;
    await element.updateComplete;
    expect(textOf(element, '.sources')).to.include('CSN Inget hos dem');
  });

  it('a person need not wait: what had come is kept when the host has it', async () => {
    const { from, calls, keep } = slowSource();
    const element = await prefill(from);
    await press(element, FETCH);
    calls[0]?.tell({ step: 'asked', sources: ['FK', 'CSN'] });
    if (fk) calls[0]?.tell({ step: 'source', source: fk });
    keep(singleParent);
    const came = oneEvent(element, 'ssbtek-prefill-fetched');
    void element.stopWaiting();
    expect(calls[0]?.signal?.aborted).to.equal(true);
    await came;
    await element.updateComplete;
    expect(rowOf(element, 'Allmänt barnbidrag')).to.include('2 650 kr');
  });

  it('a person who stops before anything has come is told so, and keeps what was there', async () => {
    const { from, calls } = slowSource();
    const element = await prefill(from);
    const first = element.fetchIncome();
    await until(() => calls.length === 1);
    calls[0]?.answer(singleParent);
    await first;
    const second = element.fetchIncome();
    await element.stopWaiting();
    await second;
    await element.updateComplete;
    expect(status(element)).to.include('Du slutade vänta');
    expect(rowOf(element, 'Allmänt barnbidrag')).to.include('2 650 kr');
    expect(button(element, FETCH).ariaDisabled).to.equal('false');
  });

  it('an answer to an older press is dropped', async () => {
    const { from, calls } = slowSource();
    const element = await prefill(from);
    void element.fetchIncome();
    await until(() => calls.length === 1);
    await element.stopWaiting();
    void element.fetchIncome();
    await until(() => calls.length === 2);
    const other = statement([sourceThatAnswered('FK', [payment('FK', 'ABB', 'Barnbidrag', 100)])]);
    calls[0]?.answer(other);
    const fetched = oneEvent(element, 'ssbtek-prefill-fetched');
    calls[1]?.answer(singleParent);
    await fetched;
    await element.updateComplete;
    expect(rowOf(element, 'Allmänt barnbidrag')).to.include('2 650 kr');
  });
});

describe('before asking', () => {
  it('the host may say no, and nobody is asked', async () => {
    const from = source(singleParent);
    const element = await prefill(from);
    element.addEventListener('ssbtek-prefill-fetch', (event) => event.preventDefault());
    await press(element, FETCH);
    await element.fetchIncome();
    expect(from.asked).to.equal(0);
    expect(status(element)).to.equal('');
  });

  it('the host may do something first, and only then somebody is asked', async () => {
    const from = source(singleParent);
    const element = await prefill(from);
    let ready = (): void => undefined;
    const first = new Promise<void>((resolve) => (ready = resolve));
    element.addEventListener('ssbtek-prefill-fetch', (event: SsbtekPrefillFetchEvent) =>
      event.waitUntil(first),
    );
    const done = element.fetchIncome();
    await element.updateComplete;
    expect(from.asked).to.equal(0);
    expect(status(element)).to.include('Vi hämtar nu');
    ready();
    await done;
    expect(from.asked).to.equal(1);
  });
});

describe('withdrawing', () => {
  it('takes away what was retrieved, here and at the host, and leaves what was written', async () => {
    const from = source(singleParent);
    const element = await fetched(from);
    await type(element, 'Rätt belopp: Allmänt barnbidrag', '2000');
    const withdrawn = oneEvent(element, 'ssbtek-prefill-withdrawn');
    button(element, 'Ta bort det hämtade').focus();
    await press(element, 'Ta bort det hämtade');
    await withdrawn;
    await element.updateComplete;
    expect(from.withdrawn).to.equal(1);
    await until(() => element.shadowRoot?.activeElement === button(element, FETCH));
    expect(status(element)).to.include('Det hämtade är borttaget');
    expect(posted(element)).to.deep.equal({
      'inkomster.fk.barnbidrag.corrected': '2000.00',
      'inkomster.fk.barnbidrag.effective': '2000.00',
    });
    await expect(element).to.be.accessible();
  });

  it('that the host cannot do is told of, and nothing is taken away', async () => {
    const from = source(singleParent);
    from.withdrawIncome = () => Promise.reject(new IncomeProblem('offline'));
    const element = await fetched(from);
    await element.withdraw();
    await element.updateComplete;
    expect(status(element)).to.include('Ingen kontakt med kommunen');
    expect(rowOf(element, 'Allmänt barnbidrag')).to.include('2 650 kr');
  });
});

describe('what was fetched at an earlier visit', () => {
  it('for another time is not shown', async () => {
    const other = { ...singleParent, period: { from: '2026-09-01', to: '2026-09-30' } };
    const element = await prefill(source(other), { statement: other.id });
    await until(() => element.matches(':state(idle)'));
    expect(textOf(element)).not.to.include('2 650');
  });

  it('says how old it is, and offers to fetch again', async () => {
    const days = (count: number) => new Date(Date.now() - count * 86_400_000).toISOString();
    for (const [count, text] of [
      [0, undefined],
      [1, 'från i går'],
      [6, '6 dagar gamla'],
    ] as const) {
      const element = await prefill(source({ ...singleParent, fetchedAt: days(count) }), {
        statement: singleParent.id,
      });
      await until(() => status(element).includes('Hämtat'));
      if (text === undefined) expect(status(element)).not.to.include('Hämta igen');
      else expect(status(element)).to.include(`${text}. Hämta igen om du vill ha det senaste.`);
    }
  });
});

describe('when the session has ended', () => {
  it('the host may save first, is told which field the person was in, and the page shows the way back', async () => {
    const element = await fetched(source(singleParent, 'session-expired'), { 'sign-in': '/logga-in' });
    await type(element, 'Rätt belopp: Bostadsbidrag', '4000');
    byLabel(element, 'Rätt belopp: Bostadsbidrag').focus();
    let saved = (): void => undefined;
    const seen: (string | undefined)[] = [];
    element.addEventListener('ssbtek-prefill-session-ending', (event: SsbtekPrefillSessionEndingEvent) => {
      seen.push(event.field);
      event.waitUntil(new Promise<void>((resolve) => (saved = resolve)));
    });
    const done = element.fetchIncome();
    await until(() => seen.length === 1);
    expect(seen).to.deep.equal(['fk.bostadsbidrag']);
    expect(element.value.rows.some(({ retrieved }) => retrieved !== undefined)).to.equal(true);
    saved();
    await done;
    await element.updateComplete;
    expect(posted(element)).not.to.have.property('inkomster.fk.bostadsbidrag.retrieved');
    expect(element.renderRoot.querySelector('a')?.getAttribute('href')).to.equal('/logga-in');
    await expect(element).to.be.accessible();
  });

  it('what was retrieved is gone within a second or so, however long the host saves', async () => {
    const element = await fetched(source(singleParent, 'session-expired'));
    element.addEventListener('ssbtek-prefill-session-ending', (event) =>
      event.waitUntil(new Promise(() => undefined)),
    );
    await element.fetchIncome();
    await element.updateComplete;
    expect(textOf(element)).not.to.include('2 650');
  });
});

describe('a page that is left', () => {
  const leave = () => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  const comeBack = () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));

  /** @param answer what the host says when the page has come back. */
  async function leftWith(answer: IncomeStatement | IncomeProblemKind) {
    const from = source(singleParent);
    const element = await fetched(from);
    await type(element, 'Rätt belopp: Lön', '9000');
    from.latestIncome = () =>
      typeof answer === 'string' ? Promise.reject(new IncomeProblem(answer)) : Promise.resolve(answer);
    leave();
    await element.updateComplete;
    return { element, from };
  }

  it('has no amount on it, retrieved or written', async () => {
    const { element } = await leftWith(singleParent);
    expect(textOf(element)).not.to.match(/\d\s*kr/);
    expect(element.renderRoot.querySelectorAll('input').length).to.equal(0);
  });

  it('shows everything again when it comes back and the session lives', async () => {
    const { element, from } = await leftWith(singleParent);
    comeBack();
    await until(() => status(element).includes('Hämtat'));
    expect(byLabel(element, 'Rätt belopp: Lön').value).to.equal('9000');
    expect(from.asked).to.equal(1);
  });

  it('shows nothing of the first person when somebody else comes back to it', async () => {
    for (const problem of ['not-signed-in', 'session-expired', 'no-application'] as const) {
      const { element } = await leftWith(problem);
      const told = oneEvent(element, 'ssbtek-prefill-problem');
      comeBack();
      await told;
      await element.updateComplete;
      expect(textOf(element)).not.to.match(/\d\s*kr/);
      expect(byLabel(element, 'Rätt belopp: Lön').value).to.equal('');
      expect(posted(element)).to.deep.equal({});
    }
  });

  it('goes on showing nothing while nobody can say who sits there, and asks again at a press', async () => {
    const { element, from } = await leftWith('offline');
    const told = oneEvent(element, 'ssbtek-prefill-problem');
    comeBack();
    await told;
    await element.updateComplete;
    expect(status(element)).to.include('Ingen kontakt med kommunen');
    expect(element.renderRoot.querySelectorAll('input').length).to.equal(0);
    from.latestIncome = () => Promise.resolve(singleParent);
    await press(element, FETCH);
    await until(() => status(element).includes('Hämtat'));
    expect(byLabel(element, 'Rätt belopp: Lön').value).to.equal('9000');
    expect(from.asked).to.equal(1);
  });
});

describe('in a style sheet', () => {
  it('the element can be found by where it stands', async () => {
    const element = await prefill(source(singleParent, 'offline'));
    const stands = (state: string) => element.matches(`:state(${state})`);
    expect(stands('idle')).to.equal(true);
    await element.fetchIncome();
    await element.updateComplete;
    expect([stands('idle'), stands('answered')]).to.deep.equal([false, true]);
    await element.fetchIncome();
    await element.updateComplete;
    expect(stands('failed')).to.equal(true);
  });
});

describe('in a form', () => {
  it('a press on Nästa that is stopped leads to a summary with a way to each field', async () => {
    const element = await prefill();
    await type(element, 'Rätt belopp: Lön', 'abc');
    await type(element, 'Rätt belopp: Bostadsbidrag', '1.234');
    const next = element.closest('form')!.querySelector('button')!;
    next.click();
    await until(() => element.shadowRoot?.activeElement?.id === 'faults');
    expect(textOf(element, '.faults')).to.match(
      /^2 saker behöver ändras Bostadsbidrag: ändra beloppet Lön: ändra beloppet$/,
    );
    await expect(element).to.be.accessible();
    [...element.renderRoot.querySelectorAll<HTMLButtonElement>('.faults button')].at(-1)?.click();
    expect(element.shadowRoot?.activeElement).to.equal(byLabel(element, 'Rätt belopp: Lön'));
    expect(location.hash).to.equal('');
  });

  it('a press on Nästa that is stopped by one thing leads straight to it', async () => {
    const element = await prefill();
    await type(element, 'Rätt belopp: Lön', 'abc');
    element.closest('form')!.querySelector('button')!.click();
    await until(() => element.shadowRoot?.activeElement === byLabel(element, 'Rätt belopp: Lön'));
    expect(element.renderRoot.querySelector('.faults')).to.equal(null);
  });

  it('is stopped by the browser at the field when a script sends the form', async () => {
    const element = await prefill();
    await type(element, 'Rätt belopp: Lön', 'abc');
    byLabel(element, 'Rätt belopp: Bostadsbidrag').focus();
    element.form?.requestSubmit();
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(byLabel(element, 'Rätt belopp: Lön'));
  });

  it('takes focus at Hämta', async () => {
    const element = await prefill();
    element.focus();
    expect(element.shadowRoot?.activeElement).to.equal(button(element, FETCH));
  });

  it('a script that asks for validity moves no focus', async () => {
    const element = await prefill();
    await type(element, 'Rätt belopp: Lön', 'abc');
    byLabel(element, 'Rätt belopp: Bostadsbidrag').focus();
    expect(element.form?.checkValidity()).to.equal(false);
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(byLabel(element, 'Rätt belopp: Bostadsbidrag'));
  });

  it('has focus moved to a field by its row’s key, also one that is folded away', async () => {
    const element = await fetched(source(singleParent), { 'fold-empty': '' });
    expect(await element.focusField('andra.lon')).to.equal(true);
    expect(element.shadowRoot?.activeElement).to.equal(byLabel(element, 'Rätt belopp: Lön'));
    expect(await element.focusField('egna')).to.equal(true);
    expect(await element.focusField('finns.inte')).to.equal(false);
  });

  it('holds a value that can be read and given back, as when a draft is opened', async () => {
    const element = await fetched();
    await type(element, 'Rätt belopp: Allmänt barnbidrag', '2 000,50');
    await type(element, 'Kommentar: Lön', 'En dag i veckan');
    await press(element, 'Lägg till en inkomst');
    const { value } = element;
    const other = await prefill();
    other.value = JSON.parse(JSON.stringify(value)) as typeof value;
    await other.updateComplete;
    expect(byLabel(other, 'Rätt belopp: Allmänt barnbidrag').value).to.equal('2000,50');
    expect(byLabel(other, 'Kommentar: Lön').value).to.equal('En dag i veckan');
    expect(other.value.own).to.deep.equal([{}]);
    expect(other.value.rows.some(({ retrieved }) => retrieved !== undefined)).to.equal(false);
  });

  it('takes over what was posted in a municipality’s own rows', async () => {
    const rows = [{ key: 'egen.barn', label: 'Barnpengar', group: 'FK', takes: { FK: ['ABB'] } }];
    const form = await fixture<HTMLFormElement>(html`
      <form>
        <ssbtek-prefill name="i" period="2026-10" rows=${JSON.stringify(rows)}>
          <input type="hidden" name="i.egen.barn.corrected" value="1325.00" />
        </ssbtek-prefill>
      </form>
    `);
    expect(Object.fromEntries(new FormData(form))['i.egen.barn.corrected']).to.equal('1325.00');
  });

  it('tells of each change where it was, and not what', async () => {
    const element = await fetched();
    const keys: string[] = [];
    element.addEventListener('ssbtek-prefill-change', (event) => {
      keys.push(event.key);
      expect(JSON.stringify(event)).not.to.include('2000');
    });
    await type(element, 'Rätt belopp: Allmänt barnbidrag', '2000');
    await press(element, 'Lägg till en inkomst');
    await press(element, 'Visa utbetalningen: Bostadsbidrag');
    await press(element, 'Den här stämmer inte: Bostadsbidrag, Försäkringskassan');
    expect(keys).to.deep.equal(['fk.barnbidrag', 'egna', 'fk.bostadsbidrag']);
  });

  it('lets the browser keep what is written only where the host says so', async () => {
    const element = await prefill();
    const kept = JSON.stringify({ rows: [{ key: 'andra.lon', corrected: 900_000, disputed: [] }], own: [] });
    element.formStateRestoreCallback(kept);
    await element.updateComplete;
    expect(byLabel(element, 'Rätt belopp: Lön').value).to.equal('');
    element.autocomplete = 'on';
    element.formStateRestoreCallback(kept);
    await element.updateComplete;
    expect(byLabel(element, 'Rätt belopp: Lön').value).to.equal('9000');
  });
});
