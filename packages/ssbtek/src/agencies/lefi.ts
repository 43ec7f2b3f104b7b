import {
  sourceThatAnswered,
  sourceThatFailed,
  type Section,
  type Source,
  type UncheckedReason,
} from '@medborgarnavet/model';
import type * as z from 'zod';
import { decodeBase64 } from '../base64.ts';
import { PERSON_INFORMATION } from '../codes.ts';
import type { AgencyBlock } from '../envelope.ts';
import { withIds } from '../payment-id.ts';
import { text } from '../xml/read.ts';
import { decodeEach, distinct, join, unreadable, type Decoded, type DecodedPayment } from './decoded.ts';
import { decodeFkPayment, nameOfFkPayment } from './fk-payment.ts';
import { FkUtbetalning, LefiSvar, PmUtbetalning, type Avvikelse } from './lefi.schema.ts';
import { decodePmPayment } from './pm-payment.ts';

export interface LefiAnswer {
  readonly fk: Source;
  readonly pm: Source;
  readonly protectedIdentity: boolean;
}

/** The FK block holds two sources: Försäkringskassan and Pensionsmyndigheten, each with its own state (facts §4.2). */
export function decodeLefi(block: AgencyBlock): LefiAnswer {
  if (block.kind === 'failed') return bothFailed(block.reason);
  const svar = readJson(text(block.data, 'lefiJsonSvar'));
  if (!svar) return bothFailed('unreadable');
  return {
    fk: decodeSource('FK', svar, fkPayments(svar)),
    pm: decodeSource('PM', svar, pmPayments(svar)),
    protectedIdentity:
      svar.formansinformation?.generellPersoninformation?.some(({ skyddad }) => skyddad) ?? false,
  };
}

function bothFailed(reason: UncheckedReason): LefiAnswer {
  return { fk: sourceThatFailed('FK', reason), pm: sourceThatFailed('PM', reason), protectedIdentity: false };
}

function readJson(base64: string): LefiSvar | undefined {
  const bytes = decodeBase64(base64);
  if (!bytes) return undefined;
  try {
    return LefiSvar.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    return undefined;
  }
}

/** FK's payments lie inside `formansinformation`, the preliminary ones under a key of another spelling (facts §7.5). */
function fkPayments({ formansinformation }: LefiSvar): Decoded {
  return join(
    decodeList(formansinformation?.utbetalningsuppgift, FkUtbetalning, nameOfFkPayment, (item) =>
      decodeFkPayment(item, 'paid'),
    ),
    decodeList(formansinformation?.preliminarautbetalningar, FkUtbetalning, nameOfFkPayment, (item) =>
      decodeFkPayment(item, 'planned'),
    ),
  );
}

function pmPayments(svar: LefiSvar): Decoded {
  const name = (): string => 'Pension';
  return join(
    decodeList(svar.utbetalningar, PmUtbetalning, name, (item) => decodePmPayment(item, 'paid')),
    decodeList(svar.preliminaraUtbetalningar, PmUtbetalning, name, (item) =>
      decodePmPayment(item, 'planned'),
    ),
  );
}

function decodeList<T>(
  items: readonly unknown[] = [],
  schema: z.ZodType<T>,
  nameOf: (item: T) => string,
  decode: (item: T) => DecodedPayment | undefined,
): Decoded {
  const parsed = items.map((item) => schema.safeParse(item));
  const readable = parsed.flatMap((result) => (result.success ? [result.data] : []));
  const gaps = parsed.filter(({ success }) => !success).map(() => unreadable(''));
  return join(decodeEach(readable, decode, nameOf), { payments: [], sections: gaps });
}

function decodeSource(code: 'FK' | 'PM', svar: LefiSvar, { payments, sections }: Decoded): Source {
  const failure = failureOf(code, svar);
  if (failure) return sourceThatFailed(code, failure);
  return sourceThatAnswered(code, withIds(payments), distinct([...sections, ...gapsIn(code, svar)]));
}

/** Only an utlämnare whose state is OK has contributed; one that is not named has not answered. */
function failureOf(code: 'FK' | 'PM', svar: LefiSvar): UncheckedReason | undefined {
  const state = svar.utlamnare?.find(({ utlamnare }) => utlamnare.kod === code)?.tillstand.kod;
  if (state === undefined) return 'no-answer';
  if (state === 'OTILLGANGLIG') return 'unavailable';
  if (state !== 'OK') return 'fault';
  // Without the personal information nobody knows whether the identity is protected: then nothing may be shown.
  const missing = svar.avvikelser?.ovrigInformation ?? [];
  return code === 'FK' && missing.some((gap) => gap.ovrigInformationstyp?.kod === PERSON_INFORMATION)
    ? 'fault'
    : undefined;
}

function gapsIn(code: 'FK' | 'PM', svar: LefiSvar): Section[] {
  const all = [
    ...(svar.avvikelser?.utbetalningar ?? []),
    ...(svar.avvikelser?.preliminaraUtbetalningar ?? []),
  ];
  return all.filter(({ formansgrupp }) => formansgrupp?.kod.startsWith(`${code}:`) ?? code === 'FK').map(gap);
}

function gap({ avvikelse, formansgrupp }: Avvikelse): Section {
  return {
    name: formansgrupp?.beskrivning?.slice(0, 200) ?? formansgrupp?.kod ?? 'En förmån',
    verdict: 'unchecked',
    reason: avvikelse?.kod === 'OBEHORIG' ? 'not-allowed' : 'fault',
  };
}
