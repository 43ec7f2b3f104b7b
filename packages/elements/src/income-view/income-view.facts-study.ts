import { formatAmount, formatDate, ore, type BackgroundFactOf } from '@medborgarnavet/model';
import { known, percent, word, type Say, type Sentence, type Telling } from './income-view.telling.ts';
import { groupBy } from './income-view.origin.ts';
import { formatDuring } from './income-view.span.ts';

type StudySupport = BackgroundFactOf<'study-support'>;
type Granted = StudySupport['granted'][number];
type Planned = StudySupport['plan'][number];

/** A case at CSN. No tax is drawn from what CSN pays. */
export const studySentences: Say<'study-support'> = ({ status, applied, granted, plan }, telling) => {
  const { facts } = telling.texts.background;
  const { span } = telling.texts;
  return [
    known(status, (text) => facts.status(word(text, facts.words))),
    ...applied.flatMap(({ period, extent, loan }) => [
      facts.applied(
        known(period, (time) => formatDuring(time, span)),
        known(extent, percent),
      ),
      known(loan, facts.appliedLoan),
    ]),
    ...granted.flatMap((each) => grantedSentences(each, telling)),
    ...planSentences(plan, telling),
  ];
};

function grantedSentences(
  { period, extent, basicExtent, amount, parts }: Granted,
  { texts }: Telling,
): Sentence[] {
  const { facts } = texts.background;
  // One part that is all of it says nothing more.
  const told = parts.length === 1 && parts[0]?.amount === amount ? [] : parts;
  return [
    facts.granted(
      known(period, (time) => formatDuring(time, texts.span)),
      known(extent, percent),
    ),
    known(basicExtent, (share) => facts.basicExtent(percent(share))),
    known(amount, (sum) => facts.amount(formatAmount(sum), undefined, false)),
    told.length === 0
      ? undefined
      : facts.parts(facts.list(told.map((part) => facts.part(part.benefit.name, formatAmount(part.amount))))),
  ];
}

/** Payments of the same amount are told in one sentence. */
function planSentences(plan: readonly Planned[], { texts }: Telling): Sentence[] {
  const { facts } = texts.background;
  const same = groupBy(plan, ({ date, status, amount }) => `${status} ${amount} ${date === undefined}`);
  return [...same.values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    const dates = of.flatMap(({ date }) => (date === undefined ? [] : [formatDate(date)]));
    const what = first.amount < 0 ? 'taken' : 'given';
    return [
      facts.plan[first.status][what](
        formatAmount(ore(Math.abs(first.amount))),
        dates.length === 0 ? undefined : facts.list(dates),
      ),
    ];
  });
}
