import '@medborgarnavet/elements/define.ts';
import { singleParent } from '@medborgarnavet/mocks';
import type { IncomeProblemKind } from '@medborgarnavet/model';
import { expect, html, oneEvent } from '@open-wc/testing';
import type { SsbtekDraftResumedEvent } from '../../packages/elements/src/draft/draft.events.ts';
import { waitForPause, waitForRetry } from '../../packages/elements/src/draft/draft.schedule.ts';
import { isPassing } from '../../packages/elements/src/problems.ts';
import { timeLeft } from '../../packages/elements/src/draft/draft.when.ts';
import { draftSv } from '../../packages/elements/src/localize/draft.sv.ts';
import fc from 'fast-check';
import { DraftHost, page, settled, stands, TestClock, turn, write } from './draft.ts';
import { button, press, textOf } from './page.ts';
import { source } from './prefill.ts';

const HOUR = 60 * 60 * 1_000;
/** From half past two in the afternoon, and two minutes. */
const MIDNIGHT = 9 * HOUR + 28 * 60 * 1_000;
const KEPT = [['namn', 'Anna']] as const;

describe('what is told', () => {
  it('is when it is deleted, how long is left and who can read it', async () => {
    const { draft } = await page({ host: new DraftHost(new TestClock(), KEPT) });
    const text = textOf(draft);
    expect(text).to.include('Ansökan tas bort 28 november kl. 14:32. Det är 7 dagar kvar.');
    expect(text).to.include('Ingen handläggare ser det förrän du lämnar in ansökan.');
    expect(draft.renderRoot.querySelector('.soon')).to.equal(null);
    await expect(draft).to.be.accessible();
  });

  it('changes as time passes, with one timer and no polling', async () => {
    const { clock, draft } = await page({ host: new DraftHost(new TestClock(), KEPT) });
    expect(clock.waiting).to.equal(1);
    for (const [time, left] of [
      [1, '28 november kl. 14:32. Det är 7 dagar kvar.'],
      [MIDNIGHT - 2, 'Det är 7 dagar kvar.'],
      [1, 'Det är 6 dagar kvar.'],
      [5 * 24 * HOUR, 'Ansökan tas bort i morgon kl. 14:32. Det är 1 dag kvar.'],
      [24 * HOUR - MIDNIGHT + 1, 'Ansökan tas bort i morgon kl. 14:32. Det är 23 timmar kvar.'],
      [MIDNIGHT, 'Ansökan tas bort i dag kl. 14:32. Det är 14 timmar kvar.'],
      [13 * HOUR, 'Det är 1 timme kvar.'],
      [HOUR, 'Det är 31 minuter kvar.'],
      [HOUR, 'Tiden är slut.'],
    ] as const) {
      await clock.pass(time);
      await settled(draft);
      expect(textOf(draft)).to.include(left);
    }
    expect(clock.waiting).to.equal(0);
  });

  it('is that what is kept cannot be read, never as passing, and it can be deleted', async () => {
    const host = new DraftHost(new TestClock(), KEPT);
    host.fault = 'kept-unreadable';
    const { clock, draft } = await page({ host });
    expect(textOf(draft)).to.include('Det är fel på det som är sparat.');
    expect(textOf(draft)).not.to.match(/försöker igen|om en stund/);
    expect(clock.waiting).to.equal(0);
    host.fault = undefined;
    await press(draft, 'Ta bort nu');
    await press(draft, 'Ja, ta bort');
    await settled(draft);
    expect(host.kept).to.equal(undefined);
  });

  it('is seen when less than a day is left', async () => {
    const { clock, draft } = await page({ host: new DraftHost(new TestClock(), KEPT) });
    await clock.pass(6 * 24 * HOUR + 1);
    await settled(draft);
    expect(textOf(draft, '.soon')).to.match(/23 timmar kvar.*Lämna in/);
  });

  it('is from when it is, where it is more than a day old, and that incomes can be fetched again', async () => {
    const from = source(singleParent);
    const host = new DraftHost(new TestClock(), KEPT, '2026-11-19T08:14:00Z');
    const fields = html`<input name="namn" />
      <ssbtek-prefill name="inkomster" period="2026-10" .source=${from}></ssbtek-prefill>`;
    const resumed: string[] = [];
    const note = ({ savedAt }: SsbtekDraftResumedEvent) => resumed.push(savedAt);
    document.addEventListener('ssbtek-draft-resumed', note as unknown as EventListener, true);
    const { draft } = await page({ host, fields });
    document.removeEventListener('ssbtek-draft-resumed', note as unknown as EventListener, true);
    expect(resumed).to.deep.equal(['2026-11-19T08:14:00Z']);
    expect(textOf(draft)).to.include('Det här är från 19 november kl. 09:14.');
    expect(textOf(draft)).to.include('Sparat 19 november kl. 09:14.');
    await expect(draft).to.be.accessible();
    await press(draft, 'Hämta inkomsterna igen');
    await turn();
    expect(from.asked).to.equal(1);
  });

  it('is nothing of fetching where there is nothing to fetch', async () => {
    const host = new DraftHost(new TestClock(), KEPT, '2026-11-19T08:14:00Z');
    const { draft } = await page({ host });
    expect(() => button(draft, 'Hämta inkomsterna igen')).to.throw();
  });

  it('is in the host’s own words where it has any', async () => {
    const { draft } = await page();
    draft.texts = { draft: { empty: 'Vi sparar åt dig.' } };
    draft.heading = 'Din ansökan';
    await settled(draft);
    expect(textOf(draft)).to.match(/^Din ansökan Vi sparar åt dig\./);
  });

  it('is no word of what is written, in any event', async () => {
    const { host, clock, form, draft } = await page();
    const saved = oneEvent(draft, 'ssbtek-draft-saved');
    await write(form, 'namn', 'Anna');
    await clock.pass(1_000);
    const events: Event[] = [await saved];
    const problem = oneEvent(draft, 'ssbtek-draft-problem');
    host.fault = 'internal';
    await write(form, 'namn', 'Anna B');
    await clock.pass(1_000);
    events.push(await problem);
    for (const event of events) {
      expect(event.bubbles).to.equal(false);
      expect(JSON.stringify(event, Object.keys(event))).not.to.include('Anna');
    }
  });

  it('is what to do, whatever the host says', async () => {
    for (const kind of Object.keys(draftSv.problems) as IncomeProblemKind[]) {
      const { host, clock, form, draft } = await page();
      host.fault = kind;
      await write(form, 'namn', 'Anna');
      await clock.pass(1_000);
      await settled(draft);
      expect(textOf(draft), kind).to.match(/Kunde inte spara|inte inloggad/);
      expect(
        stands(
          draft,
          isPassing(kind)
            ? 'retrying'
            : kind.endsWith('in') || kind.startsWith('session')
              ? 'ended'
              : 'failed',
        ),
        kind,
      ).to.equal(true);
      form.remove();
    }
  });
});

