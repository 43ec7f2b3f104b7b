import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes';

/** An element as it was read. Namespaces and local names only: prefixes mean nothing. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  /** By local name; attributes of other namespaces are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All text directly inside. */
  readonly text: string;
}

/** Checklist, SOAP/XML/TLS. The size of the whole document also bounds every text in it. */
export const XML_LIMITS = {
  bytes: 2 * 1024 * 1024,
  depth: 32,
  elements: 50_000,
  attributes: 64,
  name: 256,
} as const;

/** What is read is not XML that this program accepts. Holds a kind, never the document. */
export class XmlRefused extends Error {
  override readonly name = 'XmlRefused';
}

interface Open extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/**
 * Parses a whole document in UTF-8.
 * @throws XmlRefused when it is not well-formed, has a DOCTYPE, or is larger than {@link XML_LIMITS}.
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  if (bytes.byteLength > XML_LIMITS.bytes) throw new XmlRefused('too many bytes');
  const text = decodeUtf8(bytes);
  const builder = new TreeBuilder();
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', () => {
    throw new XmlRefused('not well-formed');
  });
  parser.on('doctype', () => {
    throw new XmlRefused('has a DOCTYPE');
  });
  parser.on('opentag', (tag) => builder.open(tag));
  parser.on('closetag', () => builder.close());
  parser.on('text', (data) => builder.append(data));
  parser.on('cdata', (data) => builder.append(data));
  parser.write(text).close();
  return builder.root();
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new XmlRefused('not UTF-8');
  }
}

class TreeBuilder {
  readonly #stack: Open[] = [];
  #root: XmlElement | undefined;
  #elements = 0;

  open(tag: SaxesTagNS): void {
    this.#elements += 1;
    if (this.#elements > XML_LIMITS.elements) throw new XmlRefused('too many elements');
    if (this.#stack.length >= XML_LIMITS.depth) throw new XmlRefused('too deep');
    if (tag.name.length > XML_LIMITS.name) throw new XmlRefused('too long a name');
    this.#stack.push({
      namespace: tag.uri,
      name: tag.local,
      attributes: ownAttributes(tag.attributes),
      children: [],
      text: '',
    });
  }

  append(data: string): void {
    const open = this.#stack.at(-1);
    if (open) open.text += data;
  }

  close(): void {
    const open = this.#stack.pop();
    if (!open) return;
    const parent = this.#stack.at(-1);
    if (parent) parent.children.push(open);
    else this.#root = open;
  }

  root(): XmlElement {
    if (!this.#root) throw new XmlRefused('not well-formed');
    return this.#root;
  }
}

function ownAttributes(found: Readonly<Record<string, SaxesAttributeNS>>): ReadonlyMap<string, string> {
  if (isEmpty(found)) return NO_ATTRIBUTES;
  const attributes = Object.values(found);
  if (attributes.length > XML_LIMITS.attributes) throw new XmlRefused('too many attributes');
  return new Map(
    attributes.filter(({ uri }) => uri === '').map(({ local, value }) => [local, value] as const),
  );
}

function isEmpty(record: Readonly<Record<string, unknown>>): boolean {
  for (const _ in record) return false;
  return true;
}
