import { formatAmount, formatDate, type BackgroundFactOf } from '@medborgarnavet/model';
import { isShared, isTaxed } from './income-view.benefit.ts';
import { known, percent, valid, word, type Say, type Sentence, type Telling } from './income-view.telling.ts';
import { groupBy } from './income-view.origin.ts';
import { formatDuring, formatNumber } from './income-view.span.ts';

type Decision = BackgroundFactOf<'decision'>;
type Level = NonNullable<Decision['levels']>[number];

/** A decision on a benefit. */
export const decisionSentences: Say<'decision'> = (fact, telling) => {
  const { facts } = telling.texts.background;
  return [
    known(fact.outcome, (outcome) => facts.outcome(word(outcome, facts.words))),
    known(fact.decided, (date) => facts.decided(formatDate(date))),
    known(fact.final, (isFinal) => (isFinal ? facts.final : facts.notFinal)),
    valid(fact.period, telling),
    known(fact.amount, (amount) =>
      facts.amount(formatAmount(amount), howOften(fact, telling), isTaxed(fact.benefit.name)),
    ),
    extentOf(fact, telling),
    known(fact.days, (days) => facts.days(formatNumber(days))),
    ...levelsOf(fact.levels ?? [], telling),
  ];
};

/** Known words for how often are plain ones; another one stands beside, as the authority says it. */
function howOften({ every }: Decision, { texts }: Telling): string | undefined {
  const { often } = texts.background.facts;
  if (every === undefined) return undefined;
  const lower = every.toLocaleLowerCase('sv');
  return Object.hasOwn(often, lower) ? often[lower] : `(${lower})`;
}

/** The whole or a share of it, so much of each day, or so much of full time. */
function extentOf({ benefit, extent, days }: Decision, { texts }: Telling): Sentence {
  const { facts } = texts.background;
  if (extent === undefined) return undefined;
  const share = isShared(benefit.name) ? texts.payment.shares[extent] : undefined;
  if (share !== undefined) return facts.getsShare(share);
  return days === undefined ? facts.extent(percent(extent)) : facts.extentOfDay(percent(extent));
}

/** Levels that are the same are told once, with their times. */
function levelsOf(levels: readonly Level[], { texts }: Telling): Sentence[] {
  const { facts } = texts.background;
  const same = groupBy(levels, ({ level, share }) => `${level ?? ''}/${share ?? ''}`);
  return [...same.values()].flatMap((of) => {
    const [{ level, share } = {}] = of;
    const times = of.map(({ period, type }) =>
      [
        ...(period ? [formatDuring(period, texts.span)] : []),
        ...(type === undefined ? [] : [`(${word(type, facts.words)})`]),
      ].join(' '),
    );
    return [
      facts.level(
        level === undefined ? undefined : percent(level),
        facts.list(times.filter((time) => time !== '')),
      ),
      known(share, (part) => facts.share(percent(part), part === 100)),
    ];
  });
}
