import * as z from 'zod';
import { type AgencyError, KNOWN_AKTORSID } from '../contract.ts';
import { addMonths } from '../days.ts';
import type { ForsakringskassanFraga } from '../question-agencies.ts';
import { FK_GROUPS, INFORMATION_TYPES, LEFI_VERSION, PM_GROUPS } from './codes.ts';

const setOf = <Code extends string>(codes: readonly Code[]) =>
  z
    .array(z.enum(codes))
    .refine((asked) => new Set(asked).size === asked.length)
    .default([])
    .readonly();

/** The question that is inside the question to FK. */
export const LefiQuestion = z
  .strictObject({
    personnummer: z.string().regex(/^(?:\d{2})?\d{10}$/),
    period: z.strictObject({ from: z.iso.date(), tom: z.iso.date() }).refine(({ from, tom }) => from <= tom),
    formansinformation: setOf(FK_GROUPS),
    ansprak: setOf(PM_GROUPS),
    beslut: setOf(PM_GROUPS),
    preliminaraUtbetalningar: setOf([...FK_GROUPS, ...PM_GROUPS]),
    utbetalningar: setOf([...FK_GROUPS, ...PM_GROUPS]),
    ovrigInformation: setOf(INFORMATION_TYPES),
  })
  .readonly();
export type LefiQuestion = z.infer<typeof LefiQuestion>;

/** Every code in a question, whichever class it is asked of. */
export function askedCodes(question: LefiQuestion): readonly string[] {
  return [
    ...question.formansinformation,
    ...question.ansprak,
    ...question.beslut,
    ...question.preliminaraUtbetalningar,
    ...question.utbetalningar,
    ...question.ovrigInformation,
  ];
}

/** Reads the question to LEFI, or says as FK's block would why it is refused. */
export function parseLefiQuestion(
  fraga: ForsakringskassanFraga | undefined,
  personidentitet: string,
): LefiQuestion | AgencyError {
  if (!fraga) return refusal('LEFI-400', 'Frågan till LEFI saknas.');
  if (fraga.version !== undefined && fraga.version !== LEFI_VERSION) {
    return refusal('LEFI-VERSION', 'Versionen av LEFI finns inte.');
  }
  if (!KNOWN_AKTORSID.includes(fraga.aktorsid)) {
    return refusal('LEFI-403', 'Aktören är okänd eller får inte företrädas av anroparen.');
  }
  const parsed = LefiQuestion.safeParse(parseJson(fraga.lefiJsonFraga));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refusal('LEFI-400', `Frågan till LEFI är felaktig: ${issue?.path.join('.') ?? ''}`);
  }
  return refusalOf(parsed.data, personidentitet) ?? parsed.data;
}

function refusalOf(question: LefiQuestion, personidentitet: string): AgencyError | undefined {
  const { from, tom } = question.period;
  if (tom > addMonths(from, 24)) return refusal('LEFI-400', 'Perioden är längre än två år.');
  if (askedCodes(question).length === 0)
    return refusal('LEFI-400', 'Ingen förmånsgrupp eller informationstyp är angiven.');
  // Ten digits are allowed here, and twelve in the envelope.
  if (!personidentitet.endsWith(question.personnummer)) {
    return refusal('LEFI-400', 'Frågan till LEFI avser en annan person.');
  }
  return undefined;
}

function refusal(felkod: string, felmeddelande: string): AgencyError {
  return { kalla: 'BT', felkod, felmeddelande };
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
