import { deviatingLefi } from '../deviations.ts';
import { lefiAnswer } from '../lefi/answer.ts';
import { parseLefiQuestion } from '../lefi/question.ts';
import { el } from '../tree.ts';
import type { Agency } from './agency.ts';
import { base64 } from './payload.ts';

/** Försäkringskassan, and Pensionsmyndigheten behind it: base64 of LEFI's JSON. */
export const answerFk: Agency = ({ question, asked, persona, today, deviations }) => {
  const lefi = parseLefiQuestion(asked.fraga, question.personidentitet);
  if ('felkod' in lefi) return { error: lefi };
  const answer = lefiAnswer(persona, lefi, today);
  const json = JSON.stringify(deviations ? deviatingLefi(answer) : answer);
  return { data: [el('ssbt:lefiJsonSvar', base64(json, persona.FK?.malformed))] };
};
