import * as z from 'zod/mini';
import { BackgroundFact } from './background-fact.ts';
import { Period } from './period.ts';
import { SourceCode } from './source-code.ts';
import { Section, UncheckedReason, verdictOn } from './verdict.ts';

const common = {
  source: SourceCode,
  sections: z.array(Section).check(z.maxLength(100)),
  /** The time that the source was asked about, where it is shorter than the question's own. */
  asked: z.exactOptional(Period),
};
const facts = z.array(BackgroundFact).check(z.maxLength(1000));
const none = facts.check(z.maxLength(0));

/** What one source tells beside payments, with a verdict of its own: "nothing" is never the same as "could not be checked". */
export const BackgroundBlock = z.discriminatedUnion('verdict', [
  z.strictObject({ ...common, verdict: z.literal('answered'), facts: facts.check(z.minLength(1)) }),
  z.strictObject({ ...common, verdict: z.literal('nothing'), facts: none }),
  z.strictObject({ ...common, verdict: z.literal('unchecked'), reason: UncheckedReason, facts: none }),
  z.strictObject({ ...common, verdict: z.literal('not-asked'), facts: none }),
]);
export type BackgroundBlock = z.infer<typeof BackgroundBlock>;

/** The verdict on a source that answered: see {@link verdictOn}. */
export function backgroundThatAnswered(
  source: SourceCode,
  facts: readonly BackgroundFact[],
  sections: readonly Section[] = [],
  asked?: Period,
): BackgroundBlock {
  const base = { source, sections: [...sections], ...(asked && { asked }) };
  const found = verdictOn(facts.length, sections);
  if (found.verdict === 'answered') return { ...base, verdict: 'answered', facts: [...facts] };
  return { ...base, ...found, facts: [] };
}

/** The verdict on a source that failed. */
export function backgroundThatFailed(
  source: SourceCode,
  reason: UncheckedReason,
  asked?: Period,
): BackgroundBlock {
  return { source, verdict: 'unchecked', reason, sections: [], facts: [], ...(asked && { asked }) };
}

/** What lies behind the payments of a period: the answer to `POST /background`. It is shown, and never posted or kept. */
export const BackgroundStatement = z.strictObject({
  /** The version of this shape. */
  version: z.literal(1),
  /** When the sources were asked: an instant in UTC. */
  fetchedAt: z.iso.datetime(),
  /** The time asked about: days in Sweden, both included. */
  period: Period,
  /** At most one of each source. */
  blocks: z.array(BackgroundBlock).check(
    z.maxLength(8),
    z.refine((blocks) => new Set(blocks.map(({ source }) => source)).size === blocks.length, {
      error: 'A source occurs twice',
    }),
  ),
});
export type BackgroundStatement = z.infer<typeof BackgroundStatement>;
