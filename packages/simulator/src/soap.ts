import type { Document, Element } from '@xmldom/xmldom';
import { type Operation, namespacesOf } from './contract.ts';
import { ContractBreak } from './sequence.ts';
import { type Tree, el } from './tree.ts';
import { childElements, hasText } from './xml.ts';

/**
 * The one element in the body of a SOAP 1.1 message.
 * @throws ContractBreak when it is no such message.
 */
export function messageIn(document: Document): Element {
  const envelope = document.documentElement;
  if (!envelope || !isSoap(envelope, 'Envelope')) throw new ContractBreak('Envelope: inte SOAP 1.1');
  const parts = childElements(envelope);
  const body = parts.at(-1);
  const [header] = parts;
  const isComplete = parts.length === 1 || (parts.length === 2 && header && isSoap(header, 'Header'));
  if (!body || !isSoap(body, 'Body') || !isComplete || hasText(envelope)) {
    throw new ContractBreak('Envelope: inte en Header, om den finns, och en Body');
  }
  const [message, ...more] = childElements(body);
  if (!message || more.length > 0 || hasText(body)) throw new ContractBreak('Body: inte precis ett element');
  return message;
}

/** A SOAP message with this in its body. */
export function envelope(content: Tree): Tree {
  return el('soapenv:Envelope', [el('soapenv:Body', [content])]);
}

/** How the service answers a question that breaks the contract. The code is the simulator's: the real ones are not known. */
export function fault(operation: Operation, felmeddelande: string): Tree {
  return el('soapenv:Fault', [
    el('faultcode', 'soapenv:Client'),
    el('faultstring', 'Internal error'),
    el('detail', [
      el(`ssbt:${operation}Fault`, [
        el('ssbt:felkod', 'SSBT-FRAGA'),
        el('ssbt:felmeddelande', felmeddelande),
      ]),
    ]),
  ]);
}

// The same in every version of SSBTEK.
function isSoap(element: Element, name: string): boolean {
  return element.namespaceURI === namespacesOf(10).soapenv && element.localName === name;
}
