import { type Day, yearOf } from '../days.ts';
import type { Persona } from '../persona/persona.ts';
import { type Tree, el, toXml } from '../tree.ts';
import type { Agency, Inquiry } from './agency.ts';
import { cutOff } from './payload.ts';
import { skvParts } from './skv-parts.ts';

/** Skatteverket: an XML document written as text in v10, and five parts in JSON in v11. */
export const answerSkv: Agency = (inquiry) => {
  const { question, persona } = inquiry;
  const { v10, v11 } = persona.SKV ?? {};
  const error = (question.version === 10 ? v10 : v11)?.error;
  if (error) return { error };
  return question.version === 10 ? { data: [svar(inquiry)] } : { parts: skvParts(inquiry) };
};

function svar({ persona, today }: Inquiry): Tree {
  const person = persona.SKV?.v10?.capital ? [personuppgift(persona, persona.SKV.v10.capital, today)] : [];
  const xml = toXml(
    el('skv:SvarBeskattningsuppgifterEnligtSFS2008-975', [el('skv:PersonuppgiftLista', person)]),
  );
  return el('svar', persona.SKV?.malformed ? cutOff(xml) : xml);
}

type Capital = NonNullable<NonNullable<NonNullable<Persona['SKV']>['v10']>['capital']>;

function personuppgift({ personnummer }: Persona, capital: Capital, today: Day): Tree {
  return el('skv:Personuppgift', [
    el('skv:IdentitetsbeteckningFysiskPerson', personnummer),
    el('skv:StatusPersonuppgiftKod', '999'),
    ...capital.map(({ year, income, surplus }) =>
      el('skv:Kapitaluppgift', [
        el('skv:Taxeringsar', String(yearOf(today) + year)),
        el('skv:SummaIntakterPaKapital', String(income)),
        el('skv:OverskottPaKapital', String(surplus)),
      ]),
    ),
  ]);
}
