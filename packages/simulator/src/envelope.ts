import type { Document, Element } from '@xmldom/xmldom';
import { answerQuestion, answerTest, personOf } from './answer.ts';
import { HAMTA, type Operation, TESTA, type Version, namespacesOf, versionOf } from './contract.ts';
import { dayInSweden } from './days.ts';
import { type FaultSwitch, createFaultSwitch, withFaults } from './fault-switch.ts';
import type { AnswerFault } from './faults.ts';
import { type HttpAnswer, impair } from './impair.ts';
import type { Persona } from './persona/persona.ts';
import { type Question, parseQuestion } from './question.ts';
import { ContractBreak, empty } from './sequence.ts';
import { envelope, fault, messageIn } from './soap.ts';
import { type Tree, toXml } from './tree.ts';
import { parseXml } from './xml.ts';

export interface SimulatorSettings {
  /** What time it is. The dates of the personas are counted from it. */
  readonly clock: () => Date;
  readonly personas: readonly Persona[];
  /** Answers as the real agencies have been seen to, where that is not as their schemas say. */
  readonly deviations?: boolean;
  /** What goes wrong beside what the personas tell of. */
  readonly faults?: FaultSwitch;
}

/** What is known of a message so far: enough to answer in its words when something is wrong with the rest. */
interface Reading {
  version: Version;
  operation: Operation;
  faults: AnswerFault;
}

/**
 * Answers one SOAP message, in its own version of SSBTEK. 200 with the answer, 500 with a SOAP fault when the question
 * breaks the contract, or 400 in plain text when it is not even XML.
 */
export function answerEnvelope(body: Uint8Array | string, settings: SimulatorSettings): HttpAnswer {
  let document: Document;
  try {
    document = parseXml(body);
  } catch {
    return plainText(400, 'Not a well-formed XML document without DOCTYPE in UTF-8');
  }
  const { faults = createFaultSwitch() } = settings;
  const forAll = Object.assign({}, ...faults.of(undefined).map(({ answer }) => answer)) as AnswerFault;
  const reading: Reading = { version: 10, operation: HAMTA, faults: forAll };
  const answer = answerDocument(document, { ...settings, faults }, reading);
  return impair(answer, reading.faults, () => soapFault(reading, 'Internal error'));
}

/** An answer where SOAP cannot be spoken. */
export function plainText(status: number, body: string): HttpAnswer {
  return { status, contentType: 'text/plain; charset=utf-8', body: `${body}\n` };
}

function answerDocument(
  document: Document,
  settings: Required<Pick<SimulatorSettings, 'faults'>> & SimulatorSettings,
  reading: Reading,
): HttpAnswer {
  try {
    const message = messageIn(document);
    readOperation(message, reading);
    if (reading.operation === TESTA) {
      empty(message);
      return soap(200, answerTest(), reading.version);
    }
    const question = parseQuestion(message, reading.version);
    const persona = withFaults(
      personOf(question, settings.personas),
      settings.faults.of(question.personidentitet),
    );
    reading.faults = { ...persona.answer, ...slowest(persona, question) };
    const today = dayInSweden(settings.clock());
    return soap(200, answerQuestion(question, persona, today, settings.deviations ?? false), reading.version);
  } catch (error) {
    if (error instanceof ContractBreak) return soapFault(reading, error.message);
    throw error;
  }
}

function readOperation({ namespaceURI, localName }: Element, reading: Reading): void {
  const version = versionOf(namespaceURI);
  if (!version) throw new ContractBreak('Body: inte en version av SSBTEK som finns här');
  reading.version = version;
  if (localName !== HAMTA && localName !== TESTA) throw new ContractBreak('Body: okänd operation');
  reading.operation = localName;
}

/** The agencies are asked side by side, so that the answer waits for the slowest. */
function slowest(persona: Persona, { asked }: Question): AnswerFault {
  const waits = [...asked.keys()].map((agency) => persona[agency]?.delay ?? 0);
  const delay = (persona.answer?.delay ?? 0) + Math.max(0, ...waits);
  return delay > 0 ? { delay } : {};
}

function soapFault({ version, operation }: Reading, felmeddelande: string): HttpAnswer {
  return soap(500, fault(operation, felmeddelande), version);
}

function soap(status: number, content: Tree, version: Version): HttpAnswer {
  const body = toXml(envelope(content), namespacesOf(version));
  return { status, contentType: 'text/xml; charset=utf-8', body };
}
