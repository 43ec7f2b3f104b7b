import * as z from 'zod/mini';

/**
 * Why a source could not be checked. Facts §6 has the signals; no two of them may read the same to the person.
 * - `timeout`: it did not answer in time
 * - `unavailable`: it is out of service
 * - `fault`: it answered that something went wrong there
 * - `partly-missing`: it answered, but not for everything
 * - `not-allowed`: the municipality may not ask for this
 * - `rejected`: it did not accept the question
 * - `unreadable`: it answered something that cannot be understood
 * - `unknown-status`: it answered with a status that nobody has explained (facts §4.5)
 * - `no-answer`: it was asked, but is not in the answer
 * - `withheld`: what it answered is not told, since nobody could say whether it may be
 * - `outside-window`: it does not tell about so distant a time (CSN, facts §7.2)
 */
export const UncheckedReason = z.enum([
  'timeout',
  'unavailable',
  'fault',
  'partly-missing',
  'not-allowed',
  'rejected',
  'unreadable',
  'unknown-status',
  'no-answer',
  'outside-window',
  'withheld',
]);
export type UncheckedReason = z.infer<typeof UncheckedReason>;

/** One of those that a source answers for: an a-kassa, or a benefit that could not be delivered. */
export const Section = z.discriminatedUnion('verdict', [
  z.strictObject({
    name: z.string().check(z.minLength(1), z.maxLength(200)),
    verdict: z.enum(['answered', 'nothing']),
  }),
  z.strictObject({
    name: z.string().check(z.minLength(1), z.maxLength(200)),
    verdict: z.literal('unchecked'),
    reason: UncheckedReason,
  }),
]);
export type Section = z.infer<typeof Section>;

/**
 * What is to be said of a source that answered with so many things: with one it has `answered`; with none it is
 * `nothing` only if every section is, since a gap may hide something (DESIGN rule 3: a failure is never shown as zero).
 */
export function verdictOn(
  count: number,
  sections: readonly Section[],
):
  | { readonly verdict: 'answered' | 'nothing' }
  | { readonly verdict: 'unchecked'; readonly reason: UncheckedReason } {
  if (count > 0) return { verdict: 'answered' };
  const gaps = sections.filter((section) => section.verdict === 'unchecked');
  const [first] = gaps;
  if (!first) return { verdict: 'nothing' };
  const same = gaps.length === sections.length && gaps.every(({ reason }) => reason === first.reason);
  return { verdict: 'unchecked', reason: same ? first.reason : 'partly-missing' };
}
