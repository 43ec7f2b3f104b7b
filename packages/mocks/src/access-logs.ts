import type { AccessedSource, AccessLog, AccessLogEntry, SourceCode } from '@medborgarnavet/model';

/** Something that was done at this instant. */
export function entry(
  at: string,
  action: AccessLogEntry['action'],
  outcome: AccessLogEntry['outcome'] = 'done',
  sources: readonly AccessedSource[] = [],
): AccessLogEntry {
  return { at, action, outcome, sources: [...sources] };
}

export function accessLog(
  entries: readonly AccessLogEntry[],
  change: Partial<Omit<AccessLog, 'entries'>> = {},
): AccessLog {
  return {
    version: 1,
    reference: 'EXK-2026-0417',
    purpose: 'Handläggning av ansökan om ekonomiskt bistånd',
    entries: [...entries],
    ...change,
  };
}

const answered = (...sources: readonly SourceCode[]): AccessedSource[] =>
  sources.map((source) => ({ source, outcome: 'answered' }));
const unchecked = (...sources: readonly SourceCode[]): AccessedSource[] =>
  sources.map((source) => ({ source, outcome: 'unchecked' }));

/** Nothing has been done yet. */
export const emptyLog = accessLog([]);

/** An application over two days: fetched, fetched again since a source did not answer, looked behind, handed in, delivered. */
export const wholeLog = accessLog([
  entry('2026-11-21T08:14:02Z', 'income-fetch', 'begun'),
  entry('2026-11-21T08:14:09Z', 'income-fetch', 'done', [...answered('FK', 'PM', 'CSN'), ...unchecked('SO')]),
  ...Array.from({ length: 12 }, (_, number) =>
    entry(`2026-11-21T13:${String(21 + number)}:30Z`, 'income-read'),
  ),
  entry('2026-11-21T13:40:00Z', 'draft-read'),
  entry('2026-11-21T13:41:00Z', 'draft-delete'),
  entry('2026-11-22T09:02:11Z', 'income-read'),
  entry('2026-11-22T09:03:40Z', 'income-fetch', 'begun'),
  entry('2026-11-22T09:03:44Z', 'income-fetch', 'done', answered('FK', 'PM', 'CSN', 'SO')),
  entry('2026-11-22T09:05:00Z', 'background-fetch', 'begun'),
  entry('2026-11-22T09:05:06Z', 'background-fetch', 'done', [...answered('FK', 'SO'), ...unchecked('AF')]),
  entry('2026-11-22T09:20:00Z', 'submission', 'begun'),
  entry('2026-11-22T09:20:01Z', 'submission'),
  entry('2026-11-22T09:21:00Z', 'delivery', 'begun'),
  entry('2026-11-22T09:21:02Z', 'delivery'),
]);

/** What went wrong: nobody could be checked, cut off, failed, stopped, refused and not received. */
export const troubledLog = accessLog([
  entry('2026-11-22T08:00:00Z', 'income-fetch', 'begun'),
  entry('2026-11-22T08:00:20Z', 'income-fetch', 'done', unchecked('FK', 'PM', 'CSN', 'SO')),
  entry('2026-11-22T08:05:00Z', 'income-fetch', 'begun'),
  entry('2026-11-22T08:10:00Z', 'income-fetch', 'begun'),
  entry('2026-11-22T08:10:01Z', 'income-fetch', 'failed'),
  entry('2026-11-22T08:12:00Z', 'background-fetch', 'begun'),
  entry('2026-11-22T08:12:01Z', 'background-fetch', 'refused'),
  entry('2026-11-22T08:15:00Z', 'income-withdraw', 'failed'),
  entry('2026-11-22T08:20:00Z', 'submission', 'begun'),
  entry('2026-11-22T08:20:01Z', 'submission', 'refused'),
  entry('2026-11-22T08:25:00Z', 'delivery', 'begun'),
  entry('2026-11-22T08:25:30Z', 'delivery', 'failed'),
  entry('2026-11-22T08:26:00Z', 'draft-read', 'failed'),
]);

/** As much as can come, with a purpose and a reference that are hard to show. */
export const fullLog = accessLog(
  Array.from({ length: 1000 }, (_, number) => {
    const at = Date.UTC(2026, 10, 1) + number * 1_800_000;
    const instant = (after: number): string => new Date(at + after).toISOString();
    const action = number % 3 === 0 ? 'income-fetch' : 'income-read';
    return [
      entry(instant(0), action, 'begun'),
      entry(instant(4_000), action, 'done', action === 'income-fetch' ? answered('FK', 'CSN') : []),
    ];
  }).flat(),
  {
    reference: 'x'.repeat(60),
    purpose: `Ekonomiskt bistånd <img src=x onerror=alert(1)> שלום ${'Handläggningsärendehantering'.repeat(10)}`,
  },
);
