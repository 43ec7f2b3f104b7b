import { decodeBase64 } from '../base64.ts';
import { parseXml, parseXmlText, type XmlElement } from './parse.ts';

/**
 * The document inside an agency's block, whose root has this name: in base64, or as text. Undefined when there is none that can be read.
 */
export function readInnerXml(text: string, name: string): XmlElement | undefined {
  try {
    const document = text.startsWith('<')
      ? parseXmlText(text)
      : parseXml(decodeBase64(text) ?? new Uint8Array());
    return document.name === name ? document : undefined;
  } catch {
    return undefined;
  }
}
