import { accessLog, emptyLog, entry, fullLog, troubledLog, wholeLog } from '@medborgarnavet/mocks';
import type { IncomeProblemKind } from '@medborgarnavet/model';
import { expect, fixture, html } from '@open-wc/testing';
import type { SsbtekAccessLog } from '../../packages/elements/src/access-log/access-log.ts';
import { accessLogSv as sv } from '../../packages/elements/src/localize/access-log.sv.ts';
import { lines, LogHost, logPage, settled, stands } from './access-log.ts';
import { button, press, textOf } from './page.ts';

const OPEN = 'Visa också när sidan har visat dina uppgifter';
const CLOSE = 'Dölj när sidan har visat dina uppgifter';

describe('ssbtek-access-log', () => {
  it('tells what was done, by day and newest first, and each thing once', async () => {
    const { log } = await logPage(wholeLog);
    expect(lines(log)).to.deep.equal([
      '10:21 Ansökan kom fram till kommunens ärendesystem. Där kan din handläggare läsa den.',
      '10:20 Ansökan lämnades in.',
      '10:05 Det som ligger bakom dina inkomster hämtades. Svarade: Försäkringskassan, A-kassorna. Kunde inte kontrolleras: Arbetsförmedlingen.',
      '10:03 Dina inkomster hämtades. Svarade: Försäkringskassan, Pensionsmyndigheten, CSN, A-kassorna.',
      '14:41 Det som du hade skrivit togs bort.',
      '09:14 Dina inkomster hämtades. Svarade: Försäkringskassan, Pensionsmyndigheten, CSN. Kunde inte kontrolleras: A-kassorna.',
    ]);
    expect(textOf(log, '[part=day] [role=heading]')).to.equal('22 november 2026\n21 november 2026');
    expect(stands(log, 'answered')).to.equal(true);
  });

  it('tells once, above it all, what for and of which application', async () => {
    const { log } = await logPage(wholeLog);
    expect(textOf(log, 'dl')).to.equal(
      'Vad uppgifterna används till Handläggning av ansökan om ekonomiskt bistånd Ansökans referens EXK-2026-0417',
    );
    expect(textOf(log).split('EXK-2026-0417').length).to.equal(2);
  });

  it('tells by day when the page last showed what was kept, and never how often, once the person asks', async () => {
    const { log } = await logPage(wholeLog);
    expect(textOf(log)).not.to.include('Sidan visade');
    expect(button(log, OPEN).ariaExpanded).to.equal('false');
    await press(log, OPEN);
    expect(button(log, CLOSE).ariaExpanded).to.equal('true');
    expect(textOf(log, '#shown li').split('\n')).to.deep.equal([
      '22 november 2026 Sidan visade det som är hämtat, kl. 10:02.',
      '21 november 2026 Sidan visade det som är hämtat, senast kl. 14:32. Sidan visade det som du har skrivit, kl. 14:40.',
    ]);
    await press(log, CLOSE);
    expect(textOf(log)).not.to.include('Sidan visade');
  });

  it('says in words what failed, was stopped, was refused or was cut off, and never that there was nothing', async () => {
    const { log } = await logPage(troubledLog);
    expect(lines(log)).to.deep.equal([
      '09:25 Ansökan skulle skickas till kommunens ärendesystem, men det gick inte.',
      '09:20 Ansökan lämnades inte in den här gången. Något hade ändrats sedan du läste, till exempel att inkomsterna hade hämtats på nytt.',
      '09:15 Det som var hämtat skulle tas bort, men det gick inte.',
      '09:12 Det som ligger bakom dina inkomster skulle hämtas, men det stoppades.',
      '09:10 Dina inkomster skulle hämtas, men det gick inte.',
      '09:05 Dina inkomster började hämtas, men det avbröts.',
      '09:00 Vi frågade efter dina inkomster. Kunde inte kontrolleras: Försäkringskassan, Pensionsmyndigheten, CSN, A-kassorna.',
    ]);
    await press(log, OPEN);
    expect(textOf(log)).to.include('Sidan kunde inte visa det som du har skrivit, kl. 09:26.');
    expect(textOf(log)).not.to.match(/inget|ingen/i);
  });

  it('tells what is under way, and looks again when it must have ended', async () => {
    const begun = entry('2026-11-22T09:29:55Z', 'income-fetch', 'begun');
    const { host, clock, log } = await logPage(accessLog([begun]));
    expect(lines(log)).to.deep.equal(['10:29 Dina inkomster hämtas nu.']);
    await clock.pass(54_999);
    expect(host.asked).to.equal(1);
    await clock.pass(1);
    await settled(log);
    expect(host.asked).to.equal(2);
    expect(lines(log)).to.deep.equal(['10:29 Dina inkomster började hämtas, men det avbröts.']);
    expect(clock.waiting).to.equal(0);
  });

  it('is empty in words, and does not say that all is told where it is not', async () => {
    const { log } = await logPage(emptyLog);
    expect(textOf(log)).to.include('Här är tomt än. När dina uppgifter hämtas ser du det här.');
    const shown = await logPage(accessLog([entry('2026-11-22T08:26:00Z', 'draft-read')]));
    expect(textOf(shown.log)).to.include(
      'Det enda som har hänt är att sidan har visat de uppgifter som är sparade.',
    );
    const full = await logPage(fullLog);
    expect(textOf(full.log))
      .to.include('Det som är äldre syns inte här.')
      .and.not.to.include('Det enda som har hänt');
  });

  it('says that what stands there is not all when the host cannot show that it is, and never that nothing was done', async () => {
    const note = 'Listan kan inte visas i sin helhet just nu. Kommunen har fått veta det.';
    for (const entries of [wholeLog.entries, [], [entry('2026-11-22T08:26:00Z', 'draft-read')]]) {
      const { log } = await logPage(accessLog(entries, { incomplete: true }));
      expect(textOf(log))
        .to.include(note)
        .and.not.to.match(/Här är tomt|Det enda som har hänt/);
      const whole = await logPage(accessLog(entries));
      expect(textOf(whole.log)).not.to.include(note);
    }
  });

  it('says what to do about what the person has not done, with the host’s own words after it', async () => {
    const log = await fixture<SsbtekAccessLog>(html`
      <ssbtek-access-log .source=${new LogHost(wholeLog)}>
        <p slot="help">Ring 0123-45 67 89.</p>
      </ssbtek-access-log>
    `);
    await settled(log);
    expect(textOf(log, '[part=help]')).to.include(
      'Ser du något som du inte har gjort själv? Kontakta kommunen.',
    );
    expect(log.querySelector('p')?.checkVisibility()).to.equal(true);
    expect(log.querySelector('p')?.assignedSlot).to.be.instanceOf(HTMLSlotElement);
  });

  it('has each time as a time, the municipality’s words by themselves, and its heading where the page has it', async () => {
    const { log } = await logPage(wholeLog);
    await press(log, OPEN);
    const times = [...log.renderRoot.querySelectorAll('time')].map(({ dateTime, innerText }) => [
      dateTime,
      innerText.replace(/\s/g, ' '),
    ]);
    expect(times.slice(0, 2)).to.deep.equal([
      ['2026-11-22', '22 november 2026'],
      ['2026-11-22T09:21:00Z', '10:21'],
    ]);
    expect(times).to.deep.include(['2026-11-21T13:32:30Z', '14:32']);
    expect([...log.renderRoot.querySelectorAll('bdi')].map(({ innerText }) => innerText)).to.deep.equal([
      wholeLog.purpose,
      wholeLog.reference,
    ]);
    log.headingLevel = 3;
    log.heading = 'Loggen';
    await log.updateComplete;
    const levels = [...log.renderRoot.querySelectorAll('[role=heading]')].map(({ ariaLevel }) => ariaLevel);
    expect([...new Set(levels)]).to.deep.equal(['3', '4']);
    expect(textOf(log, '#heading')).to.equal('Loggen');
  });

  it('counts days and hours as they are in Sweden', async () => {
    const { log } = await logPage(
      accessLog([
        entry('2026-03-28T22:59:00Z', 'submission'),
        entry('2026-03-28T23:01:00Z', 'submission'),
        entry('2026-03-29T01:01:00Z', 'submission'),
      ]),
    );
    expect(textOf(log, '[part=day] [role=heading]')).to.equal('29 mars 2026\n28 mars 2026');
    expect(lines(log).map((line) => line.slice(0, 5))).to.deep.equal(['03:01', '00:01', '23:59']);
  });

  it('says what a host has words of its own for in them', async () => {
    const { log } = await logPage(wholeLog);
    log.texts = {
      actions: { submission: { done: 'Inskickad.' } },
      shown: { 'income-read': { shown: (count) => `Visat ${count} gånger` } },
    };
    await log.updateComplete;
    await press(log, OPEN);
    expect(textOf(log)).to.include('10:20 Inskickad.').and.include('Visat 12 gånger');
  });

  it('shows what is hostile and huge as text, and fits a phone', async () => {
    const { log } = await logPage(fullLog);
    log.style.inlineSize = '288px';
    await press(log, OPEN);
    expect(textOf(log, 'dl')).to.include('<img src=x onerror=alert(1)>');
    expect(log.renderRoot.querySelector('img')).to.equal(null);
    expect(log.scrollWidth).to.be.at.most(288);
    for (const each of log.renderRoot.querySelectorAll('button'))
      expect(each.getBoundingClientRect().height).to.be.at.least(44);
  });
});

