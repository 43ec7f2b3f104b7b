import * as z from 'zod/mini';
import { Payment } from './payment.ts';
import { Period } from './period.ts';
import { SourceCode } from './source-code.ts';
import { Section, UncheckedReason, verdictOn } from './verdict.ts';

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

/** The verdict on a source that answered: see {@link verdictOn}. */
export function sourceThatAnswered(
  source: SourceCode,
  payments: readonly Payment[],
  sections: readonly Section[] = [],
  asked?: Period,
): Source {
  const base = { source, sections: [...sections], ...(asked && { asked }) };
  const found = verdictOn(payments.length, sections);
  if (found.verdict === 'answered') return { ...base, verdict: 'answered', payments: [...payments] };
  return { ...base, ...found, payments: [] };
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
