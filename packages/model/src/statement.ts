import * as z from 'zod/mini';
import { Period } from './period.ts';
import type { Payment } from './payment.ts';
import { Source } from './source.ts';

/** The longest time that one statement covers: LEFI refuses more than two years (facts §7.3). */
const LONGEST_DAYS = 731;

/** What a page asks for: `POST /income`. No personnummer; the host knows who is asking. */
export const IncomeRequest = z.strictObject({
  period: Period.check(
    z.refine(({ from, to }) => (Date.parse(to) - Date.parse(from)) / 86_400_000 < LONGEST_DAYS, {
      error: 'The period must be at most two years',
    }),
  ),
});
export type IncomeRequest = z.infer<typeof IncomeRequest>;

/** What the sources said, before the host has sealed it. */
export const UnsealedStatement = z.strictObject({
  /** Chosen by the host at random; says nothing about the person. */
  id: z.string().check(z.regex(/^[\w-]{8,64}$/)),
  /** The version of this shape. */
  version: z.literal(1),
  /** When the sources were asked: an instant in UTC. */
  fetchedAt: z.iso.datetime(),
  /** The time asked about: days in Sweden, both included. */
  period: Period,
  /** At most one of each source. */
  sources: z.array(Source).check(
    z.maxLength(8),
    z.refine((sources) => new Set(sources.map(({ source }) => source)).size === sources.length, {
      error: 'A source occurs twice',
    }),
  ),
});
export type UnsealedStatement = z.infer<typeof UnsealedStatement>;

/** The answer to Hämta: what every source said, and the host's seal over it. */
export const IncomeStatement = z.strictObject({
  ...UnsealedStatement.shape,
  /** The host's signature. A page cannot read it and needs not to. */
  seal: z.string().check(z.minLength(1), z.maxLength(2000)),
});
export type IncomeStatement = z.infer<typeof IncomeStatement>;

export function paymentsIn(statement: Pick<IncomeStatement, 'sources'>): Payment[] {
  return statement.sources.flatMap((source): Payment[] => source.payments);
}
