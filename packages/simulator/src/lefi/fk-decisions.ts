import { type Day, addDays } from '../days.ts';
import { overlaps, relativeDay, spanOf } from '../persona/days.ts';
import type { FkDecision } from '../persona/lefi.ts';
import type { FK_CASE_GROUPS } from './codes.ts';
import type { LefiQuestion } from './question.ts';
import { belopp, digits, franTill, letters, omfattning } from './values.ts';

type Group = (typeof FK_CASE_GROUPS)[number];

/** Where the cases of a group stand in FK's answer, and how one is written. */
const CASES: Readonly<Record<Group, { readonly key: string; readonly write: typeof monthlyCase }>> = {
  'FK:ABB': { key: 'barnbidragsarende', write: childCase },
  'FK:BOB': { key: 'bostadsbidragsarende', write: monthlyCase },
  'FK:FP': { key: 'foraldrapenningarende', write: parentalCase },
  'FK:MEK': { key: 'merkostnadsersattningsarende', write: levelCase },
  'FK:OMV': { key: 'omvardnadsbidragsarende', write: levelCase },
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
    ...childOf(decision),
    beslut: [
      { ...monthlyDecision(decision, today), underlag: { skolgang: true, myndighetsplacering: false } },
    ],
  };
}

function monthlyCase(decision: FkDecision, today: Day): object {
  return { ...state(decision, today), avslaget: false, beslut: [monthlyDecision(decision, today)] };
}

function sicknessCase(decision: FkDecision, today: Day): object {
  const { tom } = spanOf(decision.period, today);
  const days = daysOf(decision.period, today);
  return {
    ...state(decision, today),
    beslut: [
      {
        ...common(decision, today),
        ...extentOf(decision),
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

/** Each day applied for is in the case, whether it is decided or not. It goes on until the last of them. */
function parentalCase(decision: FkDecision, today: Day): object {
  const { applied = [], period } = decision;
  const niva = letters('S Sjukpenningsnivå');
  const days = daysOf(period, today);
  const anspraksdagar = applied.flatMap((span) => daysOf(span, today));
  return {
    ...state(decision, today),
    aktivt: [...days, ...anspraksdagar].some((day) => day >= today),
    ...childOf(decision),
    beslut: [
      {
        ...common(decision, today),
        ...extentOf(decision),
        dagar: days.length,
        ersattning: digits('3 Vanliga dagar'),
        ersattningsdagar: days.map((dag) => ({ dag, niva, bruttobelopp: belopp(decision.amount) })),
      },
    ],
    anspraksdagar: anspraksdagar.map((dag) => ({
      dag,
      niva,
      omfattning: omfattning(decision.extent ?? 100),
    })),
  };
}

/** The case has one decision, and the levels stand in it. */
function levelCase(decision: FkDecision, today: Day): object {
  const { child, levels = [], provisional } = decision;
  return {
    ...state(decision, today),
    avslaget: false,
    beslut: {
      ...common(decision, today),
      ...monthly(decision),
      beslutstatus: letters(provisional ? 'I Interimistiskt' : 'S Slutligt'),
      beslutsutfall: digits('2 BEVILJANDE'),
      periodbeslut: levels.map(({ period, level, share, type }) => ({
        period: franTill(spanOf(period, today)),
        omfattning: omfattning(level),
        ...(share !== undefined && { andel: omfattning(share) }),
        ...(type !== undefined && { utbetalningstyp: letters(type) }),
      })),
      ...(child !== undefined && { underlag: { Barn: [{ personnummer: child }] } }),
    },
  };
}

function state({ decided, period }: FkDecision, today: Day): object {
  const { tom } = spanOf(period, today);
  return { startades: relativeDay(decided, today), aktivt: tom === undefined || tom >= today };
}

function childOf({ child }: FkDecision): object {
  return child === undefined ? {} : { grunduppgifter: { barn: { personnummer: child } } };
}

function monthlyDecision(decision: FkDecision, today: Day): object {
  return { ...common(decision, today), ...extentOf(decision), ...monthly(decision) };
}

function monthly({ amount }: FkDecision): object {
  return { periodicitet: digits('1 Månadsvis'), beslutatBruttobelopp: belopp(amount) };
}

function common({ decided, provisional, benefit, period }: FkDecision, today: Day): object {
  return {
    fattades: relativeDay(decided, today),
    definitivt: !provisional,
    forman: letters(benefit),
    period: franTill(spanOf(period, today)),
  };
}

function extentOf({ extent }: FkDecision): object {
  return extent === undefined ? {} : { omfattning: omfattning(extent) };
}

/** None of what goes on. */
function daysOf(span: FkDecision['period'], today: Day): Day[] {
  const { from, tom } = spanOf(span, today);
  const days: Day[] = [];
  for (let day = from; tom !== undefined && day <= tom; day = addDays(day, 1)) days.push(day);
  return days;
}
