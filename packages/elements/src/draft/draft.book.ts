import type { DraftReceipt } from '@medborgarnavet/model';
import { merge } from './draft.merge.ts';
import { inUnit, namesIn, overlay, sameEntries, sameUnits, without, type Units } from './draft.units.ts';

const NONE: Units = new Map();

/** What is known of what the host keeps, beside what the page holds. */
export interface Book {
  /** Of the last save that is known; undefined when nothing is kept. */
  readonly receipt: DraftReceipt | undefined;
  /** What the host keeps. */
  readonly saved: Units;
  /** What the page held when it last agreed with the host: what differs from it is the person's, and not saved. */
  readonly settled: Units;
  /** What is kept and the page cannot show: its field is not there, or has not got that choice yet. */
  readonly held: Units;
}

/** Nothing is kept, and the page is as it came. */
export function newBook(page: Units): Book {
  return { receipt: undefined, saved: NONE, settled: page, held: NONE };
}

/** What a save would keep: what the page holds, and what it cannot show as long as nobody has written in its place. */
export function wholeOf({ settled, held }: Pick<Book, 'settled' | 'held'>, page: Units): Units {
  const stillHeld = [...held].filter(([unit]) => sameEntries(inUnit(page, unit), inUnit(settled, unit)));
  return overlay(page, new Map(stillHeld));
}

/** Whether the person has done something that is not saved. */
export function isUnsaved(book: Book, page: Units): boolean {
  return !sameUnits(page, book.settled) && !sameUnits(wholeOf(book, page), book.saved);
}

/** What is sent, and what the page held then. */
export interface Sending {
  readonly page: Units;
  readonly whole: Units;
}

/** What was sent is kept. */
export function afterSave(book: Book, { page, whole }: Sending, receipt: DraftReceipt): Book {
  const written = [...book.held.keys()].filter(
    (unit) => !sameEntries(inUnit(page, unit), inUnit(book.settled, unit)),
  );
  return { receipt, saved: whole, settled: page, held: without(book.held, written) };
}

/** The host keeps nothing any more: all that the page holds is unsaved, also what nobody has touched. */
export function afterLoss({ held }: Book, page: Units): Book {
  const settled = [...held.keys()].map((unit) => [unit, inUnit(page, unit)] as const);
  return { receipt: undefined, saved: NONE, settled: new Map(settled), held };
}

/** What to do with what the host keeps. */
export interface Meeting {
  /** To be written in the page. */
  readonly taken: Units;
  /** To be asked about: what is kept of it. */
  readonly asked: Units;
  /** As it will be, once what is taken has been written. */
  readonly book: Book;
}

export interface Kept {
  readonly units: Units;
  readonly receipt: DraftReceipt;
}

/** The host keeps something else than the page knew of. */
export function meet(book: Book, page: Units, kept: Kept): Meeting {
  const base = wholeOf(book, book.settled);
  const merged = merge({ base, ours: wholeOf(book, page), theirs: kept.units });
  return { ...merged, book: following(book, page, kept) };
}

/**
 * The page has come, and the host keeps something.
 *
 * @param isTouched whether the person has been at a field since the page came.
 * @param isTold whether what is kept says anything of that field; else it was saved on another page of the application.
 */
export function meetFirst(
  book: Book,
  page: Units,
  kept: Kept,
  isTouched: (unit: string) => boolean,
  isTold: (unit: string) => boolean,
): Meeting {
  const silent = [...namesIn(book.settled)].filter((unit) => !kept.units.has(unit) && !isTold(unit));
  const asIs = new Map(silent.map((unit) => [unit, inUnit(book.settled, unit)]));
  const theirs = overlay(kept.units, asIs);
  const merged = merge({ base: book.settled, ours: page, theirs }, isTouched);
  const next = following(book, page, kept);
  return { ...merged, book: { ...next, settled: overlay(next.settled, asIs) } };
}

/** What is written otherwise than what is kept is not saved from now on. */
function following(book: Book, page: Units, { units, receipt }: Kept): Book {
  const isHeld = (unit: string): boolean =>
    sameEntries(inUnit(page, unit), inUnit(book.settled, unit)) &&
    sameEntries(inUnit(book.held, unit), inUnit(units, unit));
  const held = [...units].filter(([unit]) => !page.has(unit) || (book.held.has(unit) && isHeld(unit)));
  const heldUnits = new Map(held);
  const settled = [...page].map(
    ([unit, entries]) => [unit, heldUnits.has(unit) ? entries : inUnit(units, unit)] as const,
  );
  return { receipt, saved: units, settled: new Map(settled), held: heldUnits };
}

/**
 * What was to be written has been, where it could be. The rest is held.
 *
 * @param page what the page holds now.
 */
export function afterWriting(book: Book, wanted: Units, page: Units): Book {
  const settled = new Map(book.settled);
  const held = new Map(book.held);
  for (const [unit, entries] of wanted) {
    if (page.has(unit)) settled.set(unit, inUnit(page, unit));
    if (sameEntries(inUnit(page, unit), entries)) held.delete(unit);
    else held.set(unit, entries);
  }
  return { ...book, settled, held };
}

/**
 * Fields have come to the page, new ones or ones that were there before.
 *
 * @param fresh what new ones hold: the page's and not the person's.
 * @param back what was put in those that there was something for.
 */
export function afterReturn(book: Book, fresh: Units, back: Units, page: Units): Book {
  const settled = new Map([...book.settled, ...fresh]);
  const held = new Map(book.held);
  for (const [unit, entries] of back) {
    const isShown = sameEntries(inUnit(page, unit), entries);
    if (!isShown || held.has(unit)) settled.set(unit, inUnit(page, unit));
    if (isShown) held.delete(unit);
    else held.set(unit, entries);
  }
  return { ...book, settled, held };
}
