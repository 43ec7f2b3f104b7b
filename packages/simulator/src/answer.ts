import { answerAf } from './agencies/af.ts';
import type { Agency, AgencyAnswer } from './agencies/agency.ts';
import { answerCsn } from './agencies/csn.ts';
import { answerFk } from './agencies/fk.ts';
import { answerMiv } from './agencies/miv.ts';
import { answerSkv } from './agencies/skv.ts';
import { answerSo } from './agencies/so.ts';
import { answerTns } from './agencies/tns.ts';
import { AGENCIES, type AgencyCode, type AgencyError, HAMTA, TESTA } from './contract.ts';
import type { Day } from './days.ts';
import type { Persona } from './persona.ts';
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
export function answerQuestion(question: Question, personas: readonly Persona[], today: Day): Tree {
  const persona =
    personas.find(({ personnummer }) => personnummer === question.personidentitet) ?? nobody(question);
  const blocks = [...question.asked].map(([agency, asked]) => {
    const error = persona[agency]?.error;
    const answer = error ? { error } : ANSWERS[agency]({ question, asked, persona, today });
    return block(agency, answer, question);
  });
  return el(`ssbt:${HAMTA}Response`, [
    ...(question.echo ? [el('ssbt:fraga', question.echo)] : []),
    ...optional('ssbt:frageTidpunkt', question.frageTidpunkt),
    ...optional('ssbt:korrelationsid', question.korrelationsid),
    el('ssbt:svarsdata', blocks),
  ]);
}

/** `testaBastjanstInformationResponse`: every agency was called. */
export function answerTest(): Tree {
  return el(
    `ssbt:${TESTA}Response`,
    AGENCIES.map((agency) => el(`ssbt:${agency}`, [el('ssbt:anropad', 'true')])),
  );
}

/** Someone that no agency knows of. */
function nobody({ personidentitet }: Question): Persona {
  return {
    id: 'unknown',
    title: 'Okänd',
    exercises: 'Ingen myndighet har uppgifter.',
    personnummer: personidentitet,
  };
}

function block(agency: AgencyCode, answer: AgencyAnswer, question: Question): Tree {
  return el(`ssbt:${agency}`, [
    'error' in answer ? el('ssbt:error', errorIn(answer.error, question)) : el('ssbt:data', answer.data),
  ]);
}

function errorIn({ kalla, felkod, felmeddelande }: AgencyError, { personidentitet }: Question): Tree[] {
  return [
    el('ssbt:kalla', kalla),
    el('ssbt:felkod', felkod),
    el('ssbt:felmeddelande', felmeddelande.replaceAll('{personnummer}', personidentitet)),
  ];
}
