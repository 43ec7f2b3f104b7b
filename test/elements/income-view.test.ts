import { hardToShow, nothingAnywhere, partlyChecked, singleParent } from '@medborgarnavet/mocks';
import { IncomeProblem, type IncomeStatement } from '@medborgarnavet/model';
import { expect } from '@open-wc/testing';
import type { SsbtekIncomeView } from '../../packages/elements/src/income-view/income-view.ts';
import { sv } from '../../packages/elements/src/localize/sv.ts';
import { background, FACTS, nobodyChecked, threeMonths, twoYears } from '../../stories/income-view.data.ts';
import { beginning, field, fill, flat, incomeView, months, pressOn, settled, source } from './income-view.ts';
import { button, textOf } from './page.ts';

const FETCH = 'Hämta dina inkomstuppgifter';
const THREE = { period: '2026-08/2026-10' };

const payments = (element: SsbtekIncomeView): number => element.renderRoot.querySelectorAll('.line').length;
const focused = (element: SsbtekIncomeView): HTMLElement | undefined =>
  (element.shadowRoot?.activeElement ?? undefined) as HTMLElement | undefined;

describe('what the person sees first', () => {
  for (const [name, statement] of Object.entries({
    singleParent,
    nothingAnywhere,
    partlyChecked,
    hardToShow,
    threeMonths,
    nobodyChecked,
  }))
    it(`${name} can be read by everyone`, async () => {
      const element = await incomeView(source(statement, statement, background), {
        ...THREE,
        'leave-to': 'https://www.1177.se',
      });
      await expect(element).to.be.accessible();
    });

  it('is what was fetched before, and no authority is asked', async () => {
    const from = source(singleParent);
    const element = await incomeView(from);
    expect([from.asked, from.looked]).to.deep.equal([0, 1]);
    expect(months(element)[0]).to.match(/^Oktober 2026 10 346 kr Du fick pengar från Försäkringskassan\./);
  });

  it('with nothing fetched is a kind word and a button, and a press asks', async () => {
    const from = source(undefined, singleParent);
    const element = await incomeView(from);
    expect(textOf(element)).to.include('Här är tomt än').and.not.to.match(/\d kr/);
    await expect(element).to.be.accessible();
    await pressOn(element, FETCH);
    expect(from.asked).to.equal(1);
    expect(months(element)[0]).to.include('10 346 kr');
    expect(focused(element)?.id).to.equal('heading');
  });

  it('without a period has no button, since there is nothing to ask about', async () => {
    const element = await incomeView(source(undefined), {});
    expect(() => button(element, FETCH)).to.throw();
    expect(textOf(element)).to.include('Hämta först dina inkomster i din ansökan');
  });

  it('may be refused by the host’s page, and then nobody is asked', async () => {
    const from = source(undefined, singleParent);
    const element = await incomeView(from);
    element.addEventListener('ssbtek-income-view-fetch', (event) => event.preventDefault());
    await pressOn(element, FETCH);
    expect(from.asked).to.equal(0);
  });
});

describe('when asking fails', () => {
  for (const problem of ['no-application', 'purpose-refused', 'not-eligible', 'offline', 'internal'] as const)
    it(`${problem} is told in the same words as in the form, and nothing is fetched`, async () => {
      const from = source(problem);
      const element = await incomeView(from);
      expect(textOf(element, '[role=status]')).to.include(sv.problems[problem].heading);
      expect(textOf(element)).not.to.match(/\d kr|tomt/);
      expect(from.asked).to.equal(0);
      await expect(element).to.be.accessible();
      await pressOn(element, 'Försök igen');
      expect([from.asked, from.looked]).to.deep.equal([0, 2]);
    });

  it('what was there stays, but not when the session has ended', async () => {
    const kept = await incomeView(source(singleParent, 'upstream-timeout'));
    await pressOn(kept, 'Hämta igen');
    expect(textOf(kept)).to.include(sv.problems['upstream-timeout'].heading).and.to.include('10 346 kr');
    const gone = await incomeView(source(singleParent, 'session-expired'));
    await pressOn(gone, 'Hämta igen');
    expect(textOf(gone)).to.include(sv.problems['session-expired'].heading).and.not.to.match(/\d kr/);
    expect(gone.matches(':state(failed)')).to.equal(true);
  });
});

