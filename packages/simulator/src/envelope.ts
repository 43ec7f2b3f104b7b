import type { Document, Element } from '@xmldom/xmldom';
import { answerQuestion, answerTest } from './answer.ts';
import { HAMTA, NAMESPACES, TESTA } from './contract.ts';
import { dayInSweden } from './days.ts';
import type { Persona } from './persona.ts';
import { parseQuestion } from './question.ts';
import { ContractBreak, empty } from './sequence.ts';
import { envelope, fault, messageIn } from './soap.ts';
import { type Tree, toXml } from './tree.ts';
import { parseXml } from './xml.ts';

export interface SimulatorSettings {
  /** What time it is. The dates of the personas are counted from it. */
  readonly clock: () => Date;
  readonly personas: readonly Persona[];
}

/** What to send back over HTTP. */
export interface HttpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/**
 * Answers one SOAP message. 200 with the answer, 500 with a SOAP fault when the question breaks the contract, or 400
 * in plain text when it is not even XML.
 */
export function answerEnvelope(body: Uint8Array | string, settings: SimulatorSettings): HttpAnswer {
  let document: Document;
  try {
    document = parseXml(body);
  } catch {
    return plainText(400, 'Not a well-formed XML document without DOCTYPE in UTF-8');
  }
  let operation: typeof HAMTA | typeof TESTA = HAMTA;
  try {
    const message = messageIn(document);
    operation = operationOf(message);
    return soap(200, operation === TESTA ? test(message) : fetchInformation(message, settings));
  } catch (error) {
    if (error instanceof ContractBreak) return soap(500, fault(operation, error.message));
    throw error;
  }
}

/** An answer where SOAP cannot be spoken. */
export function plainText(status: number, body: string): HttpAnswer {
  return { status, contentType: 'text/plain; charset=utf-8', body: `${body}\n` };
}

function soap(status: number, content: Tree): HttpAnswer {
  return { status, contentType: 'text/xml; charset=utf-8', body: toXml(envelope(content)) };
}

function operationOf({ namespaceURI, localName }: Element): typeof HAMTA | typeof TESTA {
  if (namespaceURI !== NAMESPACES.ssbt) throw new ContractBreak('Body: inte denna version av SSBTEK');
  if (localName !== HAMTA && localName !== TESTA) throw new ContractBreak('Body: okänd operation');
  return localName;
}

function test(message: Element): Tree {
  empty(message);
  return answerTest();
}

function fetchInformation(message: Element, { clock, personas }: SimulatorSettings): Tree {
  return answerQuestion(parseQuestion(message), personas, dayInSweden(clock()));
}
