import { namespacesOf } from '../contract.ts';
import { type Day, type Period, addMonths } from '../days.ts';
import { deviatingCsn } from '../deviations.ts';
import { CSN_RESULTS, type CsnResultCode } from '../faults.ts';
import { coded } from '../notation.ts';
import type { Persona } from '../persona/persona.ts';
import { type Tree, el, toXml } from '../tree.ts';
import type { Agency, Inquiry } from './agency.ts';
import { csnPerson, isKnownToCsn } from './csn-person.ts';
import { base64 } from './payload.ts';

const LONGEST_ARENDEIDENTITET = 31;

/** These tell that a part of CSN is down, or nothing of the kind. After any other there are no persons. */
const WITH_PERSONS = ['0', '-2', '-1101', '-1102', '-1104'];

/** CSN: base64 of its XML. It has rules of its own for the question (facts §7.1–2). */
export const answerCsn: Agency = (inquiry) => {
  const { question, asked, persona, today } = inquiry;
  if (question.arendeidentitet.length > LONGEST_ARENDEIDENTITET) {
    return { error: { kalla: 'BT', felkod: '-1005', felmeddelande: CSN_RESULTS['-1005'] } };
  }
  const result = ownResult(question.personidentitet, asked.tidsperiod, today) ?? resultAbout(persona);
  const { code, name } = coded(result);
  const persons = WITH_PERSONS.includes(code) ? [csnPerson(persona, code, today)] : [];
  return { data: [svar({ code, name: name || textOf(code) }, persons, inquiry)] };
};

/** What CSN says of a question that it does not answer. */
function ownResult(personidentitet: string, period: Period, today: Day): CsnResultCode | undefined {
  // The day of a samordningsnummer, which is 60 too high, has no place in CSN's answer (facts §4.4).
  if (Number(personidentitet.slice(6, 8)) >= 60) return '-1004';
  return isInWindow(period, today) ? undefined : '-1006';
}

function resultAbout(persona: Persona): string {
  return persona.CSN?.result ?? (isKnownToCsn(persona) ? '0' : '-2');
}

function isInWindow({ from, tom }: Period, today: Day): boolean {
  return from <= tom && from >= addMonths(today, -2) && tom <= addMonths(today, 1);
}

function textOf(code: string): string {
  return Object.entries(CSN_RESULTS).find(([known]) => known === code)?.[1] ?? '';
}

function svar(
  result: { readonly code: string; readonly name: string },
  persons: readonly Tree[],
  { persona, deviations }: Inquiry,
): Tree {
  const { namespaces, schemaVersion } = deviations
    ? deviatingCsn()
    : { namespaces: namespacesOf(10), schemaVersion: '4.0' };
  const content = [
    el('csn:GemensamtSvarEkbistand', [
      el('csn:Resultat', [el('csn:ResultatKod', result.code), el('csn:ResultatText', result.name)]),
    ]),
    // The schema of what belongs in here is not public.
    el('csn:GemensamtFragaEkbistand'),
    el('csn:Personer', persons),
  ];
  const xml = toXml(el('csn:CSNSvar', content, { schemaVersion }), namespaces);
  return el('ssbt:svar', base64(xml, persona.CSN?.malformed));
}
