import { setText } from '../../native-fields.ts';

/** A field in the page, the host's or one that we have added. */
export type PageField = HTMLInputElement | HTMLTextAreaElement;

const WRITABLE = new Set(['text', 'search', 'tel', 'number', 'hidden', 'textarea']);

/** Whether an amount or a comment can stand in it. */
export function isPageField(element: Element): element is PageField {
  const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
  return isField && WRITABLE.has(element.type);
}

const ours = new WeakSet<Event>();

/** Whether the event tells of what we wrote, and not of what the person did. */
export function isOurs(event: Event): boolean {
  return ours.has(event);
}

/** Writes as a person does, so that whatever listens in the page notices. A field that is gone has nobody to tell. */
export function writeInto(field: PageField, text: string): void {
  setText(field, text);
  if (!field.isConnected) return;
  const typed = new InputEvent('input', { bubbles: true, composed: true });
  const left = new Event('change', { bubbles: true });
  for (const event of [typed, left]) {
    ours.add(event);
    field.dispatchEvent(event);
  }
}

/** As this field can hold it: one for numbers knows no comma. */
export function textFor({ type }: PageField, text: string): string {
  return type === 'number' ? text.replace(',', '.') : text;
}

/** A field in step with the element's state: what the page changes comes in, what the state changes goes out. */
export class SyncedField {
  readonly field: PageField;
  /** What both had when they last agreed. */
  #state: string | undefined;
  #text = '';

  constructor(field: PageField) {
    this.field = field;
  }

  /** What the page has put in the field, or had there at first where the state has nothing; undefined for no change. */
  news(state: string): string | undefined {
    const { value } = this.field;
    if (this.#state === undefined) return state.trim() === '' && value.trim() !== '' ? value : undefined;
    return state === this.#state && value !== this.#text ? value : undefined;
  }

  get hasChanged(): boolean {
    return this.#state === undefined || this.field.value !== this.#text;
  }

  /** What stands in the field is in the state. */
  accept(): void {
    this.#state = this.#text = this.field.value;
  }

  clear(): void {
    if (this.field.value !== '') writeInto(this.field, '');
    this.accept();
  }

  /** @returns whether the page made something else of it: then there is news. */
  write(state: string): boolean {
    if (state === this.#state && this.field.value === this.#text) return false;
    const text = textFor(this.field, state);
    if (this.field.value !== text) writeInto(this.field, text);
    this.#state = state;
    this.#text = text;
    return this.field.value !== text;
  }
}
