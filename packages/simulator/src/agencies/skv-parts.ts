import type { AgencyError, SkvPart } from '../contract.ts';
import { type Day, dayOfMonth, yearOf } from '../days.ts';
import { coded } from '../notation.ts';
import { relativeDay } from '../persona/days.ts';
import type { Assessment, TaxAccount, Wage } from '../persona/skv.ts';
import { type Tree, el } from '../tree.ts';
import type { Inquiry } from './agency.ts';
import { errorIn } from './error.ts';
import { base64 } from './payload.ts';

const NOT_FOUND: AgencyError = { kalla: 'BT', felkod: '404', felmeddelande: 'Not found' };

/** A part for each that was asked for, with its JSON or an error of its own. */
export function skvParts(inquiry: Inquiry): Tree[] {
  const { question, asked, persona } = inquiry;
  return (asked.skv?.parts ?? []).map((part) => {
    const content = WRITERS[part](inquiry);
    const error = persona.SKV?.errors?.[part] ?? (content ? undefined : NOT_FOUND);
    return el(`ssbt:${part}`, [
      error
        ? el('ssbt:error', errorIn(error, question))
        : el('ssbt:data', base64(JSON.stringify(content), persona.SKV?.malformed)),
    ]);
  });
}

/** What each part tells; undefined when there is nothing. */
const WRITERS: Readonly<Record<SkvPart, (inquiry: Inquiry) => object | undefined>> = {
  foretagsinformation: ({ persona }) => {
    const company = persona.SKV?.v11?.company;
    return (
      company && {
        foretag: {
          foretagId: company.id,
          arbetsgivarregistrerad: company.employer,
          momsregistrerad: company.vat,
          godkandFskatt: company.fTax,
        },
      }
    );
  },
  individuppgifter: ({ persona, today }) => {
    const wages = persona.SKV?.v11?.wages;
    return (
      wages && {
        identitet: persona.personnummer,
        individuppgifter: wages.flatMap((wage) => individuppgifter(wage, today)),
      }
    );
  },
  skattekonto: ({ persona, today }) => {
    const account = persona.SKV?.v11?.taxAccount;
    return account && skattekonto(account, persona.personnummer, today);
  },
  skatteuppgifter: ({ persona, asked, today }) => {
    const assessed = (persona.SKV?.v11?.assessments ?? []).filter(({ year }) => {
      const assessedYear = yearOf(today) + year;
      return asked.skv?.ar.includes(assessedYear) && dayOfAssessment(assessedYear) <= today;
    });
    if (assessed.length === 0) return undefined;
    return {
      identitet: persona.personnummer,
      beslutadeSkatteuppgifter: assessed.map((each) => skatteuppgift(each, yearOf(today) + each.year)),
    };
  },
  beskattningsbilagor: () => undefined,
};

/** A month is declared when it has passed. */
function individuppgifter({ employer, month, gross, tax }: Wage, today: Day): object[] {
  const { code, name } = coded(employer);
  return (month === 'every' ? [-2, -1] : [month]).map((offset) => ({
    redovisningsperiod: dayOfMonth(today, offset, 1).slice(0, 7).replace('-', ''),
    utbetalare: { identitet: code, namn: name },
    kontantErsattningUlagAG: gross,
    avdrPrelSkatt: tax,
  }));
}

function skattekonto({ refund, balance = 0 }: TaxAccount, kontohavare: string, today: Day): object {
  const date = refund && relativeDay(refund.date, today);
  const isPaid = date !== undefined && date <= today;
  return {
    kontohavare,
    utbetaltBelopp: isPaid ? refund?.amount : 0,
    ...(isPaid && { bokforingsdag: date }),
    saldo: balance,
    preliminarRanta: 0,
    senastUppdaterad: isPaid ? date : today,
  };
}

/** A year is assessed in the December after it. */
function dayOfAssessment(year: number): Day {
  return `${year + 1}-12-12`;
}

function skatteuppgift({ employment, capital, income, tax }: Assessment, year: number): object {
  return {
    beskattningsar: String(year),
    beskattningsperiod: `${year}P4`,
    datumFaststalld: dayOfAssessment(year),
    uppgifter: {
      inkomstar: String(year),
      overskottAvTjanst: String(employment),
      sumKapital: String(capital),
      fastStalldinkomst: String(income),
      summaSlutligSkatt: String(tax),
    },
  };
}
