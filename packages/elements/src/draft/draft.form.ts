import {
  alwaysPosts,
  blank,
  entriesIn,
  isKept,
  isNativeField,
  keepable,
  writeFields,
  type NativeField,
} from './draft.native-fields.ts';
import { inUnit, sameEntries, toUnits, unitOf, type Entry, type Units } from './draft.units.ts';

/** An element of the form that takes back what it has posted, such as `<ssbtek-prefill>`. */
export interface Restorable extends HTMLElement {
  readonly name: string;
  readonly restoreFields: (entries: readonly Entry[]) => void;
}

/** What a form holds of a person's own, now. */
export interface Page {
  readonly units: Units;
  /** Whether the unit is on the page, also when nothing stands in it. */
  readonly has: (unit: string) => boolean;
}

/** What the page works out: the host has it already, or can work it out again. */
const WORKED_OUT = /\.(?:retrieved|effective)$/;

/** A form of the page, read and written as a draft has it. */
export class DraftForm {
  readonly element: HTMLFormElement;
  readonly #leftOut: () => ReadonlySet<string>;
  #isWriting = false;

  /** @param leftOut names that are not kept. */
  constructor(element: HTMLFormElement, leftOut: () => ReadonlySet<string>) {
    this.element = element;
    this.#leftOut = leftOut;
  }

  /** Whether what happens in the form now is our doing. */
  get isWriting(): boolean {
    return this.#isWriting;
  }

  read(): Page {
    const fields = this.#kept();
    const others = this.restorables();
    const units = new Map<string, readonly Entry[]>(fields.map(({ name }) => [unitOf(name), []]));
    const entries = [...fields.flatMap(entriesIn), ...this.#postedByOthers()];
    for (const [unit, found] of toUnits(entries)) units.set(unit, found);
    return {
      units,
      has: (unit) => units.has(unit) || others.some(({ name }) => unit.startsWith(`${name}.`)),
    };
  }

  /** Puts these in the form, as a person would. What the form cannot hold is left out. */
  write(wanted: Units): void {
    this.#asOurs(() => {
      for (const [name, fields] of byName(this.#kept().filter((field) => wanted.has(unitOf(field.name))))) {
        const entries = inUnit(wanted, unitOf(name)).filter((entry) => entry[0] === name);
        writeFields(
          fields,
          entries.map(([, value]) => value),
        );
      }
      for (const element of this.restorables()) this.#give(element, wanted);
    });
  }

  /** Empties the form as a person would with a button of its own: what the page came with stands. */
  reset(): void {
    const before = new Map(this.#kept().map((field) => [field, entriesIn(field)]));
    this.#asOurs(() => {
      this.element.reset();
      for (const element of this.restorables()) element.restoreFields([]);
      // A framework may have made what was written the field's default.
      for (const [field, entries] of before)
        if (!isAsItCame(field) && sameEntries(entriesIn(field), entries)) blank(field);
    });
  }

  /** Empties the form of all that the next person could see, also of what the page came with. */
  blank(): void {
    this.#asOurs(() => {
      for (const element of this.restorables()) element.restoreFields([]);
      for (const field of this.#kept()) blank(field);
    });
  }

  /** When the elements of the form have taken in what they were given. */
  async settled(): Promise<void> {
    await Promise.all(
      this.restorables().map((element) => ('updateComplete' in element ? element.updateComplete : undefined)),
    );
  }

  restorables(): readonly Restorable[] {
    return [...this.element.elements].filter(isRestorable);
  }

  fieldsIn(unit: string): readonly NativeField[] {
    return this.#kept().filter(({ name }) => unitOf(name) === unit);
  }

  /** Whether a draft of this page has it, whatever the person wrote. */
  alwaysPosts(unit: string): boolean {
    return this.fieldsIn(unit).some(alwaysPosts);
  }

  /** The name of a field that is kept; undefined for what is none, and for what is left out. */
  nameOf(element: Element): string | undefined {
    if (!isNativeField(element) && !isCustom(element)) return undefined;
    const isOurs = [...this.element.elements].includes(element) && !this.#leftOut().has(element.name);
    return isOurs && (!isNativeField(element) || isKept(element)) ? element.name : undefined;
  }

  #kept(): NativeField[] {
    const leftOut = this.#leftOut();
    return this.#fields().filter((field) => isKept(field) && !leftOut.has(field.name));
  }

  #fields(): NativeField[] {
    return [...this.element.elements].filter(isNativeField);
  }

  /** What elements of the page's own post, and what the page's script adds. */
  #postedByOthers(): Entry[] {
    const native = new Set(this.#fields().map(({ name }) => name));
    const leftOut = this.#leftOut();
    const statements = new Set(this.restorables().map(({ name }) => `${name}.statement`));
    return [...new FormData(this.element)].flatMap(([name, value]) => {
      const isOther = !native.has(name) && !leftOut.has(name);
      const isWritten = !WORKED_OUT.test(name) && !statements.has(name);
      return isOther && isWritten && typeof value === 'string' ? [[name, keepable(value)] as const] : [];
    });
  }

  /** What it is not given anew it keeps. */
  #give(element: Restorable, wanted: Units): void {
    const prefix = `${element.name}.`;
    const own = [...wanted].filter(([unit]) => unit.startsWith(prefix));
    if (own.length === 0) return;
    const now = [...this.read().units].filter(([unit]) => unit.startsWith(prefix));
    const units: Units = new Map([...now, ...own]);
    const entries = [...units.values()].flat();
    if (own.every(([unit, wish]) => sameEntries(inUnit(new Map(now), unit), wish))) return;
    element.restoreFields(entries);
  }

  #asOurs(action: () => void): void {
    this.#isWriting = true;
    try {
      action();
    } finally {
      this.#isWriting = false;
    }
  }
}

function isRestorable(element: Element): element is Restorable {
  return isNamed(element) && 'restoreFields' in element && typeof element.restoreFields === 'function';
}

/** An element of the page's own that posts something. */
function isCustom(element: Element): element is Named {
  return element.localName.includes('-') && isNamed(element);
}

type Named = HTMLElement & Pick<Restorable, 'name'>;

function isNamed(element: Element): element is Named {
  return 'name' in element && typeof element.name === 'string' && element.name !== '';
}

function byName(fields: readonly NativeField[]): Map<string, NativeField[]> {
  const found = new Map<string, NativeField[]>();
  for (const field of fields) found.set(field.name, [...(found.get(field.name) ?? []), field]);
  return found;
}

function isAsItCame(field: NativeField): boolean {
  if (field instanceof HTMLSelectElement)
    return [...field.options].every(({ selected, defaultSelected }) => selected === defaultSelected);
  if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio'))
    return field.checked === field.defaultChecked;
  return field.value === field.defaultValue;
}
