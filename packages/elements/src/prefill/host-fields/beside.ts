// What we add to the page beside the host's fields. Made without markup and styles in text, for the strictest of
// policies. Texts are written with `textContent` and remembered: a translated page has other text nodes, and reading
// them back would have us and the translator change them in turn.

const ADDED = 'data-ssbtek-added';

/** Whether it is, or is in, something that we have added. */
export function isAdded(node: Node): boolean {
  const element = node instanceof Element ? node : node.parentElement;
  return (element?.closest(`[${ADDED}]`) ?? null) !== null;
}

/** Puts these right after one another, and touches what stands there already as little as possible. */
export function place(after: Element, elements: readonly Element[]): void {
  let last = after;
  for (const element of elements) {
    if (last.nextElementSibling !== element) last.after(element);
    last = element;
  }
}

/** Where what belongs to a field can stand: not inside its label, which names it. */
export function endOf(field: Element, host: Element): Element {
  const label = field.closest('label');
  return label && host.contains(label) ? label : field;
}

/** Ties a text to a field, or unties it, and keeps what else describes the field. */
function describe(field: Element, id: string, isOn: boolean): void {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(/\s+/).filter((each) => each !== '');
  if (ids.includes(id) === isOn) return;
  const wanted = isOn ? [...ids, id] : ids.filter((each) => each !== id);
  if (wanted.length === 0) field.removeAttribute('aria-describedby');
  else field.setAttribute('aria-describedby', wanted.join(' '));
}

/**
 * A text that describes a field; an error also marks it. What was retrieved stands in a shadow root, where no copy of the
 * page's markup has it: some libraries keep such copies in web storage. `aria-describedby` reads it there all the same,
 * since the element that it names is in the page.
 */
export class Note {
  readonly element = document.createElement('div');
  readonly #isError: boolean;
  readonly #words: Node;
  #text = '';
  #field: Element | undefined;
  #hasMarked = false;

  constructor(id: string, kind: 'mark' | 'error') {
    this.#isError = kind === 'error';
    this.element.id = id;
    this.element.className = `ssbtek-${kind}`;
    this.element.setAttribute(ADDED, '');
    this.#words = this.#isError ? this.element : document.createElement('span');
    if (!this.#isError) this.element.attachShadow({ mode: 'open' }).append(this.#words);
  }

  isAbout(field: Element): boolean {
    return this.#field === field;
  }

  /** Nothing is said in an empty text. The element is placed by whoever knows where. */
  say(text: string, field: Element | undefined): void {
    if (this.#field !== field || text === '') this.#untie();
    if (field && text !== '') this.#tie(field);
    if (text !== this.#text) this.#words.textContent = this.#text = text;
    if (text === '') this.element.remove();
  }

  #tie(field: Element): void {
    this.#field = field;
    describe(field, this.element.id, true);
    if (!this.#isError || field.getAttribute('aria-invalid') === 'true') return;
    field.setAttribute('aria-invalid', 'true');
    this.#hasMarked = true;
  }

  #untie(): void {
    if (this.#field) describe(this.#field, this.element.id, false);
    if (this.#hasMarked) this.#field?.removeAttribute('aria-invalid');
    this.#field = undefined;
    this.#hasMarked = false;
  }
}

/** A field that the page lacks, with its label. */
export class AddedField {
  readonly element = document.createElement('div');
  readonly field = document.createElement('input');
  readonly #label = document.createElement('label');
  #text = '';

  constructor(id: string, kind: 'correction' | 'comment') {
    this.element.className = `ssbtek-${kind}`;
    this.element.setAttribute(ADDED, '');
    Object.assign(this.field, { id, type: 'text', autocomplete: 'off', spellcheck: false });
    // In no form: it is not posted beside what the element posts, Enter sends nothing, and a page that goes through the
    // fields of its form finds its own.
    this.field.setAttribute('form', '');
    if (kind === 'correction') Object.assign(this.field, { inputMode: 'decimal', size: 10 });
    this.#label.htmlFor = id;
    this.element.append(this.#label, this.field);
  }

  name(label: string, name: string, isDisabled: boolean): void {
    if (label !== this.#text) this.#label.textContent = this.#text = label;
    if (this.field.getAttribute('aria-label') !== name) this.field.setAttribute('aria-label', name);
    if (this.field.disabled !== isDisabled) this.field.disabled = isDisabled;
  }

  /** An iPhone's keys for decimals have no minus. */
  allowMinus(isLikely: boolean): void {
    const mode = isLikely ? 'text' : 'decimal';
    if (this.field.inputMode !== mode) this.field.inputMode = mode;
  }

  /** The person is in it. */
  get isActive(): boolean {
    return document.activeElement === this.field;
  }
}