describe('a late answer', () => {
  function slow() {
    const answers: ((statement: IncomeStatement) => void)[] = [];
    const signals: (AbortSignal | undefined)[] = [];
    const wait = ({ signal }: { signal?: AbortSignal } = {}) => {
      signals.push(signal);
      return new Promise<IncomeStatement>((answer) => answers.push(answer));
    };
    const from = { latestIncome: wait, fetchIncome: (_: unknown, options = {}) => wait(options) };
    return { from, answers, signals };
  }

  it('to an older question is dropped', async () => {
    const { from, answers, signals } = slow();
    const element = await incomeView(from);
    void element.fetchIncome();
    await settled(element);
    answers[1]?.(singleParent);
    await settled(element);
    answers[0]?.(nothingAnywhere);
    await settled(element);
    expect(signals[0]?.aborted).to.equal(true);
    expect(months(element)[0]).to.include('10 346 kr');
  });

  it('to an element that is gone is dropped, and put back it looks anew', async () => {
    const { from, answers, signals } = slow();
    const element = await incomeView(from);
    const place = element.parentElement!;
    element.remove();
    await settled(element);
    answers[0]?.(singleParent);
    await settled(element);
    expect(signals[0]?.aborted).to.equal(true);
    expect(textOf(element)).not.to.match(/\d kr/);
    place.append(element);
    await settled(element);
    expect(answers.length).to.equal(2);
  });

  it('after the person stopped waiting is dropped', async () => {
    const { from, answers } = slow();
    const element = await incomeView(from);
    answers[0]?.(singleParent);
    await settled(element);
    void element.fetchIncome();
    await settled(element);
    await pressOn(element, 'Sluta vänta');
    answers[1]?.(nothingAnywhere);
    await settled(element);
    expect(months(element)[0]).to.include('10 346 kr');
  });
});

describe('a page that is left', () => {
  const leave = () => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
  const comeBack = () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));

  it('has nothing on it, and shows it again when the session lives', async () => {
    const from = source(singleParent);
    const element = await incomeView(from);
    await pressOn(element, 'Bostadsbidrag');
    leave();
    await settled(element);
    expect(textOf(element)).not.to.match(/\d kr|Bostadsbidrag/);
    expect(element.renderRoot.querySelector('table')).to.equal(null);
    comeBack();
    await settled(element);
    expect([from.asked, from.looked]).to.deep.equal([0, 2]);
    expect(months(element)[0]).to.include('10 346 kr');
    expect(beginning(element, 'Bostadsbidrag').ariaExpanded).to.equal('false');
  });

  it('shows nothing to somebody else, nor while nobody can say who it is', async () => {
    for (const problem of ['session-expired', 'no-application', 'offline'] as const) {
      const from = source(singleParent);
      const element = await incomeView(from);
      from.latestIncome = () => Promise.reject(new IncomeProblem(problem));
      leave();
      comeBack();
      await settled(element);
      expect(textOf(element)).not.to.match(/\d kr/);
      expect(textOf(element)).to.include(sv.problems[problem].heading);
    }
  });

  it('at once is empty first, and goes only where a page may send it', async () => {
    const element = await incomeView(source(singleParent), { 'leave-to': 'https://www.1177.se' });
    let atLeaving = 'not asked';
    element.addEventListener('ssbtek-income-view-leave', (event) => {
      atLeaving = flat(element.renderRoot.querySelector('section')!.innerText);
      event.preventDefault();
    });
    await pressOn(element, 'Lämna sidan snabbt');
    expect(atLeaving).to.equal('Dina inkomster Sidan är tömd.');
    for (const bad of ['javascript:alert(1)', '//elsewhere.example', 'data:text/html,x', '']) {
      const without = await incomeView(source(singleParent), { 'leave-to': bad });
      expect(() => button(without, 'Lämna sidan snabbt'), bad).to.throw();
    }
  });
});

