import { el, optional } from '../tree.ts';
import type { Agency } from './agency.ts';

/** Migrationsverket: no decisions. */
export const answerMiv: Agency = ({ question }) => ({
  data: [
    el('response', [
      ...optional('korrelationsid', question.korrelationsid),
      el('correlationid', question.korrelationsid ?? question.arendeidentitet),
      el('personnummer', question.personidentitet),
      el('svarCollection'),
    ]),
  ],
});
