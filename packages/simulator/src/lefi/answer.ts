import { type Day, includes } from '../days.ts';
import { coded } from '../notation.ts';
import { paymentDays } from '../persona/days.ts';
import type { FkPayment, PmPayment } from '../persona/lefi.ts';
import type { Persona } from '../persona/persona.ts';
import { avvikelser, withoutGaps } from './avvikelser.ts';
import { fkCases } from './fk-decisions.ts';
import { fkOthers } from './fk-others.ts';
import { fkPayment } from './fk-payment.ts';
import { pmDecisions } from './pm-decisions.ts';
import { pmPayment } from './pm-payment.ts';
import { type LefiQuestion, askedCodes } from './question.ts';

/** What LEFI answers: `LefiExternFormansinformationSvar`. Only what was asked for is in it. */
export function lefiAnswer(persona: Persona, question: LefiQuestion, today: Day): object {
  const asked = (['FK', 'PM'] as const).filter((kod) =>
    askedCodes(question).some((code) => code.startsWith(`${kod}:`)),
  );
  const answering = asked.filter((kod) => stateOf(persona, kod) === 'OK');
  const gaps = answering.map((kod) => persona[kod] ?? {});
  const answered = withoutGaps(question, gaps);
  return {
    utlamnare: asked.map((kod) => ({
      utlamnare: { kod, namn: NAMES[kod] },
      tillstand: { kod: stateOf(persona, kod), beskrivning: STATES[stateOf(persona, kod)] },
    })),
    avvikelser: avvikelser(gaps, question),
    ...(answering.includes('FK') && { formansinformation: formansinformation(persona, answered, today) }),
    ...(answering.includes('PM') && pmAnswer(persona, answered, today)),
  };
}

const NAMES = { FK: 'Försäkringskassan', PM: 'Pensionsmyndigheten' } as const;
const STATES = { OK: 'Tillgänglig', FELANDE: 'Felande', OTILLGANGLIG: 'Otillgänglig' } as const;

function stateOf(persona: Persona, kod: 'FK' | 'PM'): keyof typeof STATES {
  return persona[kod]?.state ?? 'OK';
}

/** FK's payments are in here; the lists of the same kind beside it are PM's (facts §4.2). */
function formansinformation(persona: Persona, question: LefiQuestion, today: Day): object {
  const lists = divide(persona.FK?.payments ?? [], question, today, fkPayment, ({ group }) => [group]);
  return {
    ...(question.ovrigInformation.includes('FK:GEPI') && personInformation(persona)),
    ...fkCases(persona.FK?.decisions ?? [], question, today),
    ...fkOthers(persona.FK, question, today),
    ...(asksFor(question.preliminaraUtbetalningar, 'FK:') && { preliminarautbetalningar: lists.preliminary }),
    ...(asksFor(question.utbetalningar, 'FK:') && { utbetalningsuppgift: lists.effectuated }),
  };
}

function personInformation({ personnummer, protected: skyddad = false, FK }: Persona): object {
  if (FK?.person === 'absent') return {};
  const flag = FK?.person === 'without-flag' ? {} : { skyddad };
  return { generellPersoninformation: [{ personnummer, ...flag }] };
}

function pmAnswer(persona: Persona, question: LefiQuestion, today: Day): object {
  const groupsOf = ({ rows }: PmPayment): string[] => rows.map(({ group }) => coded(group).code);
  const lists = divide(persona.PM?.payments ?? [], question, today, pmPayment, groupsOf);
  return {
    ...(asksFor(question.ansprak, 'PM:') && { ansprak: [] }),
    ...(asksFor(question.beslut, 'PM:') && {
      beslut: pmDecisions(persona.PM?.decisions ?? [], question, today),
    }),
    ...(asksFor(question.preliminaraUtbetalningar, 'PM:') && { preliminaraUtbetalningar: lists.preliminary }),
    ...(asksFor(question.utbetalningar, 'PM:') && { utbetalningar: lists.effectuated }),
    ...(asksFor(question.ovrigInformation, 'PM:') && { ovrigInformation: [] }),
  };
}

/** A payment is preliminary until its day has come, and effectuated from then on. It is never both (facts §5). */
function divide<Payment extends FkPayment | PmPayment>(
  payments: readonly Payment[],
  question: LefiQuestion,
  today: Day,
  write: (payment: Payment, date: Day) => object,
  groupsOf: (payment: Payment) => readonly string[],
): { readonly preliminary: readonly object[]; readonly effectuated: readonly object[] } {
  const select = (asked: readonly string[], isDue: (date: Day) => boolean): object[] =>
    payments
      .filter((payment) => groupsOf(payment).some((group) => asked.includes(group)))
      .flatMap((payment) =>
        paymentDays(payment.date, today)
          .filter((date) => isDue(date) && includes(question.period, date))
          .map((date) => write(payment, date)),
      );
  return {
    preliminary: select(question.preliminaraUtbetalningar, (date) => date > today),
    effectuated: select(question.utbetalningar, (date) => date <= today),
  };
}

function asksFor(codes: readonly string[], prefix: string): boolean {
  return codes.some((code) => code.startsWith(prefix));
}
