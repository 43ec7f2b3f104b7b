import type { BackgroundFactOf, CalendarDate, OpenPeriod } from '@medborgarnavet/model';
import { openPeriod, readDate } from '../dates.ts';
import { readFields, withPeriod, type Fields } from './fields.ts';
import { found, foundInEach, gap, NOTHING, together, type Found } from './found.ts';
import { FkAnspraksdag, FkBeslut, type FkArende } from './lefi-decisions.schema.ts';
import { listOf, SPAN, within } from './lefi-values.ts';

type State = BackgroundFactOf<'application'>['state'];

/** A case without decisions is an application. */
export function decodeApplication(arende: FkArende, name: string): Found {
  const { days, whole } = daysAppliedFor(arende);
  const state = arende.avslaget === true ? 'refused' : arende.aktivt === false ? 'closed' : 'open';
  const application = applicationIn(arende, name, openPeriod(days.at(0), days.at(-1)), state);
  return together(application, whole ? NOTHING : gap(name));
}

/**
 * What is applied for in a case that has decisions, and is in none of them: the days of föräldrapenning that
 * Försäkringskassan has still to decide on. LEFI v9 does not say which these are. A day that lies in the period of a
 * decision or among its days is held to be decided, and so is every day of a case that is not active. Where it cannot be
 * known whether a day is decided, there is a gap.
 */
export function decodeUndecided(arende: FkArende, name: string): Found {
  const { days, whole } = daysAppliedFor(arende);
  const gaps = whole ? NOTHING : gap(name);
  if (days.length === 0 || arende.aktivt === false || arende.avslaget === true) return gaps;
  const decided = listOf(arende.beslut).map(spansOf);
  const spans = decided.flatMap((each) => each ?? []);
  const undecided = days.filter((day) => !spans.some((span) => isWithin(span, day)));
  if (undecided.length === 0) return gaps;
  if (arende.aktivt === undefined || decided.includes(undefined)) return gap(name);
  const open = foundInEach(stretchesOf(undecided, spans), (period) =>
    applicationIn(arende, name, period, 'open'),
  );
  return together(open, gaps);
}

const APPLICATION = { received: ['startades', readDate] } as const satisfies Fields;

function applicationIn(
  { startades = '' }: FkArende,
  name: string,
  period: OpenPeriod | undefined,
  state: State,
): Found {
  const { values, whole } = readFields(() => startades, APPLICATION);
  const benefit = { code: '', name };
  return found({ kind: 'application', benefit, ...values, ...(period && { period }), state }, whole, name);
}

/** Each day once, in order. */
function daysAppliedFor({ anspraksdagar }: FkArende): {
  readonly days: readonly CalendarDate[];
  readonly whole: boolean;
} {
  const read = listOf(anspraksdagar).map((item) => {
    const day = FkAnspraksdag.safeParse(item);
    return day.success ? readDate(day.data.dag) : undefined;
  });
  const days = read.filter((day) => day !== undefined);
  return { days: [...new Set(days)].sort(), whole: days.length === read.length };
}

/** The time that a decision is about; undefined where that cannot be known. */
function spansOf(item: unknown): readonly OpenPeriod[] | undefined {
  const parsed = FkBeslut.safeParse(item);
  if (!parsed.success) return undefined;
  const { period: { fran = '', till = '' } = {}, ersattningsdagar = [] } = parsed.data;
  const { period } = withPeriod(readFields(within({ fran, till }), SPAN)).values;
  const days = ersattningsdagar.map(({ dag }) => (typeof dag === 'string' ? readDate(dag) : undefined));
  const known = days.filter((day) => day !== undefined).map((day) => ({ from: day, to: day }));
  if (period) return [period, ...known];
  return known.length > 0 && known.length === days.length ? known : undefined;
}

function isWithin({ from, to }: OpenPeriod, day: CalendarDate): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

/** From the first to the last of the days, in as many stretches as there are with no decision inside. */
function stretchesOf(days: readonly CalendarDate[], spans: readonly OpenPeriod[]): OpenPeriod[] {
  const isParted = (before: CalendarDate, after: CalendarDate): boolean =>
    spans.some(({ from = before, to = after }) => from < after && to > before);
  const stretches: { from: CalendarDate; to: CalendarDate }[] = [];
  for (const day of days) {
    const last = stretches.at(-1);
    if (last && !isParted(last.to, day)) last.to = day;
    else stretches.push({ from: day, to: day });
  }
  return stretches;
}
