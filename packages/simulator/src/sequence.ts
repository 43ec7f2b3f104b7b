import type { Attr, Element } from '@xmldom/xmldom';
import { versionOf } from './contract.ts';
import { childElements, hasText } from './xml.ts';

/** The question breaks the contract. The message tells where and how, without repeating what was sent. */
export class ContractBreak extends Error {
  override readonly name = 'ContractBreak';
}

/** Reads the children of an element, in its namespace and in the order of the contract (`xsd:sequence`). */
export interface Sequence {
  required(name: string): Element;
  optional(name: string): Element | undefined;
  repeated(name: string): Element[];
  /** To be called last: nothing more may follow. */
  end(): void;
}

/** Begins to read an element that has only elements in it, and no other attributes than these. */
export function sequence(parent: Element, attributes: readonly string[] = []): Sequence {
  onlyAttributes(parent, attributes);
  if (hasText(parent)) throw new ContractBreak(`${pathOf(parent)}: text där bara element får stå`);
  const children = childElements(parent);
  let position = 0;

  const next = (name: string): Element | undefined => {
    const child = children[position];
    if (child?.namespaceURI !== parent.namespaceURI || child.localName !== name) return undefined;
    position += 1;
    return child;
  };

  return {
    optional: next,
    required: (name) => {
      const child = next(name);
      if (child) return child;
      throw new ContractBreak(`${pathOf(parent)}: elementet ${name} saknas eller står på fel plats`);
    },
    repeated: (name) => {
      const found: Element[] = [];
      for (let child = next(name); child; child = next(name)) found.push(child);
      return found;
    },
    end: () => {
      const surplus = children[position];
      if (surplus) throw new ContractBreak(`${pathOf(surplus)}: elementet är okänt eller står på fel plats`);
    },
  };
}

/** Refuses an element with anything in it, white space too: its type has no content at all. */
export function empty(element: Element, attributes: readonly string[] = []): void {
  sequence(element, attributes).end();
  if ((element.textContent ?? '') !== '')
    throw new ContractBreak(`${pathOf(element)}: text där inget får stå`);
}

/** Refuses attributes that are not in the contract. Any element may say where its schema is. */
export function onlyAttributes(element: Element, names: readonly string[]): void {
  const isAllowed = ({ namespaceURI, localName, prefix, name }: Attr): boolean =>
    prefix === 'xmlns' ||
    name === 'xmlns' ||
    (namespaceURI === null && names.includes(name)) ||
    (namespaceURI === 'http://www.w3.org/2001/XMLSchema-instance' && localName === 'schemaLocation');
  if (![...element.attributes].every(isAllowed)) {
    throw new ContractBreak(`${pathOf(element)}: okänt attribut`);
  }
}

/** Where an element stands, from the operation and down. */
export function pathOf(element: Element): string {
  const above = element.parentElement;
  const name = element.localName ?? '';
  return versionOf(above?.namespaceURI) && above ? `${pathOf(above)}/${name}` : name;
}