describe('a log that cannot be read', () => {
  for (const kind of Object.keys(sv.problems) as IncomeProblemKind[])
    it(`says what is wrong and what to do: ${kind}`, async () => {
      const { log } = await logPage(kind);
      expect(textOf(log, '[role=status]'))
        .to.include(sv.problems[kind].heading)
        .and.include(sv.problems[kind].advice);
      expect(stands(log, 'failed')).to.equal(true);
      expect(textOf(log)).not.to.include(sv.log.empty);
      const link = log.renderRoot.querySelector('a');
      const isEnded = kind === 'not-signed-in' || kind === 'session-expired';
      expect(link?.getAttribute('href')).to.equal(isEnded ? '/logga-in' : undefined);
    });

  it('can be tried again, and focus goes to the heading', async () => {
    const { host, log } = await logPage('offline');
    host.says = wholeLog;
    button(log, 'Försök igen').focus();
    await press(log, 'Försök igen');
    await settled(log);
    expect(lines(log)).to.have.length(6);
    expect(log.shadowRoot!.activeElement?.id).to.equal('heading');
  });

  it('stands as it was where it had been read before, and says that it is older', async () => {
    const { host, log } = await logPage(wholeLog);
    host.says = 'internal';
    await log.refresh();
    await settled(log);
    expect(textOf(log, '[role=status]')).to.include('Listan nedan är äldre. Det senaste kan saknas.');
    expect(lines(log)).to.have.length(6);
  });

  it('says so to the page, in a kind and no more', async () => {
    const { host, log } = await logPage(wholeLog);
    const events: Event[] = [];
    for (const type of ['ssbtek-access-log-ready', 'ssbtek-access-log-problem'] as const)
      log.addEventListener(type, (event) => events.push(event));
    await log.refresh();
    host.says = 'internal';
    await log.refresh();
    expect(events.map(({ type, bubbles }) => [type, bubbles])).to.deep.equal([
      ['ssbtek-access-log-ready', false],
      ['ssbtek-access-log-problem', false],
    ]);
    expect(events.map((event) => JSON.stringify(event, Object.keys(event))).join()).not.to.match(
      /EXK|bistånd/,
    );
  });

  it('waits in words', async () => {
    const host = new LogHost(wholeLog);
    host.hold();
    const { log } = await logPage(host);
    expect([textOf(log, '[role=status]'), stands(log, 'looking')]).to.deep.equal([sv.log.looking, true]);
    host.release();
    await settled(log);
    expect(textOf(log, '[role=status]')).to.equal('');
  });

  it('is not asked for where the page has not said where', async () => {
    const log = await fixture<SsbtekAccessLog>(html`<ssbtek-access-log></ssbtek-access-log>`);
    await settled(log);
    expect(stands(log, 'idle')).to.equal(true);
    expect(log.renderRoot.querySelector('section')?.checkVisibility()).to.equal(false);
  });
});

describe('every state of the log', () => {
  for (const [name, says] of Object.entries({
    wholeLog,
    troubledLog,
    emptyLog,
    offline: 'offline' as const,
    ended: 'session-expired' as const,
  }))
    it(`is accessible: ${name}`, async () => {
      const { log } = await logPage(says);
      await expect(log).to.be.accessible();
      if (!textOf(log).includes(OPEN)) return;
      await press(log, OPEN);
      await expect(log).to.be.accessible();
    });
});
