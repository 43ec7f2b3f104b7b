import type { Section, UncheckedReason } from '@medborgarnavet/model';
import type * as z from 'zod';
import { PERSON_INFORMATION } from '../codes.ts';
import type { AgencyBlock } from '../envelope.ts';
import { refusalOf, whose } from '../identity.ts';
import { readJson } from '../json.ts';
import type { Failed } from '../part.ts';
import { text } from '../xml/read.ts';
import { clip } from './decoded.ts';
import type { Avvikelse, LefiSvar } from './lefi.schema.ts';

// What is the same in every answer of LEFI, whether payments or background was asked for.

/** LEFI's answer, or why nothing in it can be used. */
export type OpenedLefi<Svar> = { readonly kind: 'answered'; readonly svar: Svar } | Failed;

/** Who has answered, and what is known of the person. */
interface Opening extends Pick<LefiSvar, 'utlamnare'> {
  readonly avvikelser?: { readonly ovrigInformation: readonly Avvikelse[] } | undefined;
  readonly formansinformation?:
    Pick<NonNullable<LefiSvar['formansinformation']>, 'generellPersoninformation'> | undefined;
}

/**
 * Opens the FK block, which holds JSON in base64 (facts §4.2). All of it, Pensionsmyndigheten's half included, is about the
 * person of the personal information, so that it cannot be used when that names somebody else.
 */
export function openLefi<Svar extends Opening>(
  block: AgencyBlock,
  schema: z.ZodType<Svar>,
  personnummer: string,
): OpenedLefi<Svar> {
  if (block.kind === 'failed') return block;
  const { data: svar } = schema.safeParse(readJson(text(block.data, 'lefiJsonSvar')));
  if (svar === undefined) return { kind: 'failed', reason: 'unreadable' };
  const persons = svar.formansinformation?.generellPersoninformation ?? [];
  const named = persons.map((person) => whose(person.personnummer, personnummer));
  const refusal = refusalOf(named);
  const protectedIdentity = persons.some(
    ({ skyddad }, index) => skyddad === true && named[index] !== 'other',
  );
  return refusal ? { ...refusal, protectedIdentity } : { kind: 'answered', svar };
}

export function isProtected({ formansinformation }: Opening): boolean {
  return formansinformation?.generellPersoninformation?.some(({ skyddad }) => skyddad) ?? false;
}

/** A yes, or a no for every person in there. Nothing told is not a no (decision 0007). */
function isToldIn(svar: Opening): boolean {
  const persons = svar.formansinformation?.generellPersoninformation ?? [];
  const isEveryTold = persons.length > 0 && persons.every(({ skyddad }) => skyddad !== undefined);
  return isProtected(svar) || isEveryTold;
}

/** What an answer of LEFI says of the protection of the identity. */
export function protectionIn(svar: Opening): {
  readonly protectedIdentity: boolean;
  readonly saysWhetherProtected: boolean;
} {
  const saysWhetherProtected = failureOf('FK', svar) === undefined;
  return { protectedIdentity: isProtected(svar), saysWhetherProtected };
}

/** Only an utlämnare whose state is OK has contributed; one that is not named has not answered. */
export function failureOf(code: 'FK' | 'PM', svar: Opening): UncheckedReason | undefined {
  const state = svar.utlamnare?.find(({ utlamnare }) => utlamnare.kod === code)?.tillstand.kod;
  if (state === undefined) return 'no-answer';
  if (state === 'OTILLGANGLIG') return 'unavailable';
  if (state !== 'OK') return 'fault';
  // Without the personal information nobody knows whether the identity is protected: then nothing may be shown.
  const missing = svar.avvikelser?.ovrigInformation ?? [];
  if (code !== 'FK') return undefined;
  if (missing.some((gap) => gap.ovrigInformationstyp?.kod === PERSON_INFORMATION)) return 'fault';
  return isToldIn(svar) ? undefined : 'partly-missing';
}

/** A group of benefits, or other information, that could not be delivered, and why. */
export function gapOf({ avvikelse, formansgrupp, ovrigInformationstyp }: Avvikelse): Section {
  const missing = formansgrupp ?? ovrigInformationstyp;
  return {
    name: clip(missing?.beskrivning ?? '') || clip(missing?.kod ?? '') || 'En förmån',
    verdict: 'unchecked',
    reason: avvikelse?.kod === 'OBEHORIG' ? 'not-allowed' : 'fault',
  };
}
