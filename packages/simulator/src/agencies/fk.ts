import { lefiAnswer } from '../lefi/answer.ts';
import { parseLefiQuestion } from '../lefi/question.ts';
import { el } from '../tree.ts';
import type { Agency } from './agency.ts';

/** Försäkringskassan, and Pensionsmyndigheten behind it: base64 of LEFI's JSON. */
export const answerFk: Agency = ({ question, asked, persona, today }) => {
  const lefi = parseLefiQuestion(asked.fraga, question.personidentitet);
  if ('felkod' in lefi) return { error: lefi };
  const json = JSON.stringify(lefiAnswer(persona, lefi, today));
  return { data: [el('ssbt:lefiJsonSvar', Buffer.from(json, 'utf8').toString('base64'))] };
};
