import { sourceThatAnswered, sourceThatFailed, type Section, type Source } from '@medborgarnavet/model';
import type * as z from 'zod';
import type { AgencyBlock } from '../envelope.ts';
import { failedPart, type Part } from '../part.ts';
import { withIds } from '../payment-id.ts';
import { decodeEach, distinct, join, unreadable, type Decoded, type DecodedPayment } from './decoded.ts';
import { decodeFkPayment, nameOfFkPayment } from './fk-payment.ts';
import { failureOf, gapOf, openLefi, protectionIn } from './lefi-answer.ts';
import { FkUtbetalning, LefiSvar, PmUtbetalning } from './lefi.schema.ts';
import { decodePmPayment } from './pm-payment.ts';

/** The FK block holds two sources: Försäkringskassan and Pensionsmyndigheten, each with its own state (facts §4.2). */
export function decodeLefi(block: AgencyBlock, personnummer: string): Part<Source> {
  const answer = openLefi(block, LefiSvar, personnummer);
  if (answer.kind === 'failed') {
    const { reason } = answer;
    return failedPart(answer, sourceThatFailed('FK', reason), sourceThatFailed('PM', reason));
  }
  const { svar } = answer;
  return {
    told: [decodeSource('FK', svar, fkPayments(svar)), decodeSource('PM', svar, pmPayments(svar))],
    ...protectionIn(svar),
  };
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

function gapsIn(code: 'FK' | 'PM', svar: LefiSvar): Section[] {
  const all = [
    ...(svar.avvikelser?.utbetalningar ?? []),
    ...(svar.avvikelser?.preliminaraUtbetalningar ?? []),
  ];
  return all
    .filter(({ formansgrupp }) => formansgrupp?.kod.startsWith(`${code}:`) ?? code === 'FK')
    .map(gapOf);
}
