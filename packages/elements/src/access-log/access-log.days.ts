import { dateInSweden, type CalendarDate } from '@medborgarnavet/model';
import type { Deed } from './access-log.deeds.ts';

export interface DayOfDeeds<Each extends Deed> {
  readonly date: CalendarDate;
  readonly deeds: readonly Each[];
}

/** By the day in Sweden on which they began; days and what is in them the newest first. */
export function byDay<Each extends Deed>(deeds: readonly Each[]): DayOfDeeds<Each>[] {
  const days = new Map<CalendarDate, Each[]>();
  for (const deed of [...deeds].reverse()) {
    const date = dateInSweden(new Date(deed.first.at));
    days.set(date, [...(days.get(date) ?? []), deed]);
  }
  return [...days]
    .map(([date, deeds]) => ({ date, deeds }))
    .sort((one, other) => other.date.localeCompare(one.date));
}
