import type { Draft, DraftBefore, DraftReceipt, SavedDraft } from '@medborgarnavet/model';
import {
  afterLoss,
  afterSave,
  afterWriting,
  isUnsaved,
  meet,
  meetFirst,
  newBook,
  wholeOf,
  type Book,
  type Kept,
  type Meeting,
  type Sending,
} from './draft.book.ts';
import type { DraftForm } from './draft.form.ts';
import { Sheet } from './draft.sheet.ts';
import { entriesOf, inUnit, sameEntries, sameUnits, toUnits, type Units } from './draft.units.ts';

const NONE: Units = new Map();

/** The form, and what is known of what the host keeps of it. Does nothing by itself. */
export class Desk {
  readonly #sheet: Sheet;
  #book: Book;
  /** Sent without an answer: the host may keep it all the same. */
  #unsure: Sending[] = [];

  constructor(form: DraftForm) {
    this.#sheet = new Sheet(form);
    this.#sheet.take(form.read());
    this.#book = newBook(this.#sheet.units);
  }

  get form(): DraftForm {
    return this.#sheet.form;
  }

  /** Of the last save that is known. */
  get receipt(): DraftReceipt | undefined {
    return this.#book.receipt;
  }

  /** What a save is to follow upon. */
  get before(): DraftBefore {
    return this.#book.receipt?.etag ?? 'none';
  }

  get isUnsaved(): boolean {
    return isUnsaved(this.#book, this.#sheet.units);
  }

  /** What stands on the page, and what cannot be shown there. */
  get whole(): Units {
    return wholeOf(this.#book, this.#sheet.units);
  }

  /** @returns whether something stands otherwise than at the last look. */
  look(): boolean {
    const before = this.#sheet.units;
    this.#book = this.#sheet.look(this.#book);
    return !sameUnits(before, this.#sheet.units);
  }

  sending(): Sending {
    return { page: this.#sheet.units, whole: this.whole };
  }

  saved(sending: Sending, receipt: DraftReceipt): void {
    this.#book = afterSave(this.#book, sending, receipt);
    this.#unsure = [];
  }

  notAnswered(sending: Sending): void {
    this.#unsure.push(sending);
  }

  /** Whether what the host keeps is a save of ours whose answer never came. Then it is saved. */
  recognise(kept: SavedDraft, sending: Sending): boolean {
    const { units, receipt } = read(kept);
    const own = [sending, ...this.#unsure].find(({ whole }) => sameUnits(whole, units));
    if (own) this.saved(own, receipt);
    return own !== undefined;
  }

  /**
   * Takes in what the page has just come to.
   *
   * @param isTouched whether the person has been at a field since the page came.
   * @returns what a person has to be asked about, and whether anything was written in the form.
   */
  async meetFirst(kept: SavedDraft, isTouched: (unit: string) => boolean): Promise<Met> {
    const theirs = read(kept);
    const page = this.#sheet.units;
    // Nothing is said of a box that is not ticked: whatever else there is tells whether this page was saved at all, or only another of the application.
    const isSaved = [...page.keys()].some((unit) => theirs.units.has(unit));
    const isTold = (unit: string): boolean => isSaved && !this.form.alwaysPosts(unit);
    return this.#take(meetFirst(this.#book, page, theirs, isTouched, isTold));
  }

  /**
   * Takes in what was saved elsewhere meanwhile.
   *
   * @param open what a person has been asked about already, without an answer.
   */
  async meet(kept: SavedDraft, open: Units = NONE): Promise<Met> {
    const theirs = read(kept);
    const meeting = meet(this.#book, this.#sheet.units, theirs);
    const { whole } = this;
    const still = [...open.keys()]
      .filter((unit) => !sameEntries(inUnit(whole, unit), inUnit(theirs.units, unit)))
      .map((unit) => [unit, inUnit(theirs.units, unit)] as const);
    const taken = new Map([...meeting.taken].filter(([unit]) => !open.has(unit)));
    return this.#take({ ...meeting, taken, asked: new Map([...meeting.asked, ...still]) });
  }

  /** Writes this in the form, as what is kept. */
  async put(units: Units): Promise<void> {
    await this.#take({ taken: units, asked: NONE, book: this.#book });
  }

  /** The host keeps nothing any more. */
  lost(): void {
    this.#book = afterLoss(this.#book, this.#sheet.units);
  }

  /** Whether the limit of what is kept has passed. */
  isOver(now: number): boolean {
    return this.receipt !== undefined && now >= Date.parse(this.receipt.expiresAt);
  }

  /** It has been deleted at its limit. Not saved is what the person changes from now on, and has changed since the last save. */
  expire(): void {
    this.#book = newBook(this.#book.settled);
  }

  /** Empties the form, and what is known. */
  async empty(): Promise<void> {
    this.form.reset();
    await this.#anew();
  }

  /** Empties it of what the page came with, too. */
  async blank(): Promise<void> {
    this.form.blank();
    await this.#anew();
  }

  /** Empties the form. What stood there is remembered. */
  cover(): void {
    this.form.blank();
  }

  async uncover(): Promise<void> {
    this.form.write(this.#sheet.units);
    await this.form.settled();
    this.#sheet.take(this.form.read());
  }

  async #take({ taken, asked, book }: Meeting): Promise<Met> {
    this.form.write(taken);
    await this.form.settled();
    const page = this.form.read();
    this.#sheet.take(page);
    this.#book = afterWriting(book, taken, page.units);
    return { asked, hasWritten: taken.size > 0 };
  }

  async #anew(): Promise<void> {
    this.#sheet.forget();
    await this.form.settled();
    this.#sheet.take(this.form.read());
    this.#book = newBook(this.#sheet.units);
    this.#unsure = [];
  }
}

export interface Met {
  /** What a person has to be asked about: what is kept of it. */
  readonly asked: Units;
  readonly hasWritten: boolean;
}

/** @param at the name of the field that the person is in. */
export function toDraft({ whole }: Sending, at: string | undefined): Draft {
  return { version: 1, fields: [...entriesOf(whole)], ...(at !== undefined && { at }) };
}

function read({ fields, savedAt, expiresAt, etag }: SavedDraft): Kept {
  return { units: toUnits(fields), receipt: { savedAt, expiresAt, etag } };
}
