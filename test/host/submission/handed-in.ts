import { createSubmissionSigner, type DescribeField, type HandingIn } from '@medborgarnavet/host';
import {
  EKBIST_ROWS,
  readPostedFields,
  reviewIncomes,
  type IncomeStatement,
  type PostedField,
} from '@medborgarnavet/model';
import { generateKeyPairSync } from 'node:crypto';
import { OCTOBER, PERSON } from '../host.ts';

export const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const signer = createSubmissionSigner(privateKey, 'inlamning-2026-11');

const LABELS: Readonly<Record<string, string>> = {
  civilstand: 'Vilket är ditt civilstånd?',
  'andra-i-hushallet': 'Bor någon annan i hushållet?',
  'om-ditt-boende': 'Vill du berätta mer om ditt boende?',
  falt: 'Ett fält',
};

/** What a host tells of the fields of {@link SOME_OF_EVERYTHING}. It knows no others. */
export const fieldsOfTests: DescribeField = (name) => {
  const fraga = Object.hasOwn(LABELS, name) ? LABELS[name] : undefined;
  return fraga === undefined ? undefined : { fraga };
};

/** What is handed in of a statement with these fields, of which those with incomes begin with `inkomster.`. */
export function handingIn(
  statement: IncomeStatement | undefined,
  fields: readonly PostedField[] = [],
  change: Partial<HandingIn> = {},
): HandingIn {
  const { rows = EKBIST_ROWS } = change;
  const { period } = statement ?? OCTOBER;
  return {
    id: 'b7a1c0de-4a53-4c6e-9d30-2f6f0e6d1a11',
    receivedAt: new Date('2026-11-22T09:31:05Z'),
    of: { personnummer: PERSON, reference: 'EK-2026-1' },
    signIn: { level: 'http://id.elegnamnden.se/loa/1.0/loa3', at: new Date('2026-11-22T08:02:00Z') },
    submission: { version: 1, name: 'inkomster', period, fields, declared: true },
    ...(statement && { statement }),
    incomes: reviewIncomes(statement, readPostedFields('inkomster', fields, rows), rows),
    fields: fieldsOfTests,
    declaration: 'Jag intygar att uppgifterna är riktiga.',
    municipality: 'Exempelköpings kommun',
    ...change,
  };
}

/** Fields as the document has them, with what {@link fieldsOfTests} tells of them. */
export const asPosted = (fields: readonly PostedField[]) =>
  fields.map(([namn, varde]) => ({ namn, varde, ...fieldsOfTests(namn, varde) }));

/** A post with some of everything, about the statement of the single parent. */
export const SOME_OF_EVERYTHING: readonly PostedField[] = [
  ['civilstand', 'ensamstaende'],
  ['andra-i-hushallet', ''],
  ['om-ditt-boende', 'Hyran är höjd sedan september.\nSe brevet från hyresvärden.'],
  ['inkomster.har-inkomster', 'ja'],
  ['inkomster.fk.barnbidrag.retrieved', '2650.00'],
  ['inkomster.fk.barnbidrag.effective', '2650.00'],
  ['inkomster.fk.underhallsstod.corrected', '1673.00'],
  ['inkomster.fk.underhallsstod.reason', 'wrong-amount'],
  ['inkomster.fk.underhallsstod.comment', 'Jag fick bara för ett barn i oktober.'],
  ['inkomster.fk.bostadsbidrag.disputed', 'FK-BOB-4200-2026-10-27'],
  ['inkomster.fk.bostadsbidrag.disputed.FK-BOB-4200-2026-10-27', 'not-received'],
  ['inkomster.andra.lon.corrected', '3200.50'],
  ['inkomster.egna.1.typ', 'swish'],
  ['inkomster.egna.1.belopp', '500.00'],
  ['inkomster.egna.1.datum', '2026-10-12'],
];

export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style></bdi></td></table><h1>Beviljat</h1>',
  '=HYPERLINK("https://exempel.se";"Klicka")',
  '\u202e000 01 \u2066Hämtat\u2029',
  'å'.repeat(5_000),
  '&lt;b&gt; ${1+1} {{1+1}} `',
] as const;
