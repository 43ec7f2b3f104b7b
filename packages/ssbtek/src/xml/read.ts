import type { XmlElement } from './parse.ts';

// Agencies' own content is found by local name: versions of their namespaces differ in real answers (facts §4.1).

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

/** Every child of that name. */
export function children(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** The first child at the end of a path of names. */
export function at(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(child, element);
}

/** The trimmed text of the first child of that name; empty when there is none. */
export function text(element: XmlElement | undefined, name: string): string {
  return child(element, name)?.text.trim() ?? '';
}
