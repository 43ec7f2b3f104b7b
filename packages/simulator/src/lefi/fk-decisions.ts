import { type Day, addDays } from '../days.ts';
import { overlaps, relativeDay, spanOf } from '../persona/days.ts';
import type { FkDecision } from '../persona/lefi.ts';
import type { FK_CASE_GROUPS } from './codes.ts';
import type { LefiQuestion } from './question.ts';
import { belopp, digits, letters } from './values.ts';

type Group = (typeof FK_CASE_GROUPS)[number];

/** Where the cases of a group stand in FK's answer, and how one is written. */
const CASES: Readonly<Record<Group, { readonly key: string; readonly write: typeof monthlyCase }>> = {
  'FK:ABB': { key: 'barnbidragsarende', write: childCase },
  'FK:BOB': { key: 'bostadsbidragsarende', write: monthlyCase },
  'FK:SA': { key: 'sjukOchAktivitetsersattningsarende', write: monthlyCase },
  'FK:SJP': { key: 'sjukpenningarende', write: sicknessCase },
};

/** The lists of cases that were asked for, with the decisions that touch the period of the question. */
export function fkCases(decisions: readonly FkDecision[], question: LefiQuestion, today: Day): object {
  const asked: readonly string[] = question.formansinformation;
  return Object.fromEntries(
    Object.entries(CASES)
      .filter(([group]) => asked.includes(group))
      .map(([group, { key, write }]) => [
        key,
        decisions
          .filter((each) => each.group === group && overlaps(spanOf(each.period, today), question.period))
          .map((each) => write(each, today)),
      ]),
  );
}

function childCase(decision: FkDecision, today: Day): object {
  return {
    ...(decision.child !== undefined && { grunduppgifter: { barn: { personnummer: decision.child } } }),
    beslut: [
      { ...monthlyDecision(decision, today), underlag: { skolgang: true, myndighetsplacering: false } },
    ],
  };
}

function monthlyCase(decision: FkDecision, today: Day): object {
  return { ...state(decision, today), avslaget: false, beslut: [monthlyDecision(decision, today)] };
}

function sicknessCase(decision: FkDecision, today: Day): object {
  const { from, tom } = spanOf(decision.period, today);
  const days = tom === undefined ? [] : daysBetween(from, tom);
  return {
    ...state(decision, today),
    beslut: [
      {
        ...common(decision, today),
        beslutsutfall: 'BEVILJAN',
        beslutstyp: decision.provisional ? 'INTERMISTISKT' : 'SLUTLIGT',
        ...(tom !== undefined && { dagar: days.length }),
        ersattningsdagar: days.map((day) => ({
          ersattningsdatum: day,
          ersattningsbelopp: belopp(decision.amount),
        })),
      },
    ],
  };
}

function state({ decided, period }: FkDecision, today: Day): object {
  const { tom } = spanOf(period, today);
  return { startades: relativeDay(decided, today), aktivt: tom === undefined || tom >= today };
}

function monthlyDecision(decision: FkDecision, today: Day): object {
  return {
    ...common(decision, today),
    periodicitet: digits('1 Månadsvis'),
    beslutatBruttobelopp: belopp(decision.amount),
  };
}

function common({ decided, provisional, benefit, period, extent }: FkDecision, today: Day): object {
  const { from, tom } = spanOf(period, today);
  return {
    fattades: relativeDay(decided, today),
    definitivt: !provisional,
    forman: letters(benefit),
    period: { fran: from, ...(tom !== undefined && { till: tom }) },
    ...(extent !== undefined && { omfattning: { taljare: extent, namnare: 100 } }),
  };
}

function daysBetween(from: Day, tom: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= tom; day = addDays(day, 1)) days.push(day);
  return days;
}
