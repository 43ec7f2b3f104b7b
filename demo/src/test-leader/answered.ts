import { DEPTHS } from '@medborgarnavet/mocks/questions.ts';
import * as z from 'zod';

/** How a participant answered a question. */
export const MARKS = ['ratt', 'delvis', 'fel', 'inget'] as const;
export type Mark = (typeof MARKS)[number];

const LONGEST_NOTE = 2000;
/** More than this is no longer one sitting. */
export const MOST_VIEWS = 100;

const Text = z.string().max(5000);
const view = { person: z.string().max(20), depth: z.enum(DEPTHS) };

/** A view as it was shown, with what was asked about it: so what a page posts can be read whatever is fetched since. */
export const ShownView = z.strictObject({
  ...view,
  questions: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z-]{1,60}$/), text: Text, answer: Text }))
    .max(20)
    .readonly(),
});
export type ShownView = Readonly<z.infer<typeof ShownView>>;

/** What a participant answered about a view. Nobody's name or number: participants have numbers from 1. */
export const AnsweredView = z.strictObject({
  ...view,
  participant: z.int().min(1).max(99),
  /** How easy it was: 1 is very hard, 5 is very easy. */
  ease: z.exactOptional(z.int().min(1).max(5)),
  /** A question that was not asked has no mark. */
  answers: z
    .array(
      z.strictObject({
        id: z.string().max(60),
        question: Text,
        mark: z.exactOptional(z.enum(MARKS)),
        note: z.exactOptional(z.string().max(LONGEST_NOTE)),
      }),
    )
    .max(20),
});
export type AnsweredView = Readonly<z.infer<typeof AnsweredView>>;

/** All that has been answered so far: it travels with the pages, and is kept nowhere. */
export const AnsweredViews = z.array(AnsweredView).max(MOST_VIEWS);

/** What a hidden field holds; undefined when it is not of that kind. */
export function readHidden<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

type Place = Pick<AnsweredView, 'participant' | 'person' | 'depth'>;

/** What this participant answered before about the same view. */
export function answeredBefore(views: readonly AnsweredView[], place: Place): AnsweredView | undefined {
  return views.find((each) => isSamePlace(each, place));
}

/** Answered anew, it stands in the place of what was there. */
export function withAnswered(views: readonly AnsweredView[], added: AnsweredView): AnsweredView[] {
  return answeredBefore(views, added)
    ? views.map((each) => (isSamePlace(each, added) ? added : each))
    : [...views, added];
}

function isSamePlace(one: Place, other: Place): boolean {
  return one.participant === other.participant && one.person === other.person && one.depth === other.depth;
}
