import * as z from 'zod/mini';
import type { Payment } from './payment.ts';
import { SourceCode } from './source-code.ts';

/** The headings under which the rows of the form stand. */
export const RowGroup = z.enum(['FK', 'PM', 'CSN', 'other']);
export type RowGroup = z.infer<typeof RowGroup>;

const word = z.string().check(z.minLength(1), z.maxLength(120));

/** A row of the form for incomes: what it is called, and which payments belong in it. */
export const Row = z.strictObject({
  /** Fixed: hosts' forms and posts depend on it. Lower case, digits, points and hyphens. */
  key: z.string().check(z.regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/), z.maxLength(60)),
  label: word,
  group: RowGroup,
  /** The benefits that belong here, per source, by the authority's own code. */
  takes: z.partialRecord(SourceCode, z.readonly(z.array(z.string().check(z.maxLength(60))))),
  /** Words that an unknown code may come with: lower case, matched from the beginning of the benefit's name. */
  names: z.exactOptional(z.readonly(z.array(word))),
});
export type Row = Readonly<z.infer<typeof Row>>;

/** A municipality's own rows, in the order of its form. No key twice. */
export const Rows = z.array(Row).check(
  z.minLength(1),
  z.maxLength(200),
  z.refine((rows) => new Set(rows.map(({ key }) => key)).size === rows.length, {
    error: 'A key occurs twice',
  }),
);

/** Where a payment goes that no other row is meant for. */
export const OTHER_INCOME = 'andra.annan';

/**
 * The incomes of eAnsökan EkBist, with today's names for renamed benefits. Source: facts §10.2 (inferred: change it
 * here and nowhere else). Order is the order of the form.
 */
