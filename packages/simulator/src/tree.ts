import { type Document, type Element, DOMImplementation, NAMESPACE, XMLSerializer } from '@xmldom/xmldom';
import { type Namespaces, type Prefix, namespacesOf } from './contract.ts';

/** An element that is to be written: its text, or its children. */
export interface Tree {
  readonly name: string;
  readonly content: string | readonly Tree[];
  readonly attributes: Readonly<Record<string, string>>;
}

/** An element. `name` is `prefix:local` with a prefix of the contract, or `local` for no namespace. */
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
export function toXml(root: Tree, namespaces: Namespaces = namespacesOf(10)): string {
  const namespaceOf = (name: string): string | null => {
    const prefix = prefixOf(name);
    if (prefix === undefined) return null;
    if (!isPrefix(prefix, namespaces)) throw new Error(`No namespace for ${name}`);
    return namespaces[prefix];
  };
  const document = new DOMImplementation().createDocument(namespaceOf(root.name), root.name);
  if (document.documentElement) {
    // Once at the top, or the serializer declares them again in every element.
    for (const prefix of prefixesIn(root)) {
      if (isPrefix(prefix, namespaces)) {
        document.documentElement.setAttributeNS(NAMESPACE.XMLNS, `xmlns:${prefix}`, namespaces[prefix]);
      }
    }
    fill(document, document.documentElement, root, namespaceOf);
  }
  const xml = new XMLSerializer().serializeToString(document, { requireWellFormed: true });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`;
}

function fill(
  document: Document,
  element: Element,
  tree: Tree,
  namespaceOf: (name: string) => string | null,
): void {
  for (const [name, value] of Object.entries(tree.attributes)) {
    element.setAttributeNS(namespaceOf(name), name, value);
  }
  if (typeof tree.content === 'string') {
    if (tree.content !== '') element.appendChild(document.createTextNode(tree.content));
    return;
  }
  for (const child of tree.content) {
    const childElement = document.createElementNS(namespaceOf(child.name), child.name);
    element.appendChild(childElement);
    fill(document, childElement, child, namespaceOf);
  }
}

function prefixesIn({ name, content, attributes }: Tree): ReadonlySet<string> {
  const own = [name, ...Object.keys(attributes)].map(prefixOf).filter((prefix) => prefix !== undefined);
  const below = typeof content === 'string' ? [] : content.flatMap((child) => [...prefixesIn(child)]);
  return new Set([...own, ...below]);
}

function prefixOf(name: string): string | undefined {
  const [prefix, local] = name.split(':');
  return local === undefined ? undefined : prefix;
}

function isPrefix(text: string, namespaces: Namespaces): text is Prefix {
  return Object.hasOwn(namespaces, text);
}
