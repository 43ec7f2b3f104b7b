import * as z from 'zod';
import { SKV_PARTS } from './contract.ts';
import { Coded, list, Personnummer } from './notation.ts';

/**
 * What can go wrong, as it is written both in `personas/*.json` and in `simulator.faults.set`. A persona has it among
 * what the agencies know, so that one notation tells all there is to tell about a person.
 */

const Milliseconds = z.int().min(0).max(600_000);
const yes = z.literal(true).exactOptional();

/** Wrong with the answer as a whole. Several may be given at once. */
export const AnswerFault = z.strictObject({
  /** Milliseconds before anything is sent. */
  delay: Milliseconds.exactOptional(),
  /** A byte at a time, with so many milliseconds between. */
  drip: Milliseconds.exactOptional(),
  /** The connection is cut in the middle of the answer. */
  reset: yes,
  /** There is never an answer. */
  blackhole: yes,
  /** A web page with this status, as from a proxy. */
  http: z.int().min(200).max(599).exactOptional(),
  /** A SOAP fault. */
  fault: yes,
  /** XML that is cut off. */
  malformed: yes,
  /** So many MiB of white space in the envelope. */
  oversize: z.int().min(1).max(256).exactOptional(),
  /** A document type declaration, which SOAP forbids. */
  doctype: yes,
  /** Packed, asked for or not. `deflate-raw` is what some servers send as `deflate`. */
  coding: z.enum(['gzip', 'deflate', 'deflate-raw', 'br', 'zstd']).exactOptional(),
  /** Not in UTF-8 without a byte order mark. The encoding is declared by HTTP, or by the document where `declared` is `xml`. */
  encoding: z.enum(['utf-8-bom', 'iso-8859-1', 'windows-1252', 'utf-16le', 'utf-16be']).exactOptional(),
  declared: z.literal('xml').exactOptional(),
  /** MTOM: base64 is moved out of the document, into parts beside it. */
  multipart: yes,
});
export type AnswerFault = z.infer<typeof AnswerFault>;

/** A failure as an agency's block tells of it. `{personnummer}` in the message is replaced. */
export const AgencyError = z.strictObject({
  kalla: z.enum(['SSBT', 'BT']),
  felkod: z.string(),
  felmeddelande: z.string(),
});

/** What CSN may say of its own answer (facts §4.4). */
export const CSN_RESULTS = {
  '0': 'OK',
  '-2': 'Personen finns inte i systemet',
  '-1004': 'Felaktigt personnummer',
  '-1005': 'Felaktigt format på indata',
  '-1006': 'Felaktiga datum',
  '-1007': 'Felaktig schemaversion',
  '-1101': 'Systemet för hemutrustningslån svarar inte',
  '-1102': 'Systemen för studiemedel och studiehjälp svarar inte',
  '-1103': 'Inget av CSN:s system svarar',
  '-1104': 'Systemet för omställningsstudiestöd svarar inte',
} as const;
export type CsnResultCode = keyof typeof CSN_RESULTS;

const any = {
  /** Answers with this instead of data. */
  error: AgencyError.exactOptional(),
  /** Milliseconds that the whole answer waits for this agency. */
  delay: Milliseconds.exactOptional(),
  /** The block is left out although it was asked for. */
  absent: yes,
  /** Answers with everything that it knows of this person, under somebody else's number. */
  about: Personnummer.exactOptional(),
};

/** `encoding`: no base64. `content`: what is in the block is cut off. Where there is no base64, both are the latter. */
const malformed = z.enum(['encoding', 'content']).exactOptional();

/**
 * Of one of the two behind LEFI: its state, and the groups (`FK:SJP Sjukpenning`) and types of information
 * (`FK:PANV Programanvisning`) it does not answer about.
 */
const lefi = {
  state: z.enum(['OK', 'FELANDE', 'OTILLGANGLIG']).exactOptional(),
  /** INTERNT_FEL. */
  missing: list(Coded).exactOptional(),
  /** OBEHORIG. */
  unauthorised: list(Coded).exactOptional(),
};

/** The faults of each agency. */
export const FAULTS = {
  AF: any,
  CSN: {
    ...any,
    malformed,
    /** `-1102`, or `-1102 Studiemedel svarar inte` with other words. */
    result: z.union([z.literal(Object.keys(CSN_RESULTS) as CsnResultCode[]), Coded]).exactOptional(),
  },
  FK: {
    ...any,
    ...lefi,
    malformed,
    /** The personal information is not there, or does not say whether the identity is protected. */
    person: z.enum(['absent', 'without-flag']).exactOptional(),
  },
  PM: lefi,
  SKV: {
    ...any,
    malformed,
    /** v11: parts that fail, each by itself. */
    errors: z.partialRecord(z.enum(SKV_PARTS), AgencyError).exactOptional(),
  },
  /** `status`: every a-kassa answers with this, and tells of no payments. */
  SO: { ...any, status: z.string().exactOptional() },
  TNS: { ...any, result: z.literal('FEL').exactOptional() },
  MIV: any,
};

/** Everything that is to go wrong for a person, or for all. */
export const Faults = z.strictObject({
  answer: AnswerFault.exactOptional(),
  AF: z.strictObject(FAULTS.AF).exactOptional(),
  CSN: z.strictObject(FAULTS.CSN).exactOptional(),
  FK: z.strictObject(FAULTS.FK).exactOptional(),
  PM: z.strictObject(FAULTS.PM).exactOptional(),
  SKV: z.strictObject(FAULTS.SKV).exactOptional(),
  SO: z.strictObject(FAULTS.SO).exactOptional(),
  TNS: z.strictObject(FAULTS.TNS).exactOptional(),
  MIV: z.strictObject(FAULTS.MIV).exactOptional(),
});
export type Faults = z.infer<typeof Faults>;
