import { DEPTHS, type Depth, type Question } from '@medborgarnavet/mocks/questions.ts';
import type { TestPerson } from '../session.ts';
import { AnsweredViews, readHidden, ShownView, type AnsweredView } from './answered.ts';
import { PARTICIPANT } from './form.ts';
import type { TestPersons } from './test-persons.ts';
import { numberOf } from './words.ts';

// The names of the page's fields, and what is in them.

export const EARLIER = 'tidigare';
export const SHOWN = 'vy';
export const WISH = 'gor';
export const CHOICE = { person: 'person', depth: 'djup' } as const;
export const NEXT = { person: 'nasta-person', depth: 'nasta-djup' } as const;

/** A view of a test person: which, and how much of it. */
export interface View {
  readonly person: TestPerson;
  readonly depth: Depth;
}

/** A view with what is asked about it. */
export interface AskedView extends View {
  readonly questions: readonly Question[];
}

export interface TestPost {
  /** All that was answered before. */
  readonly earlier: readonly AnsweredView[];
  /** The view that the page showed, where it showed one. */
  readonly shown?: AskedView;
  readonly participant: string;
}

/** What every page of the test carries; undefined when it cannot be read. */
export function readTestPost(posted: URLSearchParams, testPersons: TestPersons): TestPost | undefined {
  const earlier = readHidden(AnsweredViews, posted.get(EARLIER) ?? '[]');
  if (!earlier) return undefined;
  const participant = posted.get(PARTICIPANT.name) ?? '';
  const text = posted.get(SHOWN);
  if (text === null) return { earlier, participant };
  const view = readHidden(ShownView, text);
  const person = testPersons.find(view?.person);
  if (!view || !person) return undefined;
  return { earlier, participant, shown: { person, depth: view.depth, questions: view.questions } };
}

/** The field that carries a view. */
export function hiddenView({ person, depth, questions }: AskedView): string {
  return JSON.stringify({ person: person.id, depth, questions } satisfies ShownView);
}

export interface Wish {
  readonly person: string | null | undefined;
  readonly depth: string | null | undefined;
}

/** The view that is wanted; where it does not exist, the first, with a sentence that says so. */
export function readWish(
  { person, depth }: Wish,
  testPersons: TestPersons,
): (View & { readonly notice?: string }) | undefined {
  const found = testPersons.find(person);
  const [first] = testPersons.persons;
  const chosen = DEPTHS.find((each) => numberOf(each) === depth);
  if (!first) return undefined;
  const isUnknown = (person ?? '') !== '' && !found;
  const isTooDeep = (depth ?? '') !== '' && !chosen;
  return {
    person: found ?? first,
    depth: chosen ?? DEPTHS[0],
    ...((isUnknown || isTooDeep) && {
      notice: `Den vyn finns inte. Välj bland ${first.id}–${testPersons.persons.at(-1)?.id} och djup 1–${DEPTHS.length}.`,
    }),
  };
}

/** The view that comes after: one step deeper, then the next person. */
export function viewAfter({ person, depth }: View, { persons }: TestPersons): View {
  const deeper = DEPTHS[DEPTHS.indexOf(depth) + 1];
  if (deeper) return { person, depth: deeper };
  return { person: persons[persons.indexOf(person) + 1] ?? persons[0] ?? person, depth: DEPTHS[0] };
}
