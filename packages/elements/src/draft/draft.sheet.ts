import { afterReturn, wholeOf, type Book } from './draft.book.ts';
import type { DraftForm, Page } from './draft.form.ts';
import { inUnit, overlay, sameEntries, type Units } from './draft.units.ts';

const NONE: Units = new Map();

/**
 * What the person has on the page, also of what the page has taken away again: a form in steps has only one of them at a
 * time.
 */
export class Sheet {
  readonly form: DraftForm;
  #units: Units = NONE;
  /** On the page when it was last looked at. */
  #shown: ReadonlySet<string> = new Set();

  constructor(form: DraftForm) {
    this.form = form;
  }

  get units(): Units {
    return this.#units;
  }

  /** Looks at the page anew, and gives a field that has come what there is for it. */
  look(book: Book): Book {
    const before = this.form.read();
    const back = this.#cameBack(before, book);
    if (back.size > 0) this.form.write(back);
    const page = back.size > 0 ? this.form.read() : before;
    const fresh = [...page.units].filter(([unit]) => !this.#units.has(unit) && isThePages(unit, this.form));
    this.take(page);
    if (back.size === 0 && fresh.length === 0) return book;
    return afterReturn(book, new Map(fresh), back, page.units);
  }

  /** What the page holds now is what the person has. */
  take(page: Page): void {
    const cleared = [...this.#units.keys()].filter((unit) => page.has(unit) && !page.units.has(unit));
    this.#units = overlay(overlay(this.#units, new Map(cleared.map((unit) => [unit, []]))), page.units);
    this.#shown = new Set([...this.#units.keys()].filter((unit) => page.has(unit)));
  }

  forget(): void {
    this.#units = NONE;
    this.#shown = new Set();
  }

  #cameBack(page: Page, book: Book): Units {
    const whole = wholeOf(book, this.#units);
    const isBack = (unit: string): boolean =>
      page.has(unit) &&
      (this.#units.has(unit) ? !this.#shown.has(unit) : book.held.has(unit)) &&
      !sameEntries(inUnit(page.units, unit), inUnit(whole, unit));
    const isAwaited = (unit: string): boolean =>
      book.held.has(unit) &&
      page.has(unit) &&
      sameEntries(inUnit(page.units, unit), inUnit(book.settled, unit));
    return new Map([...whole].filter(([unit]) => isBack(unit) || isAwaited(unit)));
  }
}

/** A field's first content is the page's; what an element of ours holds is the person's. */
function isThePages(unit: string, form: DraftForm): boolean {
  return form.restorables().every(({ name }) => !unit.startsWith(`${name}.`));
}
