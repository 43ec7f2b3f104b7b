import { distinct } from '../agencies/decoded.ts';
import { gap, NOTHING, together, type Found } from './found.ts';

/** As many sections as the model holds. */
const MOST = 100;

/** No more sections than the model has room for. That there are more is told in the words that say it of facts. */
export function bounded({ facts, sections }: Found): Found {
  const all = distinct(sections);
  if (all.length < MOST) return { facts, sections: all };
  return { facts, sections: [...all.slice(0, MOST - 1), ...beyond('Resten av uppgifterna').sections] };
}

/** What was read of one of several things inside a fact. */
export interface Piece<T> {
  /** Undefined when nothing of it could be understood. */
  readonly item: T | undefined;
  readonly whole: boolean;
}

/** What was read of several things inside a fact. What could not be read, or has no room in the model, is a gap. */
export interface Pieces<T> {
  readonly items: T[];
  readonly gaps: Found;
}

/** Reads as many as the model has room for. */
export function piecesOf<T, Item>(
  all: readonly T[],
  most: number,
  name: string,
  read: (one: T) => Piece<Item>,
): Pieces<Item> {
  const pieces = all.slice(0, most).map(read);
  return {
    items: pieces.flatMap(({ item }) => (item === undefined ? [] : [item])),
    gaps: together(
      pieces.every(({ whole }) => whole) ? NOTHING : gap(name),
      all.length > most ? beyond(name) : NOTHING,
    ),
  };
}

function beyond(name: string): Found {
  return gap(name, 'partly-missing');
}
