import { el, optional } from '../tree.ts';
import type { Agency } from './agency.ts';

/** Arbetsförmedlingen: no payments. Only whether the person is marked as protected. */
export const answerAf: Agency = ({ question, asked, persona }) => {
  const [bitrade] = question.personuppgiftsbitraden;
  return {
    data: [
      el('af:Fraga', [
        el('af:OrganisationsnummerForIngivare', question.ingivare.organisationsnummer),
        el('af:NamnPaIngivare', question.ingivare.namn),
        el('af:KontonamnForHandlaggare', question.ingivare.handlaggare),
        el('af:Referensnummer', question.arendeidentitet),
        el('af:From', asked.tidsperiod.from),
        el('af:Tom', asked.tidsperiod.tom),
        el('af:SyfteMedFraga', question.syfte),
        el('af:LagParagraf', question.lagtext),
        ...optional('af:OrganisationsnummerForPersonuppgiftsbitrade', bitrade?.organisationsnummer),
        ...optional('af:NamnPaPersonuppgiftsbitrade', bitrade?.namn),
        el('af:IdentitetsbeteckningFysiskPerson', question.personidentitet),
      ]),
      el('af:Svar', [
        el('af:Schemaversion', '2'),
        el('af:Referensnummer', question.arendeidentitet),
        el('af:LagParagraf', question.lagtext),
        el('af:IdentitetsbeteckningFysiskPerson', question.personidentitet),
        el('af:Sekretessmarkering', String(persona.protected ?? false)),
        el('af:StatusSokandeinformationKod', '0'),
        el('af:StatusSokandeinformationKodText', 'OK'),
      ]),
    ],
  };
};
