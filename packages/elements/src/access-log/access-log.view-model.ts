import {
  formatDate,
  formatTime,
  type AccessedSource,
  type AccessLog,
  type CalendarDate,
} from '@medborgarnavet/model';
import type { AccessLogTexts, Standing, ToldAction } from '../localize/access-log.texts.ts';
import { byDay } from './access-log.days.ts';
import { toDeeds, type Deed } from './access-log.deeds.ts';
import { isShowing, isTold, toShownDays, type ShownDay } from './access-log.shown.ts';

/** One thing that was done. */
export interface LineView {
  /** When it began: an instant. */
  readonly at: string;
  readonly time: string;
  readonly standing: Standing;
  readonly text: string;
  /** Who answered, and who could not be checked. */
  readonly sources: readonly string[];
}

export interface DayView {
  readonly date: CalendarDate;
  readonly label: string;
  readonly lines: readonly LineView[];
}

/** What is said, in the order that it is said. */
export interface AccessLogView {
  readonly purpose: string;
  readonly reference: string;
  /** What there is to say of the list as a whole. */
  readonly notes: readonly string[];
  readonly days: readonly DayView[];
  /** When what was kept has been shown. */
  readonly shown: readonly ShownDay[];
  /** Milliseconds until something that is under way has to have ended. */
  readonly until: number;
}

/** As many as a log tells of; what is older is left out of it. */
const MOST = 2000;

/** A host has given up the authorities long before. What has no end by then was cut off. */
const LONGEST = 60_000;

/** @param now milliseconds since 1970. */
export function toAccessLogView(log: AccessLog, now: number, texts: AccessLogTexts): AccessLogView {
  const deeds = toDeeds(log.entries);
  const told = deeds.filter(isTold);
  const left = told.map((deed) => timeLeftOf(deed, now)).filter((wait) => wait > 0);
  const isFull = log.entries.length >= MOST;
  return {
    purpose: log.purpose,
    reference: log.reference,
    notes: [
      ...(log.incomplete ? [texts.log.incomplete] : []),
      ...(isFull ? [texts.log.older(MOST)] : []),
      ...(deeds.length === 0 && !log.incomplete ? [texts.log.empty] : []),
      ...(deeds.length > 0 && told.length === 0 && !isFull && !log.incomplete ? [texts.log.onlyShown] : []),
    ],
    days: byDay(told).map(({ date, deeds }) => ({
      date,
      label: formatDate(date),
      lines: deeds.map((deed) => toLine(deed, now, texts)),
    })),
    shown: toShownDays(deeds.filter(isShowing), texts),
    until: Math.min(...left),
  };
}

function toLine(deed: Deed<ToldAction>, now: number, texts: AccessLogTexts): LineView {
  const { first, last } = deed;
  const standing = standingOf(deed, now);
  return {
    at: first.at,
    time: formatTime(new Date(first.at)),
    standing,
    text: texts.actions[first.action][standing],
    sources: standing === 'under-way' ? [] : sourceSentences(last.sources, texts),
  };
}

function standingOf(deed: Deed, now: number): Standing {
  const { outcome, sources } = deed.last;
  if (outcome === 'begun') return timeLeftOf(deed, now) > 0 ? 'under-way' : 'cut-off';
  const isUnanswered = sources.length > 0 && sources.every((each) => each.outcome === 'unchecked');
  return outcome === 'done' && isUnanswered ? 'unanswered' : outcome;
}

/** Milliseconds in which something that has begun may still be under way; never more than that where clocks differ. */
function timeLeftOf({ last }: Deed, now: number): number {
  return last.outcome === 'begun' ? Math.min(Date.parse(last.at) + LONGEST - now, LONGEST) : 0;
}

/** Those who answered, and those who could not be checked, never in one sentence. */
function sourceSentences(sources: readonly AccessedSource[], { log, names }: AccessLogTexts): string[] {
  const namesOf = (outcome: AccessedSource['outcome']): string =>
    [...new Set(sources.filter((each) => each.outcome === outcome).map(({ source }) => names[source]))].join(
      ', ',
    );
  const [answered, unchecked] = [namesOf('answered'), namesOf('unchecked')];
  return [
    ...(answered === '' ? [] : [log.answered(answered)]),
    ...(unchecked === '' ? [] : [log.unchecked(unchecked)]),
  ];
}
