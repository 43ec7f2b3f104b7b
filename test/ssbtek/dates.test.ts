import { isCalendarDate } from '@medborgarnavet/model';
import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDate } from '../../packages/ssbtek/src/dates.ts';

const SWEDEN = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });
const pad = (number: number): string => String(number).padStart(2, '0');

/** The same instant as a clock in that zone shows it, minutes east of Greenwich. */
function written(instant: Date, offset: number): string {
  const local = new Date(instant.getTime() + offset * 60_000).toISOString().slice(0, -1);
  const zone = `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60))}:${pad(Math.abs(offset) % 60)}`;
  return local + (offset === 0 ? 'Z' : zone);
}

const instants = fc.oneof(
  fc.date({
    min: new Date('1999-12-31T00:00:00Z'),
    max: new Date('2099-01-01T00:00:00Z'),
    noInvalidDate: true,
  }),
  // On both sides of midnight in Sweden, and of both shifts of summer time.
  fc
    .tuple(
      fc.constantFrom(
        '2026-03-28T23:00Z',
        '2026-03-29T01:00Z',
        '2026-10-24T22:00Z',
        '2026-10-25T01:00Z',
        '2028-02-28T23:00Z',
        '2026-12-31T23:00Z',
      ),
      fc.integer({ min: -7_200_000, max: 7_200_000 }),
    )
    .map(([near, by]) => new Date(Date.parse(near) + by)),
);

describe('a day', () => {
  test('of an instant with a zone is the one in Sweden then, whatever zone it is written in', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -14 * 60, max: 14 * 60 }), (instant, offset) => {
        assert.equal(readDate(written(instant, offset)), SWEDEN.format(instant));
      }),
      { numRuns: 500 },
    );
  });

  test('by itself is that day, with a zone or without, and so is the day of a time without a zone', () => {
    fc.assert(
      fc.property(instants, fc.constantFrom('', 'Z', '+02:00', '-05:00'), (instant, zone) => {
        const day = SWEDEN.format(instant);
        for (const text of [
          day + zone,
          ` ${day}\n`,
          day.replaceAll('-', ''),
          `${day}T23:59:59.999`,
          `${day}T00:00`,
        ])
          assert.equal(readDate(text), day, text);
      }),
    );
  });

  test('is none where it is not one, and never a guess', () => {
    for (const text of [
      '',
      '0',
      '2026-02-30',
      '2026-13-01',
      '2026-10-20garbage',
      '2026-10-20T',
      '2026-10-20Tnonsense',
      '2026-10-20T25:00:00Z',
      '2026-10-20 12:00',
      '202610',
      '2026-1020',
      '2026-1-2',
      '2027-02-29T00:00:00Z',
    ])
      assert.equal(readDate(text), undefined, text);
    fc.assert(
      fc.property(fc.string(), (text) => {
        const day = readDate(text);
        assert.ok(day === undefined || isCalendarDate(day));
      }),
    );
  });
});
