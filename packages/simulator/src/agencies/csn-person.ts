import type { Prefix } from '../contract.ts';
import { type Day, isoWeek } from '../days.ts';
import { coded } from '../notation.ts';
import type { CsnCase, CsnPayment } from '../persona/csn.ts';
import { coveredPeriod, paymentDays, relativeDay } from '../persona/days.ts';
import type { Persona } from '../persona/persona.ts';
import { type Tree, el } from '../tree.ts';

/** Ten blanks: the person was found. */
const FOUND = ' '.repeat(10);

/**
 * The support forms in the order of the contract, with the namespace that their cases are written in, and the result
 * that tells that their system is down. Which system studiestartsstödet is in is not known.
 */
const FORMS = [
  { element: 'Studiemedel', mark: 'studiemedel', prefix: 'csnsm', down: '-1102' },
  { element: 'Studiehjalp', mark: 'studiehjalp', prefix: 'csnsh', down: '-1102' },
  { element: 'HemutrustningsLan', mark: 'hemutrustningslan', prefix: 'csnhut', down: '-1101' },
  { element: 'Studiestartsstod', mark: 'studiestartsstod', prefix: 'csnsss', down: '-1102' },
  { element: 'Omstallningsstudiestod', mark: 'omstallningsstudiestod', prefix: 'csnoss', down: '-1104' },
] as const;
type Form = (typeof FORMS)[number];

/** Whether CSN has a case of the person. */
export function isKnownToCsn(persona: Persona): boolean {
  return FORMS.some((form) => casesOf(persona, form).length > 0);
}

/** `Person`: every support form is there, empty where CSN has nothing or where its system is down. */
export function csnPerson(persona: Persona, result: string, today: Day): Tree {
  const told = (form: Form): readonly CsnCase[] => (form.down === result ? [] : casesOf(persona, form));
  const marks = FORMS.map((form) => el(`csngem:${form.mark}`, told(form).length > 0 ? '1' : '0'));
  const forms = FORMS.map((form) => {
    const cases = told(form).map((each, index) => arende(each, index + 1, form.prefix, today));
    return el(`csnpers:${form.element}`, cases.length > 0 ? [el('csnpers:Arenden', cases)] : []);
  });
  return el('csn:Person', [el('csnpers:Studiestodstypforteckning', marks), ...forms], {
    personnummer: persona.personnummer.slice(2),
    Status: isKnownToCsn(persona) ? FOUND : 'Ej träff',
    sekretess: persona.protected ? 'Ja' : '  ',
    sekel: persona.personnummer.slice(0, 2),
  });
}

function casesOf(persona: Persona, { element }: Form): readonly CsnCase[] {
  return persona.CSN?.[element] ?? [];
}

function arende({ form, studies, payments }: CsnCase, number: number, prefix: Prefix, today: Day): Tree {
  const { code, name } = coded(form);
  const plan = payments.flatMap((payment) => utbetalningar(payment, prefix, today));
  const times = [
    el(`${prefix}:soktaTider`, studies ? [soktTid(studies, prefix, today)] : []),
    el(`${prefix}:BeviljadeTider`, studies ? [beviljadTid(studies, payments, prefix, today)] : []),
  ];
  return el(
    'csnpers:Arende',
    [
      el(`${prefix}:stodform`, code),
      el(`${prefix}:klartext`, name),
      el(`${prefix}:status`, 'BESLUTAD'),
      ...(prefix === 'csnhut' ? [] : times),
      el(`${prefix}:UtbetalningsPlan`, plan),
    ],
    { lopnummer: String(number) },
  );
}

type Studies = NonNullable<CsnCase['studies']>;

function soktTid({ from, to, extent }: Studies, prefix: Prefix, today: Day): Tree {
  return el(`${prefix}:soktTid`, [
    el('csngem:soktfrom', datum(relativeDay(from, today))),
    el('csngem:sokttom', datum(relativeDay(to, today))),
    el('csngem:soktomfattning', String(extent)),
  ]);
}

function beviljadTid(
  { from, to, extent }: Studies,
  [first]: readonly CsnPayment[],
  prefix: Prefix,
  today: Day,
): Tree {
  return el(`${prefix}:BeviljadTid`, [
    el('csngem:starttid', isoWeek(relativeDay(from, today))),
    el('csngem:sluttid', isoWeek(relativeDay(to, today))),
    el('csngem:takt', String(extent)),
    ...belopp(first?.rows ?? []),
  ]);
}

function utbetalningar({ date, covers, rows }: CsnPayment, prefix: Prefix, today: Day): Tree[] {
  const days = date === 'undecided' ? [undefined] : paymentDays(date, today);
  return days.map((day) => {
    const { from, tom } = coveredPeriod(day ?? today, covers);
    const week = [el('csngem:startvecka', isoWeek(from)), el('csngem:slutvecka', isoWeek(tom))];
    return el(`${prefix}:Utbetalning`, [
      el('csngem:utbetdatum', day === undefined ? '0' : datum(day)),
      el('csngem:utbetstatus', day !== undefined && day <= today ? 'Utbetald' : 'Planerad'),
      el('csngem:Utbetaldatider', [el('csngem:Utbetaldtid', [...week, ...belopp(rows)])]),
      el('csngem:totbelopp', total(rows)),
    ]);
  });
}

function belopp(rows: CsnPayment['rows']): Tree[] {
  const amounts = rows.map(({ type, amount }) =>
    el('csngem:Belopp', [
      el('csngem:beloppstyp', coded(type).code),
      el('csngem:klartext', coded(type).name),
      el('csngem:belopp', String(amount)),
      el('csngem:totbelopp', String(amount)),
    ]),
  );
  return [el('csngem:Beloppen', amounts), el('csngem:totbelopp', total(rows))];
}

function total(rows: CsnPayment['rows']): string {
  return String(rows.reduce((sum, { amount }) => sum + amount, 0));
}

function datum(day: Day): string {
  return day.replaceAll('-', '');
}
