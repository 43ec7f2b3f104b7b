import {
  ore,
  oreFromKronor,
  sourceThatAnswered,
  sourceThatFailed,
  type Section,
  type Source,
} from '@medborgarnavet/model';
import { AKASSA_ANSWERED } from '../codes.ts';
import { openPeriod, readDate } from '../dates.ts';
import type { AgencyBlock } from '../envelope.ts';
import { refusalUnlessNamed, whose } from '../identity.ts';
import { failedPart, open, type Failed, type Part } from '../part.ts';
import { withIds } from '../payment-id.ts';
import type { XmlElement } from '../xml/parse.ts';
import { child, children, text } from '../xml/read.ts';
import { clip, decodeEach, join, readDays, type Decoded, type DecodedPayment } from './decoded.ts';

/** SO has no codes for benefits: all that an a-kassa pays is this. */
const BENEFIT = { code: 'arbetsloshetsersattning', name: 'Arbetslöshetsersättning' };

/** The a-kassor's payments, each of them a section with a verdict of its own. */
export function decodeSo(block: AgencyBlock, personnummer: string): Part<Source> {
  const answer = openSo(block, personnummer);
  if (answer.kind === 'failed') return failedPart(answer, sourceThatFailed('SO', answer.reason));
  const { payments, sections } = join(...answer.funds.map(decodeFund));
  return open(sourceThatAnswered('SO', withIds(payments), sections));
}

/** The a-kassor in SO's answer, or why nothing in it can be used. */
export type OpenedSo = { readonly kind: 'answered'; readonly funds: readonly XmlElement[] } | Failed;

/** Opens SO's block, which has to name the person (`IdentificationNumber`). */
export function openSo(block: AgencyBlock, personnummer: string): OpenedSo {
  if (block.kind === 'failed') return block;
  const list = child(block.data, 'ArbetsloshetsersattningLista');
  if (!list) return { kind: 'failed', reason: 'unreadable' };
  const refusal = refusalUnlessNamed([whose(text(block.data, 'IdentificationNumber'), personnummer)]);
  if (refusal) return refusal;
  return { kind: 'answered', funds: children(list, 'Arbetsloshetsersattning') };
}

/**
 * An a-kassa that returned payments has answered, whatever its status says. One without payments has answered only if
 * its status is one that is known to mean so (facts §4.5).
 */
function decodeFund(element: XmlElement): Decoded {
  const name = nameOfFund(element);
  const { payments, sections } = decodeEach(
    children(element, 'Utbetalningar'),
    (payment) => decodePayment(payment, name),
    () => name,
  );
  if (sections.length > 0) return { payments, sections };
  return { payments, sections: [verdictOnFund(element, payments.length > 0)] };
}

export function nameOfFund(element: XmlElement): string {
  return clip(text(element, 'SvarandeOrganisation')) || 'En a-kassa';
}

/** What to say of an a-kassa that told something, or nothing. */
export function verdictOnFund(element: XmlElement, told: boolean): Section {
  const name = nameOfFund(element);
  if (told) return { name, verdict: 'answered' };
  const answered = AKASSA_ANSWERED.has(text(element, 'StatusSvarandeOrganisation').toLowerCase());
  return answered ? { name, verdict: 'nothing' } : { name, verdict: 'unchecked', reason: 'unknown-status' };
}

/**
 * SO tells two nets: after tax, and after other deductions too. The latter is what was paid out; the difference is told
 * as a deduction (facts §4.5, proposal).
 */
function decodePayment(element: XmlElement, payer: string): DecodedPayment | undefined {
  const net = oreFromKronor(text(element, 'NettoEfterAvdrag'));
  const afterTax = oreFromKronor(text(element, 'NettoEfterSkatt'));
  const date = readDate(text(element, 'Utbetalningsdatum'));
  if (net === undefined || !date) return undefined;
  const period = openPeriod(readDate(text(element, 'AvserFrom')), readDate(text(element, 'AvserTom')));
  const days = daysOf(element);
  const taken = afterTax === undefined ? 0 : afterTax - net;
  return {
    source: 'SO',
    payer,
    benefit: BENEFIT,
    status: 'paid',
    date,
    ...(period && { period }),
    deductions: taken > 0 ? [{ code: 'avdrag', name: 'Avdrag efter skatt', amount: ore(taken) }] : [],
    net,
    parts: days === undefined || days === 0 ? [] : [{ benefit: BENEFIT, days }],
    flags: [],
  };
}

/** The benefit days of a payment. Undefined when they cannot be read. */
export function daysOf(payment: XmlElement): number | undefined {
  return readDays(text(payment, 'Ersattningsdagar'));
}
