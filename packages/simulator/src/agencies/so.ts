import { type Day, type Period, includes } from '../days.ts';
import { coveredPeriod, overlaps, paymentDays, relativeDay, spanOf } from '../persona/days.ts';
import type { SoFund } from '../persona/other.ts';
import type { Persona } from '../persona/persona.ts';
import { type Tree, el } from '../tree.ts';
import type { Agency } from './agency.ts';

/** The unemployment insurance funds, one after another. What is not paid yet they do not tell of. */
export const answerSo: Agency = ({ question, asked, persona, today }) => ({
  data: [
    el('so:OrganisationsnummerIngivare', question.ingivare.organisationsnummer),
    el('so:NamnIngivare', question.ingivare.namn),
    el('so:KontonamnHandlaggare', question.ingivare.handlaggare),
    el('so:Referensnummer', question.arendeidentitet),
    el('so:From', asked.tidsperiod.from),
    el('so:Tom', asked.tidsperiod.tom),
    el('so:Syfte', question.syfte),
    el('so:Paragraf', question.lagtext),
    ...question.personuppgiftsbitraden.map((each) =>
      el('so:OrganisationsnummerPersonuppgiftsbitrade', each.organisationsnummer),
    ),
    ...question.personuppgiftsbitraden.map((each) => el('so:NamnPersonuppgiftsbitrade', each.namn)),
    el('so:IdentificationNumber', question.personidentitet),
    el(
      'so:ArbetsloshetsersattningLista',
      fundsOf(persona).map((fund) => arbetsloshetsersattning(fund, asked.tidsperiod, today)),
    ),
  ],
});

/** A status for all of them stands instead of what they would have told. */
function fundsOf({ SO }: Persona): readonly SoFund[] {
  const funds = SO?.funds ?? [];
  const { status } = SO ?? {};
  if (status === undefined) return funds;
  return (funds.length > 0 ? funds : [{ name: 'Exempelkassan' }]).map(({ name }) => ({ name, status }));
}

function arbetsloshetsersattning(fund: SoFund, period: Period, today: Day): Tree {
  const { name, status, payments = [], suspensions = [], application } = fund;
  return el('so:Arbetsloshetsersattning', [
    el('so:SvarandeOrganisation', name),
    el('so:StatusSvarandeOrganisation', status),
    ...payments.flatMap((payment) =>
      paymentDays(payment.date, today)
        .filter((date) => date <= today && includes(period, date))
        .map((date) => utbetalning(payment, date)),
    ),
    ...suspensions
      .filter((suspension) => overlaps(spanOf(suspension, today), period))
      .map(({ from, to }) =>
        el('so:Avstangningar', [
          el('so:AvstangdFrom', relativeDay(from, today)),
          el('so:AvstangdTom', relativeDay(to, today)),
        ]),
      ),
    ...(application ? [ansokan(application, today)] : []),
  ]);
}

function ansokan({ decided, submitted }: NonNullable<SoFund['application']>, today: Day): Tree {
  return el('so:AnsoktOmErsattning', [
    decided === undefined
      ? el('so:BeslutOmRattTillErsattning', [], { 'xsi:nil': 'true' })
      : el('so:BeslutOmRattTillErsattning', relativeDay(decided, today)),
    el('so:AnsokanOmUtbetalningInlamnad', String(submitted)),
  ]);
}

function utbetalning(payment: NonNullable<SoFund['payments']>[number], date: Day): Tree {
  const { from, tom } = coveredPeriod(date, payment.covers);
  return el('so:Utbetalningar', [
    el('so:Utbetalningsdatum', date),
    el('so:NettoEfterSkatt', payment.afterTax.toFixed(2)),
    el('so:NettoEfterAvdrag', payment.afterDeductions.toFixed(2)),
    el('so:Ersattningsdagar', String(payment.days)),
    el('so:AvserFrom', from),
    el('so:AvserTom', tom),
  ]);
}
