import type { Benefit, Section, UncheckedReason } from '@medborgarnavet/model';
import type { AgencyBlock } from '../envelope.ts';
import { readInnerXml } from '../xml/inner.ts';
import type { XmlElement } from '../xml/parse.ts';
import { at, children, text } from '../xml/read.ts';
import { refusalUnlessNamed, whose } from '../identity.ts';
import { NAMES_NOBODY, type Failed } from '../part.ts';
import { clip, clipCode } from './decoded.ts';

// What is the same in CSN's answer, whether payments or background is read.

/** CSN's answer, or why nothing in it can be used. */
export type OpenedCsn =
  | {
      readonly kind: 'answered';
      /** The cases of this person, in every form of support. */
      readonly cases: readonly XmlElement[];
      /** The part of CSN that is down. */
      readonly gaps: readonly Section[];
      readonly protectedIdentity: boolean;
    }
  | Failed;

const SUPPORT_FORMS = [
  'Studiemedel',
  'Studiehjalp',
  'HemutrustningsLan',
  'Studiestartsstod',
  'Omstallningsstudiestod',
];

/** Result codes that mean that part of CSN is down: the rest of the answer counts (facts §4.4). */
const PARTLY_DOWN: ReadonlyMap<string, string> = new Map([
  ['-1101', 'Hemutrustningslån'],
  ['-1102', 'Studiemedel och studiehjälp'],
  ['-1104', 'Omställningsstudiestöd'],
]);

/** Result codes that mean that there is no answer at all. */
const FAILED: ReadonlyMap<string, UncheckedReason> = new Map([
  ['-1004', 'rejected'],
  ['-1005', 'rejected'],
  ['-1006', 'outside-window'],
  ['-1007', 'rejected'],
  ['-1103', 'unavailable'],
]);

/** Everything is in order, and the person is known: then the answer has to hold the person (facts §4.4). */
const FOUND = '0';

/** The person is not known to CSN. */
const NOT_FOUND = '-2';

/**
 * Opens CSN's block, which holds XML in base64. Nothing about anyone but this person is in what it gives. A mark of secrecy
 * on someone who cannot be made out counts, since that may be this person.
 */
export function openCsn(block: AgencyBlock, personnummer: string): OpenedCsn {
  if (block.kind === 'failed') return block;
  const answer = readInnerXml(text(block.data, 'svar'), 'CSNSvar');
  if (!answer) return { kind: 'failed', reason: 'unreadable' };
  const code = text(at(answer, 'GemensamtSvarEkbistand', 'Resultat'), 'ResultatKod');
  const down = PARTLY_DOWN.get(code);
  if (code !== FOUND && code !== NOT_FOUND && down === undefined) {
    return { kind: 'failed', reason: FAILED.get(code) ?? (code === '' ? 'unreadable' : 'fault') };
  }
  const persons = children(at(answer, 'Personer'), 'Person');
  const named = persons.map(({ attributes }) =>
    whose(attributes.get('personnummer'), personnummer, attributes.get('sekel')),
  );
  const protectedIdentity = persons.some(
    ({ attributes }, index) => named[index] !== 'other' && isSecret(attributes.get('sekretess')),
  );
  const isMissing = persons.length === 0 && code === FOUND;
  const refusal = refusalUnlessNamed(named) ?? (isMissing ? NAMES_NOBODY : undefined);
  if (refusal) return { ...refusal, protectedIdentity };
  return {
    kind: 'answered',
    cases: persons.flatMap((person) =>
      SUPPORT_FORMS.flatMap((form) => children(at(person, form, 'Arenden'), 'Arende')),
    ),
    gaps: down === undefined ? [] : [{ name: down, verdict: 'unchecked', reason: 'unavailable' }],
    protectedIdentity,
  };
}

/** Blank where it is not; whatever is neither blank nor a plain no may be a yes. */
function isSecret(sekretess = ''): boolean {
  return !['', 'nej', 'n'].includes(sekretess.trim().toLowerCase());
}

/** The form of support that a case is about. */
export function formOf(arende: XmlElement): Benefit | undefined {
  const code = clipCode(text(arende, 'stodform'));
  const name = clip(text(arende, 'klartext')) || clip(code);
  return name === '' ? undefined : { code, name };
}
