/**
 * Keeps a person from writing in a form while it is not known who sits there, and where nobody is signed in. What is around
 * the element stays as it is.
 */
export class FormLock {
  readonly #element: HTMLElement;
  #locked: HTMLElement[] = [];

  /** @param element whose own buttons have to work. */
  constructor(element: HTMLElement) {
    this.#element = element;
  }

  lock(form: HTMLFormElement): void {
    if (this.#locked.length > 0) return;
    const parts = [...around(this.#element, form), ...apart(this.#element, form)];
    this.#locked = parts.filter(({ inert }) => !inert);
    for (const part of this.#locked) part.inert = true;
  }

  unlock(): void {
    for (const part of this.#locked) part.inert = false;
    this.#locked = [];
  }
}

/** Whether the person is in the form, or in a field of it that stands elsewhere on the page. */
export function hasFocus(form: HTMLFormElement): boolean {
  const root = form.getRootNode();
  const { activeElement } = root instanceof ShadowRoot ? root : document;
  return (
    activeElement !== null && (form.contains(activeElement) || [...form.elements].includes(activeElement))
  );
}

/** Fields of the form that stand elsewhere on the page. */
function apart(element: HTMLElement, form: HTMLFormElement): HTMLElement[] {
  const fields = [...form.elements].filter((field) => field instanceof HTMLElement);
  return fields.filter((field) => !form.contains(field) && !field.contains(element));
}

/** All parts of the form that the element is not in. */
function around(element: HTMLElement, form: HTMLElement): HTMLElement[] {
  if (!form.contains(element)) return [form];
  const parts: HTMLElement[] = [];
  for (let inside = element; inside !== form; inside = inside.parentElement ?? form) {
    const beside = [...(inside.parentElement?.children ?? [])].filter((part) => part !== inside);
    parts.push(...beside.filter((part) => part instanceof HTMLElement));
  }
  return parts;
}