describe('a month', () => {
  it('without payments is told as empty, newest first', async () => {
    const element = await incomeView(source(threeMonths), THREE);
    expect(months(element).map((text) => text.slice(0, 30).split(' ').slice(0, 2).join(' '))).to.deep.equal([
      'November 2026',
      'Oktober 2026',
      'September 2026',
      'Augusti 2026',
    ]);
    expect(months(element)[2]).to.equal('September 2026 0 kr Du fick inga pengar från dem som vi frågade.');
  });

  it('that could not be checked is never told as nothing', async () => {
    const [month] = months(await incomeView(source(nobodyChecked)));
    expect(month).to.match(
      /^Oktober 2026 Vi vet inte Du kan ha fått pengar som inte syns här\. Kunde inte kontrolleras:/,
    );
    expect(month).not.to.match(/inga|0 kr/);
    const partly = months(await incomeView(source(partlyChecked)))[0];
    expect(partly).to.include('Försäkringskassan (Bostadsbidrag), Pensionsmyndigheten');
    expect(partly).to.include('Det kan vara mer.');
  });

  it('that was not asked about is told so', async () => {
    const [november] = months(await incomeView(source(singleParent), { period: '2026-10/2026-11' }));
    expect(november).to.equal('November 2026 Inte hämtat Den här månaden är inte hämtad.');
  });

  it('names whom nobody has asked', async () => {
    const [month] = months(await incomeView(source(singleParent), { period: '2026-10', sources: 'FK SKV' }));
    expect(month).to.include('Vi har inte frågat: Skatteverket.');
  });
});

describe('a payment', () => {
  it('says in easy words what it is, before it is opened', async () => {
    const element = await incomeView(source(singleParent));
    expect(textOf(element, '.line')).to.include('Pengar varje månad till dig som har barn.');
  });

  it('opens to tax, each deduction by name, what it is and whom to ask', async () => {
    const element = await incomeView(source(threeMonths), THREE);
    await pressOn(element, 'Dagersättning');
    expect(beginning(element, 'Dagersättning').ariaExpanded).to.equal('true');
    const told = textOf(element, '.details:not([hidden])');
    for (const text of [
      'Före skatt 8 030 kr Skatt −1 609 kr Utmätning −500 kr Socialavdrag −1 000 kr Du fick 4 921 kr',
      'Kronofogden tar en del',
      'Aktivitetsstöd 8 030 kr, 22 dagar, 100 % av en hel dag, september 2026',
      'Ja. Den räknas bland pengarna för augusti–oktober 2026, eftersom den betalades ut 23 oktober 2026.',
      'Fråga Försäkringskassan, 0771‑524 524.',
    ])
      expect(told).to.include(text);
    await expect(element).to.be.accessible();
  });

  it('that does not come out has a line for the rest', async () => {
    const element = await incomeView(source(threeMonths), THREE);
    await pressOn(element, 'Bostadsbidrag');
    expect(textOf(element, '.steps')).to.equal(
      'Belopp 4 500 kr Kvittning −300 kr Annat avdrag eller tillägg −100 kr Du fick 4 100 kr',
    );
  });

  it('that is told twice, planned or of another month says why it does not count', async () => {
    const text = textOf(await incomeView(source(hardToShow)), '.months');
    expect(text).to.include('Samma pengar står två gånger. De räknas en gång.');
    expect(text).to.include('Den räknas inte än, eftersom den inte är utbetald.');
    expect(text).to.include('Den räknas inte, eftersom den hör till en annan månad.');
    expect(text).to.include('<img src=x onerror=alert(1)>');
  });
});

