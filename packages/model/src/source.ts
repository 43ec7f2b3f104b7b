import * as z from 'zod/mini';
import { Payment } from './payment.ts';
import { Period } from './period.ts';
import { SourceCode } from './source-code.ts';

/**
 * Why a source could not be checked. Facts §6 has the signals; no two of them may read the same to the person.
 * - `timeout`: it did not answer in time
 * - `unavailable`: it is out of service
 * - `fault`: it answered that something went wrong there
 * - `partly-missing`: it answered, but not for everything
 * - `not-allowed`: the municipality may not ask for this
 * - `rejected`: it did not accept the question
 * - `unreadable`: it answered something that cannot be understood
 * - `unknown-status`: an a-kassa answered with a status that nobody has explained (facts §4.5)
 * - `no-answer`: it was asked, but is not in the answer
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

const common = {
  source: SourceCode,
  sections: z.array(Section).check(z.maxLength(100)),
  /** The time that the source was asked about, where it is shorter than the statement's own. */
  asked: z.exactOptional(Period),
};
const payments = z.array(Payment).check(z.maxLength(2000));
const none = payments.check(z.maxLength(0));

/**
 * What one source said. "Nothing" and "could not be checked" are never the same thing.
 * `answered` has at least one payment and may still have unchecked sections; `nothing` has neither.
 */
export const Source = z.discriminatedUnion('verdict', [
  z.strictObject({ ...common, verdict: z.literal('answered'), payments: payments.check(z.minLength(1)) }),
  z.strictObject({ ...common, verdict: z.literal('nothing'), payments: none }),
  z.strictObject({ ...common, verdict: z.literal('unchecked'), reason: UncheckedReason, payments: none }),
  z.strictObject({ ...common, verdict: z.literal('not-asked'), payments: none }),
]);
export type Source = z.infer<typeof Source>;
export type Verdict = Source['verdict'];

/**
 * The verdict on a source that answered: payments make it `answered`; without payments it is `nothing` only if
 * every section is, since a gap may hide a payment (DESIGN rule 3: a failure is never shown as zero).
 */
export function sourceThatAnswered(
  source: SourceCode,
  payments: readonly Payment[],
  sections: readonly Section[] = [],
  asked?: Period,
): Source {
  const base = { source, sections: [...sections], ...(asked && { asked }) };
  if (payments.length > 0) return { ...base, verdict: 'answered', payments: [...payments] };
  const gaps = sections.filter((section) => section.verdict === 'unchecked');
  const [first] = gaps;
  if (!first) return { ...base, verdict: 'nothing', payments: [] };
  const same = gaps.length === sections.length && gaps.every(({ reason }) => reason === first.reason);
  return { ...base, verdict: 'unchecked', reason: same ? first.reason : 'partly-missing', payments: [] };
}

/** The verdict on a source that failed. */
export function sourceThatFailed(source: SourceCode, reason: UncheckedReason, asked?: Period): Source {
  return { source, verdict: 'unchecked', reason, sections: [], payments: [], ...(asked && { asked }) };
}

/** Whether all of the time and all that was asked for could be checked. */
export function isComplete(source: Source): boolean {
  const whole = source.asked === undefined;
  return (
    whole && source.verdict !== 'unchecked' && source.sections.every(({ verdict }) => verdict !== 'unchecked')
  );
}
