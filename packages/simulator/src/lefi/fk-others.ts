import type { Day } from '../days.ts';
import { overlaps, spanOf } from '../persona/days.ts';
import type { FkPlacement } from '../persona/lefi.ts';
import type { Persona } from '../persona/persona.ts';
import type { LefiQuestion } from './question.ts';
import { belopp, digits, franTill, omfattning } from './values.ts';

/** What FK tells beside cases and payments, of what was asked for: placements that touch the period, and debts. */
export function fkOthers(fk: Persona['FK'], question: LefiQuestion, today: Day): object {
  const placements = fk?.placements ?? [];
  const debts = fk?.maintenanceDebt === undefined ? [] : [fk.maintenanceDebt];
  return {
    ...(question.ovrigInformation.includes('FK:PANV') && {
      programanvisning: placements
        .filter(({ period }) => overlaps(spanOf(period, today), question.period))
        .map((each) => placement(each, today)),
    }),
    ...(question.formansinformation.includes('FK:US') && {
      underhallsskuld: debts.map((amount) => ({ belopp: belopp(amount) })),
    }),
  };
}

/** `LefiProgramanvisning`. */
function placement({ programme, period, extent }: FkPlacement, today: Day): object {
  return {
    period: franTill(spanOf(period, today)),
    program: digits(programme),
    ...(extent !== undefined && { omfattning: omfattning(extent) }),
  };
}
