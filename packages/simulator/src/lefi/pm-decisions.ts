import type { Day } from '../days.ts';
import { coded } from '../notation.ts';
import { overlaps, relativeDay, spanOf } from '../persona/days.ts';
import type { PmDecision } from '../persona/lefi.ts';
import type { LefiQuestion } from './question.ts';
import { kod } from './values.ts';

/** PM's decisions on the groups that were asked for, if they touch the period: `LefiPmFormanBeslut`. */
export function pmDecisions(decisions: readonly PmDecision[], question: LefiQuestion, today: Day): object[] {
  const asked: readonly string[] = question.beslut;
  return decisions
    .filter(({ group, period }) => {
      return asked.includes(coded(group).code) && overlaps(spanOf(period, today), question.period);
    })
    .map((decision, index) => pmDecision(decision, index + 1, today));
}

function pmDecision(decision: PmDecision, number: number, today: Day): object {
  const period = spanOf(decision.period, today);
  return {
    beslutsid: `BESLUT-${number}`,
    beslutsdatum: relativeDay(decision.decided, today),
    formansgrupp: kod(decision.group),
    beslutsstatus: kod(decision.status ?? 'SLUTLIGT Slutligt'),
    beslutsutfall: kod(decision.outcome ?? 'BIFALL Bifall'),
    beslutadErsattning: decision.grants.map(({ type, amount }) => ({
      beslutatBelopp: { belopp: amount, beloppsfrekvens: kod('MANAD Per månad') },
      period,
      ersattningstyp: kod(type),
    })),
  };
}