describe('printing', () => {
  it('has every month open on paper, and as it was on screen after that', async () => {
    const element = await incomeView(source(twoYears), { period: '2026-10', depth: 'months' });
    expect(payments(element)).to.equal(0);
    window.dispatchEvent(new Event('beforeprint'));
    expect(payments(element)).to.equal(500);
    window.dispatchEvent(new Event('afterprint'));
    expect(payments(element)).to.equal(0);
  });
});

describe('finding', () => {
  it('one among 500 payments over two years; only opened payments have details', async () => {
    const element = await incomeView(source(twoYears), { depth: 'payments' });
    expect(payments(element)).to.equal(500);
    expect(element.renderRoot.querySelectorAll('.details dl').length).to.equal(0);
    await fill(element, 'Sök', 'studiebidrag');
    expect(payments(element)).to.equal(100);
    expect(textOf(element, '.result [role=status]')).to.equal('Visar 100 av 500 utbetalningar.');
    await pressOn(element, 'Visa alla igen');
    expect(payments(element)).to.equal(500);
  });

  it('goes by month, source, status and words, also amounts', async () => {
    const element = await incomeView(source(threeMonths), THREE);
    await pressOn(element, 'Hitta en utbetalning');
    await expect(element).to.be.accessible();
    await fill(element, 'Från', 'Försäkringskassan');
    expect(payments(element)).to.equal(7);
    await fill(element, 'Månad', 'Oktober 2026');
    expect(payments(element)).to.equal(5);
    await fill(element, 'Betald eller inte', 'Ska betalas ut');
    expect(payments(element)).to.equal(0);
    expect(textOf(element, '.result [role=status]')).to.include('Ingen utbetalning passar');
    await pressOn(element, 'Visa alla igen');
    expect(field(element, 'Månad').value).to.equal('');
    await fill(element, 'Sök', '2 650');
    expect(payments(element)).to.equal(2);
    expect(field(element, 'Sök').value).to.equal('2 650');
  });
});

describe('the chart', () => {
  it('is walked by keyboard, bar by bar, and a press leads to the month', async () => {
    const element = await incomeView(source(threeMonths), THREE);
    const bars = [...element.renderRoot.querySelectorAll<HTMLButtonElement>('.bar')];
    expect(bars.filter(({ tabIndex }) => tabIndex === 0).length).to.equal(1);
    const names: string[] = [];
    bars[0]?.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'End', 'ArrowDown', 'ArrowUp', 'Home']) {
      focused(element)?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await settled(element);
      names.push(flat(focused(element)?.ariaLabel ?? ''));
    }
    expect(names).to.deep.equal([
      'oktober 2026, Försäkringskassan, 12 483,50 kr',
      'oktober 2026, Pensionsmyndigheten, 987 kr',
      'oktober 2026, CSN, ska betalas ut 1 250 kr',
      'augusti 2026, Försäkringskassan, 2 650 kr',
      'augusti 2026, Försäkringskassan, 2 650 kr',
      'augusti 2026, Unionens a-kassa, 3 218 kr',
      'november 2026, Försäkringskassan, ska betalas ut 1 673 kr',
    ]);
    await pressOn(element, 'september 2026, inga pengar');
    expect(flat(focused(element)?.innerText ?? '')).to.equal('September 2026');
  });

  it('has a table that says the same, there from the beginning and seen on a press', async () => {
    const element = await incomeView(source(partlyChecked));
    const table = element.renderRoot.querySelector('table')!;
    expect(table.getBoundingClientRect().width > 1 && table.closest('.visually-hidden') === null).to.equal(
      false,
    );
    await pressOn(element, 'Visa som tabell');
    expect(table.closest('.visually-hidden')).to.equal(null);
    expect(flat(table.innerText)).to.include(
      'Oktober 2026 Försäkringskassan 1 250 kr Oktober 2026 – kunde inte',
    );
    await expect(element).to.be.accessible();
  });
});

