import {
  backgroundThatAnswered,
  type BackgroundBlock,
  type BackgroundFact,
  type Section,
  type SourceCode,
  type UncheckedReason,
} from '@medborgarnavet/model';
import { distinct } from '../agencies/decoded.ts';

/** What could be read out of an answer: its facts, and what was missing or could not be read. */
export interface Found {
  readonly facts: readonly BackgroundFact[];
  readonly sections: readonly Section[];
}

export const NOTHING: Found = { facts: [], sections: [] };

/** As many facts as the model holds. */
const MOST = 1000;
const REST = gap('Resten av uppgifterna', 'partly-missing');

/** A source that answered, and all that was found in its answer. */
export function blockOf(source: SourceCode, { facts, sections }: Found): BackgroundBlock {
  const { sections: rest } = facts.length > MOST ? REST : NOTHING;
  return backgroundThatAnswered(source, facts.slice(0, MOST), distinct([...sections, ...rest]));
}

/** A fact, and a gap beside it unless it is whole. One that tells nothing is no fact. */
export function found(fact: BackgroundFact, whole: boolean, name: string): Found {
  const { sections } = whole ? NOTHING : gap(name);
  return { facts: Object.keys(fact).length > 1 ? [fact] : [], sections };
}

/** What is found in each item, as far as the model has room. */
export function foundInEach<T>(items: readonly T[], decode: (item: T) => Found): Found {
  return together(...items.slice(0, MOST).map(decode), items.length > MOST ? REST : NOTHING);
}

export function together(...all: readonly Found[]): Found {
  return { facts: all.flatMap(({ facts }) => facts), sections: all.flatMap(({ sections }) => sections) };
}

/** Something that is there, or may be there, and cannot be told. */
export function gap(name: string, reason: UncheckedReason = 'unreadable'): Found {
  return { facts: [], sections: [{ name, verdict: 'unchecked', reason }] };
}
