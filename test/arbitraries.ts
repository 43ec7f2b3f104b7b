import {
  EKBIST_ROWS,
  ore,
  sourceThatAnswered,
  sourceThatFailed,
  UncheckedReason,
  type IncomeStatement,
  type Ore,
  type Payment,
  type Period,
  type Section,
  type Source,
  type SourceCode,
} from '@medborgarnavet/model';
import fc from 'fast-check';

// Random incomes, for the rules that must hold whatever the authorities say.

/** The month that statements are about. */
export const OCTOBER: Period = { from: '2026-10-01', to: '2026-10-31' };

const SOURCES = ['FK', 'PM', 'CSN', 'SO'] as const;

export const anyOre: fc.Arbitrary<Ore> = fc.integer({ min: -10_000_000, max: 1_000_000_000 }).map(ore);

const anyDate = fc
  .integer({ min: 0, max: 150 })
  .map((days) => new Date(Date.UTC(2026, 7, 1 + days)).toISOString().slice(0, 10));

const codes = [...new Set(EKBIST_ROWS.flatMap(({ takes }) => Object.values(takes).flat())), 'XQZ', ''];

const anyName = fc.oneof(
  fc.constantFrom('Barnbidrag', 'Sjukpenning', 'Nytt stöd', '<img src=x onerror=alert(1)>', '__proto__'),
  fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== ''),
);

export function anyPayment(source: SourceCode): fc.Arbitrary<Payment> {
  return fc
    .record(
      {
        id: fc.uuid(),
        source: fc.constant(source),
        payer: anyName,
        benefit: fc.record({ code: fc.constantFrom(...codes), name: anyName }),
        status: fc.constantFrom('paid' as const, 'planned' as const),
        date: anyDate,
        period: fc.record({ from: anyDate }, { requiredKeys: [] }),
        deductions: fc.constant<Payment['deductions']>([]),
        net: anyOre,
        parts: fc.array(
          fc.record({ benefit: fc.record({ code: fc.constantFrom(...codes), name: anyName }) }),
          { maxLength: 3 },
        ),
        flags: fc.subarray([
          'possible-duplicate',
          'unknown-benefit',
          'retroactive',
          'paid-to-other',
        ] as const),
      },
      {
        requiredKeys: ['id', 'source', 'payer', 'benefit', 'status', 'deductions', 'net', 'parts', 'flags'],
      },
    )
    .map((payment): Payment => payment);
}

const anyReason = fc.constantFrom(...UncheckedReason.options);

const anySection: fc.Arbitrary<Section> = fc.oneof(
  fc.record({ name: anyName, verdict: fc.constantFrom('answered' as const, 'nothing' as const) }),
  fc.record({ name: anyName, verdict: fc.constant('unchecked' as const), reason: anyReason }),
);

export function anySource(source: SourceCode): fc.Arbitrary<Source> {
  return fc.oneof(
    fc
      .tuple(fc.array(anyPayment(source), { maxLength: 6 }), fc.array(anySection, { maxLength: 3 }))
      .map(([payments, sections]) => sourceThatAnswered(source, payments, sections)),
    anyReason.map((reason) => sourceThatFailed(source, reason)),
  );
}

/** As it comes out of JSON. */
export const anyStatement: fc.Arbitrary<IncomeStatement> = fc
  .record({ id: fc.uuid(), sources: fc.tuple(...SOURCES.map(anySource)) })
  .map(({ id, sources }) => ({
    id,
    version: 1 as const,
    fetchedAt: '2026-11-21T08:14:00.000Z',
    period: OCTOBER,
    sources,
    seal: 'header..signature',
  }))
  .map((statement) => JSON.parse(JSON.stringify(statement)) as IncomeStatement);
