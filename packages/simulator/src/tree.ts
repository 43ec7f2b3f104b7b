import { type Document, type Element, DOMImplementation, NAMESPACE, XMLSerializer } from '@xmldom/xmldom';
import { NAMESPACES, type Prefix } from './contract.ts';

/** An element that is to be written: its text, or its children. */
export interface Tree {
  readonly name: string;
  readonly content: string | readonly Tree[];
  readonly attributes: Readonly<Record<string, string>>;
}

/** An element. `name` is `prefix:local` with a prefix of NAMESPACES, or `local` for no namespace. */
export function el(
  name: string,
  content: string | readonly Tree[] = [],
  attributes: Readonly<Record<string, string>> = {},
): Tree {
  return { name, content, attributes };
}

/** An element that is there only when it has something to tell. */
export function optional(name: string, content: string | undefined): Tree[] {
  return content === undefined ? [] : [el(name, content)];
}

/** The XML of an element and all in it, with a declaration. */
export function toXml(root: Tree): string {
  const document = new DOMImplementation().createDocument(namespaceOf(root.name), root.name);
  if (document.documentElement) {
    // Once at the top, or the serializer declares them again in every element.
    for (const prefix of prefixesIn(root)) {
      document.documentElement.setAttributeNS(NAMESPACE.XMLNS, `xmlns:${prefix}`, NAMESPACES[prefix]);
    }
    fill(document, document.documentElement, root);
  }
  const xml = new XMLSerializer().serializeToString(document, { requireWellFormed: true });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`;
}

function fill(document: Document, element: Element, tree: Tree): void {
  for (const [name, value] of Object.entries(tree.attributes)) element.setAttribute(name, value);
  if (typeof tree.content === 'string') {
    if (tree.content !== '') element.appendChild(document.createTextNode(tree.content));
    return;
  }
  for (const child of tree.content) {
    const childElement = document.createElementNS(namespaceOf(child.name), child.name);
    element.appendChild(childElement);
    fill(document, childElement, child);
  }
}

function prefixesIn({ name, content }: Tree): ReadonlySet<Prefix> {
  const prefix = prefixOf(name);
  const below = typeof content === 'string' ? [] : content.flatMap((child) => [...prefixesIn(child)]);
  return new Set(prefix ? [prefix, ...below] : below);
}

function namespaceOf(name: string): string | null {
  const prefix = prefixOf(name);
  return prefix ? NAMESPACES[prefix] : null;
}

function prefixOf(name: string): Prefix | undefined {
  const [prefix = '', local] = name.split(':');
  if (local === undefined) return undefined;
  if (!isPrefix(prefix)) throw new Error(`No namespace for ${name}`);
  return prefix;
}

function isPrefix(text: string): text is Prefix {
  return Object.hasOwn(NAMESPACES, text);
}
