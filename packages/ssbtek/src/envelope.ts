import { LookupFailed, type UncheckedReason } from '@medborgarnavet/model';
import { namespaceOf, SOAP } from './namespaces.ts';
import type { SoapAnswer } from './transport.ts';
import { messageIn } from './wire/multipart.ts';
import { failureOfStatus } from './wire/status.ts';
import { parseXml, type XmlElement } from './xml/parse.ts';
import { at, child, text } from './xml/read.ts';

/** What a question and a ping are answered with. */
export const ANSWER = 'hamtaBastjanstInformationResponse';
export const PING_ANSWER = 'testaBastjanstInformationResponse';

/** In the order of the contract. */
export const AGENCIES = ['AF', 'CSN', 'FK', 'SKV', 'SO', 'TNS', 'MIV'] as const;
export type Agency = (typeof AGENCIES)[number];

/** What the answer holds for one agency: its data, or why there is none. */
export type AgencyBlock =
  | { readonly kind: 'data'; readonly data: XmlElement }
  | { readonly kind: 'failed'; readonly reason: UncheckedReason };

export interface AgencyBlocks {
  /** The personidentitet of the question, where the answer repeats it; empty where it does not. */
  readonly about: string;
  /** An agency that answers as a whole. */
  block(agency: Agency): AgencyBlock;
  /** All that the answer holds for an agency; undefined when it is not in there. */
  element(agency: Agency): XmlElement | undefined;
}

/**
 * Opens the SOAP envelope of an answer.
 * @param expected the element that the answer must be: ANSWER or PING_ANSWER.
 * @throws LookupFailed `soap-fault`, `http-status`, `http-refused` or `unreadable`.
 */
export function readAnswer(answer: SoapAnswer, version: number, expected: string): AgencyBlocks {
  const { status } = answer;
  const content = bodyOf(answer);
  if (content.name === 'Fault' && content.namespace === SOAP) throw new LookupFailed('soap-fault');
  if (status !== 200) throw new LookupFailed(failureOfStatus(status));
  if (content.name !== expected || content.namespace !== namespaceOf(version)) {
    throw new LookupFailed('unreadable');
  }
  // The answer to a question has its agencies in an element of their own; the answer to a ping has not.
  const answers = expected === PING_ANSWER ? content : child(content, 'svarsdata');
  if (!answers) throw new LookupFailed('unreadable');
  return {
    about: text(at(content, 'fraga', 'generellaFrageparametrar'), 'personidentitet'),
    block: (agency) => readBlock(child(answers, agency)),
    element: (agency) => child(answers, agency),
  };
}

function bodyOf({ status, body, contentType }: SoapAnswer): XmlElement {
  const message = messageIn(body, contentType);
  if (!message) throw new LookupFailed(failureOfStatus(status));
  let envelope: XmlElement;
  try {
    envelope = parseXml(message.document, message);
  } catch {
    throw new LookupFailed(failureOfStatus(status));
  }
  const content = child(envelope, 'Body')?.children[0];
  if (envelope.namespace !== SOAP || envelope.name !== 'Envelope' || !content) {
    throw new LookupFailed(failureOfStatus(status));
  }
  return content;
}

/** Either data or an error (facts §4.1). */
export function readBlock(block: XmlElement | undefined): AgencyBlock {
  if (!block) return { kind: 'failed', reason: 'no-answer' };
  const data = child(block, 'data');
  if (data) return { kind: 'data', data };
  const error = child(block, 'error');
  return { kind: 'failed', reason: error ? reasonOf(error) : 'unreadable' };
}

/**
 * `kalla` SSBT is the composite service that gave up waiting, BT is the agency itself (facts §6). The message may quote
 * the personnummer, so only `kalla` and `felkod` are read.
 */
function reasonOf(error: XmlElement): UncheckedReason {
  if (text(error, 'kalla') === 'SSBT') return 'timeout';
  return /^-100[4-7]$/.test(text(error, 'felkod')) ? 'rejected' : 'fault';
}
