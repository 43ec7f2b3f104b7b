import { LookupFailed, type UncheckedReason } from '@medborgarnavet/model';
import { namespaceOf, SOAP } from './namespaces.ts';
import type { SoapAnswer } from './transport.ts';
import { parseXml, type XmlElement } from './xml/parse.ts';
import { child, text } from './xml/read.ts';

export type Agency = 'AF' | 'CSN' | 'FK' | 'SKV' | 'SO' | 'TNS' | 'MIV';

/** What the answer holds for one agency: its data, or why there is none. */
export type AgencyBlock =
  | { readonly kind: 'data'; readonly data: XmlElement }
  | { readonly kind: 'failed'; readonly reason: UncheckedReason };

export type AgencyBlocks = (agency: Agency) => AgencyBlock;

/**
 * Opens the SOAP envelope of an answer.
 * @throws LookupFailed `soap-fault`, `http-status` or `unreadable`.
 */
export function readAnswer({ status, body }: SoapAnswer, version: number): AgencyBlocks {
  const content = bodyOf(body, status);
  if (content.name === 'Fault' && content.namespace === SOAP) throw new LookupFailed('soap-fault');
  if (status !== 200) throw new LookupFailed('http-status');
  if (content.name !== 'hamtaBastjanstInformationResponse' || content.namespace !== namespaceOf(version)) {
    throw new LookupFailed('unreadable');
  }
  const answers = child(content, 'svarsdata');
  if (!answers) throw new LookupFailed('unreadable');
  return (agency) => readBlock(child(answers, agency));
}

function bodyOf(bytes: Uint8Array, status: number): XmlElement {
  let envelope: XmlElement;
  try {
    envelope = parseXml(bytes);
  } catch {
    throw new LookupFailed(status === 200 ? 'unreadable' : 'http-status');
  }
  const content = child(envelope, 'Body')?.children[0];
  if (envelope.namespace !== SOAP || envelope.name !== 'Envelope' || !content) {
    throw new LookupFailed(status === 200 ? 'unreadable' : 'http-status');
  }
  return content;
}

function readBlock(block: XmlElement | undefined): AgencyBlock {
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