describe('taking along', () => {
  it('makes a file in the page, sends it nowhere, and says so', async () => {
    const element = await incomeView(source(singleParent));
    const createObjectURL = URL.createObjectURL.bind(URL);
    const made: Blob[] = [];
    const links: string[] = [];
    URL.createObjectURL = (blob: Blob) => {
      made.push(blob);
      return 'blob:test';
    };
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      links.push(`${this.download} ${this.protocol}`);
    };
    try {
      await pressOn(element, 'Spara som CSV');
      await pressOn(element, 'Spara som JSON');
    } finally {
      URL.createObjectURL = createObjectURL;
      // It has none of its own otherwise.
      Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    }
    expect(links).to.deep.equal(['mina-inkomster.csv blob:', 'mina-inkomster.json blob:']);
    expect([...new Uint8Array(await made[0]!.arrayBuffer())].slice(0, 3)).to.deep.equal([0xef, 0xbb, 0xbf]);
    expect(await made[1]!.text())
      .to.include('"fetchedAt"')
      .and.not.to.include(singleParent.seal);
    expect(textOf(element, '[aria-live]')).to.equal('Filen mina-inkomster.json är sparad.');
  });
});

describe('the background', () => {
  it('is asked for only on a press, and each has a verdict of its own', async () => {
    const from = source(threeMonths, threeMonths, background);
    const element = await incomeView(from, THREE);
    expect(from.askedBackground).to.equal(0);
    button(element, 'Visa mer').focus();
    button(element, 'Visa mer').click();
    await settled(element);
    expect(from.askedBackground).to.equal(1);
    const text = textOf(element, '.block');
    expect(text).to.include('Pensionsmyndigheten Kunde inte kontrolleras De svarade inte i tid.');
    expect(text).to.include('Du har använt 212,5 dagar.');
    expect(text).to.include('Plats i program Arbetsförmedlingen har gett dig en plats i ett program');
    expect(text).to.include('Skulden är 14 250,50 kr. Det är pengar att betala.');
    expect(/undefined|NaN|\[object/.exec(text)).to.equal(null);
    expect(element.renderRoot.querySelectorAll('.facts > li').length).to.equal(Object.keys(FACTS).length);
    expect(focused(element)?.innerText).to.equal('Mer om dig hos myndigheterna');
    await expect(element).to.be.accessible();
  });

  it('is not offered where the source has none, and a failure is told in its place', async () => {
    const without = await incomeView(source(threeMonths), THREE);
    expect(() => button(without, 'Visa mer')).to.throw();
    const element = await incomeView(source(threeMonths, threeMonths, 'upstream-timeout'), THREE);
    button(element, 'Visa mer').click();
    await settled(element);
    expect(textOf(element)).to.include(sv.problems['upstream-timeout'].heading).and.to.include('5 868 kr');
  });

  it('can be asked for also when what is shown could not be fetched anew', async () => {
    const from = source(threeMonths, 'offline', background);
    const element = await incomeView(from, THREE);
    await pressOn(element, 'Hämta igen');
    expect(textOf(element, '[role=status]')).to.include('Hämtat 21 november 2026');
    button(element, 'Visa mer').click();
    await settled(element);
    expect([from.askedBackground, element.renderRoot.querySelectorAll('.block').length]).to.deep.equal([
      1, 8,
    ]);
  });

  it('stays, with the time it is from, when the payments are fetched anew', async () => {
    const element = await incomeView(source(singleParent, singleParent, background));
    await pressOn(element, 'Visa mer');
    await pressOn(element, 'Hämta igen');
    expect(textOf(element, '.block').length).to.be.greaterThan(0);
  });

  it('that finds the session ended takes all away', async () => {
    const element = await incomeView(source(threeMonths, threeMonths, 'session-expired'), THREE);
    await pressOn(element, 'Visa mer');
    expect(textOf(element)).not.to.match(/\d kr/);
    expect(focused(element)?.id).to.equal('heading');
  });
});
