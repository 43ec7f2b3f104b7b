import { isPageField, type PageField } from './writing.ts';

/** What a page can have fields for, in each row. */
export type FieldPart = 'amount' | 'correction' | 'comment';

/** The fields that a page has for a row. */
export type PageFields = Partial<Record<FieldPart, PageField>>;

const PARTS: Readonly<Record<string, FieldPart>> = {
  'data-ssbtek': 'amount',
  'data-ssbtek-correction': 'correction',
  'data-ssbtek-comment': 'comment',
};

/** The attributes that bind a field to a row. */
export const BINDINGS = Object.keys(PARTS);

export function isBound(element: Element): boolean {
  return BINDINGS.some((name) => element.hasAttribute(name));
}

/** The bound fields in an element, by row key, but for those in another such element inside it. Of several, the first. */
export function fieldsIn(host: Element): ReadonlyMap<string, PageFields> {
  const found = new Map<string, PageFields>();
  for (const field of host.querySelectorAll(BINDINGS.map((name) => `[${name}]`).join())) {
    if (!isPageField(field) || field.closest(host.localName) !== host) continue;
    for (const [name, part] of Object.entries(PARTS)) {
      const key = field.getAttribute(name)?.trim() ?? '';
      if (key !== '') found.set(key, { [part]: field, ...found.get(key) });
    }
  }
  return found;
}
