import type { RelativeDay } from '../notation.ts';
import { overlaps, relativeDay, spanOf } from '../persona/days.ts';
import { type Tree, el, optional } from '../tree.ts';
import type { Agency, Inquiry } from './agency.ts';

/** Arbetsförmedlingen: no payments, but whether the person is registered, reports what they do, and has decisions. */
export const answerAf: Agency = (inquiry) => {
  const { question, persona } = inquiry;
  return {
    data: [
      fraga(inquiry),
      el('af:Svar', [
        el('af:Schemaversion', '2'),
        el('af:Referensnummer', question.arendeidentitet),
        el('af:LagParagraf', question.lagtext),
        el('af:IdentitetsbeteckningFysiskPerson', question.personidentitet),
        el('af:Sekretessmarkering', String(persona.protected ?? false)),
        ...arbetssokandeInfo(inquiry),
        ...beslutInfo(inquiry),
        ...optional('af:Akassetillhorighet', persona.AF?.fund),
        el('af:StatusSokandeinformationKod', '0'),
        el('af:StatusSokandeinformationKodText', 'OK'),
      ]),
    ],
  };
};

function fraga({ question, asked }: Inquiry): Tree {
  const [bitrade] = question.personuppgiftsbitraden;
  return el('af:Fraga', [
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
  ]);
}

/** Someone who is not registered is so with nothing but a report, or is not told of at all. */
function arbetssokandeInfo({ persona, today }: Inquiry): Tree[] {
  const { registered, deregistered, category, extent, report } = persona.AF ?? {};
  if (registered === undefined && report === undefined) return [];
  const isRegistered = registered !== undefined && deregistered === undefined;
  const day = (relative: RelativeDay | undefined) => relative && relativeDay(relative, today);
  return [
    el('af:ArbetssokandeInfo', [
      el('af:Arbetssokande', String(isRegistered)),
      ...optional('af:ArbetssokandeSKAT', category),
      ...optional('af:ArbetssokandeRegistrerad', day(registered)),
      ...optional('af:ArbetssokandeOmfattning', extent?.toString()),
      ...optional('af:ArbetssokandeAvaktualiserad', day(deregistered)),
      el('af:AktivetetsRapportDatum', [
        el('af:AktivitetsRapportMeddelande', report?.code ?? '501'),
        ...optional(
          'af:SenasteAktivitetsRapportDatum',
          day(report?.code === '200' ? report.date : undefined),
        ),
      ]),
    ]),
  ];
}

/** The decisions that touch the period of the question. */
function beslutInfo({ persona, asked, today }: Inquiry): Tree[] {
  if (!persona.AF?.decisions) return [];
  const decisions = persona.AF.decisions
    .filter((decision) => overlaps(spanOf(decision, today), asked.tidsperiod))
    .map(({ type, extent, from, to }) =>
      el('af:Beslut', [
        el('af:ErsattningTyp', type),
        el('af:Omfattning', String(extent)),
        el('af:BeslutFrom', relativeDay(from, today)),
        el('af:BeslutTom', relativeDay(to, today)),
      ]),
    );
  return [el('af:BeslutInfo', [el('af:EkonomiskaBeslut', decisions)])];
}
