import { formatDate, formatTime, type AccessAction, type CalendarDate } from '@medborgarnavet/model';
import type { AccessLogTexts, ToldAction } from '../localize/access-log.texts.ts';
import { byDay } from './access-log.days.ts';
import type { Deed } from './access-log.deeds.ts';

/** What only shows what was kept: there are many of them. */
const SHOWING = ['income-read', 'draft-read'] as const satisfies readonly Showing[];
export type Showing = Exclude<AccessAction, ToldAction>;

export function isShowing(deed: Deed): deed is Deed<Showing> {
  return SHOWING.some((action) => action === deed.first.action);
}

/** Whatever else has been done has a line of its own. */
export function isTold(deed: Deed): deed is Deed<ToldAction> {
  return !isShowing(deed);
}

/** How often something was shown in a day, and when last. */
export interface ShownSentence {
  readonly count: number;
  readonly text: string;
  /** When last: an instant, and as it stands in the text. */
  readonly at: string;
  readonly time: string;
}

export interface ShownDay {
  readonly date: CalendarDate;
  readonly label: string;
  readonly sentences: readonly ShownSentence[];
}

/** A day at a time, the newest first. */
export function toShownDays(
  deeds: readonly Deed<Showing>[],
  texts: Pick<AccessLogTexts, 'shown'>,
): ShownDay[] {
  return byDay(deeds).map(({ date, deeds: ofDay }) => ({
    date,
    label: formatDate(date),
    sentences: SHOWING.flatMap((action) => {
      const of = ofDay.filter(({ first }) => first.action === action);
      const { shown, notShown } = texts.shown[action];
      return [
        ...sentence(of.filter(mayHaveBeenShown), shown),
        ...sentence(
          of.filter((deed) => !mayHaveBeenShown(deed)),
          notShown,
        ),
      ];
    }),
  }));
}

/** What began may have been shown, also where nobody wrote down how it ended. */
function mayHaveBeenShown({ last }: Deed): boolean {
  return last.outcome === 'done' || last.outcome === 'begun';
}

/** @param deeds the newest first. */
function sentence(
  deeds: readonly Deed[],
  say: (count: number, time: string) => string,
): readonly ShownSentence[] {
  const [latest] = deeds;
  if (!latest) return [];
  const { at } = latest.first;
  const time = formatTime(new Date(at));
  return [{ count: deeds.length, text: say(deeds.length, time), at, time }];
}
