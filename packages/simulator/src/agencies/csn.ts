import { type Day, type Period, addMonths } from '../days.ts';
import { coded } from '../persona.ts';
import { type Tree, el, toXml } from '../tree.ts';
import type { Agency } from './agency.ts';
import { csnPerson, isKnownToCsn } from './csn-person.ts';

const LONGEST_ARENDEIDENTITET = 31;

/** CSN: base64 of its XML. It has rules of its own for the question (facts §7.1–2). */
export const answerCsn: Agency = ({ question, asked, persona, today }) => {
  if (question.arendeidentitet.length > LONGEST_ARENDEIDENTITET) {
    return { error: { kalla: 'BT', felkod: '-1005', felmeddelande: 'Felaktigt format på indata' } };
  }
  if (!isInWindow(asked.tidsperiod, today)) return { data: [svar('-1006 Felaktiga datum', [])] };
  const result = isKnownToCsn(persona) ? '0 OK' : '-2 Personen finns inte i systemet';
  return { data: [svar(persona.CSN?.result ?? result, [csnPerson(persona, today)])] };
};

function isInWindow({ from, tom }: Period, today: Day): boolean {
  return from <= tom && from >= addMonths(today, -2) && tom <= addMonths(today, 1);
}

function svar(result: string, persons: readonly Tree[]): Tree {
  const { code, name } = coded(result);
  const xml = toXml(
    el(
      'csn:CSNSvar',
      [
        el('csn:GemensamtSvarEkbistand', [
          el('csn:Resultat', [el('csn:ResultatKod', code), el('csn:ResultatText', name)]),
        ]),
        // The schema of what belongs in here is not public.
        el('csn:GemensamtFragaEkbistand'),
        el('csn:Personer', persons),
      ],
      { schemaVersion: '4.0' },
    ),
  );
  return el('ssbt:svar', Buffer.from(xml, 'utf8').toString('base64'));
}