describe('where it cannot be saved at all', () => {
  for (const kind of ['refused', 'wrong-endpoint'] as const)
    it(`the person is told so, and what to do, and it is not tried again: ${kind}`, async () => {
      const { host, clock, form, draft } = await page();
      host.fault = kind;
      await write(form, 'namn', 'Anna');
      await clock.pass(1_000);
      await settled(draft);
      expect(textOf(draft)).to.include('Kunde inte spara.');
      expect(textOf(draft)).to.match(
        /Kopiera det du skrivit eller skriv av det.*lämna in ansökan utan att spara/,
      );
      expect(textOf(draft)).not.to.match(/försöker igen|en stund|internet/);
      expect(() => button(draft, 'Försök igen nu')).to.throw();
      const tried = host.saves();
      expect(clock.waiting).to.equal(0);
      await write(form, 'namn', 'Anna B');
      await clock.pass(HOUR);
      expect(host.saves()).to.equal(tried);
      expect(form.elements.namedItem('namn')).to.have.property('value', 'Anna B');
      await expect(draft).to.be.accessible();
    });
});

describe('in a tab where the application is no longer open', () => {
  it('nothing is said of what was kept, and there is nothing to delete', async () => {
    const { host, clock, form, draft } = await page({ host: new DraftHost(new TestClock(), KEPT) });
    host.fault = 'no-application';
    await write(form, 'namn', 'Anna B');
    await clock.pass(1_000);
    await settled(draft);
    expect(textOf(draft)).to.include('Du har ingen öppen ansökan.');
    expect(textOf(draft)).not.to.match(/tas bort|handläggare|Sparat/);
    expect(() => button(draft, 'Ta bort nu')).to.throw();
    expect(clock.waiting).to.equal(0);
    await expect(draft).to.be.accessible();
  });
});

describe('without a place to keep it', () => {
  it('nothing is shown, and the form is as it was', async () => {
    const form = document.createElement('form');
    const draft = document.createElement('ssbtek-draft');
    form.append(draft);
    document.body.append(form);
    await settled(draft);
    expect(stands(draft, 'idle')).to.equal(true);
    expect(draft.renderRoot.querySelector('section')?.checkVisibility()).to.equal(false);
    form.remove();
  });
});

/** Also where a day has 23 hours, and where it has 25. */
const anyInstant = fc.oneof(
  ...['2026-03-28T12:00:00Z', '2026-10-24T12:00:00Z', '2026-11-21T13:32:00Z'].map((from) =>
    fc.nat(2 * 24 * HOUR).map((more) => Date.parse(from) + more),
  ),
);

describe('schedules', () => {
  it('never wait longer than a second after the last change, nor than ten after the first', () => {
    fc.assert(
      fc.property(fc.nat(60_000), fc.nat(60_000), fc.nat(60_000), (first, more, passed) => {
        const last = first + more;
        const wait = waitForPause(first, last, last + passed);
        expect(wait).to.be.within(0, 1_000);
        expect(last + passed + wait).to.be.at.most(Math.max(last + passed, first + 10_000));
      }),
    );
  });

  it('wait longer for each failure, up to a minute, and not all at the same time', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, chance) => {
        const wait = waitForRetry(attempt, chance);
        expect(wait).to.be.within(1_000, 60_000);
        expect(waitForRetry(attempt + 1, chance)).to.be.at.least(wait);
      }),
    );
  });

  it('look again exactly when there is something else to say', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 30 * 24 * HOUR }), (now, left) => {
        const { until, ...first } = timeLeft(now, now + left);
        expect(timeLeft(now + until - 1, now + left)).to.deep.include(first);
        expect(timeLeft(now + until, now + left)).not.to.deep.include(first);
      }),
    );
  });

  it('count days as the calendar in Sweden does, and never more than a day too many', () => {
    expect(timeLeft(Date.parse('2026-11-22T09:58:00Z'), Date.parse('2026-11-29T09:57:00Z')).count).to.equal(
      7,
    );
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 30 * 24 * HOUR }), (now, left) => {
        const { days, measure, count } = timeLeft(now, now + left);
        expect(Math.abs(days - left / (24 * HOUR))).to.be.at.most(1 + 1 / 24);
        if (measure === 'days') expect([count, count > 0]).to.deep.equal([days, true]);
        else expect(count).to.be.at.most(measure === 'hours' ? 24 : 59);
      }),
    );
  });
});
