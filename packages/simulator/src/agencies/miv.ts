import type { Day } from '../days.ts';
import { coded } from '../notation.ts';
import { relativeDay, spanOf } from '../persona/days.ts';
import type { Permit } from '../persona/other.ts';
import { type Tree, el, optional } from '../tree.ts';
import type { Agency } from './agency.ts';

/** Migrationsverket: permits. It is not asked about any period. */
export const answerMiv: Agency = ({ question, persona, today }) => {
  const { country, arrived, permits = [] } = persona.MIV ?? {};
  return {
    data: [
      el('response', [
        ...optional('korrelationsid', question.korrelationsid),
        el('correlationid', question.korrelationsid ?? question.arendeidentitet),
        ...optional('hemland', country),
        ...optional('inresedatum', arrived && relativeDay(arrived, today)),
        el('personnummer', question.personidentitet),
        el(
          'svarCollection',
          permits.map((permit) => svar(permit, today)),
        ),
      ]),
    ],
  };
};

function svar({ reason, applied, type, decision, outcome, decided, period }: Permit, today: Day): Tree {
  const { from, tom } = spanOf(period, today);
  return el('svar', [
    ...(reason === undefined ? [] : codeAndName('anledning', reason)),
    ...optional('ansokningsdatum', applied && relativeDay(applied, today)),
    ...codeAndName('arendeTyp', type),
    ...codeAndName('beslutsKod', decision),
    ...codeAndName('beslutsTyp', outcome),
    el('beslutsdatum', relativeDay(decided, today)),
    el('fromDatum', from),
    el('giltighetstid', tom === undefined ? 'PERMANENT' : 'TIDBEGRANSAT'),
    ...optional('tomDatum', tom),
  ]);
}

function codeAndName(element: string, text: string): Tree[] {
  const { code, name } = coded(text);
  return [el(element, code), el(`${element}Namn`, name)];
}
