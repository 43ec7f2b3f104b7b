import { answerAf } from './agencies/af.ts';
import type { Agency, AgencyAnswer, Inquiry } from './agencies/agency.ts';
import { answerCsn } from './agencies/csn.ts';
import { errorIn } from './agencies/error.ts';
import { answerFk } from './agencies/fk.ts';
import { answerMiv } from './agencies/miv.ts';
import { answerSkv } from './agencies/skv.ts';
import { answerSo } from './agencies/so.ts';
import { answerTns } from './agencies/tns.ts';
import { AGENCIES, type AgencyCode, HAMTA, TESTA } from './contract.ts';
import type { Day } from './days.ts';
import { deviatingBlock } from './deviations.ts';
import type { Persona } from './persona/persona.ts';
import type { Question } from './question.ts';
import { type Tree, el, optional } from './tree.ts';

const ANSWERS: Readonly<Record<AgencyCode, Agency>> = {
  AF: answerAf,
  CSN: answerCsn,
  FK: answerFk,
  SKV: answerSkv,
  SO: answerSo,
  TNS: answerTns,
  MIV: answerMiv,
};

/** `hamtaBastjanstInformationResponse`: a block for each agency that was to be asked. */
export function answerQuestion(question: Question, persona: Persona, today: Day, deviations: boolean): Tree {
  const blocks = [...question.asked]
    .filter(([agency]) => !persona[agency]?.absent)
    .map(([agency, asked]) => {
      const error = persona[agency]?.error;
      const inquiry = { ...aboutWhom(agency, question, persona), asked, today, deviations };
      const answer = error ? { error } : ANSWERS[agency](inquiry);
      return el(`ssbt:${agency}`, contentOf(agency, answer, question, deviations));
    });
  return el(`ssbt:${HAMTA}Response`, [
    ...(question.echo ? [el('ssbt:fraga', question.echo)] : []),
    ...optional('ssbt:frageTidpunkt', question.frageTidpunkt),
    ...optional('ssbt:korrelationsid', question.korrelationsid),
    el('ssbt:svarsdata', blocks),
  ]);
}

/** The numbers of two persons may have been mixed up. LEFI still has the question of the one who was asked about. */
function aboutWhom(
  agency: AgencyCode,
  question: Question,
  persona: Persona,
): Pick<Inquiry, 'question' | 'persona'> {
  const personnummer = persona[agency]?.about;
  if (personnummer === undefined) return { question, persona };
  return {
    question: agency === 'FK' ? question : { ...question, personidentitet: personnummer },
    persona: { ...persona, personnummer },
  };
}

/** `testaBastjanstInformationResponse`: every agency was called. */
export function answerTest(): Tree {
  return el(
    `ssbt:${TESTA}Response`,
    AGENCIES.map((agency) => el(`ssbt:${agency}`, [el('ssbt:anropad', 'true')])),
  );
}

/** The person that is asked about, or someone that no agency knows of. */
export function personOf({ personidentitet }: Question, personas: readonly Persona[]): Persona {
  return (
    personas.find(({ personnummer }) => personnummer === personidentitet) ?? {
      id: 'unknown',
      title: 'Okänd',
      exercises: 'Ingen myndighet har uppgifter.',
      personnummer: personidentitet,
    }
  );
}

function contentOf(
  agency: AgencyCode,
  answer: AgencyAnswer,
  question: Question,
  deviations: boolean,
): readonly Tree[] {
  if ('error' in answer) return [el('ssbt:error', errorIn(answer.error, question))];
  if ('parts' in answer) return answer.parts;
  return [el('ssbt:data', deviations ? deviatingBlock(agency, answer.data) : answer.data)];
}
