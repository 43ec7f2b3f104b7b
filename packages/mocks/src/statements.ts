import {
  ore,
  SOURCE_NAMES,
  sourceThatAnswered,
  sourceThatFailed,
  type IncomeStatement,
  type Payment,
  type Source,
  type SourceCode,
} from '@medborgarnavet/model';

/** A payment in October 2026; kronor, and what else differs. */
export function payment(
  source: SourceCode,
  code: string,
  name: string,
  kronor: number,
  change: Partial<Payment> = {},
): Payment {
  return {
    id: `${source}-${code}-${String(kronor)}-${change.date ?? ''}`.replace(/[^\w-]/g, ''),
    source,
    payer: SOURCE_NAMES[source],
    benefit: { code, name },
    status: 'paid',
    date: '2026-10-20',
    deductions: [],
    net: ore(Math.round(kronor * 100)),
    parts: [],
    flags: [],
    ...change,
  };
}

export function statement(
  sources: readonly Source[],
  change: Partial<IncomeStatement> = {},
): IncomeStatement {
  return {
    id: 'exempel-uttag-1',
    version: 1,
    fetchedAt: '2026-11-21T08:14:00.000Z',
    period: { from: '2026-10-01', to: '2026-10-31' },
    sources: [...sources],
    seal: 'header..signature',
    ...change,
  };
}

const nothing = (source: SourceCode): Source => sourceThatAnswered(source, []);

/** A single parent of two: barnbidrag, underhållsstöd, and bostadsbidrag less a set-off. */
export const singleParent = statement([
  sourceThatAnswered('FK', [
    payment('FK', 'ABB', 'Barnbidrag', 2650),
    payment('FK', 'US', 'Underhållsstöd', 3496, { date: '2026-10-25' }),
    payment('FK', 'BOB', 'Bostadsbidrag', 4200, {
      date: '2026-10-27',
      gross: ore(450_000),
      deductions: [{ code: 'KVI', name: 'Kvittning', amount: ore(30_000) }],
    }),
  ]),
  nothing('PM'),
  nothing('CSN'),
  nothing('SO'),
]);

/** Everyone has answered, and nobody has paid anything. */
export const nothingAnywhere = statement((['FK', 'PM', 'CSN', 'SO'] as const).map(nothing));

/** Some answered, some did not, each for a reason of its own. */
export const partlyChecked = statement([
  sourceThatAnswered(
    'FK',
    [payment('FK', 'ABB', 'Barnbidrag', 1250)],
    [{ name: 'Bostadsbidrag', verdict: 'unchecked', reason: 'fault' }],
  ),
  sourceThatFailed('PM', 'unavailable'),
  sourceThatFailed('CSN', 'timeout'),
  sourceThatAnswered(
    'SO',
    [],
    [
      { name: 'Akademikernas a-kassa', verdict: 'nothing' },
      { name: 'Unionens a-kassa', verdict: 'unchecked', reason: 'unknown-status' },
    ],
  ),
]);

/** What is hard to show: unknown, hostile, huge, negative, planned, twice told and of another month. */
export const hardToShow = statement([
  sourceThatAnswered('FK', [
    payment('FK', 'XQZ', '<img src=x onerror=alert(1)>', 812.5, { flags: ['unknown-benefit'] }),
    payment('FK', 'DAG', 'Dagersättning', -1250),
    payment('FK', 'BOB', 'Bostadsbidrag', 1_234_567_890),
    payment('FK', 'ABB', 'Barnbidrag', 1250, { date: '2026-11-20' }),
    payment('FK', 'US', 'Underhållsstöd', 1673, { status: 'planned' }),
    payment('FK', 'AP', 'Allmän pension', 9876, { flags: ['possible-duplicate'] }),
  ]),
  sourceThatAnswered('PM', [payment('PM', 'PM:AP', 'Allmän pension', 9876)]),
  sourceThatAnswered('CSN', [
    payment('CSN', 'SB', 'Studiebidrag', 1250, { status: 'planned', date: '2026-10-30' }),
  ]),
  nothing('SO'),
]);

/** A later answer about {@link singleParent}: bostadsbidrag is less, underhållsstöd is gone, and sjukpenning is new. */
export const again = statement(
  [
    sourceThatAnswered('FK', [
      payment('FK', 'ABB', 'Barnbidrag', 2650),
      payment('FK', 'BOB', 'Bostadsbidrag', 3900, {
        date: '2026-10-27',
        gross: ore(450_000),
        deductions: [{ code: 'KVI', name: 'Kvittning', amount: ore(60_000) }],
      }),
      payment('FK', 'SJP', 'Sjukpenning', 1842, {
        date: '2026-10-23',
        period: { from: '2026-10-05', to: '2026-10-07' },
        gross: ore(263_200),
        tax: ore(79_000),
        parts: [
          {
            benefit: { code: 'SJP', name: 'Sjukpenning' },
            amount: ore(263_200),
            days: 3,
            extent: 100,
            period: { from: '2026-10-05', to: '2026-10-07' },
          },
        ],
      }),
    ]),
    nothing('PM'),
    nothing('CSN'),
    nothing('SO'),
  ],
  { id: 'exempel-uttag-2', fetchedAt: '2026-11-23T10:02:00.000Z' },
);

/** What had come of {@link singleParent} when the person did not want to wait for the rest. */
export const firstHalf = statement([
  ...singleParent.sources.slice(0, 2),
  sourceThatFailed('CSN', 'timeout'),
  sourceThatFailed('SO', 'timeout'),
]);

const DAY = 86_400_000;

/** {@link singleParent} as it was fetched five days ago, whenever that is. */
export const old = statement(singleParent.sources, {
  fetchedAt: new Date(Date.now() - 5 * DAY).toISOString(),
});

/** As much as can come at once: 500 payments of an a-kassa, CSN and Försäkringskassan. */
export const manyPayments = statement([
  sourceThatAnswered('FK', [
    ...series(200, (number) => ['FK', 'TFP', 'Tillfällig föräldrapenning', 310 + number]),
    ...series(100, (number) => ['FK', 'SJP', 'Sjukpenning', 505 + number]),
  ]),
  nothing('PM'),
  sourceThatAnswered(
    'CSN',
    series(100, (number) => ['CSN', 'SB', 'Studiebidrag', 90 + number]),
  ),
  sourceThatAnswered(
    'SO',
    series(100, (number) => ['SO', 'arbetsloshetsersattning', 'Arbetslöshetsersättning', 402.5 + number]),
  ),
]);

/** Payments spread over the days of October. */
function series(
  count: number,
  each: (number: number) => readonly [SourceCode, string, string, number],
): Payment[] {
  return Array.from({ length: count }, (_, number) =>
    payment(...each(number), { date: `2026-10-${String((number % 31) + 1).padStart(2, '0')}` }),
  );
}
