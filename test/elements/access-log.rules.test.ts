import { accessLog } from '@medborgarnavet/mocks';
import {
  ACCESS_ACTIONS,
  ACCESS_OUTCOMES,
  AccessLog,
  dateInSweden,
  type AccessLogEntry,
} from '@medborgarnavet/model';
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { toDeeds, type Deed } from '../../packages/elements/src/access-log/access-log.deeds.ts';
import {
  toAccessLogView,
  type AccessLogView,
} from '../../packages/elements/src/access-log/access-log.view-model.ts';
import { accessLogSv as sv } from '../../packages/elements/src/localize/access-log.sv.ts';

const NOW = Date.parse('2026-11-22T09:30:00Z');

const anySource = fc.record({
  source: fc.constantFrom('FK' as const, 'PM' as const, 'CSN' as const, 'SO' as const),
  outcome: fc.constantFrom('answered' as const, 'unchecked' as const),
});

/** The oldest first, as a host has them; often several at the same time. */
const anyEntries: fc.Arbitrary<AccessLogEntry[]> = fc
  .array(
    fc.record({
      later: fc.integer({ min: 0, max: 90 }).map((minutes) => (minutes > 60 ? minutes * 20 : minutes)),
      action: fc.constantFrom(...ACCESS_ACTIONS),
      outcome: fc.constantFrom(...ACCESS_OUTCOMES),
      sources: fc.array(anySource, { maxLength: 4 }),
    }),
    { maxLength: 40 },
  )
  .map((entries) => {
    let at = NOW - 40 * 60_000 * entries.length;
    return entries.map(({ later, ...entry }) => {
      at += later * 60_000;
      return { ...entry, at: new Date(at).toISOString() };
    });
  });

const view = (entries: readonly AccessLogEntry[]): AccessLogView =>
  toAccessLogView(accessLog(entries), NOW, sv);

const partsOf = ({ first, last }: Deed): AccessLogEntry[] => (first === last ? [first] : [first, last]);
const isShowing = ({ first: { action } }: Deed): boolean =>
  action === 'income-read' || action === 'draft-read';

describe('the log, whatever a host has written', () => {
  it('is what the contract allows', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        expect(AccessLog.safeParse(accessLog(entries)).success).to.equal(true);
      }),
    );
  });

  it('has every entry told exactly once: as a line, in a line, or counted', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const deeds = toDeeds(entries);
        const places = deeds.flatMap(partsOf).map((entry) => entries.indexOf(entry));
        expect(places.sort((one, other) => one - other)).to.deep.equal([...entries.keys()]);
        const { days, shown } = view(entries);
        const counted = shown.flatMap(({ sentences }) => sentences).map(({ count }) => count);
        expect(days.flatMap(({ lines }) => lines)).to.have.length(
          deeds.filter((deed) => !isShowing(deed)).length,
        );
        expect(counted.reduce((sum, count) => sum + count, 0)).to.equal(deeds.filter(isShowing).length);
      }),
    );
  });

  it('never has two lines for one thing: what ends goes with what began', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const place = (entry: AccessLogEntry): number => entries.indexOf(entry);
        const deeds = toDeeds(entries);
        for (const { first, last } of deeds) {
          if (first === last) continue;
          expect([first.outcome, first.action]).to.deep.equal(['begun', last.action]);
          expect(last.outcome).not.to.equal('begun');
          expect(place(first)).to.be.below(place(last));
        }
        // No end stands alone after a beginning that stands alone.
        const alone = deeds.filter(({ first, last }) => first === last).map(({ first }) => first);
        for (const begun of alone.filter(({ outcome }) => outcome === 'begun'))
          for (const end of alone.filter(
            ({ action, outcome }) => action === begun.action && outcome !== 'begun',
          ))
            expect(place(end)).to.be.below(place(begun));
      }),
    );
  });

  it('keeps the order: days and lines the newest first, each line on the day in Sweden on which it began', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const { days, shown } = view(entries);
        for (const each of [days, shown]) {
          const dates = each.map(({ date }) => date);
          expect(dates).to.deep.equal([...new Set(dates)].sort().reverse());
        }
        const begun = toDeeds(entries)
          .filter((deed) => !isShowing(deed))
          .map(({ first }) => first.at);
        expect(days.flatMap(({ lines }) => lines).map(({ at }) => at)).to.deep.equal(begun.reverse());
        for (const { date, lines } of days)
          for (const { at } of lines) expect(dateInSweden(new Date(at))).to.equal(date);
      }),
    );
  });

  it('never says that a source answered and could not be checked in one sentence, nor that there was nothing', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        for (const { text, sources, standing } of view(entries).days.flatMap(({ lines }) => lines)) {
          expect(text).not.to.match(/inget|ingen/i);
          for (const sentence of sources)
            expect(sentence).to.match(/^(?:Svarade|Kunde inte kontrolleras): [^:]+\.$/);
          if (standing === 'unanswered') expect(sources.join()).not.to.include('Svarade');
        }
      }),
    );
  });

  it('waits for what is under way only, and never for longer than that can be', () => {
    fc.assert(
      fc.property(anyEntries, fc.integer({ min: -3_600_000, max: 3_600_000 }), (entries, later) => {
        const { days, until } = toAccessLogView(accessLog(entries), NOW + later, sv);
        const standings = days.flatMap(({ lines }) => lines).map(({ standing }) => standing);
        expect(Number.isFinite(until)).to.equal(standings.includes('under-way'));
        if (Number.isFinite(until)) expect(until).to.be.within(1, 60_000);
      }),
    );
  });
});

describe('no two ways in which a thing can go', () => {
  for (const [action, texts] of Object.entries(sv.actions))
    it(`read the same: ${action}`, () => {
      // Nobody is asked to take something away or to hand it in.
      const { unanswered, ...others } = texts;
      const told = action.endsWith('fetch') ? [...Object.values(others), unanswered] : Object.values(others);
      expect(new Set(told).size).to.equal(told.length);
    });
});
