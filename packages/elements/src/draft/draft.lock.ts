/** Keeps a person from writing in a form while it is not known who sits there. What is around the element stays as it is. */
export class FormLock {
  readonly #element: HTMLElement;
  #locked: HTMLElement[] = [];

  /** @param element whose own buttons have to work. */
  constructor(element: HTMLElement) {
    this.#element = element;
  }

  lock(form: HTMLFormElement): void {
    if (this.#locked.length > 0) return;
    this.#locked = around(this.#element, form).filter(({ inert }) => !inert);
    for (const part of this.#locked) part.inert = true;
  }

  unlock(): void {
    for (const part of this.#locked) part.inert = false;
    this.#locked = [];
  }
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