export const EKBIST_ROWS: readonly Row[] = [
  {
    key: 'fk.barnbidrag',
    label: 'Allmänt barnbidrag',
    group: 'FK',
    takes: { FK: ['ABB', 'MABB'] },
    names: ['barnbidrag', 'allmänt barnbidrag', 'flerbarnstillägg', 'förlängt barnbidrag'],
  },
  {
    key: 'fk.bostadsbidrag',
    label: 'Bostadsbidrag',
    group: 'FK',
    takes: { FK: ['BOB'] },
    names: ['bostadsbidrag', 'bostadsersättning'],
  },
  {
    key: 'fk.dagersattning',
    label: 'Dagersättning',
    group: 'FK',
    takes: {
      FK: [
        ...['DAG', 'SJP', 'FSJP', 'RBE', 'FP', 'TFP', 'GP', 'NP', 'SBP', 'DPE'],
        ...['PROG', 'PJOB', 'AMP', 'EE', 'UE', 'ET', 'EJO'],
      ],
    },
    names: [
      ...[
        'dagersättning',
        'sjukpenning',
        'rehabiliteringsersättning',
        'föräldrapenning',
        'tillfällig föräldrapenning',
      ],
      ...['graviditetspenning', 'närståendepenning', 'smittbärarersättning', 'förebyggande sjukpenning'],
      ...['aktivitetsstöd', 'etableringsersättning', 'utvecklingsersättning', 'etableringstillägg'],
    ],
  },
  {
    key: 'fk.pension',
    // Was "Pension/SA/Livräntor/Vårdnadsbidrag": vårdnadsbidrag is repealed (lag 2015:757), vårdbidrag is now omvårdnadsbidrag.
    label: 'Pension/SA/Livränta/Omvårdnadsbidrag',
    group: 'FK',
    takes: { FK: ['SA', 'YL', 'AP', 'OMV', 'VB', 'BTI', 'EP'] },
    names: [
      ...['sjukersättning', 'aktivitetsersättning', 'sjuk- och aktivitetsersättning', 'yrkesskadelivränta'],
      ...['arbetsskadelivränta', 'livränta', 'pension', 'allmän pension', 'omvårdnadsbidrag', 'vårdbidrag'],
      ...['bostadstillägg', 'äldreförsörjningsstöd', 'efterlevandepension'],
    ],
  },
  {
    key: 'fk.merkostnadsersattning',
    // Was "Handikappersättning" (lag 2018:1265).
    label: 'Merkostnadsersättning',
    group: 'FK',
    takes: { FK: ['MEK', 'HE'] },
    names: ['merkostnadsersättning', 'handikappersättning'],
  },
  {
    key: 'fk.underhallsstod',
    label: 'Underhållsstöd',
    group: 'FK',
    takes: { FK: ['US'] },
    names: ['underhållsstöd'],
  },
  {
    key: 'pm.pension',
    label: 'Pension och bostadstillägg',
    group: 'PM',
    takes: { PM: ['PM:AP', 'PM:BTI', 'PM:EF'] },
    names: ['allmän pension', 'bostads- och inkomststöd', 'efterlevandeförmåner'],
  },
  {
    key: 'csn.studiemedel',
    label: 'Studiemedel',
    group: 'CSN',
    takes: { CSN: ['GRUND', 'GRUNDU', 'MLÅN', 'MLÅNU', 'TLÅN', 'TILB', 'TBID', 'SSSTÖD', 'OSS'] },
    names: ['studiemedel', 'studiestartsstöd', 'omställningsstudiestöd'],
  },
  {
    key: 'csn.studiebidrag',
    label: 'Studiebidrag',
    group: 'CSN',
    takes: { CSN: ['SH', 'SHU', 'SB', 'SBU', 'EXTRA', 'EXTRAU', 'LÄRLE'] },
    names: ['studiebidrag', 'studiehjälp', 'extra tillägg', 'lärlingsersättning'],
  },
  {
    key: 'csn.inackorderingstillagg',
    label: 'Inackorderingstillägg',
    group: 'CSN',
    takes: { CSN: ['INACK', 'INACKU'] },
    names: ['inackorderingstillägg'],
  },
  {
    key: 'csn.hemutrustningslan',
    label: 'Hemutrustningslån',
    group: 'CSN',
    takes: { CSN: ['HUT'] },
    names: ['hemutrustningslån'],
  },
  { key: 'andra.lon', label: 'Lön', group: 'other', takes: { SKV: ['individuppgifter'] } },
  {
    key: 'andra.arbetsloshetsersattning',
    label: 'Arbetslöshetsersättning',
    group: 'other',
    takes: { SO: ['arbetsloshetsersattning'] },
  },
  { key: 'andra.afa', label: 'AFA-försäkring', group: 'other', takes: {} },
  {
    key: 'andra.overskjutande-skatt',
    label: 'Överskjutande skatt',
    group: 'other',
    takes: { SKV: ['skattekonto'] },
  },
  { key: OTHER_INCOME, label: 'Annan inkomst', group: 'other', takes: {} },
];

/**
 * The row that a payment belongs in: by its benefit's code, else by its parts' codes if they agree, else by the
 * benefit's name. Undefined when no row is meant for it.
 */
export function rowFor(
  payment: Pick<Payment, 'source' | 'benefit' | 'parts'>,
  rows: readonly Row[] = EKBIST_ROWS,
): Row | undefined {
  const byCode = (code: string): Row | undefined =>
    rows.find((row) => row.takes[payment.source]?.includes(code));
  const byParts = (): Row | undefined => {
    const [first, ...others] = payment.parts.map((part) => byCode(part.benefit.code));
    return others.every((row) => row === first) ? first : undefined;
  };
  const byName = (): Row | undefined => {
    const name = payment.benefit.name.toLowerCase();
    return rows.find(
      (row) => row.takes[payment.source] !== undefined && row.names?.some((word) => name.startsWith(word)),
    );
  };
  return byCode(payment.benefit.code) ?? byParts() ?? byName();
}

/** The rows that none of these sources has anything for: a form that asks only for what cannot be fetched. */
export function rowsNotCovered(rows: readonly Row[], asked: readonly SourceCode[]): Row[] {
  return rows.filter((row) => asked.every((source) => row.takes[source] === undefined));
}
