import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fkBlock } from '../asking.ts';
import { assertNoCanary, blockIn, gap, lookUp } from './asking.ts';
import { arende, beslut, kronor, OTHER } from './cases.ts';

const days = (...all: readonly string[]): object[] => all.map((dag) => ({ dag }));
const decision = (fran?: string, till?: string, change: object = {}): object =>
  beslut({
    forman: { id: 'FP', beskrivning: 'Föräldrapenning' },
    period: { fran, till },
    periodicitet: undefined,
    beslutatBruttobelopp: undefined,
    ...change,
  });
const parental = async (change: object) =>
  blockIn(await lookUp(fkBlock({ foraldrapenningarende: [arende(change)] })), 'FK');
/** The periods that are told as applied for, and whether there is a gap. */
const openIn = async (change: object) => {
  const { facts, sections } = await parental(change);
  const open = facts.flatMap((fact) =>
    fact.kind === 'application' ? [`${fact.period?.from}/${fact.period?.to} ${fact.state}`] : [],
  );
  return [...open, ...sections.map(() => 'gap')];
};

describe('a case of föräldrapenning that is decided in part', () => {
  test('tells both of what is decided and of what is not', async () => {
    assert.deepEqual(
      await parental({
        beslut: [decision('2026-10-01', '2026-10-31')],
        anspraksdagar: days('2026-11-03', '2026-10-05', '2026-11-02', '2026-11-03'),
      }),
      {
        source: 'FK',
        verdict: 'answered',
        sections: [],
        facts: [
          {
            kind: 'decision',
            benefit: { code: 'FP', name: 'Föräldrapenning' },
            decided: '2026-07-12',
            final: false,
            period: { from: '2026-10-01', to: '2026-10-31' },
          },
          {
            kind: 'application',
            benefit: { code: '', name: 'Föräldrapenning' },
            received: '2026-06-20',
            period: { from: '2026-11-02', to: '2026-11-03' },
            state: 'open',
          },
        ],
      },
    );
  });

  test('tells nothing as open that has been decided', async () => {
    const anspraksdagar = days('2026-10-01', '2026-10-15', '2026-10-31');
    for (const decided of [
      [decision('2026-10-01', '2026-10-31')],
      [decision('2026-10', '2026-10')],
      [decision('2026-09-15')],
      [decision(undefined, '2026-12-31')],
      [decision('2026-10-16', '2026-10-31'), decision('2026-10-01', '2026-10-15')],
      [decision(undefined, undefined, { ersattningsdagar: anspraksdagar })],
      [decision('2026-10-01', '2026-10-15', { ersattningsdagar: days('2026-10-31') })],
    ])
      assert.deepEqual(await openIn({ beslut: decided, anspraksdagar }), []);
  });

  test('tells the days before, between and after decisions each by itself', async () => {
    const found = await openIn({
      beslut: [decision('2026-10-05', '2026-10-09'), decision('2026-10-19', '2026-10-23')],
      anspraksdagar: days(
        ...['2026-10-02', '2026-10-05', '2026-10-09', '2026-10-12', '2026-10-16', '2026-10-20'],
        ...['2026-10-26', '2026-11-30'],
      ),
    });
    assert.deepEqual(found, [
      '2026-10-02/2026-10-02 open',
      '2026-10-12/2026-10-16 open',
      '2026-10-26/2026-11-30 open',
    ]);
  });

  test('tells nothing as open in a case that is over, and leaves a gap where nobody says whether it is', async () => {
    const half = { beslut: [decision('2026-10-01', '2026-10-31')], anspraksdagar: days('2026-11-02') };
    assert.deepEqual(await openIn(half), ['2026-11-02/2026-11-02 open']);
    assert.deepEqual(await openIn({ ...half, aktivt: false }), []);
    assert.deepEqual(await openIn({ ...half, avslaget: true }), []);
    assert.deepEqual(await openIn({ ...half, aktivt: undefined }), ['gap']);
  });

  test('leaves a gap where it cannot be known what is decided', async () => {
    const anspraksdagar = days('2026-11-02');
    const amount = { bruttobelopp: kronor(540) };
    for (const unplaced of [
      decision(),
      decision('2026-10-31', '2026-10-01'),
      decision(undefined, undefined, { ersattningsdagar: [{ ...amount, dag: '2026-10-01' }, amount] }),
      decision(undefined, undefined, { ersattningsdagar: [{ dag: 20261001 }] }),
      17,
    ]) {
      const october = decision('2026-10-01', '2026-10-31');
      assert.deepEqual(await openIn({ beslut: [october, unplaced], anspraksdagar }), ['gap']);
    }
  });

  test('needs to know nothing more of a day that is within a decision', async () => {
    const beslut = [decision('2026-10-01', '2026-10-31'), decision()];
    assert.deepEqual(await openIn({ beslut, anspraksdagar: days('2026-10-02') }), []);
  });

  test('leaves a gap for a day that cannot be read, and loses neither the decision nor the other days', async () => {
    for (const bad of [17, {}, { dag: 20261103 }, { dag: '2026-02-30' }]) {
      const { facts, sections } = await parental({
        beslut: [decision('2026-10-01', '2026-10-31')],
        anspraksdagar: [bad, ...days('2026-11-02')],
      });
      assert.deepEqual(
        facts.map(({ kind }) => kind),
        ['decision', 'application'],
      );
      assert.deepEqual(sections, [gap('Föräldrapenning')]);
    }
    const alone = await parental({ beslut: [], anspraksdagar: [17, ...days('2026-11-02')] });
    assert.deepEqual([alone.facts.length, alone.sections], [1, [gap('Föräldrapenning')]]);
  });

  test('lets out nothing about the child, or about anyone else', async () => {
    const answer = await lookUp(
      fkBlock({
        foraldrapenningarende: [
          arende({
            grunduppgifter: { barn: OTHER },
            beslut: [
              decision('2026-10-01', '2026-10-31', {
                barn: OTHER,
                ersattningsdagar: [{ ...OTHER, dag: '2026-10-01' }],
              }),
            ],
            anspraksdagar: [{ ...OTHER, dag: '2026-11-02', niva: { id: 'S', beskrivning: OTHER } }],
          }),
        ],
      }),
    );
    assert.equal(blockIn(answer, 'FK').facts.length, 2);
    assertNoCanary(answer);
  });

  test('tells every day applied for once: as open, or within a decision', async () => {
    const anyDay = fc.integer({ min: 1, max: 30 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`);
    const anySpan = fc.tuple(anyDay, anyDay).map(([one, other]) => [one, other].sort() as [string, string]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(anySpan, { minLength: 1, maxLength: 4 }),
        fc.array(anyDay, { maxLength: 12 }),
        async (spans, applied) => {
          const found = await parental({
            beslut: spans.map(([fran, till]) => decision(fran, till)),
            anspraksdagar: days(...applied),
          });
          const open = found.facts.flatMap((fact) => (fact.kind === 'application' ? [fact.period] : []));
          for (const day of applied) {
            const decided = spans.some(([from, to]) => from <= day && day <= to);
            const within = open.filter((period) => period!.from! <= day && day <= period!.to!);
            assert.equal(within.length, decided ? 0 : 1);
          }
          for (const [from, to] of spans)
            assert.ok(open.every((period) => to < period!.from! || period!.to! < from));
        },
      ),
      { numRuns: 300 },
    );
  });
});
