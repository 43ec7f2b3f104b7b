import { type Day, includes } from '../days.ts';
import { type FkPayment, type Persona, type PmPayment, coded } from '../persona.ts';
import { paymentDays } from '../persona-days.ts';
import { fkPayment } from './fk-payment.ts';
import { pmPayment } from './pm-payment.ts';
import { type LefiQuestion, askedCodes } from './question.ts';

/** What LEFI answers: `LefiExternFormansinformationSvar`. Only what was asked for is in it. */
export function lefiAnswer(persona: Persona, question: LefiQuestion, today: Day): object {
  const asked = (['FK', 'PM'] as const).filter((kod) =>
    askedCodes(question).some((code) => code.startsWith(`${kod}:`)),
  );
  const answering = asked.filter((kod) => stateOf(persona, kod) === 'OK');
  return {
    utlamnare: asked.map((kod) => ({
      utlamnare: { kod, namn: NAMES[kod] },
      tillstand: { kod: stateOf(persona, kod), beskrivning: STATES[stateOf(persona, kod)] },
    })),
    avvikelser: deviations(
      answering.flatMap((kod) => persona[kod]?.missing ?? []),
      question,
    ),
    ...(answering.includes('FK') && { formansinformation: formansinformation(persona, question, today) }),
    ...(answering.includes('PM') && pmAnswer(persona, question, today)),
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
    ...(question.ovrigInformation.includes('FK:GEPI') && {
      generellPersoninformation: [
        { personnummer: persona.personnummer, skyddad: persona.protected ?? false },
      ],
    }),
    ...(asksFor(question.preliminaraUtbetalningar, 'FK:') && { preliminarautbetalningar: lists.preliminary }),
    ...(asksFor(question.utbetalningar, 'FK:') && { utbetalningsuppgift: lists.effectuated }),
  };
}

function pmAnswer(persona: Persona, question: LefiQuestion, today: Day): object {
  const groupsOf = ({ rows }: PmPayment): string[] => rows.map(({ group }) => coded(group).code);
  const lists = divide(persona.PM?.payments ?? [], question, today, pmPayment, groupsOf);
  return {
    ...(asksFor(question.ansprak, 'PM:') && { ansprak: [] }),
    ...(asksFor(question.beslut, 'PM:') && { beslut: [] }),
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

const CLASSES = [
  'formansinformation',
  'ansprak',
  'beslut',
  'preliminaraUtbetalningar',
  'utbetalningar',
] as const;

/** Which of the groups that were asked for could not be answered about. */
function deviations(missing: readonly string[], question: LefiQuestion): object {
  const avvikelse = { kod: 'INTERNT_FEL', beskrivning: 'Ett internt fel har inträffat' };
  const listed = CLASSES.map((name) => {
    const asked: readonly string[] = question[name];
    const groups = missing.map(coded).filter(({ code }) => asked.includes(code));
    return [
      name,
      groups.map(({ code, name: beskrivning }) => ({ avvikelse, formansgrupp: { kod: code, beskrivning } })),
    ] as const;
  });
  return Object.fromEntries(listed.filter(([, groups]) => groups.length > 0));
}

function asksFor(codes: readonly string[], prefix: string): boolean {
  return codes.some((code) => code.startsWith(prefix));
}
