import { type Document, type Element, DOMParser, Node, XMLSerializer } from '@xmldom/xmldom';

/**
 * Reads a document that is well formed and has no DOCTYPE, which SOAP 1.1 (§3) forbids.
 * @throws when it is not.
 */
export function parseXml(source: Uint8Array | string): Document {
  const text = typeof source === 'string' ? source : new TextDecoder('utf-8', { fatal: true }).decode(source);
  const parser = new DOMParser({
    locator: false,
    normalizeLineEndings: (given) => given.replace(/\r\n?/g, '\n'),
    onError: (_level, message) => {
      // It takes U+FFFD for a mistake in decoding. In UTF-8 that would have been told of already: the character was sent.
      if (!message.startsWith('Unicode replacement character')) throw new Error(message);
    },
  });
  const document = parser.parseFromString(text, 'text/xml');
  if (document.doctype) throw new Error('DOCTYPE');
  refuseWhatTheParserLetsPass(text, document);
  return document;
}

const WITHOUT_REFERENCES = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g;
const BARE_AMPERSAND = /&(?!(?:\w+|#\d+|#x[\da-fA-F]+);)/;

/** xmldom reads a `&` that stands alone and characters that XML does not have. A real service refuses both. */
function refuseWhatTheParserLetsPass(text: string, document: Document): void {
  if (BARE_AMPERSAND.test(text.replace(WITHOUT_REFERENCES, ''))) throw new Error('& alone');
  if (document.documentElement) {
    new XMLSerializer().serializeToString(document.documentElement, { requireWellFormed: true });
  }
}

/** The elements directly in a node. */
export function childElements(node: Node): Element[] {
  return [...node.childNodes].filter(isElement);
}

/** Whether there is other text than white space directly in a node. */
export function hasText(node: Node): boolean {
  return [...node.childNodes].some(
    ({ nodeType, nodeValue }) =>
      (nodeType === Node.TEXT_NODE || nodeType === Node.CDATA_SECTION_NODE) &&
      (nodeValue ?? '').trim() !== '',
  );
}

function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
