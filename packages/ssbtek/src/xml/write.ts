/** Everything that XML 1.0 does not allow, not even as a character reference. A lone surrogate is among it. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * An element that is being written. Names are written as they stand, so they are constants of the program; values are
 * escaped, and come out of a parser exactly as they were put in.
 */
export class XmlNode {
  readonly #tag: string;
  readonly #start: string;
  readonly #content: (XmlNode | string)[] = [];

  /** @throws Error when the value of an attribute holds a character that XML forbids. */
  constructor(tag: string, attributes: Readonly<Record<string, string>> = {}) {
    this.#tag = tag;
    this.#start = [
      tag,
      ...Object.entries(attributes).map(([name, value]) => `${name}="${escape(value)}"`),
    ].join(' ');
  }

  /** Adds an element after what is already inside. */
  add(node: XmlNode): XmlNode {
    this.#content.push(node);
    return node;
  }

  /** Adds text after what is already inside. @throws Error when it holds a character that XML forbids. */
  text(value: string): void {
    this.#content.push(escape(value));
  }

  /** The element and all that is in it. */
  toString(): string {
    return `<${this.#start}>${this.#content.join('')}</${this.#tag}>`;
  }
}

/** A whole document, to be sent as UTF-8. */
export function documentOf(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${root.toString()}`;
}

/** White space that a parser would make into something else is written as a reference. */
function escape(value: string): string {
  if (FORBIDDEN.test(value)) throw new Error('The value holds a character that XML forbids.');
  return value.replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? `&#${character.charCodeAt(0)};`);
}
