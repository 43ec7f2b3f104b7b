import { SaxesParser, type SaxesAttributeNS, type SaxesTagNS } from 'saxes';
import { decodeText } from './encoding.ts';

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

/**
 * Checklist, SOAP/XML/TLS. Each is looked at as the document is read, so that no more work is done on one that is refused. The size of the
 * whole document also bounds every text in it.
 */
export const XML_LIMITS = {
  bytes: 2 * 1024 * 1024,
  depth: 32,
  elements: 50_000,
  /** Of one element, and of all. */
  attributes: 64,
  allAttributes: 50_000,
  attributeLength: 16 * 1024,
  name: 256,
  /** Comments and processing instructions. */
  asides: 1000,
  /** How many characters the parser is given at a time. */
  chunk: 16 * 1024,
} as const;

/** What is read is not XML that this program accepts. Holds a kind, never the document. */
export class XmlRefused extends Error {
  override readonly name = 'XmlRefused';
}

export interface ParseOptions {
  /** The encoding that HTTP says, which counts more than the document's own word. */
  readonly charset?: string | undefined;
  /** What came beside the document, by Content-ID. What `xop:Include` refers to becomes text in base64 (XOP 1.0). */
  readonly attachments?: ReadonlyMap<string, Uint8Array>;
}

interface Open extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const XOP = 'http://www.w3.org/2004/08/xop/include';

/**
 * Parses a whole document, in any encoding that {@link decodeText} reads.
 * @throws XmlRefused when it is not well-formed, has a DOCTYPE, or is larger than {@link XML_LIMITS}.
 */
export function parseXml(bytes: Uint8Array, { charset, attachments }: ParseOptions = {}): XmlElement {
  if (bytes.byteLength > XML_LIMITS.bytes) throw new XmlRefused('too many bytes');
  const text = decodeText(bytes, charset);
  if (text === undefined) throw new XmlRefused('not in its encoding');
  return parseXmlText(text, attachments);
}

/** The same of what is text already, whatever encoding it declares. */
export function parseXmlText(text: string, attachments?: ReadonlyMap<string, Uint8Array>): XmlElement {
  const builder = new TreeBuilder(attachments);
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', () => {
    throw new XmlRefused('not well-formed');
  });
  parser.on('doctype', () => {
    throw new XmlRefused('has a DOCTYPE');
  });
  parser.on('opentagstart', ({ name }) => builder.begin(name));
  parser.on('attribute', (attribute) => builder.attribute(attribute));
  parser.on('opentag', (tag) => builder.open(tag));
  parser.on('closetag', () => builder.close());
  parser.on('text', (data) => builder.append(data));
  parser.on('cdata', (data) => builder.append(data));
  parser.on('comment', () => builder.aside());
  parser.on('processinginstruction', () => builder.aside());
  for (let from = 0; from < text.length; from += XML_LIMITS.chunk) {
    parser.write(text.slice(from, from + XML_LIMITS.chunk));
  }
  parser.close();
  return builder.root();
}

class TreeBuilder {
  readonly #attachments: ReadonlyMap<string, Uint8Array>;
  readonly #stack: Open[] = [];
  #root: XmlElement | undefined;
  #elements = 0;
  #attributes = 0;
  #allAttributes = 0;
  #asides = 0;
  #included = 0;

  constructor(attachments: ReadonlyMap<string, Uint8Array> = new Map()) {
    this.#attachments = attachments;
  }

  begin(name: string): void {
    this.#elements += 1;
    this.#attributes = 0;
    if (this.#elements > XML_LIMITS.elements) throw new XmlRefused('too many elements');
    if (this.#stack.length >= XML_LIMITS.depth) throw new XmlRefused('too deep');
    if (name.length > XML_LIMITS.name) throw new XmlRefused('too long a name');
  }

  attribute({ name, value }: Pick<SaxesAttributeNS, 'name' | 'value'>): void {
    this.#attributes += 1;
    this.#allAttributes += 1;
    if (this.#attributes > XML_LIMITS.attributes) throw new XmlRefused('too many attributes');
    if (this.#allAttributes > XML_LIMITS.allAttributes) throw new XmlRefused('too many attributes in all');
    if (name.length > XML_LIMITS.name) throw new XmlRefused('too long a name');
    if (value.length > XML_LIMITS.attributeLength) throw new XmlRefused('too long an attribute');
  }

  aside(): void {
    this.#asides += 1;
    if (this.#asides > XML_LIMITS.asides) throw new XmlRefused('too many comments');
  }

  open(tag: SaxesTagNS): void {
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
    const included = open.namespace === XOP && open.name === 'Include' ? this.#include(open) : undefined;
    const parent = this.#stack.at(-1);
    if (!parent) this.#root = open;
    else if (included === undefined) parent.children.push(open);
    else parent.text += included;
  }

  /** Undefined when it is not there: then the element is empty, which nobody takes for an answer. */
  #include({ attributes }: Open): string | undefined {
    const content = this.#attachments.get(contentId(attributes.get('href')));
    if (!content) return undefined;
    // The same may be included many times.
    this.#included += content.byteLength;
    if (this.#included > XML_LIMITS.bytes) throw new XmlRefused('too many bytes');
    return Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('base64');
  }

  root(): XmlElement {
    if (!this.#root) throw new XmlRefused('not well-formed');
    return this.#root;
  }
}

/** RFC 2392: `cid:` and the Content-ID, escaped as in an address. */
function contentId(href = ''): string {
  try {
    return decodeURIComponent(href.replace(/^cid:/i, ''));
  } catch {
    return '';
  }
}

function ownAttributes(found: Readonly<Record<string, SaxesAttributeNS>>): ReadonlyMap<string, string> {
  if (isEmpty(found)) return NO_ATTRIBUTES;
  return new Map(
    Object.values(found)
      .filter(({ uri }) => uri === '')
      .map(({ local, value }) => [local, value] as const),
  );
}

function isEmpty(record: Readonly<Record<string, unknown>>): boolean {
  for (const _ in record) return false;
  return true;
}
